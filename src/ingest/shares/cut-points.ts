import { Buffer } from 'node:buffer';
import type { Records } from '../../domain/policy.ts';
import { kindOfFile } from '../bytes/kind-of-file.ts';
import { detectDialect } from '../csv/detect-dialect.ts';
import type { Dialect } from '../csv/dialect.ts';
import { namedColumns } from '../rows/named-columns.ts';
import { formatOf } from '../text-format.ts';
import { isObjectALine, lineStart } from './object-lines.ts';
import { recordStart } from './record-starts.ts';

/** The bytes of a file from `from` up to, not including, `to`, or its end. */
export type ReadBytes = (from: number, to: number) => AsyncIterable<Uint8Array>;

/** Where a file can be cut in pieces. */
export interface CutPoints {
  /** Its beginning, that says how it is written, ends here: between two records. */
  readonly beginning: number;
  /** Behind it, in rising order. */
  readonly points: readonly number[];
}

/** So much of a file is looked at to see how it is written … */
const BEGINNING = 1 << 20;
/** … and so much to find where a record begins. */
const WINDOW = 1 << 20;

/** Where behind the beginning of some bytes a record begins, as far as one can tell who has not read what stands before; -1: nowhere. */
type RecordStart = (bytes: Buffer) => number;

/**
 * Where a file can be cut near each of the targets, in rising order; `undefined` where it cannot be cut: nothing but a delimited text
 * can, whose records end in line breaks and whose cells stand in double quotes, if in any, and JSON of an object a line.
 */
export async function cutPoints(
  read: ReadBytes,
  targets: readonly number[],
  records: Records,
): Promise<CutPoints | undefined> {
  const head = await allOf(read(0, BEGINNING));
  // A text of two bytes a character has zeros.
  if (head.length < BEGINNING || head.includes(0)) return undefined;
  const startIn = recordStarts(head, records);
  if (startIn === undefined) return undefined;

  const pointBehind = async (target: number) => {
    const found = startIn(await allOf(read(target, target + WINDOW)));
    return found < 0 ? -1 : target + found;
  };

  const beginning = await pointBehind(BEGINNING);
  if (beginning < 0) return undefined;
  const points: number[] = [];
  for (const target of targets) {
    const point = await pointBehind(target);
    if (point > (points.at(-1) ?? beginning)) points.push(point);
  }
  return { beginning, points };
}

/** How records are found in a file that begins so. */
function recordStarts(head: Buffer, records: Records): RecordStart | undefined {
  if (kindOfFile(head).kind !== 'text') return undefined;
  const format = formatOf(head);
  if (format === 'json') return isObjectALine(head) ? lineStart : undefined;
  if (format !== 'csv') return undefined;
  const dialect = detectDialect(head.toString('utf8'), false, records.file, namedColumns(records));
  if (!isUsual(dialect)) return undefined;
  const separator = dialect.delimiter.charCodeAt(0);
  return (bytes) => recordStart(bytes, separator);
}

function isUsual({ delimiter, quote, escaper, breaks }: Dialect): boolean {
  return /^[\t!-~]$/.test(delimiter) && delimiter !== '"' && quote === '"' && escaper === '"' && breaks === 'lf';
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
