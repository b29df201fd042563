import { isObject, type Level } from './rows-at.ts';

/** Finds a column's cell in a row; `undefined` where the row has no such key, '' for null. */
export type CellFinder = (row: Level) => string | undefined;

/** `a.b` goes down, `../id` up one level; a key that contains dots itself comes before a path. */
export function cellFinder(column: string): CellFinder {
  const ups = /^(?:\.\.\/)*/.exec(column)?.[0].length ?? 0;
  const path = column.slice(ups);
  return (row) => {
    let level: Level | undefined = row;
    for (let up = 0; up < ups && level !== undefined; up += 3) level = level.parent;
    return level && cellText(valueAt(level.value, path));
  };
}

function valueAt(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return Object.hasOwn(value, path) ? value[Number(path)] : undefined;
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const found = valueAt(valueAt(value, path.slice(0, dot)), path.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Numbers by their shortest form, whole ones plainly (`297732`); lists and objects as JSON. */
function cellText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The columns that a row could be asked for, for a complaint: `id`, `customer.name`. */
export function columnsOf(row: unknown, prefix = ''): readonly string[] {
  if (!isObject(row)) return [];
  return Object.entries(row).flatMap(([key, value]) =>
    isObject(value) && prefix === '' ? columnsOf(value, `${key}.`) : [`${prefix}${key}`],
  );
}
