import type { ConsequenceDifference } from '../../domain/report-diff.ts';
import { COUNT } from '../count.ts';

/** What `diff` says, in English. */
export const diffInEnglish = {
  title: 'What differs between two results',
  before: 'Old',
  after: 'New',
  same: 'Nothing differs.',
  report: (file: string, policy: string, period: string, asOf: string): string =>
    `${file}: ${policy}, ${period}, as of ${asOf}`,
  verdicts: (file: string): string => `${file}: verdict records`,
  everything: 'everything in the export',
  inputs: 'From what they were made',
  what: 'What',
  figures: 'Figures',
  otherFigures: 'Other figures',
  figure: 'Figure',
  change: 'Change',
  absent: '-',
  /** Tickets, and how many more runs. */
  because: (tickets: string, more: number): string =>
    more > 0 ? `because of ${tickets} and ${COUNT.format(more)} more` : `because of ${tickets}`,
  where: 'Where',
  differing: 'Figures',
  allFigures: 'All of them: -f csv.',
  noFigures: 'Verdict records have no figures: only the runs are held against each other.',
  runs: 'Runs behind the figures',
  counts: (compared: number, changed: number, added: number, gone: number): string =>
    `Held against each other: ${COUNT.format(compared)}. Changed: ${COUNT.format(changed)}, added: ${COUNT.format(added)}, gone: ${COUNT.format(gone)}.`,
  breachesOnly: 'One of them lists no runs but its breaches: a met run may differ unseen. JSON reports list all runs.',
  nothing: 'Neither lists its runs: write reports as JSON.',
  partial: 'One of them does not list all of its runs, because there are too many: some may differ unseen.',
  added: 'added',
  gone: 'gone',
  changed: 'changed',
  fieldChange: (field: string, before: string, after: string): string => `${field} ${before} → ${after}`,
  lines: (before: string, after: string): string => (before === after ? before : `${before} → ${after}`),
  consequences: 'What follows',
  consequenceChanges: { added: 'new', gone: 'gone', changed: 'changed' } satisfies Record<
    ConsequenceDifference['change'],
    string
  >,
  more: (rows: number): string => `and ${COUNT.format(rows)} more: -f csv`,
  roles: {
    export: 'export',
    policy: 'policy',
    roster: 'roster',
    excuses: 'excuses',
    personnel: 'personnel file',
    leave: 'leave',
    calendar: 'calendar file',
    tool: 'slaudit',
    build: 'slaudit, build',
    'time-zone data': 'time-zone data',
  } as Readonly<Record<string, string>>,
};
