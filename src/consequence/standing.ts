import type { Zone } from '../calendar/zone.ts';
import type { CalendarWindow, Per, RewardLine, RunFilter } from '../domain/consequence-rules.ts';
import type { Operator } from '../domain/policy.ts';
import type { Instant, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Society } from './events.ts';
import { byCodeUnits } from './order.ts';
import { type Party, subjectOf } from './subjects.ts';
import { windowsOf } from './windows.ts';

/** How somebody did in one window: plain sums, so that parts can be merged. */
export interface Standing {
  readonly window: Period;
  met: number;
  breached: number;
  /** Of ratings that are numbers; their sum in thousandths, for whole numbers add up in any order. */
  ratings: number;
  ratingSum: number;
}

/** Whose standing is kept, over which runs, by which windows. */
export interface Measure {
  readonly per: Per;
  readonly window: CalendarWindow;
  readonly filter: RunFilter;
}

/** A customer's rating, and when it was given. */
export interface Rated {
  readonly rating: string;
  readonly at: Instant;
  /** Who held the ticket then. */
  readonly holder: Party;
  readonly fields: readonly string[];
}

/** By subject, and by the start of the window. Plain values. */
export type StandingTotals = Map<string, Map<Instant, Standing>>;

/** Keeps the standing of everybody who answers for runs, window by window. */
export interface Standings {
  readonly totals: StandingTotals;
  addRun(verdict: Verdict, at: Instant): void;
  /** All of one ticket, in time order: of several in one window the last stands, as a second survey replaces the first. */
  addRatings(rated: readonly Rated[]): void;
  /** Takes over what others have seen of other tickets. */
  merge(other: StandingTotals): void;
  /** By subject, then in time order; only windows that have ended by then. */
  ended(asOf: Instant): readonly { readonly who: string; readonly standing: Standing }[];
}

export function standings({ per, window, filter }: Measure, zone: Zone, society: Society): Standings {
  const bySubject: StandingTotals = new Map();
  const windowOf = windowsOf(window, zone);

  function standingOf(who: string, at: Instant): Standing {
    const frame = windowOf(at);
    let windows = bySubject.get(who);
    if (windows === undefined) {
      windows = new Map();
      bySubject.set(who, windows);
    }
    let standing = windows.get(frame.start);
    if (standing === undefined) {
      standing = { window: frame, met: 0, breached: 0, ratings: 0, ratingSum: 0 };
      windows.set(frame.start, standing);
    }
    return standing;
  }

  return {
    totals: bySubject,
    addRun(verdict, at) {
      const { outcome, run, fields, fieldsBefore = fields } = verdict;
      if (outcome !== 'met' && outcome !== 'breached') return;
      if (filter.clocks.length > 0 && !filter.clocks.includes(run.clock.id)) return;
      if (!society.holds(filter.when, fields)) return;
      // A run kept is the team's that had the ticket until the stop, not that to which the stop handed it.
      const who = subjectOf(society.answering(verdict), per, verdict.decidedAt ?? at, fieldsBefore, society);
      if (who !== undefined) standingOf(who, at)[outcome]++;
    },
    addRatings(rated) {
      const given = rated.filter(({ rating }) => rating.trim() !== '' && Number.isFinite(Number(rating)));
      const last = new Map(given.map((each) => [windowOf(each.at).start, each]));
      for (const { rating, at, holder, fields } of last.values()) {
        const who = society.holds(filter.when, fields) ? subjectOf(holder, per, at, fields, society) : undefined;
        if (who === undefined) continue;
        const standing = standingOf(who, at);
        standing.ratings++;
        standing.ratingSum += Math.round(Number(rating) * THOUSAND);
      }
    },
    merge(other) {
      for (const [who, windows] of other) {
        for (const [start, more] of windows) {
          const standing = standingOf(who, start);
          for (const count of ['met', 'breached', 'ratings', 'ratingSum'] as const) standing[count] += more[count];
        }
      }
    },
    ended: (asOf) =>
      [...bySubject]
        .sort(([a], [b]) => byCodeUnits(a, b))
        .flatMap(([who, windows]) =>
          [...windows.values()]
            .filter((standing) => standing.window.end <= asOf)
            .sort((a, b) => a.window.start - b.window.start)
            .map((standing) => ({ who, standing })),
        ),
  };
}

/**
 * A figure of a standing, as a fraction that can be compared exactly: nothing reaches 90 % by rounding. `undefined` where
 * there is nothing to make it of.
 */
export function figureOf(figure: RewardLine['figure'], standing: Standing): Fraction | undefined {
  const { met, breached, ratings, ratingSum } = standing;
  switch (figure) {
    case 'attainment':
      return met + breached === 0 ? undefined : { numerator: 100 * met, denominator: met + breached };
    case 'rating':
      return ratings === 0 ? undefined : { numerator: ratingSum, denominator: THOUSAND * ratings };
    case 'runs':
      return { numerator: met + breached, denominator: 1 };
    case 'ratings':
      return { numerator: ratings, denominator: 1 };
    case 'breaches':
      return { numerator: breached, denominator: 1 };
  }
}

/** Not simplified; the denominator is above 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const THOUSAND = 1000;

/** Compares with a number of at most three decimals. */
export function compareFraction({ numerator, denominator }: Fraction, operator: Operator, value: number): boolean {
  const [one, other] = [numerator * THOUSAND, Math.round(value * THOUSAND) * denominator];
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '=':
      return one === other;
    case '!=':
      return one !== other;
  }
}
