import { byteDictionary } from '../log/byte-dictionary.ts';
import { type CellReader, isSafe } from './cut-cells.ts';

/** Numbers for the different cells of a column, so that what each says is found out once. */
export interface CellCodes extends CellReader {
  /** The number of the cell last read. */
  number: number;
  /** The cell's number; `UNKEPT` for one that is not kept in memory. */
  of(bytes: Uint8Array, start: number, end: number): number;
}

export const UNKEPT = -1;

/** Longer cells are remarks: they come once. */
const LONGEST = 256;
/** A column of so many different cells does not repeat itself. */
const MOST_KEPT = 1 << 20;
/** As long as there are no more different cells, their first letters nearly always tell which it is. */
const FEW = 64;
const GUESSES = 256;

export function cellCodes(): CellCodes {
  const known = byteDictionary();
  /** By the first bytes of a cell the code and 1 of the last that began so. */
  const guesses = new Int32Array(GUESSES);

  function guess(bytes: Uint8Array, at: number): number {
    return (bytes[at]! * 5 + bytes[at + 1]! * 3 + bytes[at + 2]!) & (GUESSES - 1);
  }

  const codes: CellCodes = {
    number: 0,
    read(bytes, at) {
      if (known.size > FEW) {
        const end = known.readId(bytes, at);
        codes.number = known.lastId();
        return end;
      }
      const code = guesses[guess(bytes, at)]! - 1;
      if (code < 0) return -1;
      codes.number = code;
      return known.endOf(code, bytes, at);
    },
    of(bytes, start, end) {
      if (end - start > LONGEST) return UNKEPT;
      const code = known.size < MOST_KEPT ? known.add(bytes, start, end) : known.find(bytes, start, end);
      if (code <= FEW && end > start && isSafe(bytes, start, end)) guesses[guess(bytes, start)] = code + 1;
      return code;
    },
  };
  return codes;
}
