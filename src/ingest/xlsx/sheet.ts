/** A sheet of a workbook, whatever the format of its file. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Reads the rows that are not empty, from the top. Throws what `take` throws, and `Unusable` where the file is damaged. */
  read(take: TakeCells, oddities: Oddities): Promise<void>;
}

/** A row's cells as texts, up to the last that is not blank, and its number from 1. The array is not reused. */
export type TakeCells = (cells: readonly string[], row: number) => void;

/** Hears of cells that do not say what they seem to. Columns count from 0, rows from 1. */
export type Oddities = (oddity: Oddity, column: number, row: number, said: string) => void;

/** `error`: `#N/A` and its kin; `uncomputed`: a formula without its value; `inexact`: a number of more than 15 digits. */
export type Oddity = 'error' | 'uncomputed' | 'inexact';
