import { type Contender, type ContenderName, contenders } from './contenders.ts';
import { goals, ratioOf, taken } from './goals.ts';
import { median } from './measure.ts';
import type { Circumstances, Result, Results, Stages } from './results.ts';

const titleOf = (name: ContenderName): string => (contenders as Record<ContenderName, Contender>)[name].title;

export function goalsTable(results: Results): string {
  const rows = goals.map(({ work, goal, reached }) => {
    const of = reached(results);
    return [
      work,
      goal,
      of?.measured ?? '–',
      of === undefined ? 'not measured' : of.isReached ? 'reached' : '**not reached**',
    ];
  });
  return table(['work', 'goal', 'measured', ''], rows);
}

export function duelsTable(duels: readonly Result[]): string {
  const rows = duels.map((duel) => [
    duel.tickets.toLocaleString('en'),
    titleOf(duel.a),
    titleOf(duel.b),
    `${seconds(median(duel.pairs.map(({ a }) => a.wall_s)))} / ${seconds(median(duel.pairs.map(({ b }) => b.wall_s)))}`,
    `**${share(ratioOf(duel, 'wall_s'))}**`,
    share(ratioOf(duel, 'cpu_s')),
    `${mebibytes(duel, 'a')} / ${mebibytes(duel, 'b')}`,
    share(ratioOf(duel, 'peak_mib')),
    `${duel.pairs.length}${duel.isEqual ? ', equal answers' : ''}`,
  ]);
  return table(['tickets', 'A', 'B', 'A / B, s', 'wall A/B', 'CPU A/B', 'peak A / B, MiB', 'peak A/B', 'pairs'], rows);
}

/** What the program takes as files grow. */
export function scalingTable(results: Results): string {
  const names = ['slaudit', 'slaudit-ndjson', 'slaudit-json', 'slaudit-tickets'] as const;
  const rows = names.flatMap((name) =>
    [1_000, 10_000, 100_000, 1_000_000, 10_000_000].flatMap((tickets) => {
      const of = taken(results, name, tickets);
      if (of === undefined) return [];
      const { wall_s, peak_mib, rows: read, bytes } = of;
      return [
        [
          titleOf(name),
          tickets.toLocaleString('en'),
          read.toLocaleString('en'),
          (bytes / 1e6).toFixed(0),
          seconds(wall_s),
          ((wall_s * 1e6) / read).toFixed(2),
          (bytes / 1e6 / wall_s).toFixed(0),
          peak_mib.toFixed(0),
        ],
      ];
    }),
  );
  return table(['', 'tickets', 'rows', 'MB', 's', 'µs a row', 'MB/s', 'peak, MiB'], rows);
}

export function stagesText(stages: readonly Stages[]): string {
  return stages
    .map(({ tickets, reading_s, judging_s, rooms, functions }) => {
      const head = `${tickets.toLocaleString('en')} tickets: reading ${seconds(reading_s)} s, verdicts and figures ${seconds(judging_s)} s.`;
      const percent = (rows: Stages['rooms']) => rows.map(([name, of]) => [name.replaceAll('|', '\\|'), `${of} %`]);
      return [head, table(['room of src', 'CPU'], percent(rooms)), table(['function', 'CPU'], percent(functions))].join(
        '\n\n',
      );
    })
    .join('\n\n');
}

export function circumstancesText(all: readonly Circumstances[]): string {
  const distinct = new Set(
    all.map(
      ({ date, machine, commit, load }) =>
        `- ${date}, commit ${commit}, ${machine}${load === undefined ? '' : `; load before: ${load}`}`,
    ),
  );
  return [...distinct].sort().join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}

function share(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

function mebibytes({ pairs }: Result, which: 'a' | 'b'): string {
  const peaks = pairs.flatMap((pair) => pair[which].peak_mib ?? []);
  return peaks.length === 0 ? '–' : median(peaks).toFixed(0);
}
