import type { Policy } from '../../domain/policy.ts';
import { type Audit, type AuditedPart, type AuditOptions, auditParts } from '../../run.ts';
import { isError } from '../findings.ts';
import type { Thread, World } from '../world.ts';
import { buffersIn } from './buffers-in.ts';
import { combinedReadings, type WholeReading } from './combined-readings.ts';
import { commonTickets } from './common-tickets.ts';
import { startHere } from './here.ts';
import type { OpenAudit } from './judge-share.ts';
import type { ShareAnswer, ShareMessage, ShareTask } from './messages.ts';
import type { Crew } from './threads-for.ts';

/** What several threads are to do together. */
export type WholeTask = Omit<ShareTask, 'kind' | 'of' | 'pieces'>;

/** Where more of the tickets than one in so many have rows in several shares, one thread is as soon done. */
const FEW_OF = 4;

/**
 * Has threads, of which this is one, judge the exports, each its share of them, and makes one audit of what they come to: that of one thread, byte for byte.
 * `undefined` where one thread has to do it all: threads cannot be started, something of the exports has to be told that no share
 * can tell alone, or they cannot be used.
 */
export async function auditInShares(
  world: World,
  { start, shares }: Crew,
  task: WholeTask,
  policy: Policy,
  {
    options,
    open,
    onBytes,
  }: { readonly options: AuditOptions; readonly open: OpenAudit; readonly onBytes: (count: number) => void },
): Promise<Audit | undefined> {
  const threads: Thread[] = [];
  try {
    for (const [index, pieces] of [...shares.entries()].reverse()) {
      const own: ShareTask = { ...task, kind: 'share', of: shares.length, pieces };
      // Started last, for it is at work from then on.
      threads[index] = index === 0 ? startHere(world, open, own) : start(own);
    }
    const read = await Promise.all(threads.map(async (each) => (await next(each, 'read', onBytes)).read));
    const whole = combinedReadings(read);
    const common = whole === undefined ? [] : commonTickets(read);
    const isApart = common.every((each, index) => FEW_OF * each.common.length <= (read[index]?.hashes.length ?? 0) / 2);
    if (whole === undefined || !isApart) return undefined;
    const doubtful = read.flatMap((each) => each.doubtful);
    for (const [index, each] of common.entries()) {
      answer(threads[index], {
        kind: 'met',
        met: { extent: whole.extent, doubtful, moved: whole.moved[index]!, ...each },
      });
    }
    const given = await Promise.all(threads.map(async (each) => (await next(each, 'rows')).rows));
    for (const [index, thread] of threads.entries()) {
      answer(thread, { kind: 'rows', rows: given.flatMap((byHome) => byHome[index] ?? []) });
    }
    const parts = await Promise.all(threads.map(async (each) => (await next(each, 'parts')).parts));
    const { value, diagnostics } = await auditParts(policy, withReading(parts.flat(), whole), {
      ...options,
      inOrder: (tallies) => tallies,
    });
    return diagnostics.some(isError) ? undefined : value;
  } catch (error) {
    if (error instanceof ShareFailed) return undefined;
    throw error;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

class ShareFailed extends Error {}

/** What a thread says next of this kind. */
async function next<Kind extends ShareMessage['kind']>(
  thread: Thread,
  kind: Kind,
  onBytes: (count: number) => void = () => {},
): Promise<Extract<ShareMessage, { readonly kind: Kind }>> {
  for (;;) {
    const message = (await thread.next()) as ShareMessage | undefined;
    if (message === undefined || message.kind === 'failed') throw new ShareFailed();
    if (message.kind === 'bytes') onBytes(message.count);
    if (message.kind === kind) return message as Extract<ShareMessage, { readonly kind: Kind }>;
  }
}

function answer(thread: Thread | undefined, message: ShareAnswer): void {
  thread?.post(message, message.kind === 'rows' ? buffersIn(message.rows) : []);
}

/** What was read is told once, by the first of them. */
function withReading(parts: readonly AuditedPart[], { tallies, findings }: WholeReading): AuditedPart[] {
  return parts.map((part, index) => {
    const { exhibits } = part;
    const own =
      index === 0 ? { tallies, findings: findings as typeof exhibits.findings } : { tallies: [], findings: [] };
    return { ...part, exhibits: { ...exhibits, ...own } };
  });
}
