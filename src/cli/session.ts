import type { OptionShape } from './command-line.ts';
import { type DigestBook, digestBook } from './digest-book.ts';
import type { Knowledge } from './knowledge.ts';
import type { World } from './world.ts';

/** One run of the program: its world, in which all that is read is hashed, and what it comes to know on its way. */
export interface Session extends World {
  /** The arguments, without node and script. */
  readonly argv: readonly string[];
  /** The options that the command has. */
  readonly options: () => readonly OptionShape[];
  /** Hashes of what was read so far. */
  readonly digests: DigestBook;
  /** Filled in as the run goes on; what it did not come to know before it ended is absent. */
  readonly knowledge: Knowledge;
}

export function beginSession(world: World, argv: readonly string[], options: () => readonly OptionShape[]): Session {
  const digests = digestBook(world);
  return {
    ...world,
    stdin: () => digests.noted('-', world.stdin()),
    files: {
      ...world.files,
      async read(path) {
        const bytes = await world.files.read(path);
        digests.note(path, bytes);
        return bytes;
      },
      chunks: (path) => digests.noted(path, world.files.chunks(path)),
    },
    argv,
    options,
    digests,
    knowledge: { inputs: [], written: [], passed: [] },
  };
}
