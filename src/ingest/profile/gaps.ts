import type { DateGap } from '../../domain/profile.ts';
import type { LocalDate } from '../../domain/time.ts';

/** A weekend is no gap. */
const LEAST = 3;
/** Where rows are rare anyway, what is this many times as long as usual. */
const TIMES = 5;
const SHOWN = 5;

/**
 * Stretches of dates without a row, among dates that have one: of three dates or more, and longer than five times the usual
 * distance between two dates with rows (the lower median). The longest first, of equals the earlier; at most 5.
 */
export function gapsBetween(days: ReadonlySet<LocalDate>): DateGap[] {
  const sorted = [...days].sort((a, b) => a - b);
  const distances = sorted.slice(1).map((day, index) => day - (sorted[index] ?? day));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor((distances.length - 1) / 2)] ?? 1;
  return distances
    .flatMap((distance, index): DateGap[] => {
      const before = sorted[index] ?? 0;
      const isGap = distance - 1 >= LEAST && distance > usual * TIMES;
      return isGap ? [{ from: before + 1, to: before + distance - 1 }] : [];
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .slice(0, SHOWN);
}
