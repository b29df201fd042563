import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of one process with its children, from its start to its end. */
export interface Measurement {
  readonly wall_s: number;
  /** User and system, of all threads; null where nothing measures it. */
  readonly cpu_s: number | null;
  /** Resident memory of the largest of its processes at its peak; null where nothing measures it. */
  readonly peak_mib: number | null;
}

/** GNU time asks the system for what Node does not tell of a child: its processor time and peak memory. */
const TIME = '/usr/bin/time';
const hasTime = existsSync(TIME) && spawnSync(TIME, ['-f', '%M', 'true'], { encoding: 'utf8' }).status === 0;

/** Runs a command to its end, what it writes to standard output unread. Throws when it fails. */
export function measure(words: readonly string[]): Measurement {
  const room = mkdtempSync(join(tmpdir(), 'slaudit-measure-'));
  const notes = join(room, 'time');
  try {
    const [program = '', ...rest] = hasTime ? [TIME, '-f', '%U %S %M', '-o', notes, ...words] : words;
    const before = process.hrtime.bigint();
    const { status, stderr } = spawnSync(program, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const wall_s = Number(process.hrtime.bigint() - before) / 1e9;
    if (status !== 0) throw new Error(`${words.join(' ')}\nended with ${status}: ${stderr.slice(-2_000)}`);
    if (!hasTime) return { wall_s, cpu_s: null, peak_mib: null };
    const [user = 0, system = 0, kilobytes = 0] = readFileSync(notes, 'utf8').trim().split(' ').map(Number);
    return { wall_s, cpu_s: user + system, peak_mib: kilobytes / 1024 };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
