import { DAY, HOUR, weekday } from '../calendar/dates.ts';
import { type Zone, zone } from '../calendar/zone.ts';
import type { Clock } from '../domain/policy.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Period } from '../domain/time.ts';
import { countedAtIn } from './blocks/counted-in.ts';
import { countedAt } from './counted.ts';
import type { BlockDimension, Dimension } from './dimension.ts';
import { monthFinder, monthNumbers } from './months.ts';
import { byCodeUnits } from './order.ts';
import type { Party } from './party.ts';

/** Dimensions of time, by the clock on the wall of the policy's zone. */
export const TIMES: readonly string[] = ['hour', 'weekday', 'month'];

/** In the words of the policy's `hours`. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const UNKNOWN: Party = { kind: 'value', name: '' };
// One object each, however many instants there are.
const HOURS = Array.from({ length: 24 }, (_, hour): Party => ({ kind: 'value', name: String(hour) }));
const DAYS = WEEKDAYS.map((name): Party => ({ kind: 'value', name }));

function modulo(number: number, divisor: number): number {
  return number - Math.floor(number / divisor) * divisor;
}

/** One of `TIMES`. Throws RangeError for any other name. */
export function timeDimension(name: string, timezone: string, asOf: Instant): Dimension {
  const there = zone(timezone);
  if (there === undefined) throw new RangeError(`no zone "${timezone}"`);
  const wallAt = (at: Instant) => at + there.offsetAt(at);
  if (name === 'hour') return byStart(name, (at) => HOURS[Math.floor(modulo(wallAt(at), DAY) / HOUR)], byNumber);
  if (name === 'weekday') return byStart(name, (at) => DAYS[weekday(Math.floor(wallAt(at) / DAY))], byWeekday);
  if (name === 'month') return byMonth(there, asOf);
  throw new RangeError(`no dimension "${name}"`);
}

/** When the clock began to run, the ticket came: staffing follows that, not when the time ran out. */
function byStart(by: string, partyAt: (at: Instant) => Party | undefined, order: (name: string) => number): Dimension {
  const ofInstant = (at: Instant | undefined): Party => (at === undefined ? UNKNOWN : (partyAt(at) ?? UNKNOWN));
  return {
    by,
    ofVerdict: ({ run }) => ofInstant(run.start?.happenedAt ?? run.start?.at),
    ofTicket: (_values, _at, createdAt) => ofInstant(createdAt),
    compare: (a, b) => order(a.name) - order(b.name),
    ofBlocks({ numberOf }) {
      // A few parties, each always the same object.
      const numbers = new Map<Party, number>();
      const numberAt = (at: Instant) => {
        const party = ofInstant(Number.isNaN(at) ? undefined : at);
        const number = numbers.get(party) ?? numberOf(party);
        numbers.set(party, number);
        return number;
      };
      return {
        ofRun: ({ startAt }, run) => numberAt(startAt[run]!),
        ofTicket: ({ createdAt }, ticket) => numberAt(createdAt[ticket]!),
      };
    },
  };
}

/** What is not known comes last. */
function byNumber(name: string): number {
  return name === '' ? Infinity : Number(name);
}

function byWeekday(name: string): number {
  const names: readonly string[] = WEEKDAYS;
  const index = names.indexOf(name);
  return index < 0 ? Infinity : index;
}

/**
 * The month in which a run is counted, and the one in which its length is (S27); what is still going is counted in that of the
 * as-of instant. Tickets stand in the month of their creation, ratings in the one in which they were given.
 */
function byMonth(there: Zone, asOf: Instant): Dimension {
  const monthAt = monthFinder(there);
  const parties = new Map<Period | undefined, Party>();
  const ofInstant = (at = lastBefore(asOf)): Party => {
    const month = monthAt(at);
    let party = parties.get(month);
    if (party === undefined) {
      party = { kind: 'value', name: month?.label ?? '' };
      parties.set(month, party);
    }
    return party;
  };
  return {
    by: 'month',
    ofVerdict: (verdict) => ofInstant(countedAt(verdict)),
    ofLength: (verdict) => ofInstant(verdict.run.stop?.at ?? countedAt(verdict)),
    ofTicket: (_values, _at, createdAt) => ofInstant(createdAt),
    ofRating: ofInstant,
    compare: (a, b) => byCodeUnits(a.name, b.name),
    ofBlocks: ({ clocks, numberOf }) =>
      monthsOfBlocks({ clocks, monthAt, asOf, numberOf: (at) => numberOf(ofInstant(at)) }),
  };
}

interface MonthsOfBlocks {
  readonly clocks: readonly Clock[];
  readonly monthAt: (at: Instant) => Period | undefined;
  readonly asOf: Instant;
  /** Of the month that the instant lies in. */
  readonly numberOf: (at: Instant) => number;
}

function monthsOfBlocks({ clocks, monthAt, asOf, numberOf }: MonthsOfBlocks): BlockDimension {
  const { numberAt: monthNumberAt } = monthNumbers(monthAt);
  /** By number of the month; those that nothing is counted in have none. */
  const groups: number[] = [];
  const numberAt = (known: Instant): number => {
    const at = Number.isNaN(known) ? lastBefore(asOf) : known;
    const month = monthNumberAt(at);
    groups[month] ??= numberOf(at);
    return groups[month];
  };
  const countedAt = (block: RunBlock, run: number) => countedAtIn(block, run, clocks[block.clock[run]!]);
  return {
    ofRun: (block, run) => numberAt(countedAt(block, run)),
    ofLength(block, run) {
      const stoppedAt = block.stopAt[run]!;
      return numberAt(Number.isNaN(stoppedAt) ? countedAt(block, run) : stoppedAt);
    },
    ofTicket: ({ createdAt }, ticket) => numberAt(createdAt[ticket]!),
  };
}

/** As of the first instant of November it is October that is told of. */
export function lastBefore(asOf: Instant): Instant {
  return asOf - 1;
}
