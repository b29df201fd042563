import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFile } from './files.ts';
import type { Stages } from './results.ts';

/** What is read of V8's profile. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** Times reading and judging apart, and says in which rooms and functions of src the time goes. */
export async function timeStages(directory: string, tickets: number): Promise<Stages> {
  const { path } = await makeFile(directory, 'events.csv', tickets);
  const words = [join(import.meta.dirname, 'peers/stages.ts'), join(import.meta.dirname, 'policies/events.yaml'), path];
  const plain = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  const room = mkdtempSync(join(tmpdir(), 'slaudit-profile-'));
  try {
    execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir', room, ...words], { stdio: 'ignore' });
    const [file = ''] = readdirSync(room);
    return { tickets, ...plain, ...shares(JSON.parse(readFileSync(join(room, file), 'utf8'))) };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

function shares({ nodes, samples, timeDeltas }: Profile): Pick<Stages, 'rooms' | 'functions'> {
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const rooms = new Map<string, number>();
  const functions = new Map<string, number>();
  let whole = 0;
  for (const [index, sample] of samples.entries()) {
    const spent = timeDeltas[index] ?? 0;
    const { functionName, url, lineNumber } = frames.get(sample) ?? {
      functionName: '(unknown)',
      url: '',
      lineNumber: 0,
    };
    if (functionName === '(idle)') continue;
    whole += spent;
    add(rooms, roomOf(functionName, url), spent);
    const file = /\/src\/(.*)$/.exec(url)?.[1] ?? /node_modules\/([^/]+)/.exec(url)?.[1];
    add(
      functions,
      file === undefined ? functionName : `${functionName || 'anonymous'}, ${file}:${lineNumber + 1}`,
      spent,
    );
  }
  return { rooms: largest(rooms, whole, 12), functions: largest(functions, whole, 15) };
}

function roomOf(functionName: string, url: string): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  const room = /\/src\/([^/]+)\//.exec(url)?.[1];
  if (room !== undefined) return room;
  const name = /node_modules\/([^/]+)/.exec(url)?.[1];
  return name ?? (/\/src\//.test(url) ? 'run.ts' : 'Node');
}

function add(sums: Map<string, number>, key: string, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}

function largest(sums: ReadonlyMap<string, number>, whole: number, most: number): (readonly [string, number])[] {
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([name, spent]) => [name, Math.round((1000 * spent) / whole) / 10] as const);
}
