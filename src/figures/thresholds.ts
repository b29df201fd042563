import { suggest } from '../diagnostics/suggest.ts';
import type { ClockFigures, Ratio, Report } from '../domain/report.ts';

/** A condition on a report under which somebody wants to be woken: `attainment(first_response) < 95%`. */
export interface Threshold {
  /** As it was written. */
  readonly text: string;
  readonly metric: MetricName;
  /** What stands in brackets: a clock or an objective. */
  readonly of: string | undefined;
  readonly operator: Comparison;
  readonly limit: Limit;
}

/** What a threshold came to. */
export interface Measured {
  readonly threshold: Threshold;
  /** `null`: there is nothing to measure (no run, no row), and the condition does not hold. */
  readonly value: Limit | null;
  readonly holds: boolean;
}

/** A quantity without rounding: percent are a share of whole numbers, lengths seconds. */
export type Limit =
  | { readonly unit: 'percent'; readonly numerator: number; readonly denominator: number }
  | { readonly unit: 'seconds' | 'count'; readonly amount: number };

const COMPARISONS = ['<=', '>=', '!=', '<', '>', '='] as const;
type Comparison = (typeof COMPARISONS)[number];

interface Metric {
  readonly says: string;
  /** What has to stand in brackets; a metric of clocks may do without where it can be added up. */
  readonly of: 'clock' | 'objective' | 'clock or nothing' | 'nothing';
  readonly unit: Limit['unit'];
  readonly measure: (report: Report, of: string | undefined) => Limit | null;
}

