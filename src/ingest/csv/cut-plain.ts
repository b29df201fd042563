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
  let held: CutCells = { bytes: Buffer.alloc(MARGIN), ...boundsOf(0) };
  let length = 0;
  /** A record that did not end is looked at again when there is twice as much of it: else each piece would be read for each later one. */
  let enough = 0;
  let line = 1;
  let last = LF;
  let lane: TableLane | undefined;

  function append(chunk: Uint8Array): void {
    const { bytes } = held;
    if (length + chunk.length + MARGIN > bytes.length) {
      const larger = Buffer.alloc(length + chunk.length + MARGIN);
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
    held = { bytes: held.bytes, ...boundsOf(lane?.positions.length ?? 0) };
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
    const { bytes, starts, ends, isRead } = held;
    const readers = lane?.readers ?? NO_READERS;
    const positions = lane?.positions ?? NO_POSITIONS;
    const width = lane?.width ?? -1;
    let next = positions.length > 0 ? positions[0]! : -1;
    let found = 0;
    let count = 0;
    /** Behind the cells of the header. */
    let surplus = -1;
    let isPlainlyCut = width > 0;
    let at = start;
    quoted.breaks = 0;
    for (;;) {
      const isWanted = count === next;
      let byte = bytes[at]!;
      let from = at;
      let to = -1;
      const reader = isWanted ? readers[found] : undefined;
      if (reader !== undefined) {
        // In quotes or not.
        const opening = byte === QUOTE ? 1 : 0;
        const end = reader.read(bytes, at + opening);
        const after = bytes[end + opening]!;
        if (end >= 0 && (opening === 0 || bytes[end] === QUOTE) && (after === separator || after === LF)) {
          from = at + opening;
          to = end;
          at = end + opening;
          byte = after;
        }
      }
      if (isWanted) isRead[found] = to < 0 ? 0 : 1;
      if (to < 0) {
        const quote = byte === QUOTE ? at : mayBeBlank(byte) ? quoteAfterBlanks(bytes, at, separator) : -1;
        if (quote >= 0) {
          at = cutQuotedCell(quote);
          if (at < 0) return at === UNCLEAR || isLast ? UNCLEAR : UNENDED;
          from = quote + 1;
          to = quoted.end;
          if (isWanted && quoted.isEscaped) isPlainlyCut = false;
          byte = bytes[at]!;
        } else {
          while (byte > highest || (byte !== separator && byte !== LF)) byte = bytes[++at]!;
          to = at;
        }
      }
      if (isWanted) {
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
    line += quoted.breaks + 1;
    return at + 1;
  }

  /** What `cutQuotedCell` found: where the text ends, and, of the whole record, line breaks in quotes. */
  const quoted = { end: 0, isEscaped: false, breaks: 0 };

  /** From its opening quote on; where the delimiter or break is that ends it, `UNENDED` or `UNCLEAR`. */
  function cutQuotedCell(opening: number): number {
    const { bytes } = held;
    let at = opening + 1;
    quoted.isEscaped = false;
    for (;;) {
      const byte = bytes[at]!;
      if (byte > QUOTE) at++;
      else if (byte === LF) {
        if (at >= length) return UNENDED;
        quoted.breaks++;
        at++;
      } else if (byte !== QUOTE) at++;
      else if (bytes[at + 1] === QUOTE && at + 1 < length) {
        quoted.isEscaped = true;
        at += 2;
      } else break;
    }
    quoted.end = at++;
    for (let byte = bytes[at]!; byte !== separator && byte !== LF; byte = bytes[++at]!) {
      if (byte !== SPACE && (byte < 0x09 || byte > 0x0d)) return UNCLEAR;
    }
    return at;
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

function boundsOf(cells: number) {
  return { starts: new Int32Array(cells), ends: new Int32Array(cells), isRead: new Uint8Array(cells) };
}

/** Readers of cells look ahead: past the end of an array every look would take many times as long. */
const MARGIN = 512;
const NO_READERS: TableLane['readers'] = [];
const NO_POSITIONS = new Int32Array(0);
const UNENDED = -1;
const UNCLEAR = -2;

/** Whether a blank may begin so: in ASCII, or one of typesetters, of the East, a byte order mark. */
function mayBeBlank(byte: number): boolean {
  return byte <= SPACE || byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef;
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
