import { Buffer } from 'node:buffer';
import { CutRows, filledStart, LACKING, MARGIN, MOST_ROWS } from '../cells/cut-rows.ts';
import { ownedText } from '../owned-text.ts';
import type { TableLane } from '../table/table-lane.ts';
import type { TableRows } from '../table/table-rows.ts';
import { type Cut, type Cutting, cutQuoted, LONGEST_RECORD } from './cut-quoted.ts';
import type { Dialect } from './dialect.ts';
import { recordCells } from './record-cells.ts';
import { resumed } from './resumed.ts';

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
  const cutter = new PlainCutter(dialect.delimiter, table);
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
    return await cutQuoted(resumed(cutter.rest(), iterator), { file, dialect, line: cutter.line }, table.take);
  } finally {
    await iterator.return?.();
  }
}

/** How cutting ended: at its bounds, in a record that did not end, at one that is not plain. */
const [CLEAR, UNENDED, UNCLEAR] = [0, -1, -2] as const;

/** Records that are cut ahead when a header has just been found: another may follow, and all of them were cut in vain. */
const FEW_ROWS = 16;

/** A class, and its loops over arrays of numbers: they are gone through for every byte of a file. */
export class PlainCutter {
  /** Where what is not cut begins. */
  line = 1;
  private readonly delimiter: string;
  private readonly separator: number;
  /** Bytes above it mean nothing outside quotes: nearly all. */
  private readonly highest: number;
  private readonly table: Pick<TableRows, 'take' | 'lane'>;
  /** What is not cut yet, and behind it a line break, so that no loop needs to ask for the end. */
  private bytes = Buffer.alloc(MARGIN);
  private length = 0;
  private isLast = false;
  private lastByte = LF;
  /** A record that did not end is looked at again when there is twice as much of it: else each piece would be read for each later one. */
  private enough = 0;

  private lane: TableLane | undefined;
  /** Cells of a record as the lane has it; -1: there is none. */
  private width = -1;
  /** Of each of them where its bounds are kept; -1: nowhere. */
  private kept = new Int32Array(0);
  private rows = new CutRows(0, 1);
  /** So many rows are cut before they are handed over. */
  private most = 1;
  private ending: typeof CLEAR | typeof UNENDED | typeof UNCLEAR = CLEAR;
  // What `cutQuotedCell` found: where the text ends, whether a quote stands in it, and of the whole record the line breaks in quotes.
  private quotedEnd = 0;
  private isEscaped = false;
  private breaks = 0;

  constructor(delimiter: string, table: Pick<TableRows, 'take' | 'lane'>) {
    this.delimiter = delimiter;
    this.separator = delimiter.charCodeAt(0);
    this.highest = Math.max(this.separator, LF);
    this.table = table;
  }

  /** Cuts what is there with the next bytes; false: it takes another to read on from `rest`. */
  cut(chunk: Uint8Array): boolean {
    this.append(chunk);
    return this.length < this.enough || this.cutAll();
  }

  /** There are no more. */
  finish(): boolean {
    this.isLast = true;
    return this.cutAll();
  }

  /** What is not cut. */
  rest(): Uint8Array {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  /** The text ends without a line break. */
  isCutOff(): boolean {
    return this.lastByte !== LF && this.lastByte !== CR;
  }

  private append(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length + MARGIN > this.bytes.length) {
      const larger = Buffer.alloc(length + MARGIN);
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
      this.rows.standIn(larger);
    }
    this.bytes.set(chunk, this.length);
    this.bytes[length] = LF;
    this.length = length;
    this.lastByte = chunk[chunk.length - 1] ?? this.lastByte;
  }

  /** Cuts as many records as there are; false where one is not plain, which then begins what is left. */
  private cutAll(): boolean {
    let start = 0;
    while (start < this.length) {
      const end = this.cutRows(start);
      start = this.handOver(end);
      if (start === end && this.ending !== CLEAR) break;
    }
    const left = this.length - start;
    const isClear = start === this.length || (this.ending !== UNCLEAR && left <= LONGEST_RECORD);
    this.bytes.copyWithin(0, start, this.length);
    this.length = left;
    this.bytes[left] = LF;
    this.enough = Math.min(2 * left, LONGEST_RECORD + 1);
    return isClear;
  }

  /** Hands over the rows that were cut, in turn by the lane and as texts; where the next begins: at `end`, or before it where rows have to be cut anew. */
  private handOver(end: number): number {
    const { rows, lane, table } = this;
    lane?.read(rows);
    const { count, isOdd, lines, bounds } = rows;
    let isOpen = lane !== undefined;
    let taken = 0;
    for (let row = 0; row < count; row++) {
      if (isOpen && isOdd[row] === 0) continue;
      if (taken < row) lane?.add(rows, taken, row);
      taken = row + 1;
      this.takeText(row);
      const next = table.lane?.();
      isOpen = next !== undefined;
      if (next === undefined || next === lane) continue;
      this.openLane(next);
      // What was cut below it stands in other columns.
      const [start, stop] = [bounds[2 * row]!, bounds[2 * row + 1]!];
      this.line = lines[row]! + this.breaksIn(start, stop) + 1;
      return Math.min(stop + 1, end);
    }
    if (taken < count) lane?.add(rows, taken, count);
    if (lane !== undefined) this.most = Math.min(4 * this.most, MOST_ROWS);
    return end;
  }

