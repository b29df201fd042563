import { Buffer } from 'node:buffer';
import type { TakeRecord } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';
import type { Dialect } from './dialect.ts';
import { type LineCounter, lineCounter } from './line-counter.ts';
import { findQuoteFault } from './quote-fault.ts';
import { resumed } from './resumed.ts';

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
  { file, dialect, line = 1 }: Cutting,
  take: TakeRecord,
): Promise<Cut> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const closely = new Cutter({ file, dialect, line, isTolerant: dialect.escaper === '\\' }, take);
    if (await closely.cut(iterator)) return closely.ending();
    const tolerant = new Cutter({ file, dialect, line: closely.line, isTolerant: true }, take);
    await tolerant.cut(resumed(closely.unfinishedUpTo(), iterator));
    return tolerant.ending();
  } finally {
    await iterator.return?.();
  }
}

interface Manner extends Required<Cutting> {
  /**
   * Blanks around cells are taken off, and quotes may stand behind them. To ask for each byte whether it is a blank takes a third of the
   * time, and most exports have none: so it is asked from the first record on whose cells begin or end with blanks or with a quote that
   * cannot be told, and of that one, too.
   */
  readonly isTolerant: boolean;
}

/** Has csv-parse cut a text, once. */
class Cutter {
  private readonly manner: Manner;
  private readonly take: TakeRecord;
  private readonly lines: LineCounter;
  /** What has been read since the last record ended: where it breaks off is looked for when it does. */
  private readonly unfinished: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  private length = 0;
  private recordStart = 0;
  private last: number | undefined;
  /** A record was met that only the tolerant manner can cut; nothing was taken since. */
  private isLeft = false;

  constructor(manner: Manner, take: TakeRecord) {
    this.manner = manner;
    this.take = take;
    this.lines = lineCounter(manner.dialect.breaks, manner.line);
  }

  /** The line on which the record begins that is not taken yet … */
  get line(): number {
    return this.lines.lineAt(this.recordStart);
  }

  /** … and what was read from it on. */
  unfinishedUpTo(end = this.length): Buffer {
    const pieces = this.unfinished.map(({ start, bytes }) =>
      bytes.subarray(Math.max(0, this.recordStart - start), Math.max(0, end - start)),
    );
    return Buffer.concat(pieces);
  }

  ending(): Cut {
    return { isCutOff: this.last !== undefined && this.last !== 0x0a && this.last !== 0x0d };
  }

  /** Whether all is cut; else what is unfinished, and whatever comes, has to be cut in the tolerant manner. */
  async cut(chunks: AsyncIterator<Uint8Array>): Promise<boolean> {
    // Loaded with the first text that needs it.
    const [{ CsvError, parse }, { pipeline }] = await Promise.all([
      import('csv-parse'),
      import('node:stream/promises'),
    ]);
    const { file, dialect, isTolerant } = this.manner;
    const { delimiter, quote, escaper, breaks } = dialect;
    const parser = parse({
      delimiter,
      quote: quote === '' ? null : quote,
      escape: quote === '' ? null : escaper,
      record_delimiter: breaks === 'lf' ? ['\r\n', '\n'] : ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: isTolerant,
      // In quotes it is a text. Asking costs a good deal, and is for such files only.
      ...(escaper === '\\' && { cast: (cell, { quoting }) => (cell === '\\N' && !quoting ? '' : cell) }),
      on_record: (cells: string[], { bytes: end }) => {
        this.takeCut(cells, end);
        // Of each record that is not as long as its first, csv-parse makes an error with a copy of the record, and drops it: below
        // a title line that is every record, and takes seven times as long. So each is the first.
        info.records = 0;
        return null;
      },
    });
    const { info }: { readonly info: { records: number } } = parser;
    try {
      // Rows are taken as they are cut, in `on_record`; nothing comes out at the other end.
      await pipeline(this.counted(chunks), parser.resume());
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      if (!isTolerant) return false;
      this.requireSoundQuotes(this.length, error.code);
      throw new Unusable({ code: 'bad-csv', place: { file, line: this.line }, ...csvFault(error.code, dialect) });
    }
    return !this.isLeft;
  }

