import { Buffer } from 'node:buffer';
import type { FileOptions } from '../../domain/policy.ts';
import type { Peeked } from '../bytes/peek.ts';
import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { type TableRows, tableRows } from '../table/table-rows.ts';
import { takeByLane } from '../table/text-lane.ts';
import { cutEscaped } from './cut-escaped.ts';
import { cutPlain, isPlain } from './cut-plain.ts';
import { type Cut, type Cutting, cutQuoted } from './cut-quoted.ts';
import { type DetectedDialect, detectDialect, likelyDelimiter } from './detect-dialect.ts';

export interface CsvOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
  readonly options: FileOptions;
}

/**
 * Reads a CSV file: UTF-8 without a byte order mark, of which `bytes.head` shows how it is written. Throws `Unusable` for
 * missing columns, broken quoting, and records without end.
 */
export async function readCsv(bytes: Peeked, csv: CsvOptions, sink: RowSink): Promise<void> {
  const { file, wanted, options } = csv;
  await cutCsv(bytes, csv, ({ delimiter, quote, findings, breaks }) => {
    const lineEnds = breaks === 'cr' ? 'cr' : firstBreak(bytes.head) === '\r\n' ? 'crlf' : 'lf';
    sink.written?.({ format: 'csv', delimiter, quote, lineEnds });
    for (const finding of findings) sink.remark(finding);
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

/** Cuts a CSV file into records, the header among them; `taker` hears how it is written. Throws as `readCsv` does. */
export async function cutCsv(
  bytes: Peeked,
  { file, wanted, options }: CsvOptions,
  taker: (dialect: DetectedDialect) => TableRows,
): Promise<void> {
  const head = Buffer.from(bytes.head).toString('utf8');
  const dialect = detectDialect(head, bytes.isWhole, options, wanted);
  const table = taker(dialect);
  let isFirst = true;
  const take: TableRows['take'] = (cells, line) => {
    if (!(isFirst && dialect.isDeclared)) table.take(cells, line);
    isFirst = false;
  };
  const cutting = { file, dialect };
  const { isCutOff } =
    isPlain(dialect) && options.parser === undefined
      ? await cutPlain(bytes.chunks, cutting, { take, ...(table.lane && { lane: table.lane }) })
      : dialect.quote === '' && dialect.escaper !== ''
        ? await cutEscaped(bytes.chunks, cutting, take)
        : await cutQuotedByLane(bytes.chunks, cutting, { ...table, take });
  table.finish(isCutOff);
}

/** Of a record that cannot be cut those before it are taken all the same. */
async function cutQuotedByLane(chunks: AsyncIterable<Uint8Array>, cutting: Cutting, table: TableRows): Promise<Cut> {
  const { take, handOver } = takeByLane(table, false);
  try {
    return await cutQuoted(chunks, cutting, take);
  } finally {
    handOver();
  }
}

function firstBreak(head: Uint8Array): '\r\n' | '\n' {
  const at = head.indexOf(0x0a);
  return at > 0 && head[at - 1] === 0x0d ? '\r\n' : '\n';
}
