import { Buffer } from 'node:buffer';
import { type CutCells, filledStart } from '../cells/cut-cells.ts';
import { ownedText } from '../owned-text.ts';
import type { TableLane } from '../table/table-lane.ts';
import type { TableRows } from '../table/table-rows.ts';
import { type Cut, type Cutting, cutQuoted, LONGEST_RECORD } from './cut-quoted.ts';
import type { Dialect } from './dialect.ts';
import { recordCells } from './record-cells.ts';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;

/** Longer records are seldom: their cells do not share the record's memory. */
const LONG = 4096;

/** Whether a text can be cut byte by byte: nearly every export. */
export function isPlain({ delimiter, quote, escaper, breaks }: Dialect): boolean {
  const isPlainDelimiter = /^[\t!-~]$/.test(delimiter) && !/[\w"+-]/.test(delimiter);
  return isPlainDelimiter && quote === '"' && escaper === '"' && breaks === 'lf';
}

/**
 * Cuts a text of the plain dialect into records, in one pass over its bytes. What the table takes as it stands in the buffer costs no
 * string; of every other record the cells are made into texts.
 *
 * The same records as `cutQuoted` cuts. That is also who goes on where quotes are not sound or a record does not end, and who tells
 * what is wrong.
 */
export async function cutPlain(
  chunks: AsyncIterable<Uint8Array>,
  { file, dialect }: Cutting,
  table: Pick<TableRows, 'take' | 'lane'>,
): Promise<Cut> {
  const cutter = plainCutter(dialect.delimiter, table);
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    let isClear = true;
    while (isClear) {
      const next = await iterator.next();
      if (next.done === true) {
        isClear = cutter.finish();
        break;
      }
      isClear = cutter.cut(next.value);
    }
    if (isClear) return { isCutOff: cutter.isCutOff() };
    const { bytes, line } = cutter.rest();
    return await cutQuoted(resumed(bytes, iterator), { file, dialect, line }, table.take);
  } finally {
    await iterator.return?.();
  }
}

