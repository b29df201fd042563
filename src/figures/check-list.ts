import type { CheckLine, CheckList } from '../domain/check-list.ts';
import type { Ratio, Report } from '../domain/report.ts';
import { type Limit, measureThreshold, type Threshold } from './thresholds.ts';

/** The objectives of a report's policy, whole (their groups decide nothing), and thresholds of one's own, in their order. */
export function checkList(report: Report, thresholds: readonly Threshold[]): CheckList {
  const { policy, timezone, asOf, period } = report;
  const lines = [
    ...report.clocks.flatMap(({ clock, title, attainment, objective }): CheckLine[] =>
      objective === null
        ? []
        : [{ kind: 'clock', id: clock, title, ...ofShare(attainment, objective.percent), isKept: objective.reached }],
    ),
    ...report.objectives.map(
      ({ id, title, share, atLeast, reached }): CheckLine => ({
        ...{ kind: 'objective', id, title },
        ...ofShare(share, atLeast),
        isKept: reached,
      }),
    ),
    ...thresholds.map((threshold) => ofThreshold(report, threshold)),
  ];
  return {
    ...{ policy, timezone, asOf },
    ...(period !== undefined && { period }),
    lines,
    missed: lines.filter(({ isKept }) => isKept === false).length,
    unmeasured: lines.filter(({ isKept }) => isKept === null).length,
  };
}

function ofShare({ numerator, denominator }: Ratio, atLeast: number) {
  const value = denominator === 0 ? null : amountOf({ unit: 'percent', numerator, denominator });
  return { value, unit: 'percent' as const, numerator, denominator, condition: `>= ${atLeast}%` };
}

function ofThreshold(report: Report, threshold: Threshold): CheckLine {
  const { value, holds } = measureThreshold(report, threshold);
  const { text, operator, limit } = threshold;
  const isShare = value?.unit === 'percent';
  return {
    kind: 'threshold',
    id: text,
    title: { zh: text, en: text },
    value: value === null ? null : amountOf(value),
    unit: limit.unit,
    numerator: isShare ? value.numerator : null,
    denominator: isShare ? value.denominator : null,
    condition: text.slice(text.indexOf(operator)).replace(operator, `${operator} `).replace(/\s+/, ' '),
    isKept: value === null ? null : !holds,
  };
}

/** For showing: up to three decimals, cut and not rounded, for 94.9996 % must not be shown as the 95 % that it misses. */
function amountOf(limit: Limit): number {
  if (limit.unit !== 'percent') return limit.amount;
  return Math.floor((limit.numerator * 100_000) / limit.denominator) / 1000;
}
