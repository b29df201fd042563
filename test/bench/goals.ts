import type { ContenderName } from './contenders.ts';
import { median } from './measure.ts';
import type { Result, Results } from './results.ts';

/** What the program should reach, of the newest results at the size that the goal is of. */
export interface Goal {
  readonly work: string;
  readonly goal: string;
  /** `undefined` while nothing was measured. */
  readonly reached: (results: Results) => Reached | undefined;
}

export interface Reached {
  readonly measured: string;
  readonly isReached: boolean;
}

type Figure = 'wall_s' | 'peak_mib';
const FIGURES: Record<Figure, string> = { wall_s: 'wall', peak_mib: 'peak memory' };

const [THOUSAND, MILLION, TEN_MILLION] = [1_000, 1_000_000, 10_000_000];

export const goals: readonly Goal[] = [
  ratio('1 M tickets, event log', 'slaudit', 'duckdb', MILLION, 'wall_s', 0.5),
  ratio('1 M tickets, event log', 'slaudit', 'duckdb', MILLION, 'peak_mib', 0.3),
  ratio('1 M tickets, event log', 'slaudit', 'pandas', MILLION, 'wall_s', 0.2),
  ratio('1 M tickets, event log', 'slaudit', 'mawk', MILLION, 'wall_s', 0.25),
  ratio('1 M tickets, event log', 'slaudit', 'scan', MILLION, 'wall_s', 3.5),
  ratio('10 M tickets, event log', 'slaudit', 'duckdb', TEN_MILLION, 'wall_s', 0.35),
  growth('10 M tickets, event log', 'slaudit'),
  memory('10 M tickets, event log', 'slaudit'),
  ratio('1 M tickets, one row each', 'slaudit-tickets', 'duckdb-tickets', MILLION, 'wall_s', 0.6),
  flat('10 M tickets, one row each', 'slaudit-tickets'),
  ratio('1 M tickets, the log as NDJSON', 'slaudit-ndjson', 'slaudit', MILLION, 'wall_s', 2.5),
  ratio('1 M tickets, the log as a JSON array', 'slaudit-json', 'slaudit', MILLION, 'wall_s', 2.5),
  ratio('1 M tickets, the csv-parse path', 'slaudit-csv-parse', 'csv-parse', MILLION, 'wall_s', 1.15),
  ratio('100 k tickets, the csv-parse path', 'slaudit-csv-parse', 'csv-parse', 100 * THOUSAND, 'wall_s', 1.15),
  ratio('a workbook of 200 k rows', 'slaudit-xlsx', 'hucre', 100 * THOUSAND, 'wall_s', 1.2),
  ratio('1 M tickets, one row each', 'report-html', 'evaluate', MILLION, 'wall_s', 1.3),
  ratio('1 M tickets, one row each', 'report-xlsx', 'evaluate', MILLION, 'wall_s', 1.3),
  ratio('nothing', '--version', 'node -e 0', THOUSAND, 'wall_s', 2),
  ratio('nothing', '--help', 'node -e 0', THOUSAND, 'wall_s', 2),
  ratio('1,000 tickets, one row each', 'small-report', 'node -e 0', THOUSAND, 'wall_s', 4),
  judging(),
];

function ratio(work: string, a: ContenderName, b: ContenderName, tickets: number, figure: Figure, most: number): Goal {
  return {
    work: `${work}: ${a}`,
    goal: `${FIGURES[figure]} ≤ ${most} × ${b}`,
    reached: ({ duels }) => {
      const duel = duels.find((each) => each.a === a && each.b === b && each.tickets === tickets);
      const measured = duel && ratioOf(duel, figure);
      return measured === undefined ? undefined : { measured: `${measured.toFixed(2)} ×`, isReached: measured <= most };
    },
  };
}

/** The median of the pairs' ratios; `undefined` where it was not measured. */
export function ratioOf({ pairs }: Pick<Result, 'pairs'>, figure: Figure | 'cpu_s'): number | undefined {
  const ratios = pairs.flatMap(({ a, b }) => {
    const [ours, theirs] = [a[figure], b[figure]];
    return ours === null || theirs === null ? [] : [ours / theirs];
  });
  return ratios.length === 0 ? undefined : median(ratios);
}

/** The medians of what a contender took at a size, over all duels it was in. */
export function taken(
  { duels }: Results,
  name: ContenderName,
  tickets: number,
): { readonly wall_s: number; readonly peak_mib: number; readonly rows: number; readonly bytes: number } | undefined {
  const fought = duels.filter((duel) => duel.a === name && duel.tickets === tickets);
  const runs = fought.flatMap(({ pairs }) => pairs.map(({ a }) => a));
  const [first] = fought;
  if (first === undefined) return undefined;
  return {
    wall_s: median(runs.map((run) => run.wall_s)),
    peak_mib: median(runs.flatMap((run) => run.peak_mib ?? [])),
    rows: first.rows,
    bytes: first.bytes,
  };
}

function growth(work: string, name: ContenderName): Goal {
  return {
    work: `${work}: ${name}`,
    goal: 'time a row ≤ that at 1 M tickets',
    reached: (results) => {
      const [small, large] = [taken(results, name, MILLION), taken(results, name, TEN_MILLION)];
      if (small === undefined || large === undefined) return undefined;
      const measured = large.wall_s / large.rows / (small.wall_s / small.rows);
      return { measured: `${measured.toFixed(2)} ×`, isReached: measured <= 1 };
    },
  };
}

function memory(work: string, name: ContenderName): Goal {
  return {
    work: `${work}: ${name}`,
    goal: 'memory ≤ 45 bytes an event + 80 MB',
    reached: (results) => {
      const large = taken(results, name, TEN_MILLION);
      if (large === undefined) return undefined;
      const bytes = (large.peak_mib * 2 ** 20 - 80e6) / large.rows;
      return { measured: `${bytes.toFixed(0)} bytes an event + 80 MB`, isReached: bytes <= 45 };
    },
  };
}

function flat(work: string, name: ContenderName): Goal {
  return {
    work: `${work}: ${name}`,
    goal: 'peak memory ≤ 1.2 × that of 1 M tickets',
    reached: (results) => {
      const [small, large] = [taken(results, name, MILLION), taken(results, name, TEN_MILLION)];
      if (small === undefined || large === undefined) return undefined;
      const measured = large.peak_mib / small.peak_mib;
      return { measured: `${measured.toFixed(2)} ×`, isReached: measured <= 1.2 };
    },
  };
}

function judging(): Goal {
  return {
    work: '1 M tickets, event log: verdicts and figures',
    goal: '≤ 20 % of the whole',
    reached: ({ stages }) => {
      const of = stages.find(({ tickets }) => tickets === MILLION);
      if (of === undefined) return undefined;
      const percent = (100 * of.judging_s) / (of.reading_s + of.judging_s);
      return { measured: `${percent.toFixed(0)} %`, isReached: percent <= 20 };
    },
  };
}
