import type { Share } from '../../domain/share.ts';
import { lineBreaksIn } from '../../run.ts';
import type { AuditRequest } from '../audit-request.ts';
import { mostGroups } from '../crowds.ts';
import type { Opening, Sharing } from '../opening.ts';
import { beginSession, type Session } from '../session.ts';
import { silence } from '../silence.ts';
import type { Files, World } from '../world.ts';
import { buffersIn } from './buffers-in.ts';
import type { ShareAnswer, ShareMessage, ShareTask } from './messages.ts';
import { chunksOf, type Piece } from './pieces.ts';

/** `openAudit`: it asks for shares itself. */
export type OpenAudit = (
  world: Session,
  files: readonly string[],
  request: AuditRequest,
  sharing: Sharing,
) => Promise<Opening>;

/** How a share speaks with whoever puts all of them together. */
export interface Line {
  /** The buffers are gone from here. */
  say(message: ShareMessage, handedOver?: readonly ArrayBuffer[]): void;
  /** `undefined`: there will be none. */
  answer(): Promise<ShareAnswer | undefined>;
}

/** Reads a share of the exports and judges its tickets. What goes wrong is not told: whoever does it all will meet it again. */
export async function judgeShare(world: World, open: OpenAudit, task: ShareTask, line: Line): Promise<void> {
  try {
    await judge(world, open, task, line);
  } catch {
    line.say({ kind: 'failed' });
  }
}

async function judge(world: World, open: OpenAudit, task: ShareTask, line: Line): Promise<void> {
  const { files, pieces, request, wanted, now } = task;
  const session = mute(world, now, inPieces(world.files, pieces, line));
  const share = await shareOf(world.files, task, line);
  const sharing = { share, only: new Set(pieces.map(({ file }) => file)) };
  const opening = await open(session, files, { ...request, quiet: true }, sharing);
  const audits = 'exit' in opening ? [] : [opening.audit, ...(opening.audit.common ? [opening.audit.common] : [])];
  // All shares together may have as many groups as a report can have only if each has its part of them at the most.
  const most = Math.floor(mostGroups / (audits.length * task.of));
  if (audits.length === 0 || audits.some((audit) => audit.crowded(wanted.by, most).length > 0)) {
    line.say({ kind: 'failed' });
    return;
  }
  const parts = audits.map((audit) => audit.part(wanted));
  line.say({ kind: 'parts', parts }, buffersIn(parts.map(({ totals }) => totals)));
}

async function shareOf(files: Files, { of, pieces }: ShareTask, line: Line): Promise<Share> {
  const beginnings = new Map<string, number>();
  for (const { file, beginning, from, to } of pieces) {
    if (from > 0) beginnings.set(file, await lineBreaksIn(files.chunks(file, 0, beginning)));
    else if (to !== Infinity) beginnings.set(file, 0);
  }
  async function ask<Kind extends ShareAnswer['kind']>(message: ShareMessage, kind: Kind, handedOver: ArrayBuffer[]) {
    line.say(message, handedOver);
    const answer = await line.answer();
    if (answer?.kind !== kind) throw new TypeError(`${kind} is waited for, not ${answer?.kind}`);
    return answer as Extract<ShareAnswer, { readonly kind: Kind }>;
  }
  return {
    ...{ of, beginnings },
    meet: async (read) => (await ask({ kind: 'read', read }, 'met', buffersIn(read.hashes))).met,
    exchange: async (rows) => (await ask({ kind: 'rows', rows }, 'rows', buffersIn(rows))).rows,
  };
}

/** Files as they are, but of those that are shared out only the piece. */
function inPieces(files: Files, pieces: readonly Piece[], { say }: Line): Files {
  const pieceOf = new Map(pieces.map((piece) => [piece.file, piece]));
  return {
    ...files,
    async *chunks(path, from, to) {
      const piece = pieceOf.get(path);
      for await (const chunk of piece === undefined ? files.chunks(path, from, to) : chunksOf(files, piece)) {
        if (piece !== undefined) say({ kind: 'bytes', count: chunk.length });
        yield chunk;
      }
    },
  };
}

/** Nobody hears of it; what is read is hashed by whoever writes the result. */
function mute(world: World, now: number, files: Files): Session {
  const deaf: World = { ...world, stdout: silence, stderr: silence, now: () => now };
  return { ...beginSession(deaf, [], async () => 0), files };
}
