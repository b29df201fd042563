import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ReadShare } from '../../domain/share.ts';
import type { Span } from '../../domain/time.ts';
import { mostGroups } from '../crowds.ts';
import { openAudit } from '../open-audit.ts';
import { beginSession, type Session } from '../session.ts';
import { silence } from '../silence.ts';
import type { World } from '../world.ts';
import { buffersIn } from './buffers-in.ts';
import type { MeetMessage, ShareMessage, ShareTask } from './messages.ts';

/** Does what a thread was started for; false where this is none. What goes wrong is not told: whoever does it all will meet it again. */
export async function serveShare(world: World): Promise<boolean> {
  const task: Partial<ShareTask> | undefined = workerData;
  if (isMainThread || parentPort === null || task?.kind !== 'share') return false;
  const port = parentPort;
  const say = (message: ShareMessage, handedOver: readonly ArrayBuffer[] = []) => port.postMessage(message, handedOver);
  try {
    await judgeShare(world, port, task as ShareTask, say);
  } catch {
    say({ kind: 'failed' });
  }
  return true;
}

async function judgeShare(
  world: World,
  port: MessagePort,
  { index, of, files, request, wanted, now }: ShareTask,
  say: (message: ShareMessage, handedOver?: readonly ArrayBuffer[]) => void,
): Promise<void> {
  const session = mute(world, now, (count) => say({ kind: 'bytes', count }));
  const meet = async (read: ReadShare): Promise<Span | undefined> => {
    const answer = new Promise<MeetMessage>((resolve) => {
      port.once('message', resolve);
    });
    say({ kind: 'read', read });
    return (await answer).extent;
  };
  const opening = await openAudit(session, files, { ...request, quiet: true }, { share: { index, of, meet } });
  // All shares together may have as many groups as a report can have only if each has its part of them at the most.
  const isCrowded = 'audit' in opening && opening.audit.crowded(wanted.by, Math.floor(mostGroups / of)).length > 0;
  if ('exit' in opening || isCrowded) {
    say({ kind: 'failed' });
    return;
  }
  const part = opening.audit.part(wanted);
  say({ kind: 'part', part }, buffersIn(part.totals));
}

/** Nobody hears of it; what is read is hashed by whoever writes the result. */
function mute(world: World, now: number, onBytes: (count: number) => void): Session {
  const deaf: World = { ...world, stdout: silence, stderr: silence, now: () => now };
  const session = beginSession(deaf, [], async () => 0);
  return {
    ...session,
    files: {
      ...world.files,
      async *chunks(path) {
        for await (const chunk of world.files.chunks(path)) {
          onBytes(chunk.length);
          yield chunk;
        }
      },
    },
  };
}