const METRICS = {
  attainment: {
    says: 'runs met of those met and breached',
    of: 'clock',
    unit: 'percent',
    measure: (report, of) => share(clockOf(report, of)?.attainment),
  },
  objective: {
    says: 'the share of an objective over many clocks',
    of: 'objective',
    unit: 'percent',
    measure: (report, of) => share(report.objectives.find(({ id }) => id === of)?.share),
  },
  resolution_rate: {
    says: 'tickets resolved of those created',
    of: 'nothing',
    unit: 'percent',
    measure: ({ tickets }) => share(tickets.resolution ?? undefined),
  },
  breaches: counting('runs breached', ({ breached }) => breached),
  open_breaches: counting('of those the ones still open', ({ breachedOpen }) => breachedOpen),
  undecided: counting('runs that cannot be decided', ({ undecided }) => undecided),
  mean: lasting('mean'),
  median: lasting('median'),
  p90: lasting('p90'),
  p95: lasting('p95'),
  longest: lasting('longest'),
  rows_set_aside: {
    says: 'rows that are not used, for whatever reason, of those read',
    of: 'nothing',
    unit: 'percent',
    measure: ({ rows }) => share({ numerator: rows.rows - rows.used, denominator: rows.rows }),
  },
  findings: {
    says: 'findings that may change a figure',
    of: 'nothing',
    unit: 'count',
    measure: ({ findings }) => {
      const grave = findings.filter(({ severity }) => severity !== 'note');
      return { unit: 'count', amount: grave.reduce((sum, { count }) => sum + count, 0) };
    },
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS).filter((name): name is MetricName => Object.hasOwn(METRICS, name));

function counting(says: string, count: (clock: ClockFigures) => number) {
  return {
    says,
    of: 'clock or nothing' as const,
    unit: 'count' as const,
    measure: ({ clocks }: Report, of: string | undefined): Limit => ({
      unit: 'count',
      amount: clocks
        .filter(({ clock }) => of === undefined || clock === of)
        .reduce((sum, each) => sum + count(each), 0),
    }),
  };
}

function lasting(figure: 'mean' | 'median' | 'p90' | 'p95' | 'longest') {
  return {
    says: `${figure} of the open time of stopped runs`,
    of: 'clock' as const,
    unit: 'seconds' as const,
    measure: (report: Report, of: string | undefined): Limit | null => {
      const amount = clockOf(report, of)?.open[figure] ?? null;
      return amount === null ? null : { unit: 'seconds', amount };
    },
  };
}

function clockOf({ clocks }: Report, id: string | undefined): ClockFigures | undefined {
  return clocks.find(({ clock }) => clock === id);
}

function share(ratio: Pick<Ratio, 'numerator' | 'denominator'> | undefined): Limit | null {
  if (ratio === undefined || ratio.denominator === 0) return null;
  return { unit: 'percent', numerator: ratio.numerator, denominator: ratio.denominator };
}

/** What a threshold may refer to. */
export interface ThresholdNames {
  readonly clocks: readonly string[];
  readonly objectives: readonly string[];
  /** Milliseconds of a length such as `1h30m`. */
  readonly parseLength: (text: string) => number | undefined;
}

const FORM = /^([a-z0-9_]+)\s*(?:\(\s*([^()]*?)\s*\))?\s*(<=|>=|!=|<|>|=)\s*(.+)$/;

/** Reads a threshold; otherwise what is wrong with it and what would be right. */
export function readThreshold(
  text: string,
  names: ThresholdNames,
): Threshold | { readonly fault: string; readonly hint: string } {
  const [, name = '', of, sign = '', amount = ''] = FORM.exec(text.trim()) ?? [];
  const metric = METRIC_NAMES.find((each) => each === name);
  const operator = COMPARISONS.find((each) => each === sign);
  if (operator === undefined) {
    return {
      fault: `"${text}" is not a threshold`,
      hint: "Write 'attainment(first_response) < 95%': what, a comparison, a limit.",
    };
  }
  if (metric === undefined) {
    return {
      fault: `nothing is called "${name}"`,
      hint: `Known: ${METRIC_NAMES.join(', ')}.${didYouMean(name, METRIC_NAMES)}`,
    };
  }
  const asked: Metric = METRICS[metric];
  const fault = faultOf(metric, asked, of, names);
  if (fault !== undefined) return fault;
  const limit = limitOf(asked.unit, amount.trim(), names);
  if (limit === undefined) {
    return { fault: `"${amount}" is no limit for ${metric}`, hint: LIMITS[asked.unit] };
  }
  return { text: text.trim(), metric, of, operator, limit };
}

const LIMITS = {
  percent: 'Give percent: 95% or 99.5%.',
  seconds: 'Give a length: 30m, 4h, 1h30m.',
  count: 'Give a whole number.',
} as const;

function faultOf(
  name: MetricName,
  { of: kind }: Metric,
  of: string | undefined,
  { clocks, objectives }: ThresholdNames,
) {
  if (kind === 'nothing') {
    return of === undefined
      ? undefined
      : { fault: `${name} is not of a clock`, hint: `Write ${name} without brackets.` };
  }
  if (of === undefined && kind === 'clock or nothing') return undefined;
  const known = kind === 'objective' ? objectives : clocks;
  if (of !== undefined && known.includes(of)) return undefined;
  const what = kind === 'objective' ? 'objective' : 'clock';
  const hint = `The policy has: ${known.join(', ') || 'none'}.${of === undefined ? '' : didYouMean(of, known)}`;
  return { fault: of === undefined ? `${name} of which ${what}?` : `the policy has no ${what} "${of}"`, hint };
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = suggest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function limitOf(unit: Limit['unit'], text: string, { parseLength }: ThresholdNames): Limit | undefined {
  if (unit === 'seconds') {
    const length = parseLength(text);
    return length === undefined ? undefined : { unit, amount: length / 1000 };
  }
  if (unit === 'count') return /^\d{1,15}$/.test(text) ? { unit, amount: Number(text) } : undefined;
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?\s*%$/.exec(text) ?? [];
  if (whole === undefined || Number(`${whole}.${decimals}`) > 100) return undefined;
  return { unit, numerator: Number(whole + decimals), denominator: 100 * 10 ** decimals.length };
}

/** Holds a report against a threshold, without rounding: 94.9996 % is less than 95 %. */
export function measureThreshold(report: Report, threshold: Threshold): Measured {
  const metric: Metric = METRICS[threshold.metric];
  const value = metric.measure(report, threshold.of);
  return {
    threshold,
    value,
    holds: value !== null && compares(threshold.operator, difference(value, threshold.limit)),
  };
}

/** Below, at or above zero. Shares are compared crosswise, in whole numbers. */
function difference(value: Limit, limit: Limit): number {
  if (value.unit === 'percent' && limit.unit === 'percent') {
    const [left, right] = [
      BigInt(value.numerator) * BigInt(limit.denominator),
      BigInt(limit.numerator) * BigInt(value.denominator),
    ];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (value.unit === 'percent' || limit.unit === 'percent') throw new Error('a share is no amount');
  return value.amount - limit.amount;
}

function compares(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
  }
}
