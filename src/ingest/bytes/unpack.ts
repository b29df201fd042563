import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Source } from '../../domain/source.ts';
import { Unusable } from '../unusable.ts';
import { type Peeked, peek } from './peek.ts';

/** Something to read: what the user named, or a member of an archive. */
export interface Part {
  /** As places name it: `september.zip/tickets.csv` is a member. */
  readonly name: string;
  /** Of no packed kind any more; the head is enough to tell what it is. To be read before the next part is asked for. */
  readonly bytes: Peeked;
}

/** Bytes that tell what a file is. */
const HEAD = 65_536;

/**
 * What lies in a source: itself, unpacked where it is gzip (told by the magic bytes, not by the name).
 *
 * `progress` gets the bytes read so far, packed as they are. Throws `Unusable` for damaged packing; an error of the source
 * itself passes through.
 */
export async function* unpack(source: Source, progress?: (bytes: number) => void): AsyncGenerator<Part> {
  const packed = await peek(counted(source.chunks(), progress), 2);
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const chunks = isGzip ? gunzipped(packed.chunks, source.name) : packed.chunks;
  yield { name: source.name, bytes: await peek(chunks, HEAD) };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, progress?: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    progress?.(bytes);
    yield chunk;
  }
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(Readable.from(chunks), gunzip, () => {});
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    const cut = code === 'Z_BUF_ERROR';
    throw new Unusable({
      code: 'bad-gzip',
      place: { file },
      message: cut ? 'the gzip file is cut short' : 'the gzip file is damaged',
      hint: 'Copy or download it again; `gzip -t` says whether a file is whole.',
    });
  }
}
