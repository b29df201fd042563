import type { Pieces } from '../report/formats/format.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { refuse, tell } from './tell.ts';
import { type Draft, isSystemError, type World } from './world.ts';

/** Written at once: fewer calls for the system than one for each line, and little memory. */
const BATCH = 1 << 16;

/**
 * Writes a result to standard output, or to the file at `path` (`-`: standard output), where it appears whole or
 * not at all. Returns `undefined` when all is written, else the exit code to end with: a reader who closed the pipe has
 * seen enough (0), anything else is told (73). Errors of making the pieces pass through.
 */
export async function deliver(world: World, path: string | undefined, pieces: Pieces): Promise<ExitCode | undefined> {
  const toFile = path !== undefined && path !== '-';
  let draft: Draft | undefined;
  try {
    draft = toFile ? await world.files.draft(path) : undefined;
    const out = draft ?? world.stdout;
    for await (const batch of batches(pieces)) {
      if (draft === undefined && world.stdout.isTerminal && typeof batch !== 'string') {
        return await refuse(world, 'this format is no text for a terminal', 'Give it a file: -o PATH.');
      }
      await out.write(batch);
    }
    await draft?.publish();
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EPIPE' && !toFile) return EXIT.done;
    return tellUnwritten(world, path ?? '-', error);
  } finally {
    await draft?.discard();
  }
}

/** The result to whoever reads standard output. */
export function writeToStandardOutput(world: World, pieces: Pieces): Promise<ExitCode | undefined> {
  return deliver(world, undefined, pieces);
}

/** @param published of several results those that are in their places; absent where there is one only */
export async function tellUnwritten(
  world: World,
  path: string,
  error: { readonly code: string; readonly message: string },
  published?: readonly string[],
): Promise<ExitCode> {
  const what = path === '-' ? 'to standard output' : `"${path}"`;
  await tell(world, `slaudit: cannot write ${what}: ${explain(error)}\n`);
  if (published !== undefined) {
    const names = published.map((each) => `"${each}"`).join(', ');
    await tell(
      world,
      published.length === 0 ? '  None of the files is written.\n' : `  Written: ${names}. The others are not.\n`,
    );
  }
  return EXIT.cannotWrite;
}

export async function* batches(pieces: Pieces): AsyncGenerator<string | Uint8Array> {
  let batch = '';
  for await (const piece of pieces) {
    if (typeof piece === 'string') batch += piece;
    else {
      if (batch !== '') yield batch;
      batch = '';
      yield piece;
    }
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EISDIR: 'it is a directory; name a file in it',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'its folder is a file',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

function explain(error: { readonly code: string; readonly message: string }): string {
  return `${reasons[error.code] ?? error.message} (${error.code})`;
}
