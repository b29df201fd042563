import { createHash } from 'node:crypto';
import type { Provenance } from '../../domain/provenance.ts';
import { EXIT } from '../exit-codes.ts';
import type { Input } from '../knowledge.ts';
import { versionsOf } from '../provenance.ts';
import { beginSession, type Session, type Versions } from '../session.ts';
import type { Files, Output, World } from '../world.ts';

/** A result made once more, on nobody's screen. */
export type Remade =
  | {
      readonly sha256: string;
      readonly content: Buffer;
      readonly inputs: readonly Input[];
      /** How people are hidden in it. */
      readonly privacy: Provenance['privacy'];
      /** As they are now. */
      readonly versions: Versions;
    }
  /** What the program said. */
  | { readonly told: string };

/** Commands whose results say what they are made from; a report that asks for another is not believed. */
const COMMANDS: readonly string[] = ['report', 'evaluate', 'explain', 'due', 'statement', 'check', 'compare'];

/**
 * Does the command of a provenance again, in a world in which nothing can be written and nobody watches.
 *
 * @param claimed stands in the result in place of what is true now: then it differs from the one that claims it only where the
 * figures or their looks do
 */
export async function makeAgain(
  session: Session,
  files: Files,
  command: readonly string[],
  claimed: Versions,
): Promise<Remade> {
  const [program, name = '', ...rest] = command;
  if (program !== 'slaudit' || !COMMANDS.includes(name))
    return { told: `it names no command that makes reports: ${name}` };
  const pieces: Buffer[] = [];
  let told = '';
  const output = (take: (piece: string | Uint8Array) => void): Output => ({
    isTerminal: false,
    columns: undefined,
    write: async (piece) => take(piece),
  });
  const world: World = {
    stdout: output((piece) => pieces.push(Buffer.from(piece as string))),
    stderr: output((piece) => {
      told += String(piece);
    }),
    async *stdin() {},
    files,
    env: {},
    now: () => 0,
    timeZoneData: session.timeZoneData,
  };
  const again = beginSession(world, [name, ...rest], session.begin, claimed);
  const code = await session.begin(again);
  if (code !== EXIT.done && code !== EXIT.missed) return { told: told.split('\n')[0] ?? '' };
  const { audit } = again.knowledge;
  if (audit === undefined) return { told: '' };
  const content = Buffer.concat(pieces);
  return {
    versions: versionsOf(session, audit),
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
    inputs: again.knowledge.inputs,
    privacy: audit.hidden?.told,
  };
}
