import { isObject, type Level } from './rows-at.ts';

/** Finds a column's cell in a row; `undefined` where the row has no such key, '' for null. */
export type CellFinder = (row: Level) => string | undefined;

/** A column of JSON, taken apart. */
export interface ColumnPath {
  /** How many objects it goes up first. */
  readonly ups: number;
  /** The keys that it may begin with there: `a` and `a.b` for `a.b`. */
  readonly keys: readonly string[];
  readonly find: (value: unknown) => string | undefined;
}

/**
 * `a.b` goes down, `a.1` to the second element, `a[name=x].b` to the first element whose `name` is x, `../id` up one
 * object. A key that is itself written so comes before a path.
 */
export function columnPath(column: string): ColumnPath {
  const ups = (/^(?:\.\.\/)*/.exec(column)?.[0].length ?? 0) / 3;
  const path = column.slice(3 * ups);
  const keys = ends(path).flatMap((end) => {
    const key = path.slice(0, end);
    const list = SELECTED.exec(key)?.[1];
    return list === undefined ? [key] : [key, list];
  });
  const find = finder(path, new Map());
  return { ups, keys, find: (value) => cellText(find(value)) };
}

export function cellFinder(column: string): CellFinder {
  const { ups, find } = columnPath(column);
  if (ups === 0) return (row) => find(row.value);
  return (row) => {
    let level: Level | undefined = row;
    for (let up = 0; up < ups && level !== undefined; up++) level = level.parent;
    return level && find(level.value);
  };
}

type Find = (value: unknown) => unknown;

/** `attributes[name=priority]`: the list, the key that is compared, and with what. */
const SELECTED = /^(.*)\[([^[\]=]+)=([^[\]]*)\]$/s;

/** `known`: finders of what is left of a path, so that a path of many dots is not taken apart again and again. */
function finder(path: string, known: Map<string, Find>): Find {
  const before = known.get(path);
  if (before !== undefined) return before;
  const steps = ends(path);
  if (steps.length === 1) return stepper(path);
  const ways = steps.map((end) => ({
    step: stepper(path.slice(0, end)),
    rest: end < path.length ? finder(path.slice(end + 1), known) : undefined,
  }));
  const find: Find = (value) => {
    for (const { step, rest } of ways) {
      const next = step(value);
      const found = next === undefined || rest === undefined ? next : rest(next);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  known.set(path, find);
  return find;
}

/** Where the first key of a path may end, the longest first: at its dots outside brackets. */
export function ends(path: string): readonly number[] {
  const found = [path.length];
  let isSelecting = false;
  for (let index = 1; index < path.length; index++) {
    if (path[index] === '[') isSelecting = path.indexOf(']', index) > 0;
    else if (path[index] === ']') isSelecting = false;
    else if (path[index] === '.' && !isSelecting) found.push(index);
  }
  return found.toSorted((a, b) => b - a);
}

function stepper(key: string): Find {
  const [, list, name, text] = SELECTED.exec(key) ?? [];
  if (list === undefined || name === undefined) return (value) => member(value, key);
  const findList = stepper(list);
  const findName = finder(name, new Map());
  return (value) => {
    const own = member(value, key);
    const elements = own === undefined ? findList(value) : undefined;
    if (!Array.isArray(elements)) return own;
    return elements.find((element) => cellText(findName(element)) === text);
  };
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

/** Numbers by their shortest form, whole ones plainly (`297732`); lists and objects as JSON. */
export function cellText(value: unknown): string | undefined {
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
