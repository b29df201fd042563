import { type NamedColumn, namesOf } from '../rows/named-columns.ts';
import type { Header } from './header.ts';

/** Where the columns that are wanted stand in a table. */
export interface Match {
  /** In the order of the columns; -1 where the table lacks one. */
  readonly positions: readonly number[];
  /** Those whose header is written a little differently. */
  readonly near: readonly { readonly column: string; readonly header: string }[];
  /** Those of which several headers, or which with another column the same header, could be meant: none is. */
  readonly unclear: readonly { readonly column: string; readonly headers: readonly string[] }[];
  /** Required columns that were found, and all of them. */
  readonly found: number;
  readonly required: number;
}

/**
 * Finds columns by their names, exactly. What then is left is found under a header that differs only in case, width or
 * blanks (`工单\n编号`, `Status`, `工单号(主)`) if it can be no other: nobody pays for a guess between two.
 */
export function matchColumns(columns: readonly NamedColumn[], header: Header): Match {
  const positions = columns.map((column) => exactly(column, header));
  const taken = new Set(positions);
  const free = header.columns.filter(({ position }) => !taken.has(position));
  const headers = new Map<string, { name: string; position: number }[]>();
  const near: { column: string; header: string }[] = [];
  const unclear: { column: string; headers: readonly string[] }[] = [];
  const open = [...columns.entries()].filter(([slot, column]) => positions[slot] === -1 && isMissed(column));
  if (open.length > 0) for (const each of free) put(headers, loosely(each.name), each);
  const claims = open.map(([slot, column]) => ({
    slot,
    column,
    candidates: [...new Set(namesOf(column).map(loosely))].flatMap((name) => headers.get(name) ?? []),
  }));
  for (const { slot, column, candidates } of claims) {
    const [only] = candidates;
    if (only === undefined) continue;
    const rivals = claims.filter((other) => other.candidates.some(({ position }) => position === only.position));
    if (candidates.length > 1 || rivals.length > 1) {
      unclear.push({ column: column.name, headers: candidates.map(({ name }) => name) });
    } else {
      positions[slot] = only.position;
      near.push({ column: column.name, header: only.name });
    }
  }
  const required = columns.filter(({ isRequired }) => isRequired).length;
  const found = columns.filter(({ isRequired }, slot) => isRequired && positions[slot] !== -1).length;
  return { positions, near, unclear, found, required };
}

function exactly(column: NamedColumn, header: Header): number {
  const name = namesOf(column).find((each) => header.positions.has(each));
  return name === undefined ? -1 : (header.positions.get(name) ?? -1);
}

/** In form changes a field's column may well be none at all; only one that somebody would miss is looked for further. */
function isMissed({ isRequired, feeds = [] }: NamedColumn): boolean {
  return isRequired || feeds.length > 0;
}

/** The same for all spellings that differ only in case, width and what cannot be seen. */
function loosely(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}

function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
