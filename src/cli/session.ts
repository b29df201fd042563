import type { Provenance } from '../domain/provenance.ts';
import type { OptionShape } from './command-line.ts';
import { type DigestBook, digestBook } from './digest-book.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Knowledge } from './knowledge.ts';
import type { World } from './world.ts';

/** One run of the program: its world, in which all that is read is hashed, and what it comes to know on its way. */
export interface Session extends World {
  /** The arguments, without node and script. */
  readonly argv: readonly string[];
  /** The options that the command has; none before it is known which command it is. */
  options: readonly OptionShape[];
  /** Obeys the arguments of another session. */
  readonly begin: Obey;
  /** Results are to say that they were made by these, whatever is true: to hold them against one that was. */
  readonly claimed?: Versions;
  /** Hashes of what was read so far. */
  readonly digests: DigestBook;
  /** Filled in as the run goes on; what it did not come to know before it ended is absent. */
  readonly knowledge: Knowledge;
}

export type Obey = (session: Session) => Promise<ExitCode>;

export type Versions = Pick<Provenance, 'tool' | 'timeZoneData' | 'holidayData'>;

export function beginSession(world: World, argv: readonly string[], begin: Obey, claimed?: Versions): Session {
  const digests = digestBook(world);
  return {
    ...world,
    stdin: () => digests.noted('-', world.stdin()),
    files: {
      ...world.files,
      async read(path) {
        const bytes = await world.files.read(path);
        await digests.note(path, bytes);
        return bytes;
      },
      chunks: (path, from, to) =>
        from === undefined && to === undefined
          ? digests.noted(path, world.files.chunks(path))
          : // Of a part nobody asks for the hash.
            world.files.chunks(path, from, to),
    },
    argv,
    options: [],
    begin,
    ...(claimed !== undefined && { claimed }),
    digests,
    knowledge: { inputs: [], written: [], passed: [] },
  };
}
