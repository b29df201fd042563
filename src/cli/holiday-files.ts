import { type Holidays, type HolidayTables, keyOf } from '../calendar/holidays/holidays.ts';
import { readIcs } from '../calendar/holidays/read-ics.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import { findCompanion } from './companion.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { unreadableFile } from './exports.ts';
import { isError, tellDiagnostics } from './findings.ts';
import { decode, firstBadLine } from './policy-file.ts';
import { tell } from './tell.ts';
import { isSystemError, type World } from './world.ts';

export interface HolidayFiles {
  readonly holidays: Reading<HolidayTables, Code>;
  readonly identities: ReadonlySet<string>;
  /** Their paths, each once, in the order of the policy. */
  readonly names: readonly string[];
}

/**
 * The calendar files that the policy names under `holidays`. What is in the way of reading one is told, and gives the
 * exit code: they are parts of the agreement. Findings are for those to tell who use the result.
 */
export async function readHolidayFiles(
  world: World,
  policy: Policy,
): Promise<HolidayFiles | { readonly exit: ExitCode }> {
  const named = new Map(
    [policy, ...policy.earlier]
      .flatMap(({ calendars }) => [...calendars.values()])
      .flatMap(({ holidays }) =>
        holidays.flatMap((source) => (source.kind === 'ics' ? [[keyOf(source), source] as const] : [])),
      ),
  );
  const tables = new Map<string, Holidays>();
  const identities = new Set<string>();
  const diagnostics: Diagnostic<Code>[] = [];
  const missing: string[] = [];
  const texts = new Map<string, string>();
  for (const [key, source] of named) {
    const found = await findCompanion(world, source);
    if (found.kind === 'missing') missing.push(found.complaint);
    else if (found.kind === 'unreadable') diagnostics.push(found.diagnostic);
    else {
      identities.add(found.identity);
      const text = await readText(world, found.name);
      if (typeof text !== 'string') diagnostics.push(text);
      else {
        texts.set(found.name, text);
        const reading = readIcs(found.name, text);
        tables.set(key, reading.value);
        diagnostics.push(...reading.diagnostics);
      }
    }
  }
  await tell(world, missing.join(''));
  const isUseless = diagnostics.some(isError);
  if (isUseless) await tellDiagnostics(world, diagnostics, { quiet: false, sourceOf: (name) => texts.get(name) });
  if (missing.length > 0) return { exit: EXIT.fileNotFound };
  return isUseless
    ? { exit: EXIT.badPolicy }
    : { holidays: { value: tables, diagnostics }, identities, names: [...texts.keys()] };
}

async function readText(world: World, name: string): Promise<string | Diagnostic<Code>> {
  try {
    const bytes = await world.files.read(name);
    const text = decode(bytes);
    if (text !== undefined) return text;
    return {
      code: 'bad-ics',
      place: { file: name, line: firstBadLine(bytes) },
      message: 'this line is not UTF-8',
      hint: 'Save the calendar as UTF-8.',
    };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unreadableFile(name, error);
  }
}