  private openLane(lane: TableLane): void {
    this.lane = lane;
    this.width = lane.width;
    this.kept = new Int32Array(lane.width).fill(-1);
    for (const [cell, position] of lane.positions.entries()) this.kept[position] = cell * MOST_ROWS;
    this.rows = new CutRows(lane.positions.length, MOST_ROWS);
    this.rows.standIn(this.bytes);
    this.most = FEW_ROWS;
  }

  private breaksIn(start: number, end: number): number {
    let breaks = 0;
    for (let at = start; at < end; at++) if (this.bytes[at] === LF) breaks++;
    return breaks;
  }

  private takeText(row: number): void {
    const { bounds } = this.rows;
    const [start, end] = [bounds[2 * row]!, bounds[2 * row + 1]!];
    const cut = recordCells(this.bytes.toString('utf8', start, end), this.delimiter);
    this.table.take(end - start > LONG ? cut.map(ownedText) : cut, this.rows.lines[row]!);
  }

  /** Cuts records from `from` on into `rows`; where the first begins that is not cut. */
  private cutRows(from: number): number {
    const { bytes, length, separator, highest, width, kept, most, isLast, rows } = this;
    const { starts, ends, lines, bounds, isOdd } = rows;
    let line = this.line;
    let row = 0;
    let start = from;
    this.ending = CLEAR;
    while (start < length && row < most) {
      let at = start;
      let count = 0;
      let isPlainlyCut = true;
      /** Behind the cells of the header. */
      let surplus = -1;
      this.breaks = 0;
      for (;;) {
        let byte = bytes[at]!;
        let cellStart = at;
        let cellEnd = -1;
        let isEscaped = false;
        if (byte !== separator && byte !== LF) {
          const isPlain = byte > QUOTE && byte < FIRST_BLANK;
          const quote = isPlain ? -1 : quoteAt(bytes, at, separator);
          if (quote >= 0) {
            at = this.cutQuotedCell(quote);
            if (at < 0) break;
            cellStart = quote + 1;
            cellEnd = this.quotedEnd;
            isEscaped = this.isEscaped;
            byte = bytes[at]!;
          } else {
            do byte = bytes[++at]!;
            while (byte > highest || (byte !== separator && byte !== LF));
          }
        }
        const place = count < width ? kept[count]! : -1;
        if (place >= 0) {
          starts[place + row] = cellStart;
          ends[place + row] = cellEnd < 0 ? at : cellEnd;
          if (isEscaped) isPlainlyCut = false;
        }
        count++;
        if (byte !== separator) break;
        at++;
        if (count === width) surplus = at;
      }
      if (at < 0) this.ending = at === UNENDED && !isLast ? UNENDED : UNCLEAR;
      else if (at >= length && !isLast) this.ending = UNENDED;
      else if (at - start > LONGEST_RECORD) this.ending = UNCLEAR;
      if (this.ending !== CLEAR) break;
      if (surplus >= 0 && this.isBlankFrom(surplus, at)) count = width;
      if (count > 1 || filledStart(bytes, start, at) < at) {
        const isRow = isPlainlyCut && count === width;
        isOdd[row] = isRow ? 0 : 1;
        if (!isRow) this.lack(row, count);
        lines[row] = line;
        bounds[2 * row] = start;
        bounds[2 * row + 1] = at;
        row++;
      }
      line += this.breaks + 1;
      start = at + 1;
    }
    this.line = line;
    rows.count = row;
    // The break that ends the last record may not be there.
    return Math.min(start, length);
  }

  /** The row has no more than `count` cells: what is kept of others is of another row. */
  private lack(row: number, count: number): void {
    const { starts, ends } = this.rows;
    for (let position = count; position < this.width; position++) {
      const place = this.kept[position]!;
      if (place < 0) continue;
      starts[place + row] = LACKING;
      ends[place + row] = LACKING;
    }
  }

  /** From its opening quote on; where the delimiter or break is that ends it, `UNENDED` or `UNCLEAR`. */
  private cutQuotedCell(opening: number): number {
    const { bytes, length, separator } = this;
    let at = opening + 1;
    this.isEscaped = false;
    for (;;) {
      const byte = bytes[at]!;
      if (byte > QUOTE) at++;
      else if (byte === LF) {
        if (at >= length) return UNENDED;
        this.breaks++;
        at++;
      } else if (byte !== QUOTE) at++;
      else if (bytes[at + 1] === QUOTE && at + 1 < length) {
        this.isEscaped = true;
        at += 2;
      } else break;
    }
    this.quotedEnd = at++;
    for (let byte = bytes[at]!; byte !== separator && byte !== LF; byte = bytes[++at]!) {
      if (byte !== SPACE && (byte < 0x09 || byte > 0x0d)) return UNCLEAR;
    }
    return at;
  }

  /** Whether nothing but delimiters and blanks stands there: cells that no column has. */
  private isBlankFrom(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at]!;
      if (byte !== this.separator && byte !== SPACE && byte !== CR) return false;
    }
    return true;
  }
}

/** The least byte beyond ASCII that a blank may begin with. */
const FIRST_BLANK = 0xc2;

/** Where the quote stands that encloses the cell that begins here; -1 where there is none. */
function quoteAt(bytes: Buffer, start: number, separator: number): number {
  const byte = bytes[start]!;
  if (byte === QUOTE) return start;
  return mayBeBlank(byte) ? quoteAfterBlanks(bytes, start, separator) : -1;
}

/** Whether a blank may begin so: in ASCII, or one of typesetters, of the East, a byte order mark. */
function mayBeBlank(byte: number): boolean {
  return byte <= SPACE || byte === FIRST_BLANK || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef;
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
