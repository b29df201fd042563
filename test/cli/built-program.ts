import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const program = resolve(import.meta.dirname, '../../bin/slaudit.js');

export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The program as it is shipped (`npm run build` first), in a process of its own. */
export function slaudit({ cwd, env = {}, stdin = '' }: Setting, ...argv: string[]): Promise<Ending> {
  const child = spawn(process.execPath, [program, ...argv], { cwd, env: { ...environment(), ...env } });
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return ending(child);
}

/** A line of bash, with `slaudit` as a command. */
export function shell({ cwd, env = {} }: Setting, line: string): Promise<Ending> {
  const call = `slaudit() { '${process.execPath}' '${program}' "$@"; }\n${line}`;
  return ending(spawn('bash', ['-c', call], { cwd, env: { ...environment(), ...env } }));
}

function environment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
}

export async function ending(child: ChildProcess): Promise<Ending> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  });
  return { code, ...texts };
}
