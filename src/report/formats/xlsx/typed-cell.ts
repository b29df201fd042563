import type { CellValue } from 'hucre/xlsx';
import { valueWord } from '../../columns/columns.ts';
import type { RecordColumn } from '../../columns/registry.ts';
import type { Reader } from '../../page.ts';
import type { Value } from '../../table.ts';
import { safeText } from './safe-text.ts';
import { wallClockAt } from './wall-clock.ts';

const DAY = 86_400;

/**
 * A value of a record as a cell of its own type: a share of 95 % is 0.95, a length a part of a day, as Excel counts time; but
 * one that may be negative is told in hours, since Excel shows no negative times. An instant becomes the wall-clock time of
 * the report's zone: a sheet knows no zones.
 */
export function typedCell({ kind, values }: RecordColumn, value: Value, reader: Reader): CellValue {
  if (value === null || value === '') return null;
  // A filter of TRUE and FALSE says nothing to a reader of Chinese; and LibreOffice 7 falls over coloured ones.
  if (typeof value === 'boolean') return value ? reader.words.yes : reader.words.no;
  if (typeof value === 'number') {
    if (kind === 'percent') return value / 100;
    if (kind === 'seconds') return value / DAY;
    return kind === 'signed-seconds' ? value / 3600 : value;
  }
  if (kind === 'utc') return localDate(value, reader) ?? safeText(value);
  return safeText(values === undefined ? value : valueWord(values, value, reader.words));
}

/** By the clock on the wall of the report's zone, as if that were UTC; `undefined` of what Excel knows no date for. */
export function localDate(instant: string, { local }: Reader): Date | undefined {
  const at = Date.parse(instant);
  if (Number.isNaN(at) || !/^\d{4}-\d\d-\d\dT/.test(instant)) return undefined;
  const wall = new Date(wallClockAt(at, local));
  const year = wall.getUTCFullYear();
  return Number.isNaN(wall.getTime()) || year < 1901 || year > 9999 ? undefined : wall;
}

/** Of texts that a file would take for an error rather than a text. */
export function looksLikeError(value: CellValue): value is string {
  return typeof value === 'string' && value.startsWith('#');
}
