import { type CutRows, isCell, MOST_ROWS } from '../cells/cut-rows.ts';
import type { ByteDictionary } from '../log/byte-dictionary.ts';
import type { RowShape } from './row-sink.ts';

const PLUS = 0x2b;
/** Of a ticket that is not in the dictionary yet. */
const NEW = -1;

/** Reads the tickets of rows. What nobody has looked at as a text yet must be ordinary; from then on the ticket is known. */
export class TicketCells {
  private readonly tickets: ByteDictionary;
  private readonly blanks: readonly Uint8Array[];
  /** Of the rows that were read last. */
  private readonly codes = new Int32Array(MOST_ROWS);
  /** Of each ticket 1 where it is known to be ordinary. */
  private ordinary = new Uint8Array(1024);

  constructor(tickets: ByteDictionary, blanks: readonly Uint8Array[]) {
    this.tickets = tickets;
    this.blanks = blanks;
  }

  read(rows: CutRows, cell: number, isOrdinary: RowShape['isOrdinary']): void {
    const { codes, tickets, ordinary } = this;
    const { isOdd, count } = rows;
    const from = cell * rows.capacity;
    tickets.findAll(rows, cell, codes);
    for (let row = 0; row < count; row++) {
      const code = codes[row]!;
      if (code >= 0 && code < ordinary.length && ordinary[code] === 1) continue;
      if (!this.isOrdinary(rows, row, from + row, isOrdinary)) isOdd[row] = 1;
    }
  }

  /** Of a ticket that is not known, or has come as text. */
  private isOrdinary(rows: CutRows, row: number, at: number, isOrdinary: RowShape['isOrdinary']): boolean {
    const { bytes, starts, ends } = rows;
    const [cellStart, cellEnd] = [starts[at]!, ends[at]!];
    rows.trim(at);
    const start = starts[at]!;
    const end = ends[at]!;
    // With its blanks it was looked for already.
    if (start !== cellStart || end !== cellEnd) this.codes[row] = this.tickets.find(bytes, start, end);
    const code = this.codes[row]!;
    return (
      !isRounded(bytes, start, end) && (code >= 0 || this.canBeNew(rows, start, end)) && isOrdinary(bytes, start, end)
    );
  }

  /** Their codes, given out now to those that are new, into the log from `place` on. */
  write(rows: CutRows, cell: number, from: number, to: number, into: Int32Array, place: number): void {
    const { codes, tickets } = this;
    const { bytes, starts, ends } = rows;
    const first = cell * rows.capacity;
    for (let row = from; row < to; row++) {
      let code = codes[row]!;
      if (code === NEW) code = tickets.add(bytes, starts[first + row]!, ends[first + row]!);
      into[place + row - from] = code;
      if (code >= this.ordinary.length) this.ordinary = grown(this.ordinary, code + 1);
      this.ordinary[code] = 1;
    }
  }

  /** Whether a ticket that is not known yet can be one as it stands. */
  private canBeNew({ bytes }: CutRows, start: number, end: number): boolean {
    for (const blank of this.blanks) if (isCell(bytes, start, end, blank)) return false;
    if (bytes[start]! < 0x80 && bytes[end - 1]! < 0x80) return true;
    const text = bytes.toString('utf8', start, end);
    return text.trim() === text;
  }
}

/** 2.02403E+13 is what Excel makes of a number of more than eleven digits: that is told. */
function isRounded(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start > 3 && bytes[end - 3] === PLUS;
}

function grown(flags: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * flags.length));
  larger.set(flags);
  return larger;
}
