import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { type Case, readFiles } from './case.ts';

export interface CaseResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
  /** What it wrote to `$OUT`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Runs the built program in the case's folder, with nothing of the surroundings but `timeZone` and a plain locale. */
export async function runCase(
  item: Pick<Case, 'folder' | 'words' | 'stdin'>,
  { program, out, timeZone }: { program: string; out: string; timeZone: string },
): Promise<CaseResult> {
  const words = item.words.map((word) => word.replaceAll('$OUT', out));
  const child = spawn(process.execPath, [program, ...words], {
    cwd: item.folder,
    env: { PATH: process.env['PATH'], TZ: timeZone, LANG: 'C', LC_ALL: 'C', NO_COLOR: '1', OUT: out },
    stdio: 'pipe',
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A program that does not read its input is no fault of the case's.
  child.stdin.on('error', () => {});
  child.stdin.end(item.stdin);
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, exit, files: readFiles(out) };
}
