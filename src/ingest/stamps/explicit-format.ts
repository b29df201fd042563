import { isAtEnd, type Scanner, take, takeMillis, takeNumber, takeOffset } from './scanner.ts';
import { blankStamp, type StampParser, type WrittenStamp } from './written-stamp.ts';

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

const HALVES = [
  { words: ['AM', 'am', 'Am', 'a.m.', 'A.M.', '上午'], isAfternoon: false },
  { words: ['PM', 'pm', 'Pm', 'p.m.', 'P.M.', '下午'], isAfternoon: true },
];

/**
 * A parser for one format: the tokens above, `SSS` (decimals), `XXX` or `Z` (offset), `a` (AM/PM, 上午/下午), literals
 * in single quotes (two of them: a quote), and any other character standing for itself.
 */
export function explicitParser(format: string): StampParser {
  const blank = blankStamp();
  const scanner: Scanner = { text: '', position: 0 };
  let isAfternoon: boolean | undefined;
  const steps: Step[] = [];
  const used = new Set<string>();
  for (const [part] of format.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|./gsu)) {
    used.add(part.charAt(0));
    if (part in FIGURES) steps.push(figure(part));
    else if (/^S+$/.test(part)) steps.push(takeDecimals);
    else if (part === 'XXX' || part === 'Z') steps.push(takeOffset);
    else if (part === 'a') steps.push(takeHalf);
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
    for (const half of HALVES) {
      const word = half.words.find((candidate) => at.text.startsWith(candidate, at.position));
      if (word === undefined) continue;
      at.position += word.length;
      isAfternoon = half.isAfternoon;
      return true;
    }
    return false;
  }

  return (text, stamp) => {
    Object.assign(stamp, blank, { precision });
    scanner.text = text;
    scanner.position = 0;
    isAfternoon = undefined;
    for (const step of steps) if (!step(scanner, stamp)) return false;
    // 12:30 AM is half past midnight, 12:30 PM half past noon.
    if (isAfternoon !== undefined && stamp.hour <= 12) stamp.hour = (stamp.hour % 12) + (isAfternoon ? 12 : 0);
    return isAtEnd(scanner);
  };
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
    // Two digits of a year: 1970 to 2069.
    stamp[name] = token === 'yy' ? value + (value < 70 ? 2000 : 1900) : value;
    return isTwelveHours ? value >= 1 && value <= 12 : value >= 0;
  };
}

function takeDecimals(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.millis = takeMillis(scanner);
  return stamp.millis >= 0;
}
