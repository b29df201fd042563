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
  const where = cells === 1 ? `a cell of column ${letters(column)}` : `${cells} cells of column ${letters(column)}`;
  const holds = cells === 1 ? 'holds' : 'hold';
  const first = cells === 1 ? '' : ', this one first';
  if (oddity === 'error') {
    const message = `${where} ${holds} an error instead of a value (${said.slice(0, 20)})${first}`;
    return { code: 'cell-error', message, hint: 'It is read as blank. Mend the formula, and save the workbook.' };
  }
  if (oddity === 'uncomputed') {
    const message = `${where} ${holds} a formula whose value is not in the file${first}`;
    const hint = 'It is read as blank. Open the workbook in a spreadsheet program, which computes it, and save it.';
    return { code: 'uncomputed-formula', message, hint };
  }
  const message = `${where} ${holds} a number of more than 15 digits, of which a spreadsheet keeps 15 (${said})${first}`;
  const hint = 'Numbers that differ only in their last digits have become one. Export the column as text.';
  return { code: 'inexact-number', message, hint };
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before < 0 ? '' : letters(before)}${String.fromCharCode(0x41 + (column % 26))}`;
}
