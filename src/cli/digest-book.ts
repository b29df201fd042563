import type { Digest } from './digest.ts';
import type { World } from './world.ts';

/** Node's cryptography takes longer to load than help takes to be printed: so it is loaded with the first file. */
const newHash = async () => (await import('node:crypto')).createHash('sha256');

/** What was read, by name. The bytes are hashed on their way, so that a hash is of exactly what was judged; see `onDemand`. */
export interface DigestBook {
  /** A file read at once. */
  note(name: string, content: Uint8Array): Promise<void>;
  /** The same pieces; their hash stands in the book when the last has been taken. */
  noted(name: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /**
   * Of a file that was read. Whoever read it may have stopped before its end (what stands after the rows is not always looked at):
   * a file is then read again for its hash; of a stream the hash is that of what was taken, for nobody can have more of it.
   */
  digestOf(name: string): Promise<Digest>;
  /** From now on files are hashed only when somebody asks, and read again for it: nobody is expected to. Streams are hashed as ever. */
  onDemand(): void;
  readonly isOnDemand: boolean;
}

export function digestBook(world: World): DigestBook {
  const known = new Map<string, Digest>();
  /** Of streams that were left before their end. */
  const partial = new Map<string, Digest>();
  let isOnDemand = false;
  return {
    async note(name, content) {
      const sha256 = (await newHash()).update(content).digest('hex');
      known.set(name, { bytes: content.length, sha256 });
    },
    async *noted(name, chunks) {
      if (isOnDemand && name !== '-') {
        yield* chunks;
        return;
      }
      const hash = await newHash();
      let bytes = 0;
      let isWhole = false;
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
        isWhole = true;
      } finally {
        (isWhole ? known : partial).set(name, { bytes, sha256: hash.digest('hex') });
      }
    },
    async digestOf(name) {
      const taken = known.get(name) ?? (name === '-' ? partial.get(name) : undefined);
      if (taken !== undefined) return taken;
      const again = await digestFile(world, name);
      known.set(name, again);
      return again;
    },
    onDemand() {
      isOnDemand = true;
    },
    get isOnDemand() {
      return isOnDemand;
    },
  };
}

/** Reads a file for its hash, a piece at a time. */
export async function digestFile(world: World, name: string): Promise<Digest> {
  const hash = await newHash();
  let bytes = 0;
  for await (const chunk of world.files.chunks(name)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
