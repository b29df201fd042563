import type { Records } from '../../domain/policy.ts';
import { bytesOf, type ExportFile } from '../exports.ts';
import type { Threads, World } from '../world.ts';
import { type Piece, piecesFor } from './pieces.ts';

/** Threads, and what each of them is to read. */
export interface Crew extends Threads {
  readonly shares: readonly (readonly Piece[])[];
}

/** How long a byte takes: read and counted at once, made into objects on the way, cut by csv-parse. */
export type Pace = 'counted' | 'listed' | 'slow';

/** With fewer bytes a thread takes longer to begin than it saves: its code is compiled, and made fast, once more. */
const ENOUGH: Readonly<Record<Pace, number>> = { counted: 200_000_000, listed: 32_000_000, slow: 16_000_000 };
/** What the first has read when the others have started: half a second's work at the most. */
const LATE: Readonly<Record<Pace, number>> = { counted: 24_000_000, listed: 8_000_000, slow: 2_000_000 };
/** More processors gain little: the sums of all are put together by one. */
const MOST = 8;

/**
 * Who is to read and judge these exports together: as many as `SLAUDIT_THREADS` says, or as there are processors; `undefined`: one thread
 * alone.
 */
export async function threadsFor(
  world: World,
  files: readonly ExportFile[],
  records: Records,
  pace: Pace,
): Promise<Crew | undefined> {
  const [said] = /^[1-9]\d?$/.exec(world.env['SLAUDIT_THREADS'] ?? '') ?? [];
  const bytes = bytesOf(files);
  // A stream can be read only once.
  if (world.threads === undefined || bytes === undefined || said === '1') return undefined;
  const many = Math.floor(bytes / ENOUGH[pace]);
  if (said === undefined && many < 2) return undefined;
  const threads = await world.threads.load();
  const count = said === undefined ? Math.min(threads.processors, MOST, many) : Number(said);
  if (count < 2) return undefined;
  const shares = await piecesFor(world.files, files, count, records, LATE[pace]);
  return shares.length < 2 ? undefined : { ...threads, shares };
}
