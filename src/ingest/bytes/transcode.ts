import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { BrokenBytes } from './broken-bytes.ts';

/**
 * Bytes of an encoding as UTF-8, chunk by chunk; every chunk ends where a character ends, and none is empty. `encoding` is a
 * lower-case name of the Encoding Standard. Throws `BrokenBytes`.
 */
export function transcode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') return validateUtf8(chunks);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return fromUtf16(chunks, encoding === 'utf-16be');
  if (encoding === 'windows-1252') return fromWindows1252(chunks);
  return fromLegacy(chunks, encoding);
}

/** The decoder to use: of GBK and GB2312 GB18030 is a superset, and the one in which no version of Node has holes. */
export function decoderFor(encoding: string): string {
  return encoding === 'gbk' ? 'gb18030' : encoding;
}

async function* validateUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  for await (const chunk of chunks) {
    const bytes = held === undefined ? chunk : Buffer.concat([held, chunk]);
    const whole = bytes.length - incompleteTail(bytes);
    held = whole < bytes.length ? bytes.subarray(whole) : undefined;
    const sound = bytes.subarray(0, whole);
    if (!isUtf8(sound)) throw brokenUtf8(sound);
    if (sound.length > 0) yield sound;
  }
  if (held !== undefined) throw new BrokenBytes(new Uint8Array(), new Uint8Array());
}

/** Bytes at the end that begin a character whose rest is still to come: 0 to 3. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  return isUtf8(bytes.subarray(0, bytes.length - incompleteTail(bytes)));
}

function brokenUtf8(bytes: Uint8Array): BrokenBytes {
  const sound = soundLength(bytes, isUtf8Prefix);
  const at = sound - incompleteTail(bytes.subarray(0, sound));
  return new BrokenBytes(bytes.subarray(0, at), bytes.subarray(at));
}

/** The longest prefix that is sound; a prefix of a sound one is sound too. */
function soundLength(bytes: Uint8Array, isSound: (prefix: Uint8Array) => boolean): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isSound(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function* fromUtf16(chunks: AsyncIterable<Uint8Array>, isBigEndian: boolean): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([held, chunk]);
    const even = bytes.length - (bytes.length % 2);
    const units = bytes.subarray(0, even);
    // Swapped in a copy of its own: `concat` has made one.
    if (isBigEndian) units.swap16();
    const endsInHalf = even > 0 && isHighSurrogate(units.readUInt16LE(even - 2));
    const whole = endsInHalf ? even - 2 : even;
    const text = units.toString('utf16le', 0, whole);
    const converted = Buffer.from(text);
    // A lone surrogate becomes U+FFFD, which may also stand there by itself.
    const lone = converted.includes('\ufffd') ? text.search(/\p{Cs}/u) : -1;
    if (lone >= 0)
      throw new BrokenBytes(Buffer.from(text.slice(0, lone)), ordered(units.subarray(2 * lone, 2 * lone + 2)));
    // What is held goes through `swap16` again with the next chunk.
    held = Buffer.concat([ordered(units.subarray(whole)), bytes.subarray(even)]);
    if (converted.length > 0) yield converted;
  }
  if (held.length > 0) throw new BrokenBytes(new Uint8Array(), new Uint8Array());

  function ordered(units: Buffer): Buffer {
    return isBigEndian ? Buffer.from(units).swap16() : units;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Node 22 reads 0x80–0x9F of this encoding as control characters (nodejs/node#56542), so these are looked up here. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/;

async function* fromWindows1252(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (isAscii(chunk)) {
      if (chunk.length > 0) yield chunk;
      continue;
    }
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    const read = (part: string) =>
      part.replaceAll(/[\u0080-\u009f]/g, (each) => WINDOWS_1252[each.charCodeAt(0) - 0x80] ?? each);
    const fault = text.search(UNDEFINED);
    if (fault >= 0) throw new BrokenBytes(Buffer.from(read(text.slice(0, fault))), chunk.subarray(fault));
    yield Buffer.from(read(text));
  }
}

/** In these ASCII bytes need not be ASCII characters. */
const SHIFTING = ['iso-2022-jp', 'x-user-defined'];

/**
 * In all encodings of one to four bytes a byte below 0x30 stands for itself and is never part of another character. From the
 * first one on a chunk can be read without what went before, which tells where a fault lies.
 */
async function* fromLegacy(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const shifts = SHIFTING.includes(encoding);
  for await (const chunk of chunks) {
    const start = chunk.findIndex((byte) => byte < 0x30) + 1 || chunk.length;
    const seam = read(decoder, chunk.subarray(0, start));
    if (seam === undefined) throw new BrokenBytes(new Uint8Array(), chunk);
    if (seam !== '') yield Buffer.from(seam);
    const rest = chunk.subarray(start);
    if (rest.length === 0) continue;
    if (!shifts && isAscii(rest)) {
      yield rest;
      continue;
    }
    const text = read(decoder, rest);
    if (text === undefined) throw brokenLegacy(rest, encoding);
    if (text !== '') yield Buffer.from(text);
  }
  try {
    decoder.decode();
  } catch {
    throw new BrokenBytes(new Uint8Array(), new Uint8Array());
  }
}

function brokenLegacy(bytes: Uint8Array, encoding: string): BrokenBytes {
  const readNew = (prefix: Uint8Array) => read(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }), prefix);
  const sound = soundLength(bytes, (prefix) => readNew(prefix) !== undefined);
  // A decoder may complain only at the byte after a character that has begun: the fault is where that one began.
  let start = sound;
  const text = readNew(bytes.subarray(0, sound)) ?? '';
  while (start > 0 && sound - start < 3 && readNew(bytes.subarray(0, start - 1)) === text) start--;
  return new BrokenBytes(Buffer.from(text), bytes.subarray(start));
}

/** `undefined` where the bytes are not of the encoding. */
function read(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
