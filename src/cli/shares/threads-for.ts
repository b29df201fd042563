import { bytesOf, type ExportFile } from '../exports.ts';
import type { Threads, World } from '../world.ts';

/** Threads, and how many of them are to share the work. */
export interface Crew extends Threads {
  readonly count: number;
}

/**
 * Who is to read and judge these exports together, as many as `SLAUDIT_THREADS` says; `undefined`: one thread alone. Nobody else can
 * say whether more pay: where processors share a core or its caches they take each other's time.
 */
export async function threadsFor(world: World, files: readonly ExportFile[]): Promise<Crew | undefined> {
  const [said] = /^[1-9]\d?$/.exec(world.env['SLAUDIT_THREADS'] ?? '') ?? [];
  const count = Number(said ?? 1);
  // A stream can be read only once.
  if (world.threads === undefined || count < 2 || bytesOf(files) === undefined) return undefined;
  return { count, ...(await world.threads.load()) };
}
