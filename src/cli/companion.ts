import { dirname, isAbsolute, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import { COMPANIONS, type CompanionSources } from '../run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { exportSource, look, lost } from './exports.ts';
import { tellDiagnostics } from './findings.ts';
import type { Input } from './knowledge.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/** The files of rows that the policy names beside the exports, none of them read yet. */
export interface CompanionFiles {
  /** @param onFailure hears of a file that breaks off */
  sources(onFailure: (failure: Diagnostic<Code>) => void): CompanionSources;
  readonly identities: ReadonlySet<string>;
  /** In the order in which they are read. */
  readonly inputs: readonly Input[];
}

/** Looks for them all: what is in the way of any is told, and gives the exit code. */
export async function findCompanions(
  world: World,
  policy: Policy,
): Promise<CompanionFiles | { readonly exit: ExitCode }> {
  const named = new Map<(typeof COMPANIONS)[number], string>();
  const identities = new Set<string>();
  const unreadable: Diagnostic<Code>[] = [];
  let missing = '';
  for (const each of COMPANIONS) {
    const found = policy[each] && (await findCompanion(world, policy[each]));
    if (found?.kind === 'missing') missing += found.complaint;
    if (found?.kind === 'unreadable') unreadable.push(found.diagnostic);
    if (found?.kind !== 'file') continue;
    named.set(each, found.name);
    identities.add(found.identity);
  }
  await tell(world, missing);
  await tellDiagnostics(world, unreadable, { quiet: false });
  if (missing !== '') return { exit: EXIT.fileNotFound };
  if (unreadable.length > 0) return { exit: EXIT.unusableExport };
  const open = (name: string, onFailure: (failure: Diagnostic<Code>) => void): Source =>
    exportSource(world, name, () => {}, onFailure);
  return {
    identities,
    inputs: [...named].map(([each, file]) => ({ role: each === 'people' ? 'roster' : each, file })),
    sources: (onFailure) => Object.fromEntries([...named].map(([each, name]) => [each, open(name, onFailure)])),
  };
}

/** A file that the policy names, or why there is none. */
type Companion =
  | { readonly kind: 'file'; readonly name: string; readonly identity: string }
  | { readonly kind: 'missing'; readonly complaint: string }
  | { readonly kind: 'unreadable'; readonly diagnostic: Diagnostic<Code> };

/** Looks for a file beside the policy: a relative path begins in the policy's folder, wherever the program was started. */
export async function findCompanion(
  world: World,
  { path, place }: { readonly path: string; readonly place: Place },
): Promise<Companion> {
  const name = isAbsolute(path) ? path : join(dirname(place.file), path);
  const found = await look(world, name);
  if (found === undefined) {
    const { file, line, column } = place;
    return { kind: 'missing', complaint: `${await lost(world, name)}  It is named in ${file}:${line}:${column}.\n` };
  }
  if ('code' in found) return { kind: 'unreadable', diagnostic: found };
  return { kind: 'file', name, identity: found.identity };
}
