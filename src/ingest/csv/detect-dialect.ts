import { say } from '../../diagnostics/say.ts';
import type { Sentence } from '../../domain/diagnostic.ts';
import type { FileOptions } from '../../domain/policy.ts';
import type { NamedColumn, Wanted } from '../rows/named-columns.ts';
import type { Refusal } from '../rows/row-sink.ts';
import { isMergedOver, readHeader } from '../table/header.ts';
import { matchColumns } from '../table/match-columns.ts';
import { type CutHead, cutHead } from './cut-head.ts';
import type { Dialect } from './dialect.ts';

/** A dialect, as far as it was found out. */
export interface DetectedDialect extends Dialect {
  /** What is out of the ordinary. */
  readonly findings: readonly Refusal[];
}

/** What may stand between cells, in the order of preference. */
const DELIMITERS = [',', ';', '\t', '|'];
/** What does so seldom: only where it brings out all the columns that are named or, without a policy, the same count in every line. */
const SELDOM = ['^', '~', '\u0001', '\u001f', '\u241f', '¦', '，', '、'];
/** Too common in cells to be believed without the names. */
const ONLY_NAMED = [':', '：'];

interface Judged {
  readonly trial: Dialect;
  readonly cut: CutHead;
  /** Columns that are wanted and there, and whether all are that must be. */
  readonly found: number;
  readonly isProven: boolean;
  /** The cells that most records have, and the share of records that have so many. */
  readonly width: number;
  readonly share: number;
}

/**
 * How a text is written, as far as the options leave it open, by what its head says. Of what can divide cells, that which brings out
 * most of the wanted columns; where there are none, that under which most records have the same number of cells. Cells are enclosed by `"`
 * and a quote in them is doubled, unless the head proves otherwise.
 */
export function detectDialect(head: string, isWhole: boolean, options: FileOptions, wanted: Wanted): DetectedDialect {
  const columns = wanted === 'all' ? [] : wanted;
  const declared = /^\ufeff?"?sep=([^\r\n])"?[ \t]*(?=\r|\n|$)/i.exec(head)?.[1];
  const isDeclared = declared !== undefined;
  const text = isDeclared ? head.slice(head.search(/[\r\n]|$/)).replace(/^\r?\n|^\r/, '') : head;
  const breaks = firstBreaks(text);
  const quote = options.quote ?? '"';
  const escaper = options.escape ?? quote;
  const judge = (trial: Dialect): Judged => judged(trial, cutHead(text, trial, isWhole), columns);

  const stated = options.delimiter ?? declared;
  const delimiters = stated === undefined ? candidates(text) : [stated];
  let best = judge({ delimiter: delimiters[0] ?? ',', quote, escaper, breaks, isDeclared });
  for (const delimiter of delimiters.slice(1)) {
    // None brings out more than all that are wanted.
    if (best.isProven && best.found === columns.length) break;
    const next = judge({ ...best.trial, delimiter });
    if (isBetter(next, best)) best = next;
  }
  if (breaks === 'lf' && /\r(?!\n)/.test(text)) {
    const next = judge({ ...best.trial, breaks: 'cr' });
    if (next.found >= best.found && next.cut.faults <= best.cut.faults && next.share > best.share) best = next;
  }
  const plain = best;
  // Where no column was found, the quotes around their names may be why.
  const among = plain.found === 0 && columns.length > 0 ? delimiters : [plain.trial.delimiter];
  for (const trial of among.flatMap((delimiter) => variants(text, { ...plain.trial, delimiter }, options))) {
    const next = judge(trial);
    if (isProof(next, plain) && (best === plain || isBetter(next, best))) best = next;
  }
  return { ...best.trial, findings: findings(best.trial, options, stated) };
}

function candidates(text: string): readonly string[] {
  return [...DELIMITERS, ...[...SELDOM, ...ONLY_NAMED].filter((delimiter) => text.includes(delimiter))];
}

/** Other ways to quote, each of which needs a proof. */
function variants(text: string, trial: Dialect, { quote, escape: stated }: FileOptions): readonly Dialect[] {
  const quotes = quote === undefined && text.includes("'") ? [trial.quote, "'"] : [trial.quote];
  const all = quotes.flatMap((each) => {
    const isBackslash = stated === undefined && text.includes('\\');
    const doubled = { ...trial, quote: each, escaper: stated ?? each };
    return isBackslash ? [doubled, { ...doubled, escaper: '\\' }] : [doubled];
  });
  // MySQL's and PostgreSQL's own dumps: nothing is enclosed, everything is escaped.
  if (quote === undefined && text.includes('\\N')) all.push({ ...trial, quote: '', escaper: '\\' });
  return all.slice(1);
}

