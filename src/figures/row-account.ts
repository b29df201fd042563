import { codes } from '../diagnostics/codes.ts';
import type { Tally } from '../domain/event-log.ts';
import type { RowAccount } from '../domain/report.ts';
import { byCodeUnits } from './order.ts';

/** Rows in = rows used + rows set aside, by reason: the reader's reasons and those of judging. */
export function accountFor(tallies: readonly Tally[], judging: ReadonlyMap<string, number>): RowAccount {
  const reasons = new Map(judging);
  let rows = 0;
  for (const tally of tallies) {
    rows += tally.rows;
    for (const [reason, count] of tally.setAside) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  const setAside = listed(reasons);
  const lost = setAside.reduce((sum, { rows: count }) => sum + count, 0);
  const byFile = tallies.map((tally) => ({ file: tally.file, rows: tally.rows, setAside: listed(tally.setAside) }));
  return { files: tallies.length, rows, used: rows - lost, setAside, byFile };
}

function listed(reasons: ReadonlyMap<string, number>): RowAccount['setAside'] {
  return [...reasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => byCodeUnits(a.reason, b.reason));
}

/** Rows in, and those set aside for a fault: a reason that is a finding. Copies and totals are no faults. */
export function faultyRows(tallies: readonly Tally[]): { readonly read: number; readonly faulty: number } {
  let [read, faulty] = [0, 0];
  for (const { rows, setAside } of tallies) {
    read += rows;
    for (const [reason, count] of setAside) if (isFault(reason)) faulty += count;
  }
  return { read, faulty };
}

function isFault(reason: string): boolean {
  return Object.hasOwn(codes, reason) && new Map(Object.entries(codes)).get(reason)?.severity !== 'note';
}
