import { BLANK } from '../domain/event-log.ts';

/** A row that sets a field at some instant. */
export interface FieldChange {
  readonly row: number;
  /** Code of the new value; `BLANK` where the row empties the field. */
  readonly to: number;
  /** Code of the old one; `undefined` in exports that do not tell it. */
  readonly from: number | undefined;
}

/** What is true of a field after all changes of one instant, and the rows that contradict it. */
export interface Settled {
  readonly value: number;
  readonly contradicting: readonly number[];
}

/**
 * Settles the changes of one field at one instant, given in the order of what they say. Where each tells the old value
 * they follow each other like links of a chain: new → waiting, waiting → active ends in active. Otherwise the last in
 * that order stands, and every other value is a contradiction (S28).
 */
export function settle(changes: readonly FieldChange[], before: number): Settled {
  const chained = endOfChain(changes, before) ?? endOfChain(changes, startOfChain(changes));
  if (chained !== undefined) return { value: chained, contradicting: [] };
  let value = before;
  const contradicting: number[] = [];
  for (const [index, { row, to }] of changes.entries()) {
    if (index > 0 && to !== value) contradicting.push(row);
    value = to;
  }
  return { value, contradicting };
}

/**
 * The old value that no other change of the instant made: where a chain must begin. `BLANK` when there is none. What stays
 * as it was makes nothing: it was so before.
 */
export function startOfChain(changes: readonly FieldChange[]): number {
  const made = new Set(changes.filter(({ from, to }) => from !== to).map(({ to }) => to));
  return changes.find(({ from }) => from !== undefined && !made.has(from))?.from ?? BLANK;
}

/** Where the chain from `start` on ends; `undefined` when it does not take in every change. */
function endOfChain(changes: readonly FieldChange[], start: number): number | undefined {
  const left = [...changes];
  let value = start;
  while (left.length > 0) {
    const next = left.findIndex(({ from }) => from === value);
    if (next < 0) return undefined;
    value = left[next]?.to ?? BLANK;
    left.splice(next, 1);
  }
  return value;
}
