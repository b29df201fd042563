import { Buffer } from 'node:buffer';
import type { TakeRecord } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';
import type { Dialect } from './dialect.ts';
import { lineCounter } from './line-counter.ts';
import { findQuoteFault } from './quote-fault.ts';

export interface Cutting {
  readonly file: string;
  readonly dialect: Dialect;
  /** Where the text begins; absent: on the first line. */
  readonly line?: number;
}

export interface Cut {
  /** The text ends without a line break. */
  readonly isCutOff: boolean;
}

/** Bytes that a record may have. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

/** Cuts a text whose cells may be enclosed by quotes into records. Throws `Unusable` for broken quoting. */
export async function cutQuoted(
  chunks: AsyncIterable<Uint8Array>,
  { file, dialect, line: firstLine }: Cutting,
  take: TakeRecord,
): Promise<Cut> {
  // Loaded with the first text that needs it.
  const [{ CsvError, parse }, { pipeline }] = await Promise.all([import('csv-parse'), import('node:stream/promises')]);
  const { delimiter, quote, escaper, breaks } = dialect;
  const lines = lineCounter(breaks, firstLine);
  // What has been read since the last record ended: where it breaks off is looked for when it does.
  const unfinished: { start: number; bytes: Uint8Array }[] = [];
  let length = 0;
  let recordStart = 0;
  let last: number | undefined;

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of chunks) {
      while (unfinished[0] !== undefined && unfinished[0].start + unfinished[0].bytes.length <= recordStart) {
        unfinished.shift();
      }
      if (length - recordStart > LONGEST_RECORD) {
        requireSoundQuotes(recordText(length), 'CSV_QUOTE_NOT_CLOSED');
        throw endless(file, lines.lineAt(recordStart));
      }
      unfinished.push({ start: length, bytes });
      length += bytes.length;
      last = bytes.at(-1);
      lines.add(bytes);
      yield bytes;
    }
  }

  function takeCut(cells: string[], end: number): void {
    if (end - recordStart > LONGEST_RECORD) throw endless(file, lines.lineAt(recordStart));
    // Quotes inside a cell are text. But csv-parse also takes `"a"b` for a cell, and with it whatever an earlier
    // unclosed quote swallowed; such a cell keeps its opening quote.
    if (quote !== '' && cells.some((cell) => cell.startsWith(quote))) {
      requireSoundQuotes(recordText(end), 'CSV_INVALID_CLOSING_QUOTE');
    }
    // Blank lines are no records; there may be millions.
    const isBlank = cells.length === 1 && cells[0] === '';
    const line = lines.lineAt(recordStart);
    if (!isBlank) take(cells, line);
    recordStart = end;
  }

  /** What has been read of the record that is being cut, up to `end`. */
  function recordText(end: number): string {
    const pieces = unfinished.map(({ start, bytes }) =>
      bytes.subarray(Math.max(0, recordStart - start), Math.max(0, end - start)),
    );
    return Buffer.concat(pieces).toString('utf8');
  }

  function requireSoundQuotes(record: string, code: string): void {
    const index = findQuoteFault(record, dialect);
    if (index === undefined) return;
    const line = lines.lineAt(recordStart + Buffer.byteLength(record.slice(0, index)));
    const fault = csvFault(code, dialect, record.slice(index, index + 2 * EXCERPT));
    throw new Unusable({ code: 'bad-csv', place: { file, line }, ...fault });
  }

  const parser = parse({
    delimiter,
    quote: quote === '' ? null : quote,
    escape: quote === '' ? null : escaper,
    record_delimiter: breaks === 'lf' ? ['\r\n', '\n'] : ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    // In quotes it is a text. Asking costs a good deal, and is for such files only.
    ...(escaper === '\\' && { cast: (cell, { quoting }) => (cell === '\\N' && !quoting ? '' : cell) }),
    on_record(cells: string[], { bytes: end }) {
      takeCut(cells, end);
      // Of each record that is not as long as its first, csv-parse makes an error with a copy of the record, and drops it: below
      // a title line that is every record, and takes seven times as long. So each is the first.
      info.records = 0;
      return null;
    },
  });
  const { info }: { readonly info: { records: number } } = parser;
  try {
    // Rows are taken as they are cut, in `on_record`; nothing comes out at the other end.
    await pipeline(counted(), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    requireSoundQuotes(recordText(length), error.code);
    const line = lines.lineAt(recordStart);
    throw new Unusable({ code: 'bad-csv', place: { file, line }, ...csvFault(error.code, dialect) });
  }
  return { isCutOff: last !== undefined && last !== 0x0a && last !== 0x0d };
}

export function endless(file: string, line: number): Unusable {
  return new Unusable({
    code: 'too-long-record',
    place: { file, line },
    message: `the record that begins here is longer than ${LONGEST_RECORD / 1024 / 1024} MiB`,
    hint: 'A row ends with its line. Is the file a table, and are its line ends LF, CRLF or CR?',
  });
}

/** Letters of a faulty cell that are shown. */
const EXCERPT = 30;

/** @param text what the faulty record holds from the quote on, where that is known */
function csvFault(
  code: string,
  { quote, escaper }: Dialect,
  text?: string,
): { readonly message: string; readonly hint: string } {
  const doubled = `${quote}say ${escaper}${quote}hi${escaper}${quote}${quote}`;
  const isBackslash = escaper !== '\\' && text?.includes(`\\${quote}`) === true;
  const hints = [
    `A quote that is part of the text is written ${escaper === quote ? 'twice' : 'with the escape before it'}: ${doubled}.`,
    isBackslash ? String.raw`If the file writes it with a backslash, set records.file.escape to "\\".` : '',
  ];
  const hint = hints.join(' ').trim();
  const [line = ''] = text?.split(/[\r\n]/) ?? [];
  const cell = text === undefined ? '' : `: ${line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line}`;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return { message: `a quote is never closed, so that all the rest would be one cell${cell}`, hint };
  }
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE') {
    return { message: `a quoted cell goes on after its closing quote${cell}`, hint };
  }
  return { message: `the record that begins here cannot be read (${code})`, hint: 'Mend the row.' };
}
