import type { Instant, LocalDate, Millis } from '../domain/time.ts';
import { civil, DAY, dateOf, HOUR, SECOND } from './dates.ts';
import { type Stretch, type StretchesOf, zoneInTable } from './zone-table.ts';

/** A time zone of the IANA database. */
export interface Zone {
  /** As it was asked for. */
  readonly name: string;
  /** Local time minus UTC. Before 1800 that of 1800, which is the place's own mean time. */
  offsetAt(instant: Instant): Millis;
  local(instant: Instant): LocalTime;
  /** The instants at which the clocks of this zone show `time` on `date`; `time` may be 24 h and more. */
  instants(date: LocalDate, time: Millis): LocalInstants;
  /** The first instant of the date: its midnight, or the instant after a midnight that the clocks skip. */
  startOf(date: LocalDate): Instant;
}

export interface LocalTime {
  readonly date: LocalDate;
  /** Since midnight by the clock on the wall: from 0, under 24 h. */
  readonly time: Millis;
}

/**
 * A local time on the time line. `ambiguous`: the clocks went back and showed it twice. `missing`: they went
 * forward past it; `earlier` and `later` are then both the time moved forward by the gap (S4), and `resumesAt` is
 * the instant of the change.
 */
export type LocalInstants =
  | { readonly kind: 'unique' | 'ambiguous'; readonly earlier: Instant; readonly later: Instant }
  | { readonly kind: 'missing'; readonly earlier: Instant; readonly later: Instant; readonly resumesAt: Instant };

const zones = new Map<string, Zone | undefined>();

/** The zone of this IANA name (upper or lower case); `undefined` for any other text, fixed offsets included. */
export function zone(name: string): Zone | undefined {
  if (!zones.has(name)) zones.set(name, findZone(name));
  return zones.get(name);
}

// Intl takes more than the IANA database holds: offsets, and three-letter names left over from early Java, among
// them "CST" for Chicago, which half the world would read as China. Better refused than read wrongly.
const THREE_LETTERS = 'CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET';

