import { suggest } from '../diagnostics/suggest.ts';
import type { ExitCode } from './exit-codes.ts';
import { notYetSupported } from './later.ts';
import { refuse } from './tell.ts';
import type { World } from './world.ts';

/** Refuses a name after an option that is none of the known ones; `later` are names agreed on and not built yet. */
export function refuseUnknownName(
  world: World,
  option: string,
  name: string,
  known: readonly string[],
  later: readonly string[] = [],
): Promise<ExitCode> {
  if (later.includes(name)) return refuse(world, notYetSupported(`${option} ${name}`));
  const near = suggest(name, known);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return refuse(world, `${option} "${name}" is not known`, `Known: ${known.join(', ')}.${meant}`);
}
