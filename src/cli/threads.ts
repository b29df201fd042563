import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
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
  const said: unknown[] = [];
  let hasEnded = false;
  let wake = () => {};
  const ended = () => {
    hasEnded = true;
    wake();
  };
  worker.on('message', (message) => {
    said.push(message);
    wake();
  });
  worker.on('error', ended);
  worker.on('exit', ended);
  return {
    post: (message, handedOver = []) => worker.postMessage(message, handedOver),
    async next() {
      while (said.length === 0 && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return said.shift();
    },
    async end() {
      await worker.terminate();
    },
  };
}
