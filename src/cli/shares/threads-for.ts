import { bytesOf, type ExportFile } from '../exports.ts';
import type { Threads, World } from '../world.ts';

/** Threads, and how many of them are to share the work. */
export interface Crew extends Pick<Threads, 'start'> {
  readonly count: number;
}

/** Smaller exports are read before a second thread has woken up. */
const LEAST_BYTES = 100_000_000;
/** Each thread looks at all of the bytes: more do not make it faster. */
const MOST = 4;

/**
 * Who is to read and judge these exports together; `undefined`: one thread alone. `SLAUDIT_THREADS` says how many, whatever their
 * size; 1 is one alone.
 */
export async function threadsFor(world: World, files: readonly ExportFile[]): Promise<Crew | undefined> {
  const bytes = bytesOf(files);
  const said = /^[1-9]\d?$/.exec(world.env['SLAUDIT_THREADS'] ?? '');
  if (world.threads === undefined || bytes === undefined || said?.[0] === '1') return undefined;
  if (said === null && bytes < LEAST_BYTES) return undefined;
  const { processors, start } = await world.threads.load();
  const count = said === null ? Math.min(processors, MOST) : Number(said[0]);
  return count < 2 ? undefined : { count, start };
}
