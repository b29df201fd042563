import { formatInstant } from '../calendar/stamps.ts';
import type { RunAccount, RunHandOver, TicketAccount } from '../domain/account.ts';
import type { Lateness } from '../domain/figure-rules.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type {
  BreachAfterHandOver,
  HandOverFigures,
  LateHandOver,
  PersonHandOvers,
  RunReference,
} from '../domain/time-figures.ts';
import { isCounted, isWithin } from './counted.ts';
import { byName, handOf, keyOf, partyKeyed, partyOf, type Roll } from './hand.ts';
import {
  byInstant,
  type Dated,
  emptyLines,
  type KeptLines,
  keepLine,
  listed,
  mergeLines,
  type PlaceOf,
  referenceTo,
} from './kept-lines.ts';
import { isLittle, ruleOf } from './late-rule.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { ratio } from './ratio.ts';

export interface HandOverScope extends Roll {
  readonly period?: Period;
  readonly placeOf: PlaceOf;
  readonly lateness: Lateness;
}

/** Plain values; people and pairs by their keys. */
export interface HandOverTotals {
  /** By the number of hand-overs: how many tickets had so many. */
  readonly tickets: Map<number, number>;
  readonly pairs: Map<string, number>;
  readonly people: Map<string, PersonTotals>;
  /** By the index in `BANDS`. */
  readonly used: number[];
  late: KeptLines<LateLine>;
  breaches: number;
  answeredByOthers: number;
  afterHandOver: KeptLines<BreachLine>;
}

interface PersonTotals {
  handedOn: number;
  takenOver: number;
  handedOnLate: number;
  takenOverLate: number;
}

interface LateLine extends RunReference, Dated {
  readonly from: string;
  readonly to: string;
  readonly within: Millis;
  readonly left: Millis;
}

interface BreachLine extends RunReference, Dated {
  readonly handOvers: number;
  readonly charged: string;
  readonly most: string;
  readonly counted: Millis;
  readonly whole: Millis;
  readonly isAnsweredByOther: boolean;
}

/** How much of a target was used up, in percent: the start of a band is in it, its end out. */
const BANDS = [
  { from: 0, to: 50 },
  { from: 50, to: 75 },
  { from: 75, to: 90 },
  { from: 90, to: 100 },
  { from: 100, to: null },
] as const;

export interface HandOverCollector {
  readonly totals: HandOverTotals;
  /** One ticket, once; tickets may come in any order. */
  add(ticket: { readonly createdAt: Instant; readonly lastAt: Instant }, account: TicketAccount): void;
  /** Takes over what another collector of the same policy and scope has seen; the parts share no ticket. */
  merge(other: Pick<HandOverCollector, 'totals'>): void;
  finish(): HandOverFigures;
}

/**
 * From whom to whom tickets were handed, how late, and what came of it. A hand-over is of the period in which it was, a breach
 * of the one in which it is counted. Being given to somebody for the first time is no hand-over, being put back to nobody is one.
 */
