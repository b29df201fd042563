import { Buffer } from 'node:buffer';
import { CutRows, LACKING, MARGIN, MOST_ROWS } from '../cells/cut-rows.ts';
import type { RowLane } from '../rows/row-sink.ts';
import { afterBlanks, passText, passValue, plainNumberEnd, wordEnd } from './pass-value.ts';
import { type Member, memberOf, type WrittenKey, writtenKey } from './row-members.ts';
import { Unescaper } from './unescape.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const N = 0x6e;

/** Bytes that are looked at together: few enough to stay at hand, and so many that rows seldom lie across their end. */
const WINDOW = 256 * 1024;
/** Where texts are written that stand with escapes in the window. Without them none is longer: there is room for those of all its rows. */
const WRITTEN = WINDOW + MARGIN;

/**
 * Takes rows as they stand in the bytes of a file. Plain is an object whose wanted values are texts, numbers in their shortest
 * form, `true`, `false` or `null`, each of them there once at the most; the rest of it may be anything that is JSON.
 *
 * Every other row is left to `JSON.parse`, which reads a plain one alike: it only takes ten times as long.
 *
 * A class, as all that is asked for each row.
 */
export class PlainRows {
  /** Of each cell 1 when a row that was taken had it. */
  readonly isSeen: Uint8Array;
  private readonly row: Member;
  private readonly lane: RowLane;
  private readonly takeText: (text: string, line: number) => void;
  /** Rows that are cut and not handed over yet. They stand in a copy of a part of a chunk, and behind that the texts that had escapes. */
  private readonly rows: CutRows;
  private readonly unescaper = new Unescaper();
  private written = WRITTEN;
  /** Where the window begins and ends in the chunk. */
  private chunk: Uint8Array | undefined;
  private windowStart = 0;
  private windowEnd = 0;
  /** Counts what is cut, so that nothing has to be forgotten between rows. */
  private cuts = 0;

  /** `takeText` takes rows that are plain, and of which the lane understands not everything. */
  constructor(row: Member, count: number, lane: RowLane, takeText: (text: string, line: number) => void) {
    this.row = row;
    this.lane = lane;
    this.takeText = takeText;
    this.isSeen = new Uint8Array(count);
    this.rows = new CutRows(count, MOST_ROWS);
    this.rows.standIn(Buffer.alloc(WRITTEN + WINDOW + MARGIN));
  }

  /**
   * Cuts the object that begins at `index` of the chunk, and returns where it ends: it has to be handed over before anything else is taken.
   * -1: it is not plain, or not all there. Indexes of one chunk only grow.
   */
  cut(chunk: Uint8Array, index: number, line: number): number {
    const { rows } = this;
    if (rows.count === MOST_ROWS) this.handOver();
    if (chunk !== this.chunk || index >= this.windowEnd) this.look(chunk, index);
    let end = this.cutRow(index - this.windowStart);
    // It may not be all there. So much is between two looks that no byte is looked at more than twice.
    if (end < 0 && this.windowEnd < chunk.length && index - this.windowStart > WINDOW / 2) {
      this.look(chunk, index);
      end = this.cutRow(0);
    }
    if (end < 0) return -1;
    rows.lines[rows.count] = line;
    rows.isOdd[rows.count] = 0;
    rows.bounds[2 * rows.count] = index - this.windowStart;
    rows.bounds[2 * rows.count + 1] = end;
    rows.count++;
    return this.windowStart + end;
  }

  /** Hands over what is cut, in turn by the lane and as texts. */
  handOver(): void {
    const { rows, lane } = this;
    this.written = WRITTEN;
    if (rows.count === 0) return;
    this.markSeen();
    lane.read(rows);
    const { count, isOdd, bytes, lines, bounds } = rows;
    let taken = 0;
    for (let row = 0; row < count; row++) {
      if (isOdd[row] === 0) continue;
      if (taken < row) lane.add(rows, taken, row);
      taken = row + 1;
      this.takeText(bytes.toString('utf8', bounds[2 * row], bounds[2 * row + 1]), lines[row]!);
    }
    if (taken < count) lane.add(rows, taken, count);
    rows.count = 0;
  }

  private markSeen(): void {
    const { isSeen } = this;
    const { starts, capacity, count } = this.rows;
    for (let cell = 0; cell < isSeen.length; cell++) {
      for (let row = 0; row < count && isSeen[cell] === 0; row++)
        if (starts[cell * capacity + row] !== LACKING) isSeen[cell] = 1;
    }
  }

