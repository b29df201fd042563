import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Duel } from './duels.ts';
import type { Measurement } from './measure.ts';

/** One duel at one size. */
export interface Result extends Duel {
  readonly tickets: number;
  /** Of the file that A reads. */
  readonly rows: number;
  readonly bytes: number;
  readonly pairs: readonly { readonly a: Measurement; readonly b: Measurement }[];
  /** Whether both gave the same answer; null where nothing is to be compared. */
  readonly isEqual: true | null;
}

/** Seconds that reading took, and those of verdicts and figures. */
export interface Stages {
  readonly tickets: number;
  readonly reading_s: number;
  readonly judging_s: number;
  /** Share of the processor's time by room of src, the largest first; packages and Node under their own names. */
  readonly rooms: readonly (readonly [room: string, percent: number])[];
  /** The functions in which most time was spent themselves. */
  readonly functions: readonly (readonly [where: string, percent: number])[];
}

/** Since when something holds, and on what it was measured. */
export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  /** How many processes wanted a processor in the minute before: above the number of cores, the figures say little. */
  readonly load?: number;
}

export interface Results {
  readonly duels: readonly (Result & Circumstances)[];
  readonly stages: readonly (Stages & Circumstances)[];
}

const FILE = join(import.meta.dirname, 'results.json');

export function keptResults(): Results {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { duels: [], stages: [] };
}

/** A newer result takes the place of the older one of the same duel at the same size. */
export function merge(old: Results, fresh: Results): Results {
  const name = ({ job, a, b, tickets }: Result) => `${job} ${a} ${b} ${tickets}`;
  const taken = new Set(fresh.duels.map(name));
  const sizes = new Set(fresh.stages.map(({ tickets }) => tickets));
  return {
    duels: [...old.duels.filter((each) => !taken.has(name(each))), ...fresh.duels],
    stages: [...old.stages.filter(({ tickets }) => !sizes.has(tickets)), ...fresh.stages],
  };
}

export function keep(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 1)}\n`);
}

export function circumstances(program: string): Circumstances {
  const [{ model = 'unknown processor' } = {}, ...others] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: join(program, '../..'),
    encoding: 'utf8',
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit.trim(),
    machine: `${others.length + 1} × ${model.trim()}, ${gigabytes} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