function findZone(name: string): Zone | undefined {
  if (!/^[A-Za-z]/.test(name) || /^SystemV\//i.test(name)) return undefined;
  if (/^[A-Za-z]{3}$/.test(name) && !THREE_LETTERS.split(' ').includes(name.toUpperCase())) return undefined;
  const table = zoneInTable(name);
  if (table !== undefined) return openZone(name, onDemand(name), table);
  try {
    // Words of machines are in it, so nearly every run asks for it; Intl takes ten milliseconds for its first zone.
    return openZone(name, /^utc$/i.test(name) ? (instant) => instant : wallClock(name));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same, of a zone that is there: Intl is asked when the table has no answer. */
function onDemand(name: string): (instant: Instant) => Instant {
  let ask: ((instant: Instant) => Instant) | undefined;
  return (instant) => {
    ask ??= wallClock(name);
    return ask(instant);
  };
}

/** Reads the wall clock at an instant, as if it were UTC. About 2 µs: what for is all the rest of this file. */
function wallClock(name: string): (instant: Instant) => Instant {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(instant));
    if (!parts) throw new Error(`Intl writes an instant as "${format.format(instant)}"`);
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
    return dateOf(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * SECOND;
  };
}

/** No offset that ever was is as large: Manila's was −15:56 until 1844. */
const LARGEST_OFFSET = 16 * HOUR;
/** So far from a change of offset, a local time is unique whatever the offsets are. */
const CALM = 2 * LARGEST_OFFSET;
const FIRST_YEAR = 1800;
/** The rules of no zone are known to change after 2087 (Casablanca's): later years repeat those 400 years before. */
const LAST_YEAR = 2500;
const END = dateOf(LAST_YEAR + 1, 1, 1) * DAY;
const CYCLE = 146_097 * DAY;

function openZone(name: string, wallAt: (instant: Instant) => Instant, table?: StretchesOf): Zone {
  const years = new Map<number, readonly Stretch[]>();
  // Questions come in clusters: most are about the stretch of the question before.
  let last: Stretch = { start: 0, end: 0, offset: 0 };

  function stretchAt(instant: Instant): Stretch {
    if (instant >= last.start && instant < last.end) return last;
    if (instant >= END) {
      const ahead = (Math.floor((instant - END) / CYCLE) + 1) * CYCLE;
      const { start, end, offset } = stretchAt(instant - ahead);
      last = { start: start + ahead, end: end + ahead, offset };
      return last;
    }
    const year = Math.max(civil(Math.floor(instant / DAY)).year, FIRST_YEAR);
    let stretches = years.get(year);
    if (stretches === undefined) {
      stretches = table?.(year) ?? stretchesOf(year, wallAt);
      years.set(year, stretches);
    }
    last = stretches.find((stretch) => instant < stretch.end) ?? last;
    return last;
  }

  function instants(date: LocalDate, time: Millis): LocalInstants {
    const wall = date * DAY + time;
    const guess = wall - last.offset;
    if (guess >= last.start + CALM && guess < last.end - CALM) return { kind: 'unique', earlier: guess, later: guess };
    // At most one change of offset lies between the two: changes have never been so near to each other.
    const before = stretchAt(wall - LARGEST_OFFSET).offset;
    const after = stretchAt(wall + LARGEST_OFFSET).offset;
    const early = wall - before;
    const late = wall - after;
    const isEarly = stretchAt(early).offset === before;
    const isLate = stretchAt(late).offset === after;
    if (isEarly && isLate) return { kind: early === late ? 'unique' : 'ambiguous', earlier: early, later: late };
    if (isEarly) return { kind: 'unique', earlier: early, later: early };
    if (isLate) return { kind: 'unique', earlier: late, later: late };
    return { kind: 'missing', earlier: early, later: early, resumesAt: changeBefore(early) };
  }

  function changeBefore(instant: Instant): Instant {
    const { start, offset } = stretchAt(instant);
    return stretchAt(start - 1).offset === offset ? changeBefore(start - 1) : start;
  }

  return {
    name,
    offsetAt: (instant) => stretchAt(instant).offset,
    local(instant) {
      const wall = instant + stretchAt(instant).offset;
      const date = Math.floor(wall / DAY);
      return { date, time: wall - date * DAY };
    },
    instants,
    startOf(date) {
      const midnight = instants(date, 0);
      return midnight.kind === 'missing' ? midnight.resumesAt : midnight.earlier;
    },
  };
}

/**
 * Changes of offset lie further apart than this: the nearest pair in the database since 1900 is four days apart
 * (Freetown 1939), since 1970 seven (Recife 2000).
 */
const STEP = 3 * DAY;

/** The first year's first stretch begins with the time line. */
function stretchesOf(year: number, wallAt: (instant: Instant) => Instant): Stretch[] {
  const offsetAt = (instant: Instant) => wallAt(instant) - instant;
  const newYear = dateOf(year, 1, 1) * DAY;
  const nextYear = dateOf(year + 1, 1, 1) * DAY;
  const stretches: Stretch[] = [];
  let start = year === FIRST_YEAR ? -Infinity : newYear;
  let offset = offsetAt(newYear);
  for (let known = newYear; known < nextYear - SECOND; ) {
    const next = Math.min(known + STEP, nextYear - SECOND);
    const offsetThere = offsetAt(next);
    if (offsetThere !== offset) {
      const change = bisect(known, next, (instant) => offsetAt(instant) !== offset);
      stretches.push({ start, end: change, offset });
      start = change;
      offset = offsetThere;
    }
    known = next;
  }
  stretches.push({ start, end: nextYear, offset });
  return stretches;
}

/** The first whole second after `no` at which `holds` does, given that it does at `yes`. */
function bisect(no: Instant, yes: Instant, holds: (instant: Instant) => boolean): Instant {
  let [low, high] = [no, yes];
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