  /** Nothing more is asked for once the record is met that is not taken: whoever goes on begins with what was read. */
  private async *counted(chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { file, isTolerant } = this.manner;
    const { unfinished } = this;
    while (!this.isLeft) {
      const next = await chunks.next();
      if (next.done === true) return;
      const bytes = next.value;
      while (unfinished[0] !== undefined && unfinished[0].start + unfinished[0].bytes.length <= this.recordStart) {
        unfinished.shift();
      }
      if (this.length - this.recordStart > LONGEST_RECORD && isTolerant) {
        this.requireSoundQuotes(this.length, 'CSV_QUOTE_NOT_CLOSED');
        throw endless(file, this.line);
      }
      unfinished.push({ start: this.length, bytes });
      this.isLeft = this.length - this.recordStart > LONGEST_RECORD;
      this.length += bytes.length;
      this.last = bytes.at(-1);
      this.lines.add(bytes);
      if (!this.isLeft) yield bytes;
    }
  }

  private takeCut(cells: string[], end: number): void {
    const { file, dialect, isTolerant } = this.manner;
    if (!isTolerant && (this.isLeft || this.isLoose(cells, end))) {
      this.isLeft = true;
      return;
    }
    if (end - this.recordStart > LONGEST_RECORD) throw endless(file, this.line);
    // Quotes inside a cell are text. But csv-parse also takes `"a"b` for a cell, and with it whatever an earlier
    // unclosed quote swallowed; such a cell keeps its opening quote.
    if (isTolerant && dialect.quote !== '' && cells.some((cell) => cell.startsWith(dialect.quote))) {
      this.requireSoundQuotes(end, 'CSV_INVALID_CLOSING_QUOTE');
    }
    // Blank lines are no records; there may be millions.
    const isBlank = cells.length === 1 && cells[0] === '';
    const { line } = this;
    if (!isBlank) this.take(cells, line);
    this.recordStart = end;
  }

  /** Whether the tolerant manner may make something else of a record. */
  private isLoose(cells: readonly string[], end: number): boolean {
    const { quote } = this.manner.dialect;
    let hasQuote = false;
    for (const cell of cells) {
      if (cell === '') continue;
      if (mayBeBlank(cell.charCodeAt(0)) || mayBeBlank(cell.charCodeAt(cell.length - 1))) return true;
      if (quote !== '' && cell.startsWith(quote)) hasQuote = true;
    }
    return end - this.recordStart > LONGEST_RECORD || (hasQuote && this.quoteFault(end) !== undefined);
  }

  /** What is wrong with the quotes of what was read of the record that is being cut, up to `end`. */
  private quoteFault(end: number): { readonly before: string; readonly text: string } | undefined {
    const record = this.unfinishedUpTo(end).toString('utf8');
    const index = findQuoteFault(record, this.manner.dialect);
    if (index === undefined) return undefined;
    return { before: record.slice(0, index), text: record.slice(index, index + 2 * EXCERPT) };
  }

  private requireSoundQuotes(end: number, code: string): void {
    const { file, dialect } = this.manner;
    const fault = this.quoteFault(end);
    if (fault === undefined) return;
    const line = this.lines.lineAt(this.recordStart + Buffer.byteLength(fault.before));
    throw new Unusable({ code: 'bad-csv', place: { file, line }, ...csvFault(code, dialect, fault.text) });
  }
}

/** What csv-parse takes off is what `trim` does; in ASCII other control characters may count as blanks here. */
function mayBeBlank(code: number): boolean {
  return code <= 0x20 || (code >= 0x80 && String.fromCharCode(code).trim() === '');
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
