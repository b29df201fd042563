import { BLANK } from '../../domain/event-log.ts';
import { ABSENT, CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import type { CutRows } from '../cells/cut-rows.ts';
import type { CodeColumn as LogColumn } from '../log/columns.ts';
import type { GrowingDictionary } from '../log/growing-dictionary.ts';

/** What a cell of a text says: '' for nothing; `undefined` where only the reader of texts can tell. */
export type Meaning = (text: string) => string | undefined;

interface CodeOptions {
  /** What stands in the log for a cell that says nothing; absent: `BLANK`. */
  readonly empty?: number;
  /** Not every text has a meaning. */
  readonly isDoubtful?: boolean;
}

/** Of a wanted column which of the cells that are cut it is; -1 where the file lacks it. */
type CellOf = (slot: number) => number;

interface CodeColumn {
  /** Index into the slots. */
  readonly slot: number;
  /** The newest rows of the column. */
  readonly open: Int32Array;
  readonly meaning: Meaning;
  /** What stands in the log for a cell that says nothing. */
  readonly empty: number;
  /** Not every cell can be read. */
  readonly isDoubtful: boolean;
  /** By the number of the cell: its code in the log and `FIRST`; 0 where that is not known, `UNREADABLE`. */
  known: Int32Array;
}

const FIRST = 3;
const UNREADABLE = -1;

/**
 * Columns of the log that hold codes of texts, and the cells that they are read from. Of all cells in one place each different one is made
 * a text once; from then on it is a number, and what it says in a column of the log is looked up by that.
 */
export class CodeColumns {
  private readonly values: GrowingDictionary;
  /** The cells that are read, each once, and where they stand among the wanted columns. */
  private readonly cells: CellCodes[] = [];
  private readonly slots: number[] = [];
  private readonly columns: CodeColumn[] = [];

  constructor(values: GrowingDictionary) {
    this.values = values;
  }

  add(
    slot: number,
    column: LogColumn | undefined,
    meaning: Meaning,
    { empty = BLANK, isDoubtful = false }: CodeOptions = {},
  ): void {
    if (column === undefined) return;
    if (!this.slots.includes(slot)) {
      this.slots.push(slot);
      this.cells.push(new CellCodes());
    }
    const { open } = column;
    this.columns.push({ slot: this.slots.indexOf(slot), open, meaning, empty, isDoubtful, known: new Int32Array(64) });
  }

  /** The cells of rows; A row with one that cannot be read so is odd. */
  read(rows: CutRows, cellOf: CellOf): void {
    for (const [index, cells] of this.cells.entries()) cells.read(rows, cellOf(this.slots[index] ?? -1));
    for (const column of this.columns) if (column.isDoubtful) this.markUnreadable(column, rows, cellOf);
  }

  /** Writes what was read of some of the rows into the log, from `place` on. */
  write(rows: CutRows, from: number, to: number, place: number, cellOf: CellOf): void {
    for (const column of this.columns) {
      const { numbers } = this.cells[column.slot]!;
      const { open } = column;
      let { known } = column;
      for (let row = from; row < to; row++) {
        const number = numbers[row]!;
        const code = number >= 0 && number < known.length ? known[number]! : 0;
        if (code > 0) open[place + row - from] = code - FIRST;
        else {
          open[place + row - from] = this.codeOf(column, number, rows, row, cellOf);
          known = column.known;
        }
      }
    }
  }

  /** Of a cell that is not known yet, or not kept. */
  private codeOf(column: CodeColumn, number: number, rows: CutRows, row: number, cellOf: CellOf): number {
    if (number === ABSENT) return BLANK;
    const text = column.meaning(textOf(rows, cellOf(this.slots[column.slot] ?? -1), row)) ?? '';
    const code = text === '' ? column.empty : this.values.intern(text);
    keep(column, number, code + FIRST);
    return code;
  }

  private markUnreadable(column: CodeColumn, rows: CutRows, cellOf: CellOf): void {
    const { numbers } = this.cells[column.slot]!;
    for (let row = 0; row < rows.count; row++)
      if (!this.isReadable(column, numbers[row]!, rows, row, cellOf)) rows.isOdd[row] = 1;
  }

  /** Whether what a cell says is known, or can be. */
  private isReadable(column: CodeColumn, number: number, rows: CutRows, row: number, cellOf: CellOf): boolean {
    const { known } = column;
    if (number === ABSENT) return true;
    const code = number >= 0 && number < known.length ? known[number]! : 0;
    if (code !== 0) return code !== UNREADABLE;
    if (column.meaning(textOf(rows, cellOf(this.slots[column.slot] ?? -1), row)) !== undefined) return true;
    keep(column, number, UNREADABLE);
    return false;
  }
}

function textOf({ bytes, starts, ends, capacity }: CutRows, cell: number, row: number): string {
  const at = cell * capacity + row;
  return bytes.toString('utf8', starts[at], ends[at]);
}

function keep(column: CodeColumn, number: number, code: number): void {
  if (number === UNKEPT) return;
  if (number >= column.known.length) {
    const larger = new Int32Array(Math.max(number + 1, column.known.length * 2));
    larger.set(column.known);
    column.known = larger;
  }
  column.known[number] = code;
}
