import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { queue } from './queue.ts';
import type { Thread, Threads } from './world.ts';

/** Set for threads of this program alone: they look for their task instead of into the arguments. */
export const THREAD_SIGN = 'SLAUDIT_THREAD';

/** @param program the script that was started */
export function threadsOf(program: string): Threads {
  return { processors: availableParallelism(), start: (task) => startThread(program, task) };
}

function startThread(program: string, task: unknown): Thread {
  const worker = new Worker(program, {
    workerData: task,
    env: { ...process.env, [THREAD_SIGN]: '1' },
    stdout: true,
    stderr: true,
    // Twice what it would take by itself, where objects are made by the million; who expects few says so (`expectFewObjects`).
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const said = queue<unknown>();
  worker.on('message', said.add);
  worker.on('error', said.end);
  worker.on('exit', said.end);
  return {
    post: (message, handedOver = []) => worker.postMessage(message, handedOver),
    next: said.next,
    async end() {
      await worker.terminate();
    },
  };
}
