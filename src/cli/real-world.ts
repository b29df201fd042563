import { createReadStream, writeSync } from 'node:fs';
import { glob, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isatty, type WriteStream } from 'node:tty';
import { draft } from './draft.ts';
import { personAt } from './person.ts';
import { placeOf } from './place-of.ts';
import type { FileLook, Files, Output, Person, World } from './world.ts';

const MEBIBYTE = 1 << 20;

/** The world of this process. */
export function realWorld(): World {
  return {
    stdout: output(process.stdout, 1),
    stderr: output(process.stderr, 2),
    stdin: () => createReadStream('', { fd: 0, autoClose: false, highWaterMark: MEBIBYTE }),
    ...(isatty(0) && isatty(2) && { person: person() }),
    files,
    ...threads(),
    env: process.env,
    // To the second, as people read it.
    now: () => Math.floor(Date.now() / 1000) * 1000,
    timeZoneData: process.versions['tz'] ?? 'unknown',
  };
}

/** Loaded with the first: most runs need none. The executable is one file that cannot be started as a thread. */
function threads(): Pick<World, 'threads'> {
  const [program, script] = process.argv;
  if (script === undefined || program === script) return {};
  return { threads: { load: async () => (await import('./threads.ts')).threadsOf(script) } };
}

/** Ctrl-C ends the program the way the system expects. */
function person(): Person {
  return personAt(
    () => process.stdin,
    () => process.stderr,
    () => process.kill(process.pid, 'SIGINT'),
  );
}

function output(stream: WriteStream, descriptor: number): Output {
  return {
    isTerminal: stream.isTTY === true,
    // A terminal whose size nobody has set says 0.
    columns: stream.columns || undefined,
    stream,
    write: (piece) => (stream.isTTY ? writeToTerminal(stream, piece) : writeWhole(descriptor, piece)),
  };
}

function writeToTerminal(stream: WriteStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * `process.stdout.write` to a file takes a short write for a whole one: on a full disk the end would be lost and the
 * exit code 0. So the rest is written until the system says why it cannot be.
 */
async function writeWhole(descriptor: number, piece: string | Uint8Array): Promise<void> {
  let rest: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // The reader of a pipe that somebody else made non-blocking is slow.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      await wait(2);
    }
  }
}

const files: Files = {
  look: async (path): Promise<FileLook> => {
    const found = await stat(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'stream';
    return { kind, bytes: found.size, identity: `${found.dev}:${found.ino}` };
  },
  placeOf: (path) => placeOf(path),
  list: (folder) => readdir(folder),
  match: async (pattern) => {
    const fitting: string[] = [];
    for await (const path of glob(pattern)) fitting.push(path);
    return fitting;
  },
  read: (path) => readFile(path),
  chunks: (path) => createReadStream(path, { highWaterMark: MEBIBYTE }),
  draft,
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  append,
};

async function append(path: string, text: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    const bytes = Buffer.from(text);
    // One write, which the system puts at the end as a whole; the rest of a short one, where the disk is full, says why.
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length) await file.writeFile(bytes.subarray(bytesWritten));
    await file.sync().catch(() => {});
  } finally {
    await file.close();
  }
}
