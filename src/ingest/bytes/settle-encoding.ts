import { Buffer, isAscii } from 'node:buffer';
import type { DecodeOptions } from './decode-options.ts';
import { detectEncoding, detectUtf16, type Guess } from './detect-encoding.ts';
import { encodingNote, mixedEncodings, namingFaults, type TextContext, unreadableBytes } from './encoding-faults.ts';
import type { Peeked } from './peek.ts';
import { transcode } from './transcode.ts';

interface Context extends TextContext {
  readonly options: DecodeOptions;
}

/** So many bytes are judged by; more where nearly all of them are ASCII. They are held in memory. */
const WINDOW = 65_536;
const WIDEST_WINDOW = 1_048_576;
/** Bytes beyond ASCII that leave little doubt. */
const ENOUGH = 1_000;

/**
 * Text of which nobody says in which encoding it is, as UTF-8.
 *
 * As long as it is ASCII it passes: what it is in is settled at the first bytes beyond ASCII, be it after megabytes, by them and
 * what follows. UTF-16 is told by the NULs of its ASCII characters. A guess that is not UTF-8 is told, and is held
 * against what follows while it stands on few bytes.
 */
export async function* settleEncoding({ head, chunks }: Peeked, context: Context): AsyncGenerator<Uint8Array> {
  const { wanted, tell, settled } = context.options;

  function settle(guess: Guess, line: number): void {
    settled?.(guess.encoding);
    if (guess.encoding !== 'utf-8' || guess.rival !== undefined) tell(encodingNote(guess, context, line));
  }
  const read = (text: AsyncIterable<Uint8Array>, { encoding }: Guess) =>
    namingFaults(transcode(text, encoding), context, { encoding, by: 'guess' });

  const utf16 = detectUtf16(head, wanted);
  if (utf16 !== undefined) {
    settle(utf16, 1);
    yield* read(chunks, utf16);
    return;
  }
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      if (isAscii(next.value)) {
        yield next.value;
        continue;
      }
      const { window, isLast } = await gather(next.value, iterator);
      const guess = detectEncoding({ head, window, isLast, wanted });
      const start = firstBeyondAscii(window);
      const line = context.breaks.lineAfter(window.subarray(0, start));
      if (!guess.isText) throw unreadableBytes(context, line, window.subarray(start));
      settle(guess, line);
      const rest = resumed(window, iterator);
      yield* read(guess.encoding === 'utf-8' ? rest : watched(rest, guess, context), guess);
      return;
    }
    settled?.('utf-8');
  } finally {
    await iterator.return?.();
  }
}

async function gather(first: Uint8Array, iterator: AsyncIterator<Uint8Array>) {
  const window = [first];
  let isLast = false;
  let length = first.length;
  let beyond = countBeyondAscii(first, ENOUGH);
  while (length < WIDEST_WINDOW && (length < WINDOW || beyond < ENOUGH)) {
    const next = await iterator.next();
    isLast = next.done === true;
    if (next.done === true) break;
    window.push(next.value);
    length += next.value.length;
    beyond += countBeyondAscii(next.value, ENOUGH);
  }
  return { window: Buffer.concat(window), isLast };
}

async function* resumed(window: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield window;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

/** Of each chunk so much is looked at again. */
const EXCERPT = 512;

/** The bytes as they are; throws `Unusable` when they come to speak clearly for another encoding than was guessed. */
async function* watched(chunks: AsyncIterable<Uint8Array>, guess: Guess, context: Context): AsyncGenerator<Uint8Array> {
  const { wanted } = context.options;
  let sample: Uint8Array = new Uint8Array();
  let beyond = 0;
  let judged = 0;
  for await (const chunk of chunks) {
    if (beyond < ENOUGH && !isAscii(chunk)) {
      const excerpt = judged === 0 ? chunk : excerptOf(chunk);
      sample = Buffer.concat([sample, excerpt]);
      beyond += countBeyondAscii(excerpt, judged === 0 ? ENOUGH : undefined);
      if (judged > 0 && beyond >= 2 * judged) {
        const other = detectEncoding({ head: sample, window: sample, isLast: false, wanted });
        if (other.encoding !== guess.encoding && other.rival === undefined) throw mixedEncodings(context, guess, other);
        judged = beyond;
      }
      judged ||= beyond;
    }
    yield chunk;
  }
}

/** The first piece beyond ASCII that certainly begins where a character begins: after a byte that is never part of another. */
function excerptOf(chunk: Uint8Array): Uint8Array {
  const sound = chunk.subarray(chunk.findIndex((byte) => byte < 0x30) + 1 || chunk.length);
  const start = firstBeyondAscii(sound);
  return start < 0 ? new Uint8Array() : sound.subarray(start, start + EXCERPT);
}

function firstBeyondAscii(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte > 0x7f);
}

/** @param most beyond which it does not matter how many there are */
function countBeyondAscii(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let index = 0; index < bytes.length && count < most; index++) if ((bytes[index] ?? 0) > 0x7f) count++;
  return count;
}