  private look(chunk: Uint8Array, index: number): void {
    this.handOver();
    const { bytes } = this.rows;
    this.chunk = chunk;
    this.windowStart = index;
    this.windowEnd = Math.min(chunk.length, index + WINDOW);
    bytes.set(chunk.subarray(index, this.windowEnd));
    // What no value has, so that no loop needs to ask for the end.
    bytes[this.windowEnd - index] = 0;
  }

  private cutRow(at: number): number {
    const { starts, ends, capacity, count } = this.rows;
    for (let cell = 0; cell < this.isSeen.length; cell++) {
      starts[cell * capacity + count] = LACKING;
      ends[cell * capacity + count] = LACKING;
    }
    this.cuts++;
    const { written } = this;
    const end = this.cutObject(this.row, at + 1);
    if (end < 0) this.written = written;
    return end;
  }

  /** From behind its opening brace on to behind its closing one. Calls itself only as deep as columns lead. */
  private cutObject(object: Member, start: number): number {
    const { bytes, words } = this.rows;
    let at = afterBlanks(bytes, start);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    let before: Member | undefined;
    for (;;) {
      if (bytes[at] !== QUOTE) return -1;
      let member = before === undefined ? object.first : before.next;
      if (member === undefined || !isKey(words, at + 1, member.key)) {
        member = this.lookUp(object, at + 1);
        if (member === undefined) return -1;
        if (before === undefined) object.first = member;
        else before.next = member;
      }
      before = member;
      at += 1 + member.key.length;
      if (bytes[at] !== COLON) at = afterBlanks(bytes, at);
      if (bytes[at] !== COLON) return -1;
      at = afterBlanks(bytes, at + 1);
      at = member.cell < 0 && !member.isOuter ? passValue(bytes, at) : this.cutValue(member, at);
      if (at < 0) return -1;
      at = afterBlanks(bytes, at);
      const byte = bytes[at]!;
      if (byte === CLOSE_OBJECT) return at + 1;
      if (byte !== COMMA) return -1;
      at = afterBlanks(bytes, at + 1);
    }
  }

  /** The member whose key begins at `start`; `undefined` where there is none. */
  private lookUp(object: Member, start: number): Member | undefined {
    const { bytes, words } = this.rows;
    const end = passText(bytes, start);
    if (end < 0) return undefined;
    const member = memberOf(object, String(JSON.parse(bytes.toString('utf8', start - 1, end))));
    if (!isKey(words, start, member.key)) member.key = writtenKey(bytes.subarray(start, end));
    return member;
  }

  private cutValue(member: Member, at: number): number {
    const { bytes } = this.rows;
    const { cell, isOuter } = member;
    const byte = bytes[at]!;
    if (isOuter) {
      // Of two members with one key JSON.parse keeps the last.
      if (member.seenIn === this.cuts || byte === OPEN_LIST) return -1;
      member.seenIn = this.cuts;
      if (byte === OPEN_OBJECT) return cell < 0 ? this.cutObject(member, at + 1) : -1;
      if (cell < 0) return passValue(bytes, at);
    }
    return this.cutCell(cell, at);
  }

  private cutCell(cell: number, at: number): number {
    const { bytes, starts, ends, capacity, count } = this.rows;
    const place = cell * capacity + count;
    // Two members with one key, or two that the column may mean.
    if (starts[place] !== LACKING) return -1;
    const byte = bytes[at]!;
    if (byte === QUOTE) return this.cutText(place, at + 1);
    const word = wordEnd(bytes, at);
    const end = word < 0 ? plainNumberEnd(bytes, at) : word;
    starts[place] = at;
    ends[place] = byte === N ? at : end;
    return end;
  }

  private cutText(place: number, start: number): number {
    const { bytes, starts, ends } = this.rows;
    let at = start;
    for (let byte = bytes[at]!; byte !== QUOTE; byte = bytes[++at]!) {
      // Nearly all bytes are above it.
      while (byte > QUOTE && byte !== BACKSLASH) byte = bytes[++at]!;
      if (byte === QUOTE) break;
      if (byte < 0x20) return -1;
      if (byte === BACKSLASH) return this.cutEscaped(place, start);
    }
    starts[place] = start;
    ends[place] = at;
    return at + 1;
  }

  private cutEscaped(place: number, start: number): number {
    const { bytes, starts, ends } = this.rows;
    const end = this.unescaper.write(bytes, start, this.written);
    if (end < 0) return -1;
    starts[place] = this.written;
    this.written = this.unescaper.end;
    ends[place] = this.written;
    return end + 1;
  }
}

/** Four bytes at a time. */
function isKey(bytes: DataView, start: number, { words, last, mask }: WrittenKey): boolean {
  let at = start;
  for (let index = 0; index < words.length; index++, at += 4)
    if (bytes.getInt32(at, true) !== words[index]) return false;
  return (bytes.getInt32(at, true) & mask) === last;
}
