import { existingDate, formatDate } from '../calendar/dates.ts';
import { parseInstant } from '../calendar/stamps.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { LocalDate, Span } from '../domain/time.ts';
import type { RowPlace } from './named-rows.ts';

const DATE = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?/;

/** A midnight that a workbook writes behind a date. */
const MIDNIGHT = /^[T ]0?0:00(?::00(?:\.0+)?)?$/;

/** `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`; `undefined` for a blank cell and, put down, for a fault. */
export function readDate(text: string, place: RowPlace, faults: Diagnostic<Code>[]): LocalDate | undefined {
  if (text === '') return undefined;
  const found = leadingDate(text);
  const isWhole = found?.rest === '' || MIDNIGHT.test(found?.rest ?? '');
  if (isWhole && found?.date !== undefined) return found.date;
  faults.push(notADate(text, found?.rest === '', place, 'Written like 2026-10-01 or 2026/10/1.'));
  return undefined;
}

/**
 * A date, which is the whole day in the zone, or one of these dates with a time, `14:30`, `9:05:10`, `14:30+08:00`, which
 * is that instant: an empty span. `undefined` as for `readDate`.
 */
export function readTime(text: string, there: Zone, place: RowPlace, faults: Diagnostic<Code>[]): Span | undefined {
  if (text === '') return undefined;
  const found = leadingDate(text);
  if (found?.date !== undefined) {
    if (found.rest === '') return { start: there.startOf(found.date), end: there.startOf(found.date + 1) };
    const [, time] = /^(?:T|\s*)(\d{1,2}:\d\d.*)$/.exec(found.rest) ?? [];
    const written = `${formatDate(found.date)}T${(time ?? '').replace(/^\d:/, '0$&').replaceAll(' ', '')}`;
    const at = parseInstant(written, there);
    if (at !== undefined) return { start: at, end: at };
  }
  const hint = 'Written like 2026-10-01 or 2026/10/1, with a time where it is known: 2026-10-01 14:30.';
  faults.push(notADate(text, found?.rest === '', place, hint));
  return undefined;
}

/** The date that a text begins with; without one in it where there is no such day. */
function leadingDate(text: string): { readonly date: LocalDate | undefined; readonly rest: string } | undefined {
  const parts = DATE.exec(text);
  if (parts === null) return undefined;
  const month = parts.slice(2, 6).find((part) => part !== undefined);
  const date = existingDate(Number(parts[1]), Number(month), Number(parts[6]));
  return { date, rest: text.slice(parts[0].length) };
}

function notADate(text: string, looksLikeOne: boolean, place: RowPlace, hint: string): Diagnostic<Code> {
  const what = looksLikeOne ? 'is not a date that exists' : 'is not a date';
  return { code: 'bad-date', place, message: `"${text}" ${what}`, hint };
}
