import type { RecordSheet } from './record-sheet.ts';
import { quoted } from './sheet-names.ts';

/**
 * Formulas over the rows of a sheet. Texts are held against each other by EXACT: COUNTIFS would take `*` for anything,
 * `>5` for a comparison and `a` for `A`.
 */
export interface Counting {
  /** How many rows have all of these. */
  count(...criteria: Criterion[]): string;
  /** Of those the sum of a column. */
  sum(key: string, ...criteria: Criterion[]): string;
}

/** A key of a column, and the cell or literal that it must equal. */
export type Criterion = readonly [key: string, operand: string];

/** `undefined`: not all rows are there, or none is. */
export function countingOver(sheet: RecordSheet | undefined): Counting | undefined {
  if (sheet === undefined || sheet.rows === 0 || sheet.leftOut > 0) return undefined;
  const range = (key: string) => {
    const letter = sheet.letters.get(key);
    if (letter === undefined) throw new RangeError(`the sheet ${sheet.name} has no column ${key}`);
    return `${quoted(sheet.name)}!$${letter}$2:$${letter}$${sheet.rows + 1}`;
  };
  const test = ([key, operand]: Criterion) => `EXACT(${range(key)},${operand})`;
  const product = (factors: readonly string[]) => `SUMPRODUCT(${[...factors, '1'].join('*')})`;
  return {
    count: (...criteria) => product(criteria.map(test)),
    sum: (key, ...criteria) => product([...criteria.map(test), range(key)]),
  };
}
