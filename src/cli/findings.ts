import { type Code, codes } from '../diagnostics/codes.ts';
import { formatDiagnostics, inOrder } from '../diagnostics/format.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Language, Policy } from '../domain/policy.ts';
import { catalogues } from '../locale/catalogue.ts';
import { type AppearanceRequest, languageOf } from './appearance.ts';
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
  /** Of what was found; errors are told in English. */
  readonly language?: Language;
}

/** Tells what an audit has found, in the language of its result: that asked for, the policy's, or English. */
export async function tellFindings(
  world: World,
  policy: Policy,
  findings: readonly Diagnostic<Code>[],
  request: AppearanceRequest & Partial<Telling>,
): Promise<void> {
  const { quiet = false, sourceOf } = request;
  const language = languageOf(policy, request);
  await tellDiagnostics(world, findings, { quiet, language, ...(sourceOf !== undefined && { sourceOf }) });
}

/** Tells diagnostics by place: every error, and of each kind of finding the first few places and how many more. */
export async function tellDiagnostics(
  world: World,
  diagnostics: readonly Diagnostic<Code>[],
  { quiet, sourceOf = () => undefined, language = 'en' }: Telling,
): Promise<void> {
  const words = catalogues[language];
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
  if (more.length > 0) more.push(`${words.telling.all()}\n`);
  if (told.length > 0) await tell(world, formatDiagnostics(told, sourceOf, words) + more.join(''));
}
