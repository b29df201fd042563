import { Buffer } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Source } from '../../domain/source.ts';
import type { Tell } from '../tell.ts';
import { Unusable } from '../unusable.ts';
import { type Peeked, peek } from './peek.ts';

/**
 * Something to read: what the user named, or a member of an archive. Places call it by its name: `september.zip/tickets.csv`
 * is a member. To be read before the next part is asked for.
 */
export type Part = TextPart | WorkbookPart;

/** Of no packed kind any more; the head is enough to tell what it is. */
export interface TextPart {
  readonly kind: 'text';
  readonly name: string;
  readonly bytes: Peeked;
}

/** A spreadsheet, whole: .xlsx, .ods or the older .xls. */
export interface WorkbookPart {
  readonly kind: 'workbook';
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where only text is of use. */
export function requireText(part: Part): TextPart {
  if (part.kind === 'text') return part;
  throw new Unusable({
    code: 'not-an-export',
    place: { file: part.name },
    message: 'the file is a workbook, and here only text is read',
    hint: 'Save the sheet as "CSV UTF-8".',
  });
}

/** Bytes that tell what a file is. */
const HEAD = 65_536;

/**
 * What lies in a source: itself, unpacked where it is gzip (told by the magic bytes, not by the name).
 *
 * `progress` gets the bytes read so far, packed as they are. Throws `Unusable` for damaged packing; an error of the source
 * itself passes through.
 */
export async function* unpack(source: Source, _tell: Tell, progress?: (bytes: number) => void): AsyncGenerator<Part> {
  const packed = await peek(counted(source.chunks(), progress), 2);
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const chunks = isGzip ? gunzipped(packed.chunks, source.name) : packed.chunks;
  const bytes = await peek(chunks, HEAD);
  if (!isWorkbook(bytes.head)) yield { kind: 'text', name: source.name, bytes };
  else yield { kind: 'workbook', name: source.name, content: await whole(bytes.chunks) };
}

/** `PK` begins .xlsx, .ods and .zip, D0 CF the older .xls. */
function isWorkbook([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
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
