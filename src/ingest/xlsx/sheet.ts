/** A workbook, whatever the format of its file. */
export interface Workbook {
  readonly format: 'xlsx' | 'xlsb' | 'xls' | 'ods';
  /**
   * Reads the sheets that hold cells, in the order of the workbook, and gives all of them. `begin` says what becomes of the rows
   * of each; `undefined`: it is passed over. May be called once. Throws what takers throw, and `Unusable` where the file is damaged.
   */
  read(begin: (sheet: SheetName) => SheetTaker | undefined): Promise<readonly SheetName[]>;
}

export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Takes the rows of one sheet that are not empty, from the top. */
export interface SheetTaker {
  readonly take: TakeCells;
  readonly oddities: Oddities;
  /** To be called after the last row. */
  finish(): void;
  /** Whether what it threw concerns this sheet alone: nothing more of it is wanted, and the others are read. */
  endsSheet(error: unknown): boolean;
}

/** A row's cells as texts, up to the last that is not blank, and its number from 1. The array is not reused. */
export type TakeCells = (cells: readonly string[], row: number) => void;

/** Hears of cells that do not say what they seem to. Columns count from 0, rows from 1. */
export type Oddities = (oddity: Oddity, column: number, row: number, said: string) => void;

/** `error`: `#N/A` and its kin; `uncomputed`: a formula without its value; `inexact`: a number of more than 15 digits. */
export type Oddity = 'error' | 'uncomputed' | 'inexact';

/** A sheet that can be read by itself. */
interface Sheet extends SheetName {
  read(taker: SheetTaker): Promise<void>;
}

/** Reads sheets one after the other, as `Workbook.read` does. */
export async function readOneByOne(
  sheets: readonly Sheet[],
  begin: (sheet: SheetName) => SheetTaker | undefined,
): Promise<readonly SheetName[]> {
  for (const sheet of sheets) {
    const taker = begin(sheet);
    if (taker === undefined) continue;
    try {
      await sheet.read(taker);
      taker.finish();
    } catch (error) {
      if (!taker.endsSheet(error)) throw error;
    }
  }
  return sheets;
}
