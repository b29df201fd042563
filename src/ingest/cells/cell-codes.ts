import { ByteDictionary } from '../log/byte-dictionary.ts';
import { type CellReader, isSafe } from './cut-cells.ts';

export const UNKEPT = -1;

/** Longer cells are remarks: they come once. */
const LONGEST = 256;
/** A column of so many different cells does not repeat itself. */
const MOST_KEPT = 1 << 20;
/** As long as there are no more different cells, their first letters nearly always tell which it is. */
const FEW = 64;
const GUESSES = 256;

/** Numbers for the different cells of a column, so that what each says is found out once. */
export class CellCodes implements CellReader {
  /** The number of the cell last read. */
  number = 0;
  private readonly known = new ByteDictionary();
  /** By the first bytes of a cell the code and 1 of the last that began so. */
  private readonly guesses = new Int32Array(GUESSES);

  read(bytes: Uint8Array, at: number): number {
    const { known } = this;
    if (known.size > FEW) {
      const end = known.ids.read(bytes, at);
      this.number = known.ids.code;
      return end;
    }
    const code = this.guesses[guess(bytes, at)]! - 1;
    this.number = code;
    return code < 0 ? -1 : known.endOf(code, bytes, at);
  }

  /** The cell's number; `UNKEPT` for one that is not kept in memory. */
  of(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return UNKEPT;
    const { known } = this;
    const code = known.size < MOST_KEPT ? known.add(bytes, start, end) : known.find(bytes, start, end);
    if (code >= 0 && code <= FEW && end > start && isSafe(bytes, start, end))
      this.guesses[guess(bytes, start)] = code + 1;
    return code;
  }
}

function guess(bytes: Uint8Array, at: number): number {
  return (bytes[at]! * 5 + bytes[at + 1]! * 3 + bytes[at + 2]!) & (GUESSES - 1);
}
