import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  globSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { draft } from './draft.ts';
import { personAt } from './person.ts';
import { placeOf } from './place-of.ts';
import type { FileLook, Files, Output, Person, World } from './world.ts';
import { writeWhole } from './write-whole.ts';

/** So much of a file is read at once: it is still in the nearest caches when it is cut. */
const BLOCK = 1 << 18;

/**
 * The world of this process. What Node would load for it (terminals and with them the network, promises and streams of files) takes
 * longer than a small file does: so each is asked for only when there is one, and files are read as they are, one call after another.
 */
export function realWorld(): World {
  return {
    stdout: isTerminal(1) ? screen(process.stdout) : output(1),
    stderr: isTerminal(2) ? screen(process.stderr) : output(2),
    stdin: () => createReadStream('', { fd: 0, autoClose: false, highWaterMark: BLOCK }),
    ...(isTerminal(0) && isTerminal(2) && { person: person() }),
    files,
    expectFewObjects,
    ...threads(),
    env: process.env,
    // To the second, as people read it.
    now: () => Math.floor(Date.now() / 1000) * 1000,
    timeZoneData: process.versions['tz'] ?? 'unknown',
  };
}

function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    // Whatever else it is, it is none.
    const found = fstatSync(descriptor);
    if (!found.isCharacterDevice() || found.rdev === statSync(devNull).rdev) return false;
  } catch {
    // It was closed by whoever started the program.
    return false;
  }
  return [() => process.stdin, () => process.stdout, () => process.stderr][descriptor]?.().isTTY === true;
}

function output(descriptor: number): Output {
  return { isTerminal: false, columns: undefined, write: (piece) => writeWhole(descriptor, piece) };
}

function screen(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: true,
    // A terminal whose size nobody has set says 0.
    columns: stream.columns || undefined,
    stream,
    write: (piece) =>
      new Promise((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(error) : resolve()));
      }),
  };
}

/**
 * New objects lie in a room of their own, which V8 lets grow to some 50 MB; it begins with one. Nothing else does as well: a limit can
 * only be set before the program is started. The switch is that of the V8 in Node 24.
 */
function expectFewObjects(): void {
  if (process.versions.v8.startsWith('13.6.')) setFlagsFromString('--semi-space-growth-factor=1');
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

const files: Files = {
  look: async (path): Promise<FileLook> => {
    const found = statSync(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'stream';
    return { kind, bytes: found.size, identity: `${found.dev}:${found.ino}` };
  },
  placeOf: async (path) => placeOf(path),
  list: async (folder) => readdirSync(folder),
  match: async (pattern) => globSync(pattern),
  read: async (path) => readFileSync(path),
  chunks,
  draft: async (path) => draft(path),
  makeFolder: async (path) => {
    mkdirSync(path, { recursive: true });
  },
  append,
};

async function* chunks(path: string, from = 0, to = Infinity): AsyncGenerator<Uint8Array> {
  // What comes out of a pipe is waited for by a stream.
  if (!statSync(path).isFile()) return yield* createReadStream(path, { highWaterMark: BLOCK });
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < to; ) {
      const block = Buffer.allocUnsafe(Math.min(BLOCK, to - at));
      const length = readSync(file, block, 0, block.length, at);
      if (length === 0) return;
      at += length;
      yield block.subarray(0, length);
      // Whoever is shown how far the reading has come gets a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    closeSync(file);
  }
}

async function append(path: string, text: string): Promise<void> {
  const file = openSync(path, 'a');
  try {
    const bytes = Buffer.from(text);
    // One write, which the system puts at the end as a whole; the rest of a short one, where the disk is full, says why.
    const written = writeSync(file, bytes);
    if (written < bytes.length) await writeWhole(file, bytes.subarray(written));
    try {
      fsyncSync(file);
    } catch {
      // A pipe or a device has no disk.
    }
  } finally {
    closeSync(file);
  }
}