async function* resumed(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

interface PlainCutter {
  /** Cuts what is there with the next bytes; false: it takes another to read on from `rest`. */
  cut(chunk: Uint8Array): boolean;
  /** There are no more. */
  finish(): boolean;
  /** What is not cut, and the line on which it begins. */
  rest(): { readonly bytes: Uint8Array; readonly line: number };
  /** The text ends without a line break. */
  isCutOff(): boolean;
}

function plainCutter(delimiter: string, table: Pick<TableRows, 'take' | 'lane'>): PlainCutter {
  const separator = delimiter.charCodeAt(0);
  /** Bytes above it mean nothing outside quotes: nearly all. */
  const highest = Math.max(separator, LF);
  /** What is not cut yet, and behind it a line break, so that no loop needs to ask for the end. */
  const cells: CutCells = { bytes: Buffer.alloc(1), starts: new Int32Array(1), ends: new Int32Array(1) };
  let held = { ...cells };
  let length = 0;
  /** A record that did not end is looked at again when there is twice as much of it: else each piece would be read for each later one. */
  let enough = 0;
  let line = 1;
  let last = LF;
  let lane: TableLane | undefined;

  function append(chunk: Uint8Array): void {
    const { bytes } = held;
    if (length + chunk.length >= bytes.length) {
      const larger = Buffer.allocUnsafe(length + chunk.length + 1);
      bytes.copy(larger, 0, 0, length);
      held.bytes = larger;
    }
    held.bytes.set(chunk, length);
    length += chunk.length;
    held.bytes[length] = LF;
    last = chunk[chunk.length - 1] ?? last;
  }

  /** Hands a record over as texts. */
  function takeTexts(start: number, end: number): void {
    const cut = recordCells(held.bytes.toString('utf8', start, end), delimiter);
    table.take(end - start > LONG ? cut.map(ownedText) : cut, line);
    const next = table.lane?.();
    if (next === lane) return;
    lane = next;
    const room = lane?.positions.length ?? 0;
    held = { bytes: held.bytes, starts: new Int32Array(room), ends: new Int32Array(room) };
  }

  /** Cuts as many records as there are; false where one is not plain, which then begins what is left. */
  function scan(isLast: boolean): boolean {
    let start = 0;
    let isClear = true;
    while (start < length) {
      const end = cutRecord(start, isLast);
      if (end < 0) {
        isClear = end !== UNCLEAR && length - start <= LONGEST_RECORD;
        break;
      }
      start = end;
    }
    held.bytes.copyWithin(0, start, length);
    length -= start;
    held.bytes[length] = LF;
    enough = Math.min(2 * length, LONGEST_RECORD + 1);
    return isClear;
  }

  /** Cuts the record that begins at `start` and hands it over; where the next begins, `UNENDED` or `UNCLEAR`. */
  function cutRecord(start: number, isLast: boolean): number {
    const { bytes, starts, ends } = held;
    const positions = lane?.positions ?? NO_POSITIONS;
    const width = lane?.width ?? -1;
    let next = positions.length > 0 ? positions[0]! : -1;
    let found = 0;
    let count = 0;
    /** Behind the cells of the header. */
    let surplus = -1;
    let breaks = 0;
    let isPlainlyCut = width > 0;
    let at = start;
    for (;;) {
      let from = at;
      let to: number;
      let byte = bytes[at]!;
      if (
        byte === QUOTE ||
        ((byte <= SPACE || beginsBlank(byte)) && (from = quoteAfterBlanks(bytes, at, separator)) >= 0)
      ) {
        if (byte !== QUOTE) at = from;
        from = ++at;
        let isEscaped = false;
        for (;;) {
          while ((byte = bytes[at]!) > QUOTE || (byte !== QUOTE && byte !== LF)) at++;
          if (byte === LF) {
            if (at >= length) return isLast ? UNCLEAR : UNENDED;
            breaks++;
            at++;
          } else if (bytes[at + 1] === QUOTE && at + 1 < length) {
            isEscaped = true;
            at += 2;
          } else break;
        }
        to = at++;
        while ((byte = bytes[at]!) !== separator && byte !== LF) {
          if (byte > SPACE || (byte !== SPACE && (byte < 0x09 || byte > 0x0d))) return at < length ? UNCLEAR : UNENDED;
          at++;
        }
        if (isEscaped && count === next) isPlainlyCut = false;
      } else {
        from = at;
        while ((byte = bytes[at]!) > highest || (byte !== separator && byte !== LF)) at++;
        to = at;
      }
      if (count === next) {
        starts[found] = from;
        ends[found] = to;
        found++;
        next = found < positions.length ? positions[found]! : -1;
      }
      count++;
      if (byte !== separator) break;
      at++;
      if (count === width) surplus = at;
    }
    if (at >= length && !isLast) return UNENDED;
    if (at - start > LONGEST_RECORD) return UNCLEAR;
    if (surplus >= 0 && isBlankFrom(surplus, at)) count = width;
    if (count > 1 || filledStart(bytes, start, at) < at) {
      if (!isPlainlyCut || count !== width || lane?.take(held, line) !== true) takeTexts(start, at);
    }
    line += breaks + 1;
    return at + 1;
  }

  /** Whether nothing but delimiters and blanks stands there: cells that no column has. */
  function isBlankFrom(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const byte = held.bytes[at]!;
      if (byte !== separator && byte !== SPACE && byte !== CR) return false;
    }
    return true;
  }

  return {
    cut(chunk) {
      append(chunk);
      return length < enough || scan(false);
    },
    finish: () => scan(true),
    rest: () => ({ bytes: Buffer.from(held.bytes.subarray(0, length)), line }),
    isCutOff: () => last !== LF && last !== CR,
  };
}

const NO_POSITIONS = new Int32Array(0);
const UNENDED = -1;
const UNCLEAR = -2;

/** Of the blanks beyond ASCII: no-break spaces, those of typesetters and of the East, a byte order mark. */
function beginsBlank(byte: number): boolean {
  return byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef;
}

/** Where after blanks of any kind the quote stands that encloses a cell; -1 where there is none. */
function quoteAfterBlanks(bytes: Buffer, start: number, separator: number): number {
  for (let at = start; ; ) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at;
    if (byte === separator || byte === LF) return -1;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
    if (byte > SPACE && byte < 0x80) return -1;
    if (bytes.toString('utf8', at, at + length).trim() !== '') return -1;
    at += length;
  }
}
