import type { MonthChange, TrendMonth } from '../domain/ticket-figures.ts';

type Month = Omit<TrendMonth, 'change'>;

/** Each month with what is otherwise than in the one before it. */
export function withChanges(months: readonly Month[]): TrendMonth[] {
  return months.map((month, index) => {
    const before = months[index - 1];
    return { ...month, change: before === undefined ? null : changeOf(month, before) };
  });
}

function changeOf(month: Month, before: Month): MonthChange {
  return {
    created: month.tickets.created - before.tickets.created,
    resolved: less(month.resolved, before.resolved),
    backlog: less(month.backlog, before.backlog),
    clocks: month.clocks.flatMap(({ clock, breached, attainment, open }) => {
      const other = before.clocks.find((each) => each.clock === clock);
      if (other === undefined) return [];
      const points = less(attainment.percent, other.attainment.percent);
      return [{ clock, breached: breached - other.breached, points, openMean: less(open.mean, other.open.mean) }];
    }),
  };
}

/** To three decimals, as both are given. */
function less(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : Math.round((now - before) * 1000) / 1000;
}
