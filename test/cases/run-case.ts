import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import manifest from '../../package.json' with { type: 'json' };
import { anyBuild } from '../setup/any-build.ts';
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
  const files = new Map([...readFiles(out)].map(([name, content]) => [name, anyVersion(content)]));
  return { stdout: anyVersion(stdout), stderr, exit, files };
}

/**
 * A report says by which version of the tool and of the time-zone data it was made. A case holds for any: these stand in its
 * expected files, as long as the real ones, so that lines break where they do.
 */
function anyVersion(output: string): string {
  const { tz = '' } = process.versions;
  return anyBuild(output)
    .replaceAll(
      new RegExp(`(time.?zone.?data|时区数据)(\\W+|,IANA,)${tz}\\b`, 'gi'),
      (_, name, between) => `${name}${between}0000z`,
    )
    .replaceAll(
      new RegExp(`(slaudit[ ,])${manifest.version}`, 'g'),
      (_, before) => before + manifest.version.replaceAll(/\d/g, '0'),
    )
    .replaceAll(
      new RegExp(`("name":\\s*"slaudit",\\s*"version":\\s*")${manifest.version}`, 'g'),
      (_, before) => before + manifest.version.replaceAll(/\d/g, '0'),
    );
}
