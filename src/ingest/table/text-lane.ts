import { Buffer } from 'node:buffer';
import { CutRows, MARGIN } from '../cells/cut-rows.ts';
import type { TableLane } from './table-lane.ts';
import type { TableRows, TakeRecord } from './table-rows.ts';

/** Longer cells are remarks, and their rows come as they are. */
const LONGEST = 512;
/** Bytes of a character, as UTF-16 counts them. */
const WIDEST = 3;
/** Rows that are handed over together, and after how many bytes there are enough of them. */
const MOST_ROWS = 256;
const ENOUGH = 64 * 1024;
/** Half of a character beyond 16 bits: it has no bytes. */
const LONE_HALF = /\p{Surrogate}/u;

interface LaneTaker {
  /** The array must not be reused. */
  readonly take: TakeRecord;
  /** To be called after the last record, be it the last before a fault: some may wait. */
  handOver(): void;
}

/**
 * Takes records that are texts already, and writes of those that the table takes by its lane the wanted cells into a buffer: even so that is
 * twice as fast as to look at all of them as texts. `isRagged`: whatever their length, as in sheets; else only those as long as the header.
 */
export function takeByLane(table: TableRows, isRagged: boolean): LaneTaker {
  let lane: TableLane | undefined;
  let rows = roomFor(0);
  /** Of the rows that are written and not handed over yet, in their order. */
  let waiting: (readonly string[])[] = [];
  let written = 0;

  /** Writes the text at `start`; where it ends, or -1 where it is better taken as it is. */
  function write(text: string, start: number): number {
    const { length } = text;
    if (length > LONGEST) return -1;
    const { bytes } = rows;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) return LONE_HALF.test(text) ? -1 : start + bytes.write(text, start);
      bytes[start + index] = code;
    }
    return start + length;
  }

  function isWritten({ positions, width }: TableLane, texts: readonly string[], line: number): boolean {
    if (!isRagged && texts.length !== width) return false;
    const { starts, ends, isOdd, lines, capacity, count } = rows;
    let at = written;
    for (let cell = 0; cell < positions.length; cell++) {
      const position = positions[cell]!;
      starts[cell * capacity + count] = at;
      at = position < texts.length ? write(texts[position]!, at) : at;
      if (at < 0) return false;
      ends[cell * capacity + count] = at;
    }
    written = at;
    lines[count] = line;
    isOdd[count] = 0;
    rows.count++;
    waiting.push(texts);
    return true;
  }

  function openLane(next: TableLane): void {
    if (next !== lane) rows = roomFor(next.positions.length);
    lane = next;
  }

  function take(texts: readonly string[], line: number): void {
    // While rows wait, nothing can have changed the lane.
    const next = waiting.length > 0 ? lane : table.lane?.();
    if (next !== undefined) {
      openLane(next);
      if (isWritten(next, texts, line)) {
        if (written >= ENOUGH || rows.count === MOST_ROWS) handOver();
        return;
      }
    }
    handOver();
    table.take(texts, line);
  }

  function handOver(): void {
    const texts = waiting;
    if (lane === undefined || texts.length === 0) return;
    const by = lane;
    waiting = [];
    written = 0;
    by.read(rows);
    const { count, isOdd, lines } = rows;
    let isOpen = true;
    let taken = 0;
    for (let row = 0; row < count; row++) {
      if (isOpen && isOdd[row] === 0) continue;
      if (taken < row) by.add(rows, taken, row);
      taken = row + 1;
      table.take(texts[row]!, lines[row]!);
      const next = table.lane?.();
      isOpen = next !== undefined;
      if (next !== undefined && next !== by) {
        // Under another header the rest has to be written anew.
        openLane(next);
        for (let left = taken; left < count; left++) take(texts[left]!, lines[left]!);
        handOver();
        return;
      }
    }
    if (taken < count) by.add(rows, taken, count);
    rows.count = 0;
  }

  return { take, handOver };
}

function roomFor(cells: number): CutRows {
  const rows = new CutRows(cells, MOST_ROWS);
  rows.standIn(Buffer.alloc(ENOUGH + cells * LONGEST * WIDEST + MARGIN));
  return rows;
}
