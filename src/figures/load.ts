import { HOUR } from '../calendar/dates.ts';
import { formatInstant } from '../calendar/stamps.ts';
import { type Zone, zone } from '../calendar/zone.ts';
import type { TicketAccount } from '../domain/account.ts';
import type { OpenTime } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, LocalDate, Period } from '../domain/time.ts';
import type { LoadFigures, PersonLoad } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCounted, isWithin } from './counted.ts';
import { dimension } from './dimensions.ts';
import { byName, handOf, keyOf, partyKeyed, partyOf, type Roll } from './hand.ts';
import { byReference, emptyLines, keepLine, mergeLines, type PlaceOf, referenceTo } from './kept-lines.ts';
import { addLength, emptyLengths, type Lengths, mergeLengths } from './lengths.ts';
import { daysOpen } from './open-days.ts';
import { ratio } from './ratio.ts';
import { CELLS, cellOfHour, type VolumeTotals, volumeFigures } from './volume.ts';

export interface LoadScope extends Roll {
  readonly period?: Period;
  readonly placeOf: PlaceOf;
  /** Of the calendars by which clocks count. */
  readonly openTimes: readonly OpenTime[];
}

/** Plain values. */
export interface LoadTotals extends VolumeTotals {
  readonly people: Map<string, PersonTotals>;
}

interface PersonTotals {
  met: number;
  breached: number;
  received: number;
  /** When they came to hold a ticket in work and when they no longer did, each by itself. */
  readonly from: Lengths;
  readonly until: Lengths;
}

export interface LoadCollector {
  readonly totals: LoadTotals;
  /** One ticket, once; tickets may come in any order. */
  add(createdAt: Instant, verdicts: readonly Verdict[], account: TicketAccount): void;
  /** Takes over what another collector of the same policy and scope has seen; the parts share no ticket. */
  merge(other: Pick<LoadCollector, 'totals'>): void;
  finish(): LoadFigures;
}

/**
 * When work comes in, by the clock on the wall of the policy's zone, against breaches and against who carries it. A duty's
 * intervals begin by the duty itself and not because anybody called: they are no volume.
 */
export function collectLoad(policy: Policy, scope: LoadScope): LoadCollector {
  const { period, asOf } = scope;
  const there = zone(policy.timezone);
  if (there === undefined) throw new RangeError(`no zone "${policy.timezone}"`);
  const employee = dimension(policy, scope, 'employee');
  const cells = () => new Array<number>(CELLS).fill(0);
  const totals: LoadTotals = {
    created: new Map(),
    ...{ met: cells(), breached: cells(), ranOut: cells() },
    breaches: emptyLines(),
    people: new Map(),
  };

  function personOf(key: string): PersonTotals {
    const known = totals.people.get(key);
    if (known !== undefined) return known;
    const person = { met: 0, breached: 0, received: 0, from: emptyLengths(), until: emptyLengths() };
    totals.people.set(key, person);
    return person;
  }

  function addRun(verdict: Verdict): void {
    const { outcome, run, dueAt } = verdict;
    if ((outcome !== 'met' && outcome !== 'breached') || !isCounted(verdict, period)) return;
    personOf(keyOf(employee.ofVerdict(verdict)))[outcome] += 1;
    const startedAt = run.start?.happenedAt ?? run.start?.at;
    if (run.clock.kind === 'duty' || startedAt === undefined || there === undefined) return;
    const cell = cellOf(there, startedAt);
    totals[outcome][cell] = (totals[outcome][cell] ?? 0) + 1;
    if (outcome !== 'breached') return;
    const reference = referenceTo(verdict, [run.start?.row, run.stop?.row], scope.placeOf);
    keepLine(totals.breaches, { ...reference, cell }, byReference);
    if (dueAt === undefined) return;
    const late = cellOf(there, dueAt);
    totals.ranOut[late] = (totals.ranOut[late] ?? 0) + 1;
  }

  function addHeld({ held }: TicketAccount): void {
    for (const { holder, start, end } of held) {
      const person = personOf(keyOf(partyOf(holder, scope)));
      const [from, until] = [Math.max(start, period?.start ?? start), Math.min(end, period?.end ?? end)];
      if (isWithin(period, start)) person.received += 1;
      if (from >= until) continue;
      addLength(person.from, from);
      addLength(person.until, until);
    }
  }

  return {
    totals,
    add(createdAt, verdicts, account) {
      if (isWithin(period, createdAt)) {
        const hour = hourOf(there, createdAt);
        totals.created.set(hour, (totals.created.get(hour) ?? 0) + 1);
      }
      for (const verdict of verdicts) addRun(verdict);
      addHeld(account);
    },
    merge({ totals: other }) {
      for (const [hour, tickets] of other.created) totals.created.set(hour, (totals.created.get(hour) ?? 0) + tickets);
      for (const key of ['met', 'breached', 'ranOut'] as const) {
        for (const [cell, runs] of other[key].entries()) totals[key][cell] = (totals[key][cell] ?? 0) + runs;
      }
      mergeLines(totals.breaches, other.breaches, byReference);
      for (const [key, more] of other.people) {
        const person = personOf(key);
        for (const count of ['met', 'breached', 'received'] as const) person[count] += more[count];
        mergeLengths(person.from, more.from);
        mergeLengths(person.until, more.until);
      }
    },
    finish() {
      const days = daysOpen(spanOf(totals, there, period, asOf), scope.openTimes, there);
      const knowsHolder = policy.records.fields.some(({ field }) => field === 'assignee');
      return {
        ...volumeFigures(totals, days),
        people: [...totals.people]
          .map(([key, person]) => personLoad(key, person, scope, knowsHolder))
          .sort((a, b) => b.met + b.breached - (a.met + a.breached) || b.received - a.received || byName(a, b)),
      };
    },
  };
}

