import { Buffer } from 'node:buffer';

/** Hears of a binary record; the bytes are to be read at once. */
export type TakeBinary = (id: number, bytes: Buffer) => void;

/** What a cell, a text or a format takes at most, with room to spare. */
const LONGEST = 4_194_304;
/** An id of up to two bytes, a length of up to four. */
const LONGEST_HEADER = 6;

/** Cuts a part of an .xlsb into its records ([MS-XLSB] 2.1.4), in memory that does not grow with it. */
export async function cutRecords(
  chunks: AsyncIterable<Uint8Array>,
  take: TakeBinary,
  refuse: (message: string) => Error,
): Promise<void> {
  let held = Buffer.alloc(0);
  let waiting: Uint8Array[] = [];
  let length = 0;
  let wanted = 0;

  function takeWhole(isLast: boolean): void {
    const bytes =
      waiting.length === 1 && held.length === 0 ? Buffer.from(waiting[0] ?? []) : Buffer.concat([held, ...waiting]);
    waiting = [];
    let at = 0;
    wanted = 0;
    while (at < bytes.length && wanted === 0) {
      const header = recordHeader(bytes, at);
      if (header.size > LONGEST) throw refuse('a record has no end');
      if (header.start + header.size > bytes.length || (!isLast && at + LONGEST_HEADER > bytes.length)) {
        wanted = header.start + header.size - at;
      } else {
        take(header.id, bytes.subarray(header.start, header.start + header.size));
        at = header.start + header.size;
      }
    }
    held = Buffer.from(bytes.subarray(at));
    length = held.length;
    if (isLast && length > 0) throw refuse('it breaks off inside a record');
  }

  try {
    for await (const chunk of chunks) {
      waiting.push(chunk);
      length += chunk.length;
      if (length >= wanted) takeWhole(false);
    }
    takeWhole(true);
  } catch (error) {
    // A record that is shorter than what is read of it.
    throw error instanceof RangeError ? refuse('a record is too short') : error;
  }
}

/** Of both numbers each byte has seven bits, and one that says whether another follows. */
function recordHeader(
  bytes: Buffer,
  from: number,
): { readonly id: number; readonly start: number; readonly size: number } {
  let at = from;
  let id = bytes[at++] ?? 0;
  if (id >= 0x80) id = (id & 0x7f) | (((bytes[at++] ?? 0) & 0x7f) << 7);
  let size = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = bytes[at++] ?? 0;
    size |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return { id, start: at, size };
}

/** A text: how many characters, then these in UTF-16. */
export function wideText(bytes: Buffer, at: number): string {
  const characters = bytes.readUInt32LE(at);
  // A missing text has the highest number.
  if (characters === 0xffffffff) return '';
  if (at + 4 + 2 * characters > bytes.length) throw new RangeError();
  return bytes.toString('utf16le', at + 4, at + 4 + 2 * characters);
}
