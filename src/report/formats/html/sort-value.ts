import type { Column, Value } from '../../table.ts';
import { alignmentOf } from '../cell-text.ts';

/**
 * By what a cell is sorted where its text would mislead: the number itself, the instant in UTC, of `9/11` the quotient, of a
 * text to the right such as `CNY 1,350.00 (5%)` or `95% missed` its first number. `undefined`: by its text.
 */
export function sortValue(column: Column, value: Value): string | number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return undefined;
  if (column.kind === 'instant') return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : undefined;
  if (
    column.kind !== 'money' &&
    column.kind !== 'percent' &&
    (column.kind !== 'text' || alignmentOf(column) !== 'right')
  )
    return undefined;
  const share = /^(\d+)\/(\d+)$/.exec(value);
  if (share !== null) return Number(share[2]) === 0 ? undefined : Number(share[1]) / Number(share[2]);
  const number = /-?\d[\d,]*(?:\.\d+)?/.exec(value)?.[0];
  return number === undefined ? undefined : Number(number.replaceAll(',', ''));
}
