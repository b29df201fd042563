import { GRADES } from '../../domain/event-log.ts';
import type { StampMapping } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { type CutRows, filledEnd, filledStart, MOST_ROWS } from '../cells/cut-rows.ts';
import type { ReadStamps } from '../log/columns.ts';
import { type ByteStampReader, byteStampReader } from './byte-stamp-reader.ts';
import { requireZone } from './stamp-reader.ts';
import { StraightStamps } from './straight-stamps.ts';

/** Whether a cell means nothing. */
export type IsBlank = (bytes: Uint8Array, start: number, end: number) => boolean;

const EXACT = GRADES.indexOf('exact');

/** Reads the stamps of a column of the file. */
export class StampCells implements ReadStamps {
  // Of the rows that were read last.
  readonly ats = new Float64Array(MOST_ROWS);
  readonly doubts = new Float64Array(MOST_ROWS);
  readonly grades = new Uint8Array(MOST_ROWS);
  areExact = true;
  private readonly reader: ByteStampReader;
  /** Absent where the policy says the format. */
  private readonly straight: StraightStamps | undefined;
  private readonly isBlank: IsBlank;
  private readonly areBlanksStamps: boolean;

  /** `areBlanksStamps`: what means nothing may be written like a stamp. */
  constructor(mapping: StampMapping, isBlank: IsBlank, areBlanksStamps: boolean) {
    this.reader = byteStampReader(mapping);
    this.straight = mapping.formats.length === 0 ? new StraightStamps(requireZone(mapping.zone)) : undefined;
    this.isBlank = isBlank;
    this.areBlanksStamps = areBlanksStamps;
  }

  /** The cells of a column; -1: the file has none. A row whose stamp cannot be read so is odd. */
  read(rows: CutRows, cell: number): void {
    const { ats, straight, areBlanksStamps } = this;
    const { bytes, words, starts, ends, count } = rows;
    this.areExact = true;
    if (cell < 0) {
      ats.fill(Number.NaN, 0, count);
      return;
    }
    const from = cell * rows.capacity;
    for (let row = 0; row < count; row++) {
      const start = starts[from + row]!;
      const end = ends[from + row]!;
      let at = Number.NaN;
      if (start < end) {
        if (straight !== undefined && !areBlanksStamps) at = straight.read(bytes, words, start, end);
        if (Number.isNaN(at)) at = this.readOther(rows, row, start, end);
      }
      ats[row] = at;
    }
  }

  /** What is not read in a straight line. */
  private readOther(rows: CutRows, row: number, cutStart: number, cutEnd: number): Instant {
    const { bytes, words, isOdd } = rows;
    const { reader, straight } = this;
    const start = filledStart(bytes, cutStart, cutEnd);
    const end = filledEnd(bytes, start, cutEnd);
    if (this.isBlank(bytes, start, end)) return Number.NaN;
    // Of a line that ends in CRLF the last cell has the CR.
    const at = straight !== undefined ? straight.read(bytes, words, start, end) : Number.NaN;
    if (!Number.isNaN(at)) return at;
    if (!reader.readCut(bytes, start, end)) {
      isOdd[row] = 1;
      return Number.NaN;
    }
    const doubt = reader.latest - reader.at;
    if ((doubt > 0 || reader.grade !== EXACT) && this.areExact) {
      this.areExact = false;
      this.doubts.fill(0);
      this.grades.fill(EXACT);
    }
    this.doubts[row] = doubt;
    this.grades[row] = reader.grade;
    return reader.at;
  }
}
