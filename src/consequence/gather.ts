import { calendarWindow } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Consequence, ConsequenceRules, Ladder, Minor, PersonnelFact } from '../domain/consequence.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { fallBelow, reward, type WindowEnds } from './at-window-end.ts';
import { compensate, type Harm } from './compensate.ts';
import { type BreachEvent, byTime, type Society } from './events.ts';
import { climbLadders } from './ladders.ts';
import { type Rated, type Standings, standings } from './standing.ts';

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

/** Takes the verdicts on all tickets, in any order. */
export interface Gatherer {
  add(verdicts: readonly Verdict[], rated: Rated | undefined): void;
  /** Everything that follows, in time order. */
  finish(): Consequence[];
}

export function gather(rules: ConsequenceRules, setting: Setting): Gatherer {
  const { zone, society, asOf } = setting;
  const { rounding } = rules;
  const events: BreachEvent[] = [];
  const harms: Harm[] = [];
  const kept = new Map<unknown, Standings>();
  for (const ladder of rules.ladders) {
    const measure = measureOf(ladder);
    if (measure !== undefined) kept.set(ladder, standings(measure, zone, society));
  }
  for (const rule of rules.rewards) kept.set(rule, standings(rule, zone, society));

  return {
    add(verdicts, rated) {
      for (const verdict of verdicts) {
        const at = setting.countedAt(verdict);
        if (at === undefined) continue;
        for (const each of kept.values()) each.addRun(verdict, at);
        if (verdict.outcome !== 'breached' && verdict.outcome !== 'excused') continue;
        harms.push({ verdict, settledAt: at, decidedAt: verdict.decidedAt ?? at });
        if (verdict.outcome === 'breached') events.push(...eventsOf(verdict, at, zone));
      }
      if (rated !== undefined) for (const each of kept.values()) each.addRating(rated);
    },
    finish() {
      const ends: WindowEnds = { asOf, zone, society, rounding };
      const atEnd = new Map<Ladder, readonly Consequence[]>();
      for (const ladder of rules.ladders) {
        const own = kept.get(ladder);
        if (own !== undefined) atEnd.set(ladder, fallBelow(ladder, own, ends));
      }
      const breaches = events.toSorted(byTime);
      const till = { society, rounding, customer: rules.customer, amountIn: setting.amountIn };
      const all = [
        ...climbLadders(rules.ladders, atEnd, { zone, society, rounding, breaches, facts: setting.facts }),
        ...compensate(rules.compensation, harms, 'customer', till),
        ...compensate(rules.liability, harms, 'supplier', till),
        ...rules.rewards.flatMap((rule) => reward(rule, kept.get(rule) ?? standings(rule, zone, society), ends)),
      ];
      const order = new Map([...rules.ladders, ...rules.rewards].map(({ id }, index) => [id, index]));
      return all.toSorted(
        (a, b) =>
          a.settledAt - b.settledAt ||
          (order.get(a.ladder) ?? -1) - (order.get(b.ladder) ?? -1) ||
          byText(a.who, b.who) ||
          byText(a.breach?.ticket ?? '', b.breach?.ticket ?? '') ||
          byText(a.breach?.clock ?? '', b.breach?.clock ?? '') ||
          (a.breach?.cycle ?? 0) - (b.breach?.cycle ?? 0) ||
          a.tier - b.tier,
      );
    },
  };
}

/** The standing that a ladder over a figure asks for; others grow with each breach. */
function measureOf({ count, per, window }: Ladder): Parameters<typeof standings>[0] | undefined {
  if (count.kind !== 'attainment' && count.kind !== 'rating') return undefined;
  if (window.kind === 'ever' || window.kind === 'rolling') return undefined;
  return { per, window, filter: count.filter };
}

/**
 * A breach counts in the band that it had come into by the end of its month, or by its stop; and in a graver one of a
 * later month when it came into that.
 */
function eventsOf(verdict: Verdict, at: Instant, zone: Zone): BreachEvent[] {
  const { ticket, run, bands = [] } = verdict;
  const stoppedAt = run.stop?.at ?? run.cancelledAt;
  const event = {
    verdict,
    ref: { ticket, clock: run.clock.id, cycle: run.cycle },
    decidedAt: verdict.decidedAt ?? at,
    over: stoppedAt === undefined && run.clock.kind !== 'duty' ? undefined : verdict.over,
    stoppedAt: stoppedAt ?? (run.clock.kind === 'duty' ? at : undefined),
  };
  if (bands.length === 0) return [{ ...event, at, severity: verdict.severity, isAgain: false }];
  const events: BreachEvent[] = [];
  for (const band of bands) {
    const from = Math.max(band.from, at);
    const month = calendarWindow('month', from, zone).start;
    const previous = events.at(-1);
    // Of the bands that it comes into in one month the last is the one that month knows.
    if (previous !== undefined && calendarWindow('month', previous.at, zone).start === month) {
      events[events.length - 1] = { ...previous, severity: band.name, at: previous.isAgain ? from : previous.at };
    } else events.push({ ...event, at: from, severity: band.name, isAgain: previous !== undefined });
  }
  return events;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
