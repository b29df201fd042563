import { dateOf } from '../calendar/dates.ts';
import { formatInstant } from '../calendar/stamps.ts';
import { monthsBefore } from '../calendar/windows.ts';
import { type Zone, zone } from '../calendar/zone.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { TrendFigures, TrendMonth } from '../domain/ticket-figures.ts';
import type { Instant, Period, Span } from '../domain/time.ts';
import type { BlockTickets } from './blocks/block-tickets.ts';
import { isWithin } from './counted.ts';
import type { Division } from './dimension.ts';
import { withChanges } from './month-changes.ts';
import { type MonthNumbers, monthFinder, monthNumbers } from './months.ts';
import { closedAt } from './open-spans.ts';
import type { Outcome } from './ticket-totals.ts';
import { timeDimension } from './time-dimensions.ts';

/** More months nobody looks at; a stamp of 1900 among those of 2026 would make fifteen hundred. */
const MOST_MONTHS = 120;
/** A month is seen with the eleven before it. */
const MONTHS_BEFORE = 11;

/** Plain values; `add` and `merge` change the first argument. */
export interface TrendTotals {
  /** By month: tickets whose resolution, as it stands, lies in it … */
  readonly resolved: Map<string, number>;
  /** … and by how many the open tickets grew in it. Of all months: what is open has come from somewhere. */
  readonly growth: Map<string, number>;
}

export interface TrendScope {
  readonly period?: Period;
  readonly asOf: Instant;
  readonly timezone: string;
}

/** A ticket as the trend sees it. */
export interface Traced {
  readonly createdAt: Instant;
  readonly outcome: Outcome;
  /** See `openSpans`. */
  readonly open: readonly Span[] | undefined;
}

/** The figures of runs and tickets by month. */
export interface ByMonth {
  /** Months that have any. */
  readonly labels: readonly string[];
  /** Of a month that has none, all is nought. */
  figuresOf(label: string): Pick<TrendMonth, 'tickets' | 'clocks'>;
}

export interface Trend {
  readonly totals: TrendTotals;
  add(ticket: Traced): void;
  /** All tickets of a block. */
  addBlock(block: RunBlock, tickets: BlockTickets): void;
  merge(other: TrendTotals): void;
  /** `hasResolution`: the policy has a clock of kind resolution. */
  finish(byMonth: ByMonth, hasResolution: boolean): TrendFigures;
}

/** The division by month of what the trend shows. */
export function monthDivision({ timezone, asOf }: TrendScope): Division {
  return { outer: timeDimension('month', timezone, asOf) };
}

/** The months that the trend shows: of a period of one month the twelve up to it, of any other its own; without one all. */
export function trendSpan({ period, timezone }: TrendScope): Period | undefined {
  if (period === undefined) return undefined;
  const there = zoneNamed(timezone);
  const isMonth = monthFinder(there)(period.start)?.end === period.end;
  return isMonth ? { ...period, start: monthsBefore(period.start, MONTHS_BEFORE, there) } : period;
}

/**
 * The figures of each month, all as of one instant: a run that was reopened later stands in the month of its last stop. Of a
 * period of one month it shows the twelve up to it, of any other its months, without one those of the data.
 */
export function collectTrend(scope: TrendScope): Trend {
  const { asOf } = scope;
  const there = zoneNamed(scope.timezone);
  const monthAt = monthFinder(there);
  const totals: TrendTotals = { resolved: new Map(), growth: new Map() };
  const span = trendSpan(scope);

  const numbers = monthNumbers(monthAt);
  const resolved = monthTally(totals.resolved, numbers);
  const growth = monthTally(totals.growth, numbers);

  function trace(createdAt: Instant, { fate }: Outcome, open: Traced['open']): void {
    for (const { start, end } of open ?? []) traceSpan(start, end);
    if (fate === 'resolved') traceResolution(closedAt(open, createdAt));
  }

  function traceSpan(start: Instant, end: Instant): void {
    growth.add(start, 1);
    if (end !== Infinity) growth.add(end, -1);
  }

  function traceResolution(at: Instant): void {
    if (isWithin(span, at)) resolved.add(at, 1);
  }

  function settle(): void {
    growth.settle();
    resolved.settle();
  }

  function finish(byMonth: ByMonth, hasResolution: boolean): TrendFigures {
    const known = [...byMonth.labels, ...totals.resolved.keys()].filter((label) => label !== '').sort();
    const [first] = known;
    const last = span === undefined ? known.at(-1) : monthAt(Math.min(span.end, asOf) - 1)?.label;
    const labels = first === undefined || last === undefined ? [] : labelsFrom(first, last);
    const shown = labels.slice(-MOST_MONTHS);
    const months = shown.flatMap((label): Omit<TrendMonth, 'change'>[] => {
      const month = periodOf(label);
      if (month === undefined) return [];
      return [
        {
          month: label,
          start: formatInstant(month.start),
          end: formatInstant(month.end),
          isPartial: asOf < month.end,
          ...byMonth.figuresOf(label),
          resolved: hasResolution ? (totals.resolved.get(label) ?? 0) : null,
          backlog: hasResolution ? backlogAtEndOf(label) : null,
        },
      ];
    });
    return { months: withChanges(months), leftOut: labels.length - months.length };
  }

  /** What is open has come in this month or an earlier one, and is not gone. */
  function backlogAtEndOf(label: string): number {
    let open = 0;
    for (const [month, more] of totals.growth) if (month <= label) open += more;
    return open;
  }

  function periodOf(label: string): Period | undefined {
    const [year = 0, month = 1] = label.split('-').map(Number);
    return monthAt(there.startOf(dateOf(year, month, 15)));
  }

  return {
    totals,
    add({ createdAt, outcome, open }) {
      trace(createdAt, outcome, open);
      settle();
    },
    addBlock({ createdAt, tickets }, { outcomes, openUntil, openSpans }) {
      for (let ticket = 0; ticket < tickets; ticket++) {
        const [start, end] = [createdAt[ticket]!, openUntil(ticket)];
        const outcome = outcomes[ticket]!;
        if (Number.isNaN(end)) {
          trace(start, outcome, openSpans(ticket));
          continue;
        }
        traceSpan(start, end);
        if (outcome.fate === 'resolved') traceResolution(end);
      }
      settle();
    },
    merge(other) {
      for (const [month, count] of other.resolved) tally(totals.resolved, month, count);
      for (const [month, count] of other.growth) tally(totals.growth, month, count);
    },
    finish,
  };
}

function zoneNamed(name: string): Zone {
  const found = zone(name);
  if (found === undefined) throw new RangeError(`no zone "${name}"`);
  return found;
}

/** Counts by number of the month until they are settled. */
function monthTally(counts: Map<string, number>, { months, numberAt }: MonthNumbers) {
  const kept: number[] = [];
  return {
    add(at: Instant, more: number): void {
      const month = numberAt(at);
      kept[month] = (kept[month] ?? 0) + more;
    },
    settle(): void {
      for (const [month, more] of kept.entries()) {
        if (more !== undefined && more !== 0) tally(counts, months[month]?.label, more);
        kept[month] = 0;
      }
    },
  };
}

function tally(counts: Map<string, number>, month: string | undefined, more: number): void {
  if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + more);
}

/** `2026-01`, `2026-02` … up to the last, both in. */
function labelsFrom(first: string, last: string): string[] {
  const numberOf = (label: string) => Number(label.slice(0, 4)) * 12 + Number(label.slice(5)) - 1;
  const labels: string[] = [];
  for (let month = numberOf(first); month <= numberOf(last); month++) {
    labels.push(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);
  }
  return labels;
}