/** Hours of the local calendar since its beginning: the date, and the hour of it. */
function hourOf(there: Zone, at: Instant): number {
  const { date, time } = there.local(at);
  return date * 24 + Math.floor(time / HOUR);
}

function cellOf(there: Zone, at: Instant): number {
  return cellOfHour(hourOf(there, at));
}

/** First and last date, both in: of the period as far as it has come, else from the first ticket created to the last. */
function spanOf(
  { created }: LoadTotals,
  there: Zone,
  period: Period | undefined,
  asOf: Instant,
): { readonly first: LocalDate; readonly last: LocalDate } | undefined {
  if (period !== undefined) {
    const end = Math.min(period.end, asOf);
    if (end <= period.start) return undefined;
    return { first: there.local(period.start).date, last: there.local(end - 1).date };
  }
  let [first, last] = [Infinity, -Infinity];
  for (const hour of created.keys()) {
    const date = Math.floor(hour / 24);
    first = Math.min(first, date);
    last = Math.max(last, date);
  }
  return first > last ? undefined : { first, last };
}

function personLoad(key: string, person: PersonTotals, roll: Roll, knowsHolder: boolean): PersonLoad {
  const { met, breached, received } = person;
  const party = partyKeyed(key);
  const isSomebody = party.kind === 'employee' || party.kind === 'unmatched';
  const peak = peakOf(person);
  return {
    ...handOf(party, roll),
    ...{ met, breached, attainment: ratio(met, met + breached), received },
    heldAtOnce: knowsHolder && isSomebody ? peak.most : null,
    heldAtOnceAt: peak.at === undefined ? null : formatInstant(peak.at),
  };
}

/** Who hands one on and takes another at one instant held one (S1). */
function peakOf({ from, until }: PersonTotals): { readonly most: number; readonly at: Instant | undefined } {
  const starts = from.values.slice(0, from.n).sort();
  const ends = until.values.slice(0, until.n).sort();
  let most = 0;
  let at: Instant | undefined;
  let ended = 0;
  for (const [index, start] of starts.entries()) {
    while (ended < ends.length && (ends[ended] ?? Infinity) <= start) ended++;
    if (index + 1 - ended <= most) continue;
    most = index + 1 - ended;
    at = start;
  }
  return { most, at };
}
