import type { ClockFigures, Group, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { percentOf } from '../shares.ts';
import { type Column, type Row, selecting, type Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { beforeExcuses, breachCount, legible } from './clock-tables.ts';
import { breachesOf, groupColumn } from './group-tables.ts';
import { groupName } from './names.ts';

/**
 * A line for each group: its tickets, its promises kept over all clocks, its breaches. A mean is given only where the
 * policy has one clock of kind response: a mean over several promises would be of none of them.
 */
export function groupLines(by: string, groups: readonly Group[], report: Report, words: Catalogue): Table {
  const { columns } = words;
  const hasResolution = report.tickets.resolution !== null;
  const response = soleResponse(report);
  const before = beforeExcuses(report.clocks, words);
  const row = (group: Group): Row => {
    const kept = keptOf(group);
    const own = { group: { by, kind: group.kind, name: group.name } };
    return [
      groupName(by, group, words),
      group.tickets.created,
      ...(hasResolution ? [group.tickets.resolution?.percent ?? words.unknown] : []),
      selecting(words.share(kept.met, kept.decided), { ...own, outcomes: ['met', 'breached'] }),
      percentOf(kept.met, kept.decided) ?? words.unknown,
      ...before.cells(...group.clocks),
      selecting(breachCount(breachesOf(group)), { ...own, outcomes: ['breached'] }),
      ...(response === undefined ? [] : [legible(meanOf(group, response)) ?? words.unknown]),
    ];
  };
  return {
    columns: [
      groupColumn(by, words),
      { key: 'created', title: columns.created, kind: 'count' },
      ...(hasResolution
        ? [{ key: 'resolution_percent', title: columns.resolutionRate, kind: 'percent' } satisfies Column]
        : []),
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      ...before.columns,
      { key: 'breached', title: columns.breaches, kind: 'count' },
      ...(response === undefined
        ? []
        : [{ key: 'open_mean_s', title: columns.meanResponse, kind: 'clock-seconds' } satisfies Column]),
    ],
    rows: abridged(groups, row, breachesOf, (rest, breaches) => words.summary.more(rest, breaches, by)),
  };
}

/** The policy's clock of kind response, if it has just one. */
export function soleResponse({ clocks }: Report): string | undefined {
  const [response, ...others] = clocks.filter(({ kind }) => kind === 'response');
  return others.length === 0 ? response?.clock : undefined;
}

function meanOf({ clocks }: Group, response: string): number | null {
  return clocks.find(({ clock }) => clock === response)?.open.mean ?? null;
}

function keptOf({ clocks }: Group): { met: number; decided: number } {
  const sum = (of: (clock: ClockFigures) => number) => clocks.reduce((total, clock) => total + of(clock), 0);
  return {
    met: sum(({ attainment }) => attainment.numerator),
    decided: sum(({ attainment }) => attainment.denominator),
  };
}
