import type { ContenderName } from './contenders.ts';

/** Two that are timed in turn, A B A B; the first is held against the second. */
export interface Duel {
  readonly job: Job;
  readonly a: ContenderName;
  readonly b: ContenderName;
}

/** What `--only` takes. */
export const JOBS = ['events', 'csv-parse', 'tickets', 'json', 'workbook', 'pages', 'start', 'stages'] as const;
export type Job = (typeof JOBS)[number];

export const duels: readonly Duel[] = [
  { job: 'events', a: 'slaudit', b: 'duckdb' },
  { job: 'events', a: 'slaudit', b: 'pandas' },
  { job: 'events', a: 'slaudit', b: 'mawk' },
  { job: 'events', a: 'slaudit', b: 'sqlite' },
  { job: 'events', a: 'slaudit', b: 'scan' },
  { job: 'csv-parse', a: 'slaudit-csv-parse', b: 'csv-parse' },
  { job: 'csv-parse', a: 'slaudit', b: 'slaudit-csv-parse' },
  { job: 'tickets', a: 'slaudit-tickets', b: 'duckdb-tickets' },
  { job: 'tickets', a: 'slaudit-tickets', b: 'pandas-tickets' },
  { job: 'tickets', a: 'slaudit-tickets', b: 'scan-tickets' },
  { job: 'json', a: 'slaudit-ndjson', b: 'slaudit' },
  { job: 'json', a: 'slaudit-json', b: 'slaudit' },
  { job: 'workbook', a: 'slaudit-xlsx', b: 'hucre' },
  { job: 'pages', a: 'report-html', b: 'evaluate' },
  { job: 'pages', a: 'report-xlsx', b: 'evaluate' },
  { job: 'start', a: '--version', b: 'node -e 0' },
  { job: 'start', a: '--help', b: 'node -e 0' },
  { job: 'start', a: 'small-report', b: 'node -e 0' },
];