function isProof(next: Judged, plain: Judged): boolean {
  if (next.cut.faults > 0 || next.found < plain.found) return false;
  const { trial, cut } = next;
  const isEscaped = trial.escaper === '\\' && trial.escaper !== plain.trial.escaper;
  if (trial.quote === '') return cut.nulls > 0 && plain.cut.quoted === 0;
  if (isEscaped && cut.escaped === 0 && (cut.nulls === 0 || plain.cut.faults > 0)) return false;
  if (isEscaped && trial.quote === plain.trial.quote) return true;
  // Another quote: it brings out the columns, or encloses much where the usual one encloses nothing.
  if (next.isProven && next.found > plain.found) return true;
  const filled = cut.records.reduce((sum, cells) => sum + cells.filter((cell) => cell !== '').length, 0);
  return (
    trial.delimiter === plain.trial.delimiter &&
    plain.cut.quoted === 0 &&
    cut.quoted >= 3 &&
    (cut.quoted * 2 >= filled || next.share > plain.share)
  );
}

function judged(trial: Dialect, cut: CutHead, columns: readonly NamedColumn[]): Judged {
  const { records } = cut;
  let [found, isProven] = [0, false];
  for (const [index, cells] of records.entries()) {
    const upper = records[index - 1];
    const headers = [readHeader(cells)];
    if (upper !== undefined && isMergedOver(upper, cells)) headers.push(readHeader(upper, cells));
    for (const header of headers) {
      const match = matchColumns(columns, header);
      found = Math.max(found, match.positions.filter((position) => position >= 0).length);
      isProven ||= found > 1 && match.found === match.required;
    }
    if (columns.length === 0 || isProven) break;
  }
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [1, 0];
  for (const [length, count] of counts) {
    if (length > 1 && (count > most || (count === most && length > width))) [width, most] = [length, count];
  }
  return { trial, cut, found, isProven, width, share: records.length === 0 ? 0 : most / records.length };
}

/** Of equals the earlier one stays. */
function isBetter(next: Judged, best: Judged): boolean {
  const { delimiter } = next.trial;
  if (delimiter !== best.trial.delimiter && !next.isProven) {
    if (ONLY_NAMED.includes(delimiter)) return false;
    // A rare character in a text must not win over a common one that cuts most records alike.
    if (SELDOM.includes(delimiter) && (next.share < 0.9 || next.width < 3 || best.share > 0.5)) return false;
  }
  if (next.found !== best.found) return next.found > best.found;
  if (next.found > 0 && next.isProven === best.isProven && delimiter !== best.trial.delimiter) return false;
  if (next.cut.faults !== best.cut.faults) return next.cut.faults < best.cut.faults;
  if (next.share !== best.share) return next.share > best.share;
  return next.width > best.width;
}

/** The first break tells whether a CR alone ends records. */
function firstBreaks(text: string): Dialect['breaks'] {
  let isQuoted = false;
  let hasContent = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && character === '\n') {
      if (hasContent) return 'lf';
    } else if (!isQuoted && character === '\r') {
      if (text[index + 1] !== '\n') return 'cr';
    } else if (character?.trim() !== '') hasContent = true;
  }
  return 'lf';
}

function findings(trial: Dialect, options: FileOptions, stated: string | undefined): readonly Refusal[] {
  const told: Sentence[] = [];
  const keys: string[] = [];
  const add = (what: Sentence, key: string, value: string) => {
    told.push(what);
    keys.push(`${key}: ${value}`);
  };
  if (stated === undefined && !DELIMITERS.includes(trial.delimiter)) {
    add(say`cells are divided by ${JSON.stringify(trial.delimiter)}`, 'delimiter', JSON.stringify(trial.delimiter));
  }
  if (options.quote === undefined && trial.quote !== '"') {
    const what = trial.quote === '' ? say`no quotes enclose cells` : say`cells are enclosed by ${trial.quote}`;
    add(what, 'quote', trial.quote === '' ? 'none' : JSON.stringify(trial.quote));
  }
  if (options.escape === undefined && trial.escaper !== trial.quote) {
    add(say`a backslash escapes, and ${String.raw`\N`} is blank`, 'escape', String.raw`"\\"`);
  }
  if (told.length === 0) return [];
  const message = told.reduce((before, what) => say`${before}; ${what}`);
  return [
    { code: 'detected-dialect', message, hint: say`records.file in the policy states it: {${keys.join(', ')}}.` },
  ];
}

/** Of a header that is one single cell, the delimiter that was probably meant. */
export function likelyDelimiter(cells: readonly string[], used: string): string | undefined {
  const [only] = cells;
  if (only === undefined || cells.length > 1) return undefined;
  return DELIMITERS.find((delimiter) => delimiter !== used && only.includes(delimiter));
}
