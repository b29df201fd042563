import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { openAudit } from '../open-audit.ts';
import type { World } from '../world.ts';
import { judgeShare } from './judge-share.ts';
import type { ShareTask } from './messages.ts';

/** Does what a thread was started for; false where this is none. */
export async function serveShare(world: World): Promise<boolean> {
  const task: Partial<ShareTask> | undefined = workerData;
  if (isMainThread || parentPort === null || task?.kind !== 'share') return false;
  const port = parentPort;
  await judgeShare(world, openAudit, task as ShareTask, {
    say: (message, handedOver = []) => port.postMessage(message, handedOver),
    answer: () =>
      new Promise((resolve) => {
        port.once('message', resolve);
      }),
  });
  return true;
}
