import { suggest } from '../diagnostics/suggest.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './tell.ts';
import type { World } from './world.ts';

/** Refuses a name after an option that is none of the known ones. */
export function refuseUnknownName(
  world: World,
  option: string,
  name: string,
  known: readonly string[],
): Promise<ExitCode> {
  const near = suggest(name, known);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return refuse(world, `${option} "${name}" is not known`, `Known: ${known.join(', ')}.${meant}`);
}
