import { BLANK } from '../../domain/event-log.ts';
import { CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import { type CellReader, type CutCells, LACKING } from '../cells/cut-cells.ts';
import type { ColumnSet } from '../log/columns.ts';
import type { CodeColumn as LogColumn } from '../log/event-table.ts';
import type { GrowingDictionary } from '../log/growing-dictionary.ts';

/** What a cell of a text says: '' for nothing; `undefined` where only the reader of texts can tell. */
export type Meaning = (text: string) => string | undefined;

interface CodeOptions {
  /** What stands in the log for a cell that says nothing; absent: `BLANK`. */
  readonly empty?: number;
  /** Not every text has a meaning. */
  readonly isDoubtful?: boolean;
}

interface CodeColumn {
  /** Index into the cells. */
  readonly cell: number;
  /** The newest rows of the column. */
  readonly open: Int32Array;
  readonly meaning: Meaning;
  /** What stands in the log for a cell that says nothing. */
  readonly empty: number;
  /** By the number of the cell: its code in the log and `FIRST`; 0 where that is not known, `UNREADABLE`. */
  known: Int32Array;
}

const FIRST = 3;
const UNREADABLE = -1;
/** The number of a cell that the file or the row does not have. */
const ABSENT = -2;

/**
 * Columns of the log that hold codes of texts, and the cells that they are read from. Of all cells in one place each different one is made
 * a text once; from then on it is a number, and what it says in a column of the log is looked up by that.
 *
 * A class: it is asked for every cell.
 */
export class CodeColumns {
  private readonly values: GrowingDictionary;
  private readonly rows: ColumnSet;
  private readonly slots: number[] = [];
  private readonly cells: CellCodes[] = [];
  private readonly columns: CodeColumn[] = [];
  /** Those with cells that cannot be read so. */
  private readonly doubtful: CodeColumn[] = [];
  /** Of the cells of the row last read. */
  private numbers = new Int32Array(0);

  constructor(values: GrowingDictionary, rows: ColumnSet) {
    this.values = values;
    this.rows = rows;
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
      this.numbers = new Int32Array(this.cells.length);
    }
    const { open } = column;
    const added = { cell: this.slots.indexOf(slot), open, meaning, empty, known: new Int32Array(64) };
    this.columns.push(added);
    if (isDoubtful) this.doubtful.push(added);
  }

  /** The slots of the cells and who reads them, in the order in which `read` wants to have them. */
  readers(): readonly { readonly slot: number; readonly reader: CellReader }[] {
    return this.cells.map((reader, cell) => ({ slot: this.slots[cell] ?? -1, reader }));
  }

  /** Reads the cells of a row, by their indexes, -1 where there is none; false where one cannot be read so. */
  read(cut: CutCells, indexes: Int32Array): boolean {
    const { bytes, starts, ends, isRead } = cut;
    const { cells, numbers, doubtful } = this;
    for (let cell = 0; cell < cells.length; cell++) {
      const index = indexes[cell]!;
      if (index < 0) numbers[cell] = ABSENT;
      else if (isRead[index] === 1) numbers[cell] = cells[cell]!.number;
      else if (isRead[index] === LACKING) numbers[cell] = ABSENT;
      else numbers[cell] = cells[cell]!.of(bytes, starts[index]!, ends[index]!);
    }
    for (let index = 0; index < doubtful.length; index++) {
      if (!this.isReadable(doubtful[index]!, cut, indexes)) return false;
    }
    return true;
  }

  /** Writes what was read last into the row that is open. */
  set(cut: CutCells, indexes: Int32Array): void {
    const { columns, numbers } = this;
    const { place } = this.rows;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!;
      const { known } = column;
      const number = numbers[column.cell]!;
      const code = number >= 0 && number < known.length ? known[number]! : 0;
      column.open[place] = code > 0 ? code - FIRST : this.codeOf(column, number, cut, indexes[column.cell]!);
    }
  }

  /** Of a cell that is not known yet, or not kept. */
  private codeOf(column: CodeColumn, number: number, cut: CutCells, index: number): number {
    if (number === ABSENT) return BLANK;
    const text = column.meaning(textOf(cut, index)) ?? '';
    const code = text === '' ? column.empty : this.values.intern(text);
    keep(column, number, code + FIRST);
    return code;
  }

  /** Whether what a cell says is known, or can be. */
  private isReadable(column: CodeColumn, cut: CutCells, indexes: Int32Array): boolean {
    const { known } = column;
    const number = this.numbers[column.cell]!;
    if (number === ABSENT) return true;
    const code = number >= 0 && number < known.length ? known[number]! : 0;
    if (code !== 0) return code !== UNREADABLE;
    if (column.meaning(textOf(cut, indexes[column.cell]!)) !== undefined) return true;
    keep(column, number, UNREADABLE);
    return false;
  }
}

function textOf({ bytes, starts, ends }: CutCells, index: number): string {
  return bytes.toString('utf8', starts[index], ends[index]);
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
