import { Buffer } from 'node:buffer';
import { type CutCells, LACKING } from '../cells/cut-cells.ts';
import type { RowLane } from '../rows/row-sink.ts';
import { afterBlanks, passText, passValue, plainNumberEnd, wordEnd } from './pass-value.ts';
import { type Member, memberOf } from './row-members.ts';
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
/** Who reads cells may look ahead. */
const MARGIN = 512;
/** Without escapes no text is longer than with them: all of a row's are no more than a window. */
const WRITTEN = WINDOW + MARGIN;

/**
 * Takes rows as they stand in the bytes of a file. Plain is an object whose wanted values are texts, numbers in their shortest
 * form, `true`, `false` or `null`, each of them there once at the most; the rest of it may be anything that is JSON.
 *
 * Every other row is left to `JSON.parse`, which reads a plain one alike: it only takes ten times as long.
 *
 * A class: it is asked for every row.
 */
export class PlainRows {
  /** Of each cell 1 when a row that was taken had it. */
  readonly isSeen: Uint8Array;
  private readonly row: Member;
  private readonly lane: RowLane;
  private readonly cells: CutCells;
  /** The chunk of which a part is in the window, and where that begins in it. */
  private chunk: Uint8Array | undefined;
  private windowStart = 0;
  private windowEnd = 0;
  private readonly unescaper = new Unescaper();
  /** Behind the window, where texts of this row are written that stand in it with escapes. */
  private written = WRITTEN;
  /** Counts rows, so that nothing has to be forgotten between them. */
  private rowNumber = 0;

  constructor(row: Member, lane: RowLane, count: number) {
    this.row = row;
    this.lane = lane;
    this.isSeen = new Uint8Array(count);
    this.cells = {
      bytes: Buffer.alloc(WRITTEN + WINDOW + MARGIN),
      starts: new Int32Array(count),
      ends: new Int32Array(count),
      isRead: new Uint8Array(count),
    };
  }

  /** The object that begins at `index` of the chunk: where it ends; -1: nothing was taken. Indexes of one chunk only grow. */
  take(chunk: Uint8Array, index: number, line: number): number {
    if (chunk !== this.chunk || index >= this.windowEnd) this.look(chunk, index);
    let end = this.cut(index - this.windowStart);
    // It may not be all there. So much is between two looks that no byte is looked at more than twice.
    if (end < 0 && this.windowEnd < chunk.length && index - this.windowStart > WINDOW / 2) {
      this.look(chunk, index);
      end = this.cut(0);
    }
    if (end < 0 || !this.lane.take(this.cells, line)) return -1;
    const { isSeen } = this;
    const { isRead } = this.cells;
    for (let cell = 0; cell < isSeen.length; cell++) if (isRead[cell] !== LACKING) isSeen[cell] = 1;
    return this.windowStart + end;
  }

  private look(chunk: Uint8Array, index: number): void {
    const { bytes } = this.cells;
    this.chunk = chunk;
    this.windowStart = index;
    this.windowEnd = Math.min(chunk.length, index + WINDOW);
    bytes.set(chunk.subarray(index, this.windowEnd));
    // What no value has, so that no loop needs to ask for the end.
    bytes[this.windowEnd - index] = 0;
  }

  private cut(at: number): number {
    const { starts, ends, isRead } = this.cells;
    for (let cell = 0; cell < isRead.length; cell++) {
      starts[cell] = 0;
      ends[cell] = 0;
      isRead[cell] = LACKING;
    }
    this.written = WRITTEN;
    this.rowNumber++;
    return this.cutObject(this.row, at + 1);
  }

  /** From behind its opening brace on to behind its closing one. Calls itself only as deep as columns lead. */
  private cutObject(object: Member, start: number): number {
    const { bytes } = this.cells;
    let at = afterBlanks(bytes, start);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    let before: Member | undefined;
    for (;;) {
      if (bytes[at] !== QUOTE) return -1;
      let member = before === undefined ? object.first : before.next;
      if (member === undefined || !isKey(bytes, at + 1, member.key)) {
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
    const { bytes } = this.cells;
    const end = passText(bytes, start);
    if (end < 0) return undefined;
    const member = memberOf(object, String(JSON.parse(bytes.toString('utf8', start - 1, end))));
    // A copy: `slice` of a Buffer would be a view of what is overwritten soon.
    if (!isKey(bytes, start, member.key)) member.key = new Uint8Array(bytes.subarray(start, end));
    return member;
  }

  private cutValue(member: Member, at: number): number {
    const { bytes } = this.cells;
    const { cell, isOuter } = member;
    const byte = bytes[at]!;
    if (isOuter) {
      // Of two members with one key JSON.parse keeps the last.
      if (member.seenIn === this.rowNumber || byte === OPEN_LIST) return -1;
      member.seenIn = this.rowNumber;
      if (byte === OPEN_OBJECT) return cell < 0 ? this.cutObject(member, at + 1) : -1;
      if (cell < 0) return passValue(bytes, at);
    }
    return this.cutCell(cell, at);
  }

  private cutCell(cell: number, at: number): number {
    const { bytes, starts, ends, isRead } = this.cells;
    // Two members with one key, or two that the column may mean.
    if (isRead[cell] !== LACKING) return -1;
    const byte = bytes[at]!;
    isRead[cell] = 0;
    if (byte === QUOTE) return this.cutText(cell, at + 1);
    const word = wordEnd(bytes, at);
    const end = word < 0 ? plainNumberEnd(bytes, at) : word;
    starts[cell] = at;
    ends[cell] = byte === N ? at : end;
    return end;
  }

  private cutText(cell: number, start: number): number {
    const { bytes, starts, ends, isRead } = this.cells;
    const reader = this.lane.readers[cell];
    const read = reader === undefined ? -1 : reader.read(bytes, start);
    const isWhole = read >= 0 && bytes[read] === QUOTE;
    if (isWhole) isRead[cell] = 1;
    const end = isWhole ? read : textEnd(bytes, start);
    if (end < 0) return this.cutEscaped(cell, start);
    starts[cell] = start;
    ends[cell] = end;
    return end + 1;
  }

  private cutEscaped(cell: number, start: number): number {
    const { bytes, starts, ends } = this.cells;
    const end = this.unescaper.write(bytes, start, this.written);
    if (end < 0) return -1;
    starts[cell] = this.written;
    this.written = this.unescaper.end;
    ends[cell] = this.written;
    return end + 1;
  }
}

function isKey(bytes: Uint8Array, at: number, key: Uint8Array): boolean {
  for (let index = 0; index < key.length; index++) if (bytes[at + index] !== key[index]) return false;
  return true;
}

/** Of a text that begins at `start` the index of its closing quote; -1 where an escape stands before it, or what no text has. */
function textEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at]!; byte !== QUOTE; byte = bytes[++at]!) if (byte < 0x20 || byte === BACKSLASH) return -1;
  return at;
}
