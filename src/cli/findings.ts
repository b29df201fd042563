import { type Code, codes } from '../diagnostics/codes.ts';
import { formatDiagnostics, inOrder } from '../diagnostics/format.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import { en } from '../locale/en.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/** Places told of one kind of finding: a column in the wrong format would else fill the screen a million times. */
const PLACES = 5;

export function isError({ code }: Diagnostic<Code>): boolean {
  return codes[code].severity === 'error';
}

export interface Telling {
  readonly quiet: boolean;
  /** The text of a file, for excerpts, where it is at hand. */
  readonly sourceOf?: (file: string) => string | undefined;
  /** In whose words findings are told; errors are told in English. */
  readonly words?: Catalogue;
}

/** Tells diagnostics by place: every error, and of each kind of finding the first few places and how many more. */
export async function tellDiagnostics(
  world: World,
  diagnostics: readonly Diagnostic<Code>[],
  { quiet, sourceOf = () => undefined, words = en }: Telling,
): Promise<void> {
  const told: Diagnostic<Code>[] = [];
  const seen = new Map<Code, number>();
  for (const diagnostic of inOrder(diagnostics)) {
    const error = isError(diagnostic);
    if (quiet && !error) continue;
    const count = (seen.get(diagnostic.code) ?? 0) + (diagnostic.count ?? 1);
    seen.set(diagnostic.code, count);
    if (error || count <= PLACES) told.push(diagnostic);
  }
  const more = [...seen]
    .filter(([code, count]) => codes[code].severity !== 'error' && count > PLACES)
    .map(([code, count]) => `${words.telling.more(count - PLACES, code)}\n`);
  if (more.length > 0) more.push(`${words.telling.all}\n`);
  if (told.length > 0) await tell(world, formatDiagnostics(told, sourceOf, words) + more.join(''));
}
