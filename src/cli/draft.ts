import { rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeOf } from './place-of.ts';
import type { Draft } from './world.ts';

/**
 * A file that appears under `path` only when it is whole: it is written beside its place, brought safely to the disk
 * and renamed. A symbolic link stays one and the file behind it is replaced, or made; an existing file keeps its permissions.
 * A device or a pipe cannot be replaced and is written into as it is.
 */
export async function draft(path: string): Promise<Draft> {
  const existing = await stat(path).catch(absent);
  if (existing !== undefined && !existing.isFile()) return direct(await open(path, 'w'));
  const place = await placeOf(path);
  const temporary = join(dirname(place), `.slaudit-${process.pid}-${process.hrtime.bigint()}`);
  const file = await open(temporary, 'wx', existing === undefined ? 0o666 : existing.mode & 0o777);
  const unguard = removeWhenStopped(temporary);
  let settled = false;
  return {
    write: (text) => file.writeFile(text),
    publish: async () => {
      await file.sync();
      await file.close();
      await rename(temporary, place);
      settled = true;
      unguard();
    },
    discard: async () => {
      if (settled) return;
      settled = true;
      await file.close().catch(() => {});
      await rm(temporary, { force: true });
      unguard();
    },
  };
}

function direct(file: FileHandle): Draft {
  return {
    write: (text) => file.writeFile(text),
    publish: () => file.close(),
    discard: () => file.close().catch(() => {}),
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Files in the making; there may be many at once. */
const unfinished = new Set<string>();

/** Ctrl-C leaves no half file behind, and still ends the program the way the system expects. */
function removeWhenStopped(temporary: string): () => void {
  if (unfinished.size === 0) for (const signal of STOPPING) process.on(signal, stop);
  unfinished.add(temporary);
  return () => {
    unfinished.delete(temporary);
    if (unfinished.size === 0) for (const signal of STOPPING) process.removeListener(signal, stop);
  };
}

function stop(signal: NodeJS.Signals): void {
  for (const temporary of unfinished) rmSync(temporary, { force: true });
  unfinished.clear();
  for (const each of STOPPING) process.removeListener(each, stop);
  process.kill(process.pid, signal);
}
