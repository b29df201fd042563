import type { Zone } from '../calendar/zone.ts';
import type { Consequence } from '../domain/consequence.ts';
import type { ConsequenceRules, Ladder, Minor } from '../domain/consequence-rules.ts';
import type { PersonnelFact } from '../domain/personnel.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { fallBelow, reward, type WindowEnds } from './at-window-end.ts';
import { type Breach, breachOf } from './breach.ts';
import { compensate } from './compensate.ts';
import { type BreachEvent, byTime, type Society } from './events.ts';
import { climbLadders, inDependence } from './ladders.ts';
import { byCodeUnits } from './order.ts';
import { type Rated, type Standings, type StandingTotals, standings } from './standing.ts';
import { isCalendarWindow, type WindowAt, windowsOf } from './windows.ts';

/** What consequences are made of, beside the verdicts. */
export interface Setting {
  readonly zone: Zone;
  readonly asOf: Instant;
  readonly society: Society;
  readonly facts: readonly PersonnelFact[];
  /** The instant by which a run is counted in a period (S27); absent: it is still going, or nobody knows. */
  readonly countedAt: (verdict: Verdict) => Instant | undefined;
  readonly amountIn: (cell: string) => Minor | undefined;
}

/** What consequences are made of: plain values, so that parts can be merged. */
export interface GatheredTotals {
  /** Excused or not. */
  readonly breaches: Breach[];
  /** Of each ladder over a figure, then of each reward, in the order of the policy. */
  readonly standings: readonly StandingTotals[];
}

/** Takes the verdicts on all tickets, in any order. */
export interface Gatherer {
  readonly totals: GatheredTotals;
  /** Takes over what another has seen under the same rules; the parts share no ticket. */
  merge(other: GatheredTotals): void;
  add(verdicts: readonly Verdict[], rated: readonly Rated[]): void;
  /** Everything that follows, in time order. */
  finish(): Consequence[];
}

export function gather(rules: ConsequenceRules, setting: Setting): Gatherer {
  const { zone, society, asOf } = setting;
  const { rounding } = rules;
  const monthOf = windowsOf({ kind: 'month' }, zone);
  const breaches: Breach[] = [];
  const kept = new Map<unknown, Standings>();
  for (const ladder of rules.ladders) {
    const measure = measureOf(ladder);
    if (measure !== undefined) kept.set(ladder, standings(measure, zone, society));
  }
  for (const rule of rules.rewards) kept.set(rule, standings(rule, zone, society));

  const totals = { breaches, standings: Array.from(kept.values(), (each) => each.totals) };

  return {
    totals,
    merge(other) {
      for (const breach of other.breaches) breaches.push(breach);
      for (const [index, each] of [...kept.values()].entries()) each.merge(other.standings[index] ?? new Map());
    },
    add(verdicts, rated) {
      for (const verdict of verdicts) {
        const at = setting.countedAt(verdict);
        if (at === undefined) continue;
        for (const each of kept.values()) each.addRun(verdict, at);
        if (verdict.outcome !== 'breached' && verdict.outcome !== 'excused') continue;
        breaches.push(breachOf(verdict, at, society.answering(verdict)));
      }
      if (rated.length > 0) for (const each of kept.values()) each.addRatings(rated);
    },
    finish() {
      const ends: WindowEnds = { asOf, zone, society, rounding };
      const atEnd = new Map<Ladder, readonly Consequence[]>();
      for (const ladder of rules.ladders) {
        const own = kept.get(ladder);
        if (own !== undefined) atEnd.set(ladder, fallBelow(ladder, own, ends));
      }
      const events = breaches
        .filter(({ isExcused }) => !isExcused)
        .flatMap((breach) => eventsOf(breach, monthOf))
        .sort(byTime);
      const till = { society, rounding, customer: rules.customer, amountIn: setting.amountIn };
      const all = [
        ...climbLadders(rules.ladders, atEnd, {
          zone,
          asOf,
          society,
          rounding,
          breaches: events,
          facts: setting.facts,
        }),
        ...compensate(rules.compensation, breaches, 'customer', till),
        ...compensate(rules.liability, breaches, 'supplier', till),
        ...rules.rewards.flatMap((rule) => reward(rule, kept.get(rule) ?? standings(rule, zone, society), ends)),
      ];
      // What is counted stands before what comes of it.
      const ids = [...inDependence(rules.ladders), ...rules.rewards].map(({ id }) => id);
      const order = new Map(['compensation', 'liability', ...ids].map((id, index) => [id, index]));
      return all.toSorted(
        (a, b) =>
          a.settledAt - b.settledAt ||
          (order.get(a.ladder) ?? -1) - (order.get(b.ladder) ?? -1) ||
          byCodeUnits(a.who, b.who) ||
          byCodeUnits(a.breach?.ticket ?? '', b.breach?.ticket ?? '') ||
          byCodeUnits(a.breach?.clock ?? '', b.breach?.clock ?? '') ||
          (a.breach?.cycle ?? 0) - (b.breach?.cycle ?? 0) ||
          a.tier - b.tier,
      );
    },
  };
}

/** The standing that a ladder over a figure asks for; others grow with each breach. */
function measureOf({ count, per, window }: Ladder): Parameters<typeof standings>[0] | undefined {
  if (count.kind !== 'attainment' && count.kind !== 'rating') return undefined;
  return !isCalendarWindow(window) ? undefined : { per, window, filter: count.filter };
}

/**
 * A breach counts in the band that it had come into by the end of its month, or by its stop; and in a graver one of a
 * later month when it came into that.
 */
function eventsOf(breach: Breach, monthOf: (at: Instant) => WindowAt): BreachEvent[] {
  const { ref, settledAt, decidedAt, severity, bands = [], stoppedAt, isDuty } = breach;
  const month = monthOf(settledAt);
  const event: BreachEvent = {
    breach,
    ref,
    at: Math.min(Math.max(decidedAt, month.start), month.end - 1),
    settledAt,
    decidedAt,
    severity,
    over: stoppedAt === undefined && !isDuty ? undefined : breach.over,
    stoppedAt: stoppedAt ?? (isDuty ? settledAt : undefined),
  };
  // A clock whose runs belong to the month of their creation has chosen that closed months change.
  if (breach.isOfCreation) return [event];
  const inTime = bands.filter(({ from }) => from < month.end);
  const events = [bands.length === 0 ? event : { ...event, severity: inTime.at(-1)?.name }];
  for (const { name, from } of bands.slice(inTime.length)) {
    const later = { ...event, at: from, settledAt: from, severity: name };
    const { at: lastAt } = events.at(-1) ?? event;
    // Of the bands that it comes into in one month the last is the one that month knows.
    if (monthOf(lastAt).start === monthOf(from).start) {
      events[events.length - 1] = { ...later, at: lastAt, settledAt: lastAt };
    } else events.push(later);
  }
  return events;
}
