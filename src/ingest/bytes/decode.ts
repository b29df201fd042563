import { Buffer, isUtf8 } from 'node:buffer';
import type { Wanted } from '../rows/named-columns.ts';
import type { Tell } from '../tell.ts';
import { Unusable } from '../unusable.ts';
import { peek } from './peek.ts';
import type { Part, TextPart } from './unpack.ts';

const LF = 0x0a;
const CR = 0x0d;

export interface DecodeOptions {
  /** Of the Encoding Standard, in lower case, where the user states it; absent: detected, and told. */
  readonly encoding?: string | undefined;
  /** Columns that are looked for: the best sign of an encoding is that they appear. */
  readonly wanted: Wanted;
  readonly tell: Tell;
  /** Hears the encoding as soon as it is known. */
  readonly settled?: ((encoding: string) => void) | undefined;
}

/**
 * The bytes of a part as plain UTF-8, without a byte order mark, every chunk ending where a character ends.
 *
 * Throws `Unusable` for bytes that are not UTF-8 and files without content; an error of the source itself passes through.
 */
export async function* decode(part: TextPart, _options: DecodeOptions): AsyncGenerator<Uint8Array> {
  yield* validated(part.bytes.chunks, part.name);
}

/** Where only text is of use. */
export function requireText(part: Part): TextPart {
  if (part.kind === 'text') return part;
  throw new Unusable({
    code: 'not-utf8',
    place: { file: part.name },
    message: 'the file is a workbook or an archive, not text',
    hint: 'Save the sheet as "CSV UTF-8", or unpack the archive.',
  });
}

async function* validated(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const { head, chunks: all } = await peek(chunks, 3);
  let mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  let held: Uint8Array | undefined;
  let hasContent = false;
  const lines = { feeds: 0, returns: 0 };
  for await (const chunk of all) {
    let bytes = mark > 0 ? chunk.subarray(mark) : chunk;
    mark = 0;
    if (held !== undefined) bytes = Buffer.concat([held, bytes]);
    const whole = bytes.length - incompleteTail(bytes);
    held = whole < bytes.length ? bytes.subarray(whole) : undefined;
    bytes = bytes.subarray(0, whole);
    if (!isUtf8(bytes)) throw notUtf8(file, lineOfFault(bytes, lines), head);
    countBreaks(bytes, lines);
    hasContent ||= !isBlank(bytes);
    if (bytes.length > 0) yield bytes;
  }
  if (held !== undefined) throw notUtf8(file, 1 + breaks(lines), head);
  if (!hasContent) {
    throw new Unusable({
      code: 'empty-file',
      place: { file },
      message: 'the file is empty',
      hint: 'A header without rows would be an empty report; a file without a header is a failed export. Export it again.',
    });
  }
}

function notUtf8(file: string, line: number, head: Uint8Array): Unusable {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return new Unusable({
    code: 'not-utf8',
    place: { file, line },
    message: isUtf16 ? 'the file is UTF-16, not UTF-8' : 'these bytes are not UTF-8',
    hint: `Save it as UTF-8 (in Excel: "CSV UTF-8"), or convert it: iconv -f ${isUtf16 ? 'UTF-16' : 'GB18030'} -t UTF-8.`,
  });
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

interface Breaks {
  feeds: number;
  returns: number;
}

/** Lines end in LF, or CRLF; in CR only where the text has no LF at all. */
function breaks(counted: Breaks): number {
  return counted.feeds > 0 ? counted.feeds : counted.returns;
}

function countBreaks(bytes: Uint8Array, counted: Breaks): void {
  for (const byte of [LF, CR] as const) {
    let found = 0;
    for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
    if (byte === LF) counted.feeds += found;
    else counted.returns += found;
  }
}

/** UTF-8 finds its feet again at every line break, so each line can be tried by itself. */
function lineOfFault(bytes: Uint8Array, before: Breaks): number {
  const seen = { ...before };
  const isBreak = bytes.includes(LF) || before.feeds > 0 ? LF : CR;
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(isBreak, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    if (end < 0 || !isUtf8(line)) break;
    countBreaks(line, seen);
    start = end + 1;
  }
  return 1 + breaks(seen);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === LF || byte === CR);
}
