import { columnsOf } from './cell-at.ts';
import { isObject } from './rows-at.ts';

/** A list of objects in a document, which may be what its rows are. */
export interface RowPath {
  /** As `records.rows` names it; '' for the document itself. */
  readonly path: string;
  /** Objects there, of all lists at the path together. */
  readonly count: number;
  /** Of all of them, `customer.name` for one level of nesting; the first that there are. */
  readonly keys: readonly string[];
}

const MOST_PATHS = 100;
const MOST_KEYS = 200;
/** Objects of one path whose keys are looked at. */
const MOST_ROWS = 1000;
const DEEPEST = 16;

/**
 * The lists of objects in a document, or in a list of documents, the outer before the inner. `tickets.events` is a list
 * in each element of another. Keys with dots in them cannot be part of a path and are passed over.
 */
export function rowPaths(sample: unknown): readonly RowPath[] {
  const found = new Map<string, { count: number; readonly keys: Set<string> }>();

  function visit(value: unknown, path: readonly string[], isElement: boolean): void {
    if (Array.isArray(value)) {
      for (const element of value) visit(element, path, true);
    } else if (isObject(value)) {
      if (isElement && !count(value, path.join('.'))) return;
      if (path.length >= DEEPEST) return;
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'object' && inner !== null && key !== '' && !key.includes('.')) {
          visit(inner, [...path, key], false);
        }
      }
    }
  }

  /** Returns whether the object should be looked into. */
  function count(row: Readonly<Record<string, unknown>>, path: string): boolean {
    let here = found.get(path);
    if (here === undefined) {
      if (found.size >= MOST_PATHS) return false;
      here = { count: 0, keys: new Set() };
      found.set(path, here);
    }
    here.count++;
    if (here.count <= MOST_ROWS) {
      for (const key of columnsOf(row)) if (here.keys.size < MOST_KEYS) here.keys.add(key);
    }
    return true;
  }

  visit(sample, [], false);
  return [...found].map(([path, { count: rows, keys }]) => ({ path, count: rows, keys: [...keys] }));
}
