import { join } from 'node:path';
import type { FileName } from './files.ts';
import type { Found, Tool } from './tools.ts';

/** Where a contender finds what it needs. */
export interface Ground {
  /** The built program, `bin/slaudit.js`. */
  readonly program: string;
  readonly calendar: string;
  /** Where the answer goes. */
  readonly answer: string;
  readonly file: string;
  readonly tool: (tool: Tool) => Found;
}

/** Something that is timed: a program over one file. */
export interface Contender {
  readonly title: string;
  /** Absent: it reads nothing. */
  readonly reads?: FileName;
  readonly needs?: Tool;
  /** Whether it writes an answer that must equal ours; `ours` is the one it must equal. */
  readonly answers?: 'ours' | 'theirs';
  /** More tickets would take minutes or more memory than there is. */
  readonly most?: number;
  readonly words: (ground: Ground) => readonly string[];
}

const NODE = process.execPath;
const MILLION = 1_000_000;
const bench = (file: string) => join(import.meta.dirname, file);
const AS_OF = ['--as-of', '2026-01-15', '--quiet'];

function slaudit(title: string, reads: FileName, command: string, ...more: readonly string[]): Contender {
  const policy = bench(`policies/${reads.startsWith('events') ? 'events' : 'tickets'}.yaml`);
  return {
    title,
    reads,
    words: ({ program, answer, file }) => [
      ...[NODE, program, command, '-p', policy, ...AS_OF, ...more, '-o', answer],
      file,
    ],
  };
}

function report(title: string, reads: FileName, ...more: readonly string[]): Contender {
  return { ...slaudit(title, reads, 'report', '--by', 'employee', '-f', 'csv', ...more), answers: 'ours' };
}

function duckdb(form: 'events' | 'tickets'): Contender {
  return {
    title: 'DuckDB, tuned SQL',
    reads: `${form}.csv`,
    needs: 'duckdb',
    answers: 'theirs',
    words: ({ tool, calendar, file, answer }) => [
      ...[NODE, bench('peers/run-duckdb.ts'), placeOf(tool('duckdb')), bench(`peers/duckdb-${form}.sql`)],
      ...[calendar, file, answer],
    ],
  };
}

function pandas(form: 'events' | 'tickets'): Contender {
  return {
    title: 'pandas, vectorised',
    reads: `${form}.csv`,
    needs: 'pandas',
    answers: 'theirs',
    most: MILLION,
    words: ({ tool, calendar, file, answer }) => [
      ...[placeOf(tool('pandas')), bench(`peers/pandas-${form}.py`)],
      ...[calendar, file, answer],
    ],
  };
}

function shell(title: string, script: string, needs: Tool): Contender {
  return {
    ...{ title, needs, reads: 'events.csv', answers: 'theirs', most: MILLION },
    words: ({ calendar, file, answer }) => ['sh', bench(script), calendar, file, answer],
  };
}

function alone(title: string, script: string, reads: FileName): Contender {
  return { title, reads, words: ({ file }) => [NODE, bench(script), file] };
}

function placeOf(found: Found): string {
  return 'at' in found ? found.at : '';
}

/** All that can be timed, by the name that `--against` takes. */
export const contenders = {
  slaudit: report('slaudit report --by employee, CSV log', 'events.csv'),
  duckdb: duckdb('events'),
  pandas: pandas('events'),
  mawk: shell('sort + mawk', 'peers/sort-mawk.sh', 'awk'),
  sqlite: shell('SQLite', 'peers/sqlite-events.sh', 'sqlite3'),
  scan: alone('a bare scan for delimiters in JavaScript', 'peers/scan-delimiters.ts', 'events.csv'),
  'scan-tickets': alone('a bare scan of the same, one row a ticket', 'peers/scan-delimiters.ts', 'tickets.csv'),
  'slaudit-csv-parse': report('slaudit, its csv-parse path', 'events.csv', '--parser', 'csv-parse'),
  'csv-parse': alone('csv-parse, its records thrown away', 'peers/csv-parse-alone.ts', 'events.csv'),
  'slaudit-ndjson': report('slaudit, the log as NDJSON', 'events.ndjson'),
  'slaudit-json': report('slaudit, the log as one JSON array', 'events.json'),
  'slaudit-tickets': report('slaudit, one row a ticket', 'tickets.csv'),
  'duckdb-tickets': duckdb('tickets'),
  'pandas-tickets': pandas('tickets'),
  'slaudit-xlsx': report('slaudit, the log as a workbook', 'events.xlsx'),
  hucre: alone('hucre, its rows thrown away', 'peers/hucre-alone.ts', 'events.xlsx'),
  evaluate: slaudit('slaudit evaluate', 'tickets.csv', 'evaluate', '-f', 'csv'),
  'report-html': slaudit('slaudit report -f html', 'tickets.csv', 'report', '-f', 'html'),
  'report-xlsx': slaudit('slaudit report -f xlsx', 'tickets.csv', 'report', '-f', 'xlsx'),
  'node -e 0': { title: 'node -e 0', words: () => [NODE, '-e', '0'] },
  '--version': { title: 'slaudit --version', words: ({ program }) => [NODE, program, '--version'] },
  '--help': { title: 'slaudit --help', words: ({ program }) => [NODE, program, '--help'] },
  'small-report': slaudit('slaudit report, 1,000 tickets', 'first-1000.csv', 'report', '-f', 'table'),
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;
