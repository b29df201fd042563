import { DAY, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { attributeOf, textOf } from '../xml/attributes.ts';
import { isInexact, numberText } from './number-text.ts';
import { lengthText } from './serial-text.ts';

/** What a cell of an OpenDocument table says. @param shown the cell's text as a reader sees it, which tells how precise a time is */
export function odsCellText(
  attributes: string,
  shown: string,
  refuse: (message: string) => Error,
  oddity: (kind: 'error' | 'inexact', said: string) => void,
): string {
  if (attributeOf(attributes, 'calcext:value-type') === 'error') {
    oddity('error', shown);
    return '';
  }
  const type = attributeOf(attributes, 'office:value-type');
  if (type === 'date') return dateText(attributeOf(attributes, 'office:date-value') ?? '', shown);
  if (type === 'time') return timeText(attributeOf(attributes, 'office:time-value') ?? '', shown);
  if (type === 'boolean') return attributeOf(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  if (type !== 'float' && type !== 'percentage' && type !== 'currency') {
    return textOf(attributes, 'office:string-value', refuse) ?? shown;
  }
  const written = attributeOf(attributes, 'office:value') ?? '';
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return shown;
  const said = numberText(value);
  if (isInexact(value)) oddity('inexact', said);
  return said;
}

/** `2026-05-06T09:05:00`: without its seconds where they are none and none are shown; the date alone stays alone. */
function dateText(written: string, shown: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?))?$/.exec(written);
  if (parts === null) return written.replace('T', ' ');
  const [, year = '', month = '', day = '', hours, minutes, seconds] = parts;
  // A whole day is written as one even where its midnight is shown.
  if (hours === undefined && !/\d:\d\d/.test(shown)) return `${year}-${month}-${day}`;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day)) + millisOf(hours, minutes, seconds);
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${shortened(iso.slice(11, -1), shown)}`;
}

/** `PT09H05M00S`: a time of day, or a length, which keeps its seconds (`18:47` could be minutes, too). */
function timeText(written: string, shown: string): string {
  const parts = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(written);
  if (parts === null) return shown;
  const [, sign, hours, minutes, seconds] = parts;
  const millis = millisOf(hours, minutes, seconds);
  const length = lengthText(sign === '-' ? -millis : millis);
  return millis < DAY && sign === '' ? shortened(length, shown) : length;
}

/** Fractions are floating numbers: `29.9999999997` are 30 seconds. */
function millisOf(hours = '0', minutes = '0', seconds = '0'): number {
  return Math.round(Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds.replace(',', '.')) * SECOND);
}

function shortened(time: string, shown: string): string {
  const exact = time.replace(/\.000$/, '');
  const showsSeconds = /\d:\d\d:\d\d|秒/.test(shown);
  return /^\d\d:\d\d:00$/.test(exact) && !showsSeconds ? exact.slice(0, 5) : exact;
}
