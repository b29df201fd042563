import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { cellText } from './cell-at.ts';
import type { RowCells } from './named-rows.ts';
import { isObject } from './rows-at.ts';

/** More than this and keys are values, as in `{"T-1": {…}, "T-2": {…}}`. */
const MOST = 1000;

interface FlatOptions {
  readonly file: string;
  readonly mend: (cell: string | undefined, line: number) => string | undefined;
}

/**
 * Every column there is: `customer.name` for what lies in nested objects, `../id` for what lies in those around the row,
 * `events[]` for a list of objects, whose cell is how many it has; other lists are cells as JSON. Throws `Unusable` where the
 * columns are too many.
 */
export function flatRows({ file, mend }: FlatOptions, sink: RowSink): RowCells {
  const slots = new Map<string, number>();
  const columns: string[] = [];
  let cells: (string | undefined)[] = [];
  let isNew = false;

  function put(column: string, cell: string | undefined, line: number): void {
    let slot = slots.get(column);
    if (slot === undefined) {
      if (columns.length >= MOST) throw tooMany(file, line);
      slot = columns.length;
      slots.set(column, slot);
      columns.push(column);
      isNew = true;
    }
    // A key that itself contains dots comes first, as it does where a column is asked for.
    cells[slot] ??= mend(cell, line);
  }

  function putMembers(object: Readonly<Record<string, unknown>>, prefix: string, line: number): void {
    const nested: [string, Readonly<Record<string, unknown>>][] = [];
    for (const [key, value] of Object.entries(object)) {
      const column = prefix + key;
      if (isObject(value)) nested.push([column, value]);
      else if (isListOfObjects(value) || (isEmptyList(value) && slots.has(`${column}[]`)))
        put(`${column}[]`, String(value.length), line);
      else put(column, cellText(value), line);
    }
    for (const [column, inner] of nested) putMembers(inner, `${column}.`, line);
  }

  return {
    take(row, line) {
      cells = new Array(columns.length).fill(undefined);
      isNew = false;
      if (isObject(row.value)) putMembers(row.value, '', line);
      else put('value', cellText(row.value), line);
      for (let level = row.parent, up = '../'; level !== undefined; level = level.parent, up += '../') {
        if (isObject(level.value)) putMembers(level.value, up, line);
      }
      if (isNew) sink.begin([...columns]);
      sink.take(cells, line);
    },
    finish() {},
  };
}

function isEmptyList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length === 0;
}

function isListOfObjects(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some(isObject);
}

function tooMany(file: string, line: number): Unusable {
  return new Unusable({
    code: 'too-many-columns',
    place: { file, line },
    message: `the rows have more than ${MOST} different keys`,
    hint: 'Objects whose keys are ids or dates are no rows: name the path of a list with records.rows.',
  });
}
