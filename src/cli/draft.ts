import { closeSync, fsyncSync, openSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeOf } from './place-of.ts';
import type { Draft } from './world.ts';
import { writeWhole } from './write-whole.ts';

/**
 * A file that appears under `path` only when it is whole: it is written beside its place, brought safely to the disk
 * and renamed. A symbolic link stays one and the file behind it is replaced, or made; an existing file keeps its permissions.
 * A device or a pipe cannot be replaced and is written into as it is.
 */
export function draft(path: string): Draft {
  const existing = statOf(path);
  if (existing !== undefined && !existing.isFile()) return direct(openSync(path, 'w'));
  const place = placeOf(path);
  const temporary = join(dirname(place), `.slaudit-${process.pid}-${process.hrtime.bigint()}`);
  const file = openSync(temporary, 'wx', existing === undefined ? 0o666 : existing.mode & 0o777);
  const close = closerOf(file);
  const unguard = removeWhenStopped(temporary);
  let settled = false;
  return {
    write: (text) => writeWhole(file, text),
    publish: async () => {
      fsyncSync(file);
      close();
      renameSync(temporary, place);
      settled = true;
      unguard();
    },
    discard: async () => {
      if (settled) return;
      settled = true;
      close();
      rmSync(temporary, { force: true });
      unguard();
    },
  };
}

function direct(file: number): Draft {
  const close = closerOf(file);
  return { write: (text) => writeWhole(file, text), publish: async () => close(), discard: async () => close() };
}

/** Closes it once: its number may be another file's by then. */
function closerOf(file: number): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
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
