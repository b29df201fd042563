import { Buffer } from 'node:buffer';

/** Bytes that are enough to see what a file is, how a text is written, and its header. */
export const HEAD = 65_536;

export interface Peeked {
  /** At least as many bytes as were asked for, unless the stream is shorter. */
  readonly head: Uint8Array;
  /** The head is all there is. False also where the stream ends just behind it. */
  readonly isWhole: boolean;
  /** The whole stream, the head included. May be asked for once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Looks at the first `count` bytes of a stream without using them up. */
export async function peek(chunks: AsyncIterable<Uint8Array>, count = HEAD): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const head = seen.length === 1 && seen[0] !== undefined ? seen[0] : Buffer.concat(seen);
  return { head, isWhole: length < count, chunks: replay(head, iterator) };
}

async function* replay(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
