import type { Column, Value } from '../table.ts';
import type { TextFormat } from './format.ts';

/** One value with two-space indents, or an array with a record on each line. */
export const json: TextFormat = {
  reader: 'machine',
  ending: 'json',
  whole: (value) => `${JSON.stringify(value, undefined, 2)}\n`,
  records: writeArray,
};

function* writeArray(columns: readonly Column[], rows: Iterable<readonly Value[]>): Iterable<string> {
  let before = '[\n  ';
  for (const row of rows) {
    yield before + record(columns, row);
    before = ',\n  ';
  }
  yield before === '[\n  ' ? '[]\n' : '\n]\n';
}

/** The object of one row, its keys in the order of the columns. */
export function record(columns: readonly Column[], row: readonly Value[]): string {
  return `{${columns.map(({ key }, index) => `${JSON.stringify(key)}:${JSON.stringify(row[index] ?? null)}`).join(',')}}`;
}
