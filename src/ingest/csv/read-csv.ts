import { Buffer } from 'node:buffer';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { FileOptions } from '../../domain/policy.ts';
import type { Peeked } from '../bytes/peek.ts';
import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { type TableRows, type TakeRecord, tableRows } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';
import { detectDelimiter, firstLine, likelyDelimiter } from './delimiter.ts';
import { lineCounter } from './line-counter.ts';
import { findQuoteFault } from './quote-fault.ts';

export interface CsvOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
  readonly options: FileOptions;
}

/**
 * Reads a CSV file: UTF-8 without a byte order mark, of which `bytes.head` holds the header. Records end in LF or
 * CRLF, in a file whose header ends in CR also in CR. Throws `Unusable` for missing columns and broken quoting.
 */
export async function readCsv(bytes: Peeked, csv: CsvOptions, sink: RowSink): Promise<void> {
  const { file, wanted, options } = csv;
  await cutCsv(bytes, csv, (delimiter) => {
    const doubt = (cells: readonly string[]) => {
      const likely = likelyDelimiter(cells, delimiter);
      return (
        likely &&
        `The cells seem to be divided by ${JSON.stringify(likely)}: set records.file.delimiter to ${JSON.stringify(likely)}.`
      );
    };
    return tableRows({ file, wanted, doubt, ...(options.header && { header: options.header }) }, sink);
  });
}

/** Cuts a CSV file into records, the header among them; `taker` hears what divides its cells. Throws as `readCsv` does. */
export async function cutCsv(
  bytes: Peeked,
  { file, wanted, options }: CsvOptions,
  taker: (delimiter: string) => TableRows,
): Promise<void> {
  const head = Buffer.from(bytes.head).toString('utf8');
  const headerLine = firstLine(head);
  const delimiter = options.delimiter ?? detectDelimiter(headerLine, wanted === 'all' ? [] : wanted);
  const breaks = head[head.indexOf(headerLine) + headerLine.length] === '\r' ? returnKind(head, headerLine) : 'lf';
  const table = taker(delimiter);
  await eachRecord(bytes.chunks, { file, delimiter, breaks }, table.take);
  table.finish();
}

function returnKind(head: string, headerLine: string): 'lf' | 'cr' {
  return head[head.indexOf(headerLine) + headerLine.length + 1] === '\n' ? 'lf' : 'cr';
}

interface Cutting {
  readonly file: string;
  readonly delimiter: string;
  readonly breaks: 'lf' | 'cr';
}

async function eachRecord(chunks: AsyncIterable<Uint8Array>, cutting: Cutting, take: TakeRecord): Promise<void> {
  const { file, delimiter, breaks } = cutting;
  const lines = lineCounter(breaks);
  // What has been read since the last record ended: where it breaks off is looked for when it does.
  const unfinished: { start: number; bytes: Uint8Array }[] = [];
  let length = 0;
  let recordStart = 0;

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of chunks) {
      while (unfinished[0] !== undefined && unfinished[0].start + unfinished[0].bytes.length <= recordStart) {
        unfinished.shift();
      }
      unfinished.push({ start: length, bytes });
      length += bytes.length;
      lines.add(bytes);
      yield bytes;
    }
  }

  function takeCut(cells: readonly string[], end: number): void {
    // Quotes inside a cell are text. But csv-parse also takes `"a"b` for a cell, and with it whatever an earlier
    // unclosed quote swallowed; such a cell keeps its opening quote.
    if (cells.some((cell) => cell.startsWith('"'))) requireSoundQuotes(recordText(end), 'CSV_INVALID_CLOSING_QUOTE');
    take(cells, lines.lineAt(recordStart));
    recordStart = end;
  }

  /** What has been read of the record that is being cut, up to `end`. */
  function recordText(end: number): string {
    const start = unfinished[0]?.start ?? 0;
    const bytes = Buffer.concat(unfinished.map((chunk) => chunk.bytes));
    return bytes.toString('utf8', recordStart - start, end - start);
  }

  function requireSoundQuotes(record: string, code: string): void {
    const index = findQuoteFault(record, delimiter);
    if (index === undefined) return;
    const line = lines.lineAt(recordStart + Buffer.byteLength(record.slice(0, index)));
    throw new Unusable({
      code: 'bad-csv',
      place: { file, line },
      ...csvFault(code, record.slice(index, index + 2 * EXCERPT)),
    });
  }

  const parser = parse({
    delimiter,
    record_delimiter: breaks === 'lf' ? ['\r\n', '\n'] : ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    on_record(cells: readonly string[], { bytes: end }) {
      takeCut(cells, end);
      return null;
    },
  });
  try {
    // Rows are taken as they are cut, in `on_record`; nothing comes out at the other end.
    await pipeline(counted(), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    requireSoundQuotes(recordText(length), error.code);
    throw new Unusable({
      code: 'bad-csv',
      place: { file, line: lines.lineAt(recordStart) },
      ...csvFault(error.code),
    });
  }
}

/** Letters of a faulty cell that are shown. */
const EXCERPT = 30;

/** @param text what the faulty record holds from the quote on, where that is known */
function csvFault(code: string, text?: string): { readonly message: string; readonly hint: string } {
  const hint = 'A quote that is part of the text is written twice: "say ""hi""".';
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
