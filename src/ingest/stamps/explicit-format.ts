import { longYear } from './date-orders.ts';
import { COUNTED } from './digits-alone.ts';
import { type HalfDay, hourOf, takeHalfDay } from './half-day.ts';
import { isAtEnd, type Scanner, skipSpaces, take, takeMillis, takeNumber, takeOffset } from './scanner.ts';
import { takeChineseMonth, takeMonthName, takeWeekday } from './words.ts';
import { clearStamp, type StampParser, type WrittenStamp } from './written-stamp.ts';

type Step = (scanner: Scanner, stamp: WrittenStamp) => boolean;
type Figure = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Which figure a token reads, and how many digits of it. Doubled letters want two, single ones take one or two. */
const FIGURES: Readonly<Record<string, readonly [figure: Figure, least: number, most: number]>> = {
  yyyy: ['year', 4, 4],
  yy: ['year', 2, 2],
  MM: ['month', 2, 2],
  M: ['month', 1, 2],
  dd: ['day', 2, 2],
  d: ['day', 1, 2],
  HH: ['hour', 2, 2],
  H: ['hour', 1, 2],
  hh: ['hour', 2, 2],
  h: ['hour', 1, 2],
  mm: ['minute', 2, 2],
  m: ['minute', 1, 2],
  ss: ['second', 2, 2],
  s: ['second', 1, 2],
};

/**
 * A parser for one format: the tokens above, `SSS` (decimals), `XXX` or `Z` (offset), `MMM` (a month by its name), `EEE` (the
 * day of the week, which must be the date's), `a` (AM/PM, 上午/下午 …), literals in single quotes (two of them: a quote), a space (any
 * spaces), and any other character standing for itself. Or one of `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`, `excel`.
 */
export function explicitParser(format: string): StampParser {
  const counted = COUNTED[format];
  if (counted !== undefined) {
    return (text, stamp) => {
      clearStamp(stamp);
      return counted(text, stamp);
    };
  }
  const scanner: Scanner = { text: '', position: 0 };
  let half: HalfDay | undefined;
  const steps: Step[] = [];
  const used = new Set<string>();
  for (const part of tokensOf(format)) {
    used.add(part.charAt(0));
    if (part in FIGURES) steps.push(figure(part));
    else if (/^S+$/.test(part)) steps.push(takeDecimals);
    else if (/^(?:X+|Z+)$/.test(part)) steps.push(takeOffset);
    else if (/^MMMM?$/.test(part)) steps.push((...at) => takeMonthName(...at) || takeChineseMonth(...at));
    else if (/^E+$/.test(part)) steps.push(takeWeekday);
    else if (part === 'a') steps.push(takeHalf);
    else if (part.startsWith(' ')) steps.push(skipSpaces);
    else steps.push(literal(part.startsWith("'") ? part.slice(1, -1).replaceAll("''", "'") || "'" : part));
  }
  const precision = used.has('s')
    ? 'second'
    : used.has('m')
      ? 'minute'
      : used.has('H') || used.has('h')
        ? 'hour'
        : 'day';

  function takeHalf(at: Scanner): boolean {
    half = takeHalfDay(at);
    return half !== undefined;
  }

  return (text, stamp) => {
    clearStamp(stamp);
    stamp.year = 0;
    stamp.month = 0;
    stamp.day = 0;
    stamp.precision = precision;
    scanner.text = text;
    scanner.position = 0;
    half = undefined;
    for (const step of steps) if (!step(scanner, stamp)) return false;
    if (half !== undefined) stamp.hour = hourOf(stamp.hour, half);
    return stamp.hour >= 0 && isAtEnd(scanner);
  };
}

/** Literals in quotes, runs of one letter, runs of spaces, and every other character by itself. */
function tokensOf(format: string): readonly string[] {
  return [...format.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*| +|./gsu)].map(([token]) => token);
}

/** What of a format reads the date alone; `undefined` where its time does not come last. */
export function datePartOf(format: string): string | undefined {
  const tokens = tokensOf(format);
  const isTime = (token: string) => /^[Hhmsa]/.test(token);
  const first = tokens.findIndex(isTime);
  const last = tokens.findLastIndex((token) => /^[yMdE]/.test(token));
  return first > last ? tokens.slice(0, last + 1).join('') : undefined;
}

function literal(text: string): Step {
  return (scanner) => {
    for (let index = 0; index < text.length; index++) if (!take(scanner, text.charCodeAt(index))) return false;
    return true;
  };
}

function figure(token: string): Step {
  const [name, least, most] = FIGURES[token] ?? ['year', 4, 4];
  const isTwelveHours = token.startsWith('h');
  return (scanner, stamp) => {
    const value = takeNumber(scanner, least, most);
    stamp[name] = token === 'yy' && value >= 0 ? longYear(value) : value;
    return isTwelveHours ? value >= 1 && value <= 12 : value >= 0;
  };
}

function takeDecimals(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.millis = takeMillis(scanner);
  return stamp.millis >= 0;
}
