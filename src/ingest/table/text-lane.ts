import { Buffer } from 'node:buffer';
import { CutRows, MARGIN } from '../cells/cut-rows.ts';
import type { TableLane } from './table-lane.ts';
import type { TableRows, TakeRecord } from './table-rows.ts';

/** Longer cells are remarks, and their rows come as they are. */
const LONGEST = 512;
/** Bytes of a character, as UTF-16 counts them. */
const WIDEST = 3;
/** Half of a character beyond 16 bits: it has no bytes. */
const LONE_HALF = /\p{Surrogate}/u;

/**
 * Takes records that are texts already, whatever their length, and writes of those that the table takes by its lane the wanted cells into a
 * buffer: even so that is twice as fast as to look at all of them as texts.
 */
export function takeByLane(table: TableRows): TakeRecord {
  let lane: TableLane | undefined;
  let cells = roomFor(0);

  /** Writes the text at `start`; where it ends, or -1 where it is better taken as it is. */
  function write(text: string, start: number): number {
    const { length } = text;
    if (length > LONGEST) return -1;
    const { bytes } = cells;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) return LONE_HALF.test(text) ? -1 : start + bytes.write(text, start);
      bytes[start + index] = code;
    }
    return start + length;
  }

  function isTaken(by: TableLane, texts: readonly string[], line: number): boolean {
    const { starts, ends, isOdd, lines } = cells;
    let at = 0;
    for (let index = 0; index < starts.length; index++) {
      const position = by.positions[index]!;
      starts[index] = at;
      at = position < texts.length ? write(texts[position]!, at) : at;
      if (at < 0) return false;
      ends[index] = at;
    }
    lines[0] = line;
    isOdd[0] = 0;
    by.read(cells);
    if (isOdd[0] !== 0) return false;
    by.add(cells, 0, 1);
    return true;
  }

  return (texts, line) => {
    const next = table.lane?.();
    if (next !== lane) {
      lane = next;
      cells = roomFor(lane?.positions.length ?? 0);
    }
    if (lane === undefined || !isTaken(lane, texts, line)) table.take(texts, line);
  };
}

function roomFor(count: number): CutRows {
  const row = new CutRows(count, 1);
  row.standIn(Buffer.alloc(count * LONGEST * WIDEST + MARGIN));
  row.count = 1;
  return row;
}
