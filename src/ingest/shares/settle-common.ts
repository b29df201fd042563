import type { EventLog } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import type { PostedRows, ReadShare, Share } from '../../domain/share.ts';
import type { Span } from '../../domain/time.ts';
import { furtherDown } from './further-down.ts';
import { logOfPosted, postRows } from './posted-rows.ts';

/** What a share is to judge: each ticket with all of its rows. */
interface SettledShare {
  /** What it has read, without the tickets of which others have rows. */
  readonly own: EventLog;
  /** Of those the ones that it judges, with the rows of all; absent: there are none. */
  readonly common: EventLog | undefined;
  /** First and last stamp of all shares. */
  readonly extent: Span | undefined;
}

/** Meets with the other shares, and gives and takes what they have rows of together. */
export async function settleCommon(
  log: EventLog,
  { hashes, ...read }: Omit<ReadShare, 'hashes'> & { readonly hashes: () => Uint32Array },
  records: Records,
  share: Share,
): Promise<SettledShare> {
  const { extent, common, homes, doubtful, moved } = await share.meet({ ...read, hashes: hashes() });
  const placed = furtherDown(log, moved);
  const incomplete = new Set([...log.incomplete, ...doubtful.flatMap((ticket) => log.tickets.code(ticket) ?? [])]);
  const received = await share.exchange(rowsByHome(placed, common, homes, share.of));
  const ours = received.filter(({ tickets }) => tickets.length > 0);
  return {
    own: { ...placed, incomplete, ...(common.length > 0 && { elsewhere: new Set(common) }) },
    common: ours.length === 0 ? undefined : logOfPosted(records, ours, doubtful),
    extent,
  };
}

/** Rows that are looked at at once. */
const SOME = 1 << 12;

function rowsByHome(log: EventLog, common: Int32Array, homes: Uint8Array, of: number): PostedRows[] {
  const rows = Array.from({ length: of }, (): number[] => []);
  if (common.length > 0) {
    const homeOf = new Int16Array(log.tickets.size).fill(-1);
    for (const [index, ticket] of common.entries()) homeOf[ticket] = homes[index] ?? 0;
    const tickets = new Int32Array(SOME);
    for (let first = 0; first < log.rows; first += SOME) {
      const count = Math.min(SOME, log.rows - first);
      log.ticket.copy(first, first + count, tickets);
      for (let index = 0; index < count; index++) {
        const home = homeOf[tickets[index]!]!;
        if (home >= 0) rows[home]?.push(first + index);
      }
    }
  }
  return rows.map((each) => postRows(log, each));
}
