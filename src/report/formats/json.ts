import type { Column, Value } from '../table.ts';
import type { TextFormat } from './format.ts';

/** One value with two-space indents, or an array with a record on each line. */
export const json: TextFormat = {
  reader: 'machine',
  ending: 'json',
  whole: (value) => `${JSON.stringify(value, undefined, 2)}\n`,
  enclose: encloseRecords,
  records: writeArray,
};

function* writeArray(columns: readonly Column[], rows: Iterable<readonly Value[]>): Iterable<string> {
  yield* written(columns, rows, '');
  yield '\n';
}

/** The array, without a line's end. */
function* written(columns: readonly Column[], rows: Iterable<readonly Value[]>, indent: string): Iterable<string> {
  let before = `[\n${indent}  `;
  for (const row of rows) {
    yield before + record(columns, row);
    before = `,\n${indent}  `;
  }
  yield before.startsWith('[') ? '[]' : `\n${indent}]`;
}

/** A list cannot say what it was made from: so the records are one of the keys of an object. */
function* encloseRecords(
  head: object,
  name: string,
  tail: object,
  columns: readonly Column[],
  rows: Iterable<readonly Value[]>,
): Iterable<string> {
  yield `{\n${keysOf(head)
    .map((key) => `${key},\n`)
    .join('')}  ${JSON.stringify(name)}: `;
  yield* written(columns, rows, '  ');
  yield `${keysOf(tail)
    .map((key) => `,\n${key}`)
    .join('')}\n}\n`;
}

/** Each key of an object with its value, as it stands within the braces of another. */
function keysOf(object: object): string[] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => JSON.stringify({ [key]: value }, undefined, 2).slice(2, -2));
}

/** The object of one row, its keys in the order of the columns. */
export function record(columns: readonly Column[], row: readonly Value[]): string {
  return `{${columns.map(({ key }, index) => `${JSON.stringify(key)}:${JSON.stringify(row[index] ?? null)}`).join(',')}}`;
}
