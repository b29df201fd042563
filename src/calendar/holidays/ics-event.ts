import { say } from '../../diagnostics/say.ts';
import type { Words } from '../../domain/diagnostic.ts';
import type { LocalDate } from '../../domain/time.ts';
import { civil, existingDate } from '../dates.ts';
import { type IcsLine, icsText } from './ics-lines.ts';

/** An event of whole days. */
export interface IcsEvent {
  readonly name: string;
  /** Its first date; of one that is repeated, the first of the first. */
  readonly start: LocalDate;
  readonly days: number;
  /** It is repeated every year, up to one that starts on this date. */
  readonly until?: LocalDate;
  /** Starts that are left out. */
  readonly except: ReadonlySet<LocalDate>;
}

/** What is wrong with an event, and with which of its lines. */
export interface IcsFault {
  readonly kind: 'refused' | 'timed';
  readonly line: IcsLine;
  readonly message: Words;
  readonly hint: Words;
}

/** No date is later: what goes on for ever ends here. */
const FOR_EVER: LocalDate = Infinity;

/** Reads the lines of one VEVENT, `begin` being its first. `undefined`: one that was cancelled. */
export function icsEvent(begin: IcsLine, lines: readonly IcsLine[]): IcsEvent | IcsFault | undefined {
  const all = (name: string) => lines.filter((line) => line.name === name);
  const one = (name: string) => all(name)[0];
  if (one('STATUS')?.value.toUpperCase() === 'CANCELLED') return undefined;

  const startLine = one('DTSTART');
  if (startLine === undefined)
    return refuse(begin, 'an event without DTSTART', 'Say its day: DTSTART;VALUE=DATE:20261224');
  if (isTimed(startLine)) {
    const name = icsText(one('SUMMARY')?.value ?? '') || startLine.value;
    const hint = say`Only events of whole days close a date. For an afternoon off write the date’s own hours under dates.`;
    return { kind: 'timed', line: startLine, message: say`"${name}" has a time of day and closes no date`, hint };
  }
  const start = readDate(startLine.value);
  if (start === undefined) return refuseDate(startLine);

  for (const name of ['RDATE', 'RECURRENCE-ID', 'EXRULE']) {
    const line = one(name);
    if (line) return refuse(line, `${name} is not read`, 'Write each occurrence as an event of its own.');
  }
  const days = readDays(start, one('DTEND'), one('DURATION'));
  if (typeof days === 'object') return days;
  const until =
    all('RRULE').length > 1 ? refuse(all('RRULE')[1]!, 'a second RRULE', YEARLY) : readRule(one('RRULE'), start);
  if (typeof until === 'object') return until;
  const except = new Set<LocalDate>();
  for (const line of all('EXDATE')) {
    for (const value of line.value.split(',')) {
      const date = readDate(value);
      if (date === undefined) return refuseDate(line);
      except.add(date);
    }
  }
  const name = icsText(one('SUMMARY')?.value ?? '');
  return { name, start, days, ...(until !== undefined && { until }), except };
}

/** The dates in `year` on which the event lies. */
export function* datesIn({ start, days, until, except }: IcsEvent, year: number): Generator<LocalDate> {
  const { year: first, month, day } = civil(start);
  const newYear = existingDate(year, 1, 1) ?? 0;
  const nextYear = existingDate(year + 1, 1, 1) ?? 0;
  const earliest = until === undefined ? first : Math.max(first, year - Math.ceil(days / 365));
  const latest = until === undefined ? first : year;
  for (let each = earliest; each <= latest; each++) {
    const begin = existingDate(each, month, day);
    if (begin === undefined || begin > (until ?? start) || except.has(begin)) continue;
    for (let date = Math.max(begin, newYear); date < Math.min(begin + days, nextYear); date++) yield date;
  }
}

function isTimed({ value, parameters }: IcsLine): boolean {
  return parameters.get('VALUE')?.toUpperCase() !== 'DATE' && /^\d{8}T\d{6}Z?$/.test(value);
}

function readDate(text: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? [];
  return year === undefined ? undefined : existingDate(Number(year), Number(month), Number(day));
}

/** DTEND is out (RFC 5545, 3.6.1); without it and DURATION the event lasts its day. */
function readDays(start: LocalDate, end: IcsLine | undefined, duration: IcsLine | undefined): number | IcsFault {
  if (end) {
    const date = readDate(end.value);
    if (date === undefined) return refuseDate(end);
    return date > start
      ? date - start
      : refuse(end, 'the event ends before it begins', 'DTEND is the day after the last; for one day leave it out.');
  }
  if (!duration) return 1;
  const [, count, unit] = /^\+?P([1-9]\d{0,3})([DW])$/.exec(duration.value.trim()) ?? [];
  if (count === undefined) return refuse(duration, `"${duration.value}" is not a number of days`, 'Written like P3D.');
  return Number(count) * (unit === 'W' ? 7 : 1);
}

const YEARLY = 'Only a yearly date is: RRULE:FREQ=YEARLY, with COUNT or UNTIL. Write others as events of their own.';

/** The last start; `undefined` without a rule. */
function readRule(line: IcsLine | undefined, start: LocalDate): LocalDate | IcsFault | undefined {
  if (line === undefined) return undefined;
  const { month, day } = civil(start);
  const rule = new Map(
    line.value.split(';').map((part) => {
      const [key = '', value = ''] = part.split('=');
      return [key.trim().toUpperCase(), value.trim().toUpperCase()];
    }),
  );
  // Programs like to repeat what the start says already.
  const redundant: Readonly<Record<string, string>> = {
    FREQ: 'YEARLY',
    INTERVAL: '1',
    BYMONTH: String(month),
    BYMONTHDAY: String(day),
  };
  for (const [key, value] of rule) {
    if (key === 'COUNT' || key === 'UNTIL' || key === 'WKST' || value === redundant[key]) continue;
    return refuse(line, `the repetition ${key}=${value} is not read`, YEARLY);
  }
  const count = rule.get('COUNT');
  const until = rule.get('UNTIL');
  if (!rule.has('FREQ') || (count !== undefined && until !== undefined)) {
    return refuse(line, `"${line.value}" is no repetition`, YEARLY);
  }
  if (count !== undefined) {
    return /^[1-9]\d{0,3}$/.test(count)
      ? nthStart(start, Number(count))
      : refuse(line, `COUNT=${count} is no number`, YEARLY);
  }
  if (until === undefined) return FOR_EVER;
  // An UNTIL with a time of day, which programs write although the standard wants a date, is in with its date.
  return readDate(until.replace(/T\d{6}Z?$/, '')) ?? refuse(line, `UNTIL=${until} is not a date`, YEARLY);
}

/** 29 February counts where it exists (RFC 5545, 3.3.10). */
function nthStart(start: LocalDate, count: number): LocalDate {
  const { year, month, day } = civil(start);
  let left = count;
  for (let each = year; each <= 9999; each++) {
    const date = existingDate(each, month, day);
    if (date !== undefined && --left === 0) return date;
  }
  return FOR_EVER;
}

function refuse(line: IcsLine, message: string, hint: string): IcsFault {
  return { kind: 'refused', line, message, hint };
}

function refuseDate(line: IcsLine): IcsFault {
  return refuse(line, `"${line.value}" is not a date`, 'Written like 20261224.');
}
