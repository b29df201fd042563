import { DateTime } from 'luxon';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Ladder } from '../../src/domain/consequence-rules.ts';

/** Whether one consequence of a ladder lies in the window of another, or is it: not later, and not out of the window. */
export function isInWindow({ window }: Ladder, one: Consequence, other: Consequence, zone: string): boolean {
  const counted = ({ settledAt, at }: Consequence) => {
    const settled = DateTime.fromMillis(settledAt, { zone });
    return Math.max(at, settled.startOf('month').toMillis());
  };
  const [from, to] = [counted(one), counted(other)];
  if (from > to) return false;
  if (window.kind === 'ever') return true;
  const there = DateTime.fromMillis(to, { zone });
  if (window.kind === 'rolling') return from > there.minus({ months: window.months }).toMillis();
  return DateTime.fromMillis(from, { zone }).hasSame(there, window.kind);
}
