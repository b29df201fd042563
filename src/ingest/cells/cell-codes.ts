import { byteDictionary } from '../log/byte-dictionary.ts';

/** Numbers for the different cells of a column, so that what each says is found out once. */
export interface CellCodes {
  /** The cell's number; `UNKEPT` for one that is not kept in memory. */
  of(bytes: Uint8Array, start: number, end: number): number;
}

export const UNKEPT = -1;

/** Longer cells are remarks: they come once. */
const LONGEST = 256;
/** A column of so many different cells does not repeat itself. */
const MOST_KEPT = 1 << 20;

export function cellCodes(): CellCodes {
  const known = byteDictionary();
  return {
    of(bytes, start, end) {
      if (end - start > LONGEST) return UNKEPT;
      return known.size < MOST_KEPT ? known.add(bytes, start, end) : known.find(bytes, start, end);
    },
  };
}
