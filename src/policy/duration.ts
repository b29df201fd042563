import type { WorkingDayEnd } from '../domain/calendar.ts';
import type { Within } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { type Complaints, complaints } from './complaints.ts';
import type { Words } from './tree.ts';

const UNITS: Readonly<Record<string, Millis>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const LENGTH = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g;
const WORKING_DAYS = /^(\d+)\s*wd(?:\s+(same-time)(?:\s+(exact))?)?$/;

/** Where the length is used decides which kinds of it mean anything. */
interface DurationUse {
  /** `1d` is 24 hours; otherwise it is refused, for a day under business hours is not a length (S9). */
  readonly allowsDays: boolean;
  readonly allowsZero?: boolean;
}

/** A length such as `1h30m`; `undefined` after a complaint. Above zero unless zero is allowed. */
export function readLength(words: Words, use: DurationUse, found: Complaints): Millis | undefined {
  const { text, place } = words;
  if (WORKING_DAYS.test(text)) {
    found.add('bad-duration', place, `"${text}" counts working days, which only "within" can`, 'Give hours: 8h.');
    return undefined;
  }
  if (!LENGTH.test(text.replaceAll(' ', ''))) {
    found.add('bad-duration', place, `"${text}" is not a length of time`, hintFor(text));
    return undefined;
  }
  const parts = [...text.replaceAll(' ', '').matchAll(PART)];
  if (!use.allowsDays && parts.some(([, , unit]) => unit === 'd')) {
    found.add(
      'day-without-kind',
      place,
      `"${text}" does not say which kind of day it means, and this calendar closes`,
      `Give open time, 8h, or in "within" working days: 1wd ends at closing time of the next working day (S9).`,
    );
    return undefined;
  }
  const length = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0);
  // 1.1s is 1100.0000000000002 ms in binary fractions: near enough is whole.
  const whole = Math.round(length);
  if (Math.abs(length - whole) > 1e-6 || !Number.isSafeInteger(whole)) {
    found.add('bad-duration', place, `"${text}" is not a whole number of milliseconds`, 'Use a smaller unit: 90s.');
    return undefined;
  }
  if (whole === 0 && use.allowsZero !== true) {
    found.add('bad-duration', place, `"${text}" is no time at all`, 'A length above zero is needed here.');
    return undefined;
  }
  return whole;
}

/** A length outside a policy, in the same grammar: zero is allowed, a day is 24 hours. `undefined` for anything else. */
export function parseLength(text: string): Millis | undefined {
  return readLength({ text, place: { file: '' } }, { allowsDays: true, allowsZero: true }, complaints());
}

/** What a target allows: a length, or working days. Zero is allowed: it must be done at once, or on the same day. */
export function readWithin(words: Words, allowsDays: boolean, found: Complaints): Within | undefined {
  const match = WORKING_DAYS.exec(words.text);
  if (match === null) {
    const length = readLength(words, { allowsDays, allowsZero: true }, found);
    return length === undefined ? undefined : { kind: 'duration', length };
  }
  const days = Number(match[1]);
  if (days > 3660) {
    found.add('bad-duration', words.place, `"${words.text}" is more than ten years`, 'Check the number.');
    return undefined;
  }
  const end: WorkingDayEnd = match[3] ? 'same-time-exact' : match[2] ? 'same-time' : 'closing';
  return { kind: 'working-days', days, end };
}

function hintFor(text: string): string {
  const units = 'ms, s, m (minutes), h, d, and wd (working days) in "within"';
  if (/^\d+(\.\d+)?$/.test(text)) return `Say the unit: ${text}m or ${text}h. Units: ${units}.`;
  if (/^-/.test(text)) return 'A length cannot be negative.';
  const unit = /^[\d.]+\s*([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  const meant = unit && MEANT[unit];
  const number = text.replaceAll(/[^\d.]/g, '');
  return `${meant ? `Did you mean "${number}${meant}"? ` : ''}Written like 30s, 5m, 4h, 1h30m, 2wd. Units: ${units}.`;
}

/** Units as people write them elsewhere. */
const MEANT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ms: ['msec', 'millis', 'millisecond', 'milliseconds'],
    s: ['sec', 'secs', 'second', 'seconds'],
    m: ['min', 'mins', 'minute', 'minutes'],
    h: ['hr', 'hrs', 'hour', 'hours'],
    d: ['day', 'days'],
    wd: ['bd', 'workday', 'workdays'],
  }).flatMap(([unit, words]) => words.map((word) => [word, unit])),
);
