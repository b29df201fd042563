import { DAY, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { say } from '../../diagnostics/say.ts';
import type { Words } from '../../domain/diagnostic.ts';
import { GRADES, type Grade } from '../../domain/event-log.ts';
import type { DurationColumn, DurationUnit } from '../../domain/policy.ts';
import type { Millis } from '../../domain/time.ts';

/** The last length read; filled again and again. */
export interface LengthReader {
  /** Reads a length of wall time; false when it cannot be used, and then `fault` and `hint` say why. */
  read(text: string): boolean;
  /** The least that it can be. */
  length: Millis;
  /** By how much it may be longer (S8): 1 h 47 min may be a second less than 1 h 48 min. */
  doubt: Millis;
  /** Index into `GRADES`. */
  grade: number;
  /** What is wrong, in words that end a sentence about the value. */
  fault: Words;
  hint: Words;
}

interface Length {
  readonly length: Millis;
  /** The unit of the last digit that is written. */
  readonly digit: Millis;
}

interface Fault {
  readonly fault: Words;
  readonly hint?: Words;
}

/** No length takes so many characters. */
const MOST_CHARACTERS = 100;
const WEEK = 7 * DAY;
const LONGEST = 36_525 * DAY;
const UNIT: Readonly<Record<Exclude<DurationUnit, 'text'>, Millis>> = {
  ms: 1,
  s: SECOND,
  min: MINUTE,
  h: HOUR,
  d: DAY,
};

const WORDS: ReadonlyMap<string, Millis> = new Map(
  (
    [
      [1, 'ms msec msecs millis millisecond milliseconds millisekunde millisekunden 毫秒'],
      [
        SECOND,
        's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi 秒 秒钟',
      ],
      [MINUTE, 'm min mins minute minutes minuten minuto minutos minuti мин 分 分钟 分鐘'],
      [
        HOUR,
        'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur ч 时 時 小时 小時 个小时 時間',
      ],
      [DAY, 'd day days tag tage tagen t jour jours j dia dias día días giorno giorni dag dagen 天 日'],
      [WEEK, 'w wk wks week weeks woche wochen semaine semaines semana semanas 周 星期 个星期'],
    ] as const
  ).flatMap(([length, words]) => words.split(' ').map((word) => [word, length] as const)),
);
const UNEVEN = /^(?:mo|mon|mons|months?|y|yrs?|years?|monate?n?|jahre?n?|mois|ans?|月|个月|年)$/;

const NUMBER = String.raw`\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const WHOLE = new RegExp(`^(?:${NUMBER}|\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?)$`);
const PART = new RegExp(String.raw`[\s,、]*(?:and|und|et|y|e|和)?\s*(${NUMBER})\s*([\p{L}]+)\.?`, 'uy');
const CLOCK = /^(?:(\d+)[:.](?=\d+:\d+:))?(\d+):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?$/;
const ISO =
  /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

const NOT_WRITTEN: Fault = {
  fault: say`it is not written like one`,
  hint: say`Read are lengths like 2d 3h, 1 days 18 hours 47 minutes, 18:47:00, 1天18小时47分钟, PT1H30M, or numbers of one unit: unit: min.`,
};

/** A reader for the lengths of one column. */
export function lengthReader({ unit, assume }: DurationColumn): LengthReader {
  const reader: LengthReader = {
    length: Number.NaN,
    doubt: 0,
    grade: 0,
    fault: '',
    hint: '',
    read(text) {
      const found = readLength(text, unit);
      if ('fault' in found) {
        reader.fault = found.fault;
        reader.hint = found.hint ?? '';
        return false;
      }
      // To the last second before the next digit.
      const doubt = Math.max(0, Math.ceil(found.digit / SECOND) - 1) * SECOND;
      reader.length = assume === 'end' ? found.length + doubt : found.length;
      reader.doubt = assume === 'undecided' ? doubt : 0;
      reader.grade = GRADES.indexOf(reader.doubt === 0 ? 'exact' : gradeOf(found.digit));
      return true;
    },
  };
  return reader;
}

function gradeOf(digit: Millis): Grade {
  return digit <= MINUTE ? 'minute' : digit <= HOUR ? 'hour' : 'day';
}

function readLength(text: string, unit: DurationUnit): Length | Fault {
  if (text.length > MOST_CHARACTERS) return NOT_WRITTEN;
  if (/^[-−(]/.test(text)) return { fault: say`it is less than nothing` };
  const plain = text.startsWith('+') ? text.slice(1).trim() : text;
  const found = WHOLE.test(plain)
    ? ofNumber(plain, unit)
    : (ofClock(plain, unit) ?? ofIso(plain.toUpperCase()) ?? ofWords(plain.toLowerCase()) ?? NOT_WRITTEN);
  return 'length' in found && found.length > LONGEST ? { fault: say`it is longer than a hundred years` } : found;
}

function ofNumber(text: string, unit: DurationUnit): Length | Fault {
  if (unit === 'text') return { fault: say`it does not say its unit`, hint: say`Say unit: ms, s, min, h or d.` };
  return times(text, UNIT[unit]);
}

/** `1.5`, `1,234.5`; a comma before other than three digits is that of decimals. */
function times(text: string, unit: Millis): Length {
  const isGrouped = /^\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(text);
  const number = isGrouped ? text.replaceAll(/[,'’ \u00a0\u202f](?=\d{3}(?!\d))/g, '') : text;
  const [whole = '', decimals = ''] = number.replace(',', '.').split('.');
  return {
    length: Math.round(Number(`${whole}.${decimals || '0'}`) * unit),
    digit: unit / 10 ** decimals.length,
  };
}

/** `18:47:00`, `1:18:47:00`, `1.18:47:00`; of two figures (`42:15`) the unit says what the first is. */
function ofClock(text: string, unit: DurationUnit): Length | Fault | undefined {
  const parts = CLOCK.exec(text);
  if (parts === null) return undefined;
  const [, days = '0', first = '0', second = '0', third, decimals = ''] = parts;
  if (third === undefined && unit !== 'h' && unit !== 'min') {
    return {
      fault: say`it could be hours and minutes or minutes and seconds`,
      hint: say`Say which: unit: h reads hours and minutes, unit: min minutes and seconds.`,
    };
  }
  if (Number(second) > 59 || Number(third ?? 0) > 59) return { fault: say`minutes and seconds run from 0 to 59` };
  if (third === undefined) {
    const digit = unit === 'h' ? MINUTE : SECOND;
    return { length: (Number(first) * 60 + Number(second)) * digit, digit };
  }
  if (days !== '0' && Number(first) > 23) return { fault: say`hours beside days run from 0 to 23` };
  const millis = Number(decimals.padEnd(3, '0').slice(0, 3));
  const length = Number(days) * DAY + Number(first) * HOUR + Number(second) * MINUTE + Number(third) * SECOND + millis;
  return { length, digit: SECOND };
}

/** ISO 8601: `P1DT2H`, `PT1H30M`. Years and months are no lengths. */
function ofIso(text: string): Length | undefined {
  const parts = ISO.exec(text);
  if (parts === null || text === 'P') return undefined;
  let length = 0;
  let digit = SECOND;
  for (const [index, unit] of [WEEK, DAY, HOUR, MINUTE, SECOND].entries()) {
    const part = parts[index + 1];
    if (part === undefined) continue;
    const { length: more, digit: least } = times(part, unit);
    length += more;
    digit = least;
  }
  return { length, digit };
}

/** `1 days 18 hours 47 minutes`, `2小时30分`; the largest unit first, each once. A time of day may follow the days. */
function ofWords(text: string): Length | Fault | undefined {
  let length = 0;
  let digit = Number.POSITIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  let position = 0;
  while (position < text.length) {
    PART.lastIndex = position;
    const [, number = '', word = ''] = PART.exec(text) ?? [];
    if (number === '') break;
    const unit = WORDS.get(word);
    if (UNEVEN.test(word)) return { fault: say`not every month or year is as long as another` };
    if (unit === undefined || unit >= last) return undefined;
    last = unit;
    const part = times(number, unit);
    length += part.length;
    digit = part.digit;
    position = PART.lastIndex;
  }
  if (position === 0) return undefined;
  const rest = text.slice(position).replace(/^[\s,]+/, '');
  if (rest === '') return { length, digit };
  const clock = last >= DAY ? ofClock(rest, 'text') : undefined;
  if (clock === undefined || 'fault' in clock) return clock;
  return { length: length + clock.length, digit: clock.digit };
}
