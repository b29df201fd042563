import { say } from '../../diagnostics/say.ts';
import type { Refusal, RowSink } from '../rows/row-sink.ts';
import type { Oddities, Oddity } from './sheet.ts';

interface Entry {
  readonly oddity: Oddity;
  readonly column: number;
  readonly row: number;
  readonly said: string;
  cells: number;
}

/** Counts the odd cells of a sheet, column by column: one finding for each column and kind, not one for each cell. */
interface OddityLedger {
  readonly add: Oddities;
  tell(remark: RowSink['remark']): void;
}

export function oddityLedger(): OddityLedger {
  const entries = new Map<string, Entry>();
  return {
    add(oddity, column, row, said) {
      const key = `${oddity} ${column}`;
      const entry = entries.get(key);
      if (entry === undefined) entries.set(key, { oddity, column, row, said, cells: 1 });
      else entry.cells++;
    },
    tell(hear) {
      const sorted = [...entries.values()].toSorted((a, b) => a.column - b.column || a.row - b.row);
      for (const entry of sorted) hear(remark(entry), entry.row);
    },
  };
}

function remark({ oddity, column, cells, said }: Entry): Refusal {
  const where = letters(column);
  const isOne = cells === 1;
  if (oddity === 'error') {
    const error = said.slice(0, 20);
    const message = isOne
      ? say`a cell of column ${where} holds an error instead of a value (${error})`
      : say`${cells} cells of column ${where} hold an error instead of a value (${error}), this one first`;
    return { code: 'cell-error', message, hint: say`It is read as blank. Mend the formula, and save the workbook.` };
  }
  if (oddity === 'uncomputed') {
    const message = isOne
      ? say`a cell of column ${where} holds a formula whose value is not in the file`
      : say`${cells} cells of column ${where} hold a formula whose value is not in the file, this one first`;
    const hint = say`It is read as blank. Open the workbook in a spreadsheet program, which computes it, and save it.`;
    return { code: 'uncomputed-formula', message, hint };
  }
  const message = isOne
    ? say`a cell of column ${where} holds a number of more than 15 digits, of which a spreadsheet keeps 15 (${said})`
    : say`${cells} cells of column ${where} hold a number of more than 15 digits, of which a spreadsheet keeps 15 (${said}), this one first`;
  const hint = say`Numbers that differ only in their last digits have become one. Export the column as text.`;
  return { code: 'inexact-number', message, hint };
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before < 0 ? '' : letters(before)}${String.fromCharCode(0x41 + (column % 26))}`;
}
