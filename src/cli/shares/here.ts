import { queue } from '../queue.ts';
import type { Thread, World } from '../world.ts';
import { judgeShare, type OpenAudit } from './judge-share.ts';
import type { ShareAnswer, ShareTask } from './messages.ts';

/** Judges a share in this thread, which would else do nothing while the others work: one thread less, and its memory. */
export function startHere(world: World, open: OpenAudit, task: ShareTask): Thread {
  const said = queue<unknown>();
  const answers = queue<ShareAnswer>();
  let hasEnded = false;
  const { files } = world;
  const stoppable: World['files'] = {
    ...files,
    async *chunks(path, from, to) {
      for await (const chunk of files.chunks(path, from, to)) {
        if (hasEnded) throw new Error('nobody waits for this share any more');
        yield chunk;
      }
    },
  };
  judgeShare({ ...world, files: stoppable }, open, task, { say: said.add, answer: answers.next });
  return {
    post: (message) => answers.add(message as ShareAnswer),
    next: said.next,
    async end() {
      hasEnded = true;
    },
  };
}
