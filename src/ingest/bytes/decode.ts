import { byteOrderMark } from './byte-order-mark.ts';
import type { DecodeOptions } from './decode-options.ts';
import { contradictedMark, namingFaults, utf32 } from './encoding-faults.ts';
import { lineBreaks } from './line-breaks.ts';
import { plainText } from './plain-text.ts';
import { settleEncoding } from './settle-encoding.ts';
import { decoderFor, transcode } from './transcode.ts';
import type { TextPart } from './unpack.ts';

/**
 * The bytes of a part as plain UTF-8, without a byte order mark and without NULs, every chunk ending where a character ends.
 *
 * The encoding is the one that is stated, else that of the byte order mark, else UTF-8 unless the bytes speak against it (see
 * `settleEncoding`). Throws `Unusable` for bytes that are not of the encoding, for a statement and a mark that contradict each
 * other, and for files without content; an error of the source itself passes through.
 */
export function decode({ name: file, bytes }: TextPart, options: DecodeOptions): AsyncGenerator<Uint8Array> {
  const breaks = lineBreaks();
  const context = { file, breaks, options };
  const mark = byteOrderMark(bytes.head);
  const stated = options.encoding === undefined ? undefined : decoderFor(options.encoding);
  if (mark?.encoding.startsWith('utf-32')) throw utf32(file);
  if (mark !== undefined && stated !== undefined && mark.encoding !== stated) {
    throw contradictedMark(file, options.encoding ?? stated, mark.encoding);
  }
  const known = stated ?? mark?.encoding;
  if (known === undefined) return plainText(settleEncoding(bytes, context), context);
  options.settled?.(known);
  const chunks = mark === undefined ? bytes.chunks : without(mark.length, bytes.chunks);
  const by = stated === undefined ? 'mark' : 'user';
  return plainText(namingFaults(transcode(chunks, known), context, { encoding: known, by }), context);
}

async function* without(count: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const bytes = left > 0 ? chunk.subarray(left) : chunk;
    left -= chunk.length - bytes.length;
    yield bytes;
  }
}
