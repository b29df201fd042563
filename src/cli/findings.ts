import { formatLocal } from '../calendar/stamps.ts';
import { type Code, codes } from '../diagnostics/codes.ts';
import { formatDiagnostics, inOrder } from '../diagnostics/format.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Language, Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import { catalogues } from '../locale/catalogue.ts';
import { type AppearanceRequest, languageOf } from './appearance.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';
import { zoneNamed } from './zone-named.ts';

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
  /** The policy's zone, by whose clock instants are told; absent: in UTC, as long as no policy is read. */
  readonly zone?: string;
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
  const telling = { quiet, language, zone: policy.timezone };
  await tellDiagnostics(world, findings, { ...telling, ...(sourceOf !== undefined && { sourceOf }) });
}

/** Tells diagnostics by place: every error, and of each kind of finding the first few places and how many more. */
export async function tellDiagnostics(
  world: World,
  diagnostics: readonly Diagnostic<Code>[],
  { quiet, sourceOf = () => undefined, language = 'en', zone }: Telling,
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
  if (told.length === 0) return;
  const there = zone === undefined ? undefined : zoneNamed(zone);
  const local = there && ((at: Instant) => formatLocal(at, there));
  await tell(world, formatDiagnostics(told, sourceOf, words, local) + more.join(''));
}
