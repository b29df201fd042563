import type { Policy } from '../../domain/policy.ts';
import type { ReadShare } from '../../domain/share.ts';
import { type Audit, type AuditedPart, type AuditOptions, auditParts } from '../../run.ts';
import { isError } from '../findings.ts';
import type { Thread } from '../world.ts';
import { combinedReadings } from './combined-readings.ts';
import type { ShareMessage, ShareTask } from './messages.ts';
import type { Crew } from './threads-for.ts';

/** What several threads are to do together. */
export type WholeTask = Omit<ShareTask, 'kind' | 'index' | 'of'>;

/**
 * Has threads judge the exports, each its share of the tickets, and makes one audit of what they come to: that of one thread, byte
 * for byte. `undefined` where one thread has to do it all: threads cannot be started, something of the exports has to be told that
 * no share can tell alone, or they cannot be used.
 */
export async function auditInShares(
  { start, count }: Crew,
  task: WholeTask,
  policy: Policy,
  { options, onBytes }: { readonly options: AuditOptions; readonly onBytes: (count: number) => void },
): Promise<Audit | undefined> {
  const started: Thread[] = [];
  try {
    for (let index = 0; index < count; index++) {
      started.push(start({ ...task, kind: 'share', index, of: count } satisfies ShareTask));
    }
    // Each reads all of the bytes.
    const read = await Promise.all(started.map((thread, index) => readingOf(thread, index === 0 ? onBytes : () => {})));
    const whole = combinedReadings(read);
    if (whole === undefined) return undefined;
    const { extent } = whole;
    for (const thread of started) thread.post({ extent });
    const parts = await Promise.all(started.map(partOf));
    const { value, diagnostics } = await auditParts(policy, withReading(parts, whole), {
      ...options,
      inOrder: (tallies) => tallies,
    });
    return diagnostics.some(isError) ? undefined : value;
  } catch (error) {
    if (error instanceof ShareFailed) return undefined;
    throw error;
  } finally {
    await Promise.all(started.map((thread) => thread.end()));
  }
}

class ShareFailed extends Error {}

async function next(thread: Thread): Promise<ShareMessage> {
  const message = await thread.next();
  if (message === undefined) throw new ShareFailed();
  const told = message as ShareMessage;
  if (told.kind === 'failed') throw new ShareFailed();
  return told;
}

async function readingOf(thread: Thread, onBytes: (count: number) => void): Promise<ReadShare> {
  for (;;) {
    const message = await next(thread);
    if (message.kind === 'read') return message.read;
    if (message.kind === 'bytes') onBytes(message.count);
  }
}

async function partOf(thread: Thread): Promise<AuditedPart> {
  for (;;) {
    const message = await next(thread);
    if (message.kind === 'part') return message.part;
  }
}

/** What was read is told once, by the first of them. */
function withReading(parts: readonly AuditedPart[], { tallies, findings }: ReadShare): AuditedPart[] {
  return parts.map((part, index) => {
    const { exhibits } = part;
    const own =
      index === 0 ? { tallies, findings: findings as typeof exhibits.findings } : { tallies: [], findings: [] };
    return { ...part, exhibits: { ...exhibits, ...own } };
  });
}
