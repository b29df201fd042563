import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { en } from '../locale/en.ts';
import { english, inWords, type SentenceBook, type TimeWriter } from '../locale/sentence.ts';
import { onOneLine } from '../locale/visible.ts';
import { displayWidth } from '../locale/width.ts';
import { type Code, codes, type Severity } from './codes.ts';

/** By file, line, column, code; whatever has no place comes first. The list itself stays as it is. */
export function inOrder<Each extends Diagnostic>(diagnostics: readonly Each[]): Each[] {
  const rank = (each: Each): readonly (string | number)[] => {
    const { file = '', line = 0, column = 0 } = each.place ?? {};
    return [file, line, column, each.code, english(each.message)];
  };
  return diagnostics
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ each }) => each);
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** How many there are of each gravity. */
export function countBySeverity(diagnostics: readonly Diagnostic<Code>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { code } of diagnostics) counts[codes[code].severity] += 1;
  return counts;
}

/** In whose words diagnostics are told; what stands in no report is told in English in any case. */
export interface Tongue extends SentenceBook {
  readonly telling: { readonly severities: Readonly<Record<Severity, string>> };
}

/**
 * Diagnostics for a person: place, what is wrong, the line with the spot marked, how to mend it; an empty line
 * between two. Sorted; every line ends with a line break. An excerpt is shown where `sourceOf` knows the file's text; instants are
 * told by `local`, where there is one, else in UTC.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic<Code>[],
  sourceOf: (file: string) => string | undefined,
  tongue: Tongue = en,
  local?: TimeWriter,
): string {
  // One split per file: a policy with thousands of faults is read a line at a time.
  const lines = new Map<string, readonly string[]>();
  const lineOf = ({ file, line }: Place): string | undefined => {
    if (line === undefined) return undefined;
    if (!lines.has(file)) lines.set(file, sourceOf(file)?.split(/\r\n|\n/) ?? []);
    return lines.get(file)?.[line - 1];
  };
  return inOrder(diagnostics)
    .map((diagnostic) => `${formatDiagnostic(diagnostic, lineOf, tongue, local).join('\n')}\n`)
    .join('\n');
}

function formatDiagnostic(
  { code, place, message, hint }: Diagnostic<Code>,
  lineOf: (place: Place) => string | undefined,
  tongue: Tongue,
  local?: TimeWriter,
): string[] {
  const where = place
    ? `${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')}: `
    : '';
  const source = place && lineOf(place);
  const said = shortened(inWords(message, tongue, local));
  return [
    onOneLine(`${where}${tongue.telling.severities[codes[code].severity]}: ${said} [${code}]`),
    ...(source !== undefined && place?.column !== undefined ? excerpt(source, place.column, place) : []),
    ...(hint === undefined ? [] : wrap(onOneLine(inWords(hint, tongue, local)), 116).map((line) => `  ${line}`)),
  ];
}

/** A whole file may stand where a word was expected. */
const LONGEST_MESSAGE = 600;

function shortened(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;
}

/** Widest excerpt that still stands on one line of a terminal; longer lines are cut around the spot. */
const WIDEST = 100;

/** The line, and under it carets as wide as what they mark, Chinese letters counting double. */
function excerpt(source: string, column: number, { line, length = 1 }: Place): string[] {
  const number = String(line).padStart(4);
  const start = Math.max(0, column - 1 - WIDEST / 2);
  const cut = displayWidth(source) > WIDEST;
  const from = cut ? start : 0;
  const shown = visible(source.slice(from, cut ? start + WIDEST : undefined));
  const before = visible(source.slice(from, column - 1));
  const marked = visible(source.slice(column - 1, column - 1 + length)).slice(0, shown.length);
  const lead = from > 0 ? '…' : '';
  const tail = cut && start + WIDEST < source.length ? '…' : '';
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [`${number} | ${lead}${shown}${tail}`.trimEnd(), `     | ${' '.repeat(displayWidth(lead + before))}${carets}`];
}

/** Tabs and control characters would move the carets. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replaceAll('\t', ' ').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** Breaks at spaces only. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