export function collectHandOvers(policy: Policy, scope: HandOverScope): HandOverCollector {
  const { period } = scope;
  const totals: HandOverTotals = {
    ...{ tickets: new Map(), pairs: new Map(), people: new Map() },
    used: BANDS.map(() => 0),
    late: emptyLines(),
    ...{ breaches: 0, answeredByOthers: 0 },
    afterHandOver: emptyLines(),
  };

  function personOf(key: string): PersonTotals {
    const known = totals.people.get(key);
    if (known !== undefined) return known;
    const person = { handedOn: 0, takenOver: 0, handedOnLate: 0, takenOverLate: 0 };
    totals.people.set(key, person);
    return person;
  }

  function keysOf({ from, to }: Pick<RunHandOver, 'from' | 'to'>): { readonly from: string; readonly to: string } {
    return { from: keyOf(partyOf(from, scope)), to: keyOf(partyOf(to, scope)) };
  }

  function addRun({ verdict, handOvers }: RunAccount): void {
    for (const handOver of handOvers) {
      const { at, row, within, left } = handOver;
      if (handOver.from === undefined || !isWithin(period, at) || within === undefined || left === undefined) continue;
      const band = BANDS.findIndex(({ to }) => to === null || (within - left) * 100 < within * to);
      totals.used[band] = (totals.used[band] ?? 0) + 1;
      if (left >= 0 && !isLittle(left, within, scope.lateness)) continue;
      const keys = keysOf(handOver);
      personOf(keys.from).handedOnLate += 1;
      personOf(keys.to).takenOverLate += 1;
      keepLine(
        totals.late,
        { ...referenceTo(verdict, [row], scope.placeOf), atMillis: at, ...keys, within, left },
        byHandOver,
      );
    }
  }

  function addBreach({ verdict, handOvers, shares }: RunAccount): void {
    const { outcome, dueAt, charged, run } = verdict;
    if (outcome !== 'breached' || dueAt === undefined || !isCounted(verdict, period)) return;
    totals.breaches += 1;
    const before = handOvers.filter(({ at, from }) => from !== undefined && at <= dueAt);
    if (before.length === 0) return;
    const whole = shares.reduce((sum, { counted }) => sum + counted, 0);
    // Of two with equal shares the one who had it first.
    const most = shares.reduce<(typeof shares)[number] | undefined>(
      (longest, share) => (longest === undefined || share.counted > longest.counted ? share : longest),
      undefined,
    );
    const party = partyOf(most?.holder, scope);
    const answering = { kind: charged?.kind ?? ('unassigned' as const), name: charged?.to ?? '' };
    // A department or a supplier answers for whoever held it.
    const isPerson = answering.kind === 'employee' || answering.kind === 'unmatched';
    const isAnsweredByOther = isPerson && most !== undefined && keyOf(answering) !== keyOf(party);
    if (isAnsweredByOther) totals.answeredByOthers += 1;
    keepLine(
      totals.afterHandOver,
      {
        ...referenceTo(verdict, [run.start?.row, ...before.map(({ row }) => row), run.stop?.row], scope.placeOf),
        ...{ atMillis: dueAt, handOvers: before.length, charged: keyOf(answering), most: keyOf(party) },
        ...{ counted: most?.counted ?? 0, whole, isAnsweredByOther },
      },
      byInstant,
    );
  }

  return {
    totals,
    add({ createdAt, lastAt }, { handOvers, runs }) {
      if (period === undefined || (createdAt < period.end && lastAt >= period.start)) {
        const within = handOvers.filter(({ at }) => isWithin(period, at));
        addTo(totals.tickets, within.length, 1);
        for (const handOver of within) {
          const { from, to } = keysOf(handOver);
          addTo(totals.pairs, JSON.stringify([from, to]), 1);
          personOf(from).handedOn += 1;
          personOf(to).takenOver += 1;
        }
      }
      for (const run of runs) {
        addRun(run);
        addBreach(run);
      }
    },
    merge({ totals: other }) {
      for (const [handOvers, tickets] of other.tickets) addTo(totals.tickets, handOvers, tickets);
      for (const [pair, handOvers] of other.pairs) addTo(totals.pairs, pair, handOvers);
      for (const [key, more] of other.people) {
        const person = personOf(key);
        for (const count of PERSON) person[count] += more[count];
      }
      for (const [band, handOvers] of other.used.entries()) totals.used[band] = (totals.used[band] ?? 0) + handOvers;
      mergeLines(totals.late, other.late, byHandOver);
      totals.breaches += other.breaches;
      totals.answeredByOthers += other.answeredByOthers;
      mergeLines(totals.afterHandOver, other.afterHandOver, byInstant);
    },
    finish: () => figures(totals, scope, isKnown(policy)),
  };
}

const PERSON = ['handedOn', 'takenOver', 'handedOnLate', 'takenOverLate'] as const;

/** In form tickets every field holds throughout: nobody knows whether somebody else held the ticket before. */
function isKnown({ records }: Policy): boolean {
  return records.form !== 'tickets' && records.fields.some(({ field }) => field === 'assignee');
}

function addTo<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** Two hand-overs of one run may be of one instant. */
function byHandOver(a: LateLine, b: LateLine): number {
  return byInstant(a, b) || byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to);
}

function figures(totals: HandOverTotals, scope: HandOverScope, known: boolean): HandOverFigures {
  const hand = (key: string) => handOf(partyKeyed(key), scope);
  const tickets = [...totals.tickets].sort(([a], [b]) => a - b);
  const all = tickets.reduce((sum, [, count]) => sum + count, 0);
  return {
    isKnown: known,
    tickets: ratio(all - (totals.tickets.get(0) ?? 0), all),
    handOvers: tickets.reduce((sum, [handOvers, count]) => sum + handOvers * count, 0),
    distribution: tickets.map(([handOvers, count]) => ({ handOvers, tickets: count })),
    pairs: Array.from(totals.pairs, ([pair, handOvers]) => {
      const [from = '', to = ''] = JSON.parse(pair) as string[];
      return { from: hand(from), to: hand(to), handOvers };
    }).sort((a, b) => b.handOvers - a.handOvers || byName(a.from, b.from) || byName(a.to, b.to)),
    used: BANDS.map(({ from, to }, band) => ({ from, to, handOvers: totals.used[band] ?? 0 })),
    people: Array.from(totals.people, ([key, person]): PersonHandOvers => ({ ...hand(key), ...person })).sort(
      (a, b) => b.handedOn + b.takenOver - (a.handedOn + a.takenOver) || byName(a, b),
    ),
    late: listed(
      totals.late,
      byHandOver,
      ({ atMillis, from, to, within, left, ...line }): LateHandOver => ({
        ...line,
        at: formatInstant(atMillis),
        ...{ from: hand(from), to: hand(to), within: seconds(within), left: seconds(left) },
      }),
    ),
    rule: ruleOf(scope.lateness),
    breaches: ratio(totals.afterHandOver.seen, totals.breaches),
    answeredByOthers: totals.answeredByOthers,
    afterHandOver: listed(
      totals.afterHandOver,
      byInstant,
      ({ atMillis, charged, most, whole, ...line }): BreachAfterHandOver => ({
        ...line,
        dueAt: formatInstant(atMillis),
        ...{ charged: hand(charged), most: hand(most), counted: seconds(line.counted) },
        percent: ratio(line.counted, whole).percent,
      }),
    ),
  };
}
