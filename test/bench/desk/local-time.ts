/** Seconds on the desk's clock on the wall since 1970, as if that clock were UTC. Its zone, UTC+8, never changes its clocks. */
export type LocalSeconds = number;

export const DAY = 86_400;

/** The log covers these two years … */
export const FIRST_DAY = Date.UTC(2024, 0, 1) / 1000 / DAY;
export const DAYS = 731;
/** … and tells what happened before this instant. */
export const AS_OF: LocalSeconds = Date.UTC(2026, 0, 15) / 1000;

const dates = new Map<number, string>();
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** `2024-05-06`, of a day since 1970. */
export function date(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY * 1000).toISOString().slice(0, 10);
  dates.set(day, text);
  return text;
}

function time(at: LocalSeconds): string {
  const second = at % DAY;
  return `${twoDigits[Math.floor(second / 3600)]}:${twoDigits[Math.floor(second / 60) % 60]}:${twoDigits[second % 60]}`;
}

/** `2024-05-06T09:10:11+08:00` */
export function stampWithOffset(at: LocalSeconds): string {
  return `${date(Math.floor(at / DAY))}T${time(at)}+08:00`;
}

/** `2024-05-06 09:10:11`; nothing for what never happened. */
export function localStamp(at: LocalSeconds | undefined): string {
  return at === undefined ? '' : `${date(Math.floor(at / DAY))} ${time(at)}`;
}
