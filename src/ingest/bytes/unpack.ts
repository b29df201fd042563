import type { Buffer } from 'node:buffer';
import type { Source } from '../../domain/source.ts';
import type { Tell } from '../tell.ts';
import { Unusable } from '../unusable.ts';
import { exportsOf, kindOfArchive } from './archive-parts.ts';
import { type Gauge, unpackingGauge, whole } from './bounds.ts';
import { gunzip } from './gunzip.ts';
import { kindOfFile } from './kind-of-file.ts';
import { type Peeked, peek } from './peek.ts';
import { openZip } from './unzip.ts';
import { badZip, zipFaults } from './zip-faults.ts';

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

/** A spreadsheet, whole: .xlsx, .xlsb, .ods or the older .xls. */
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

/**
 * What lies in a source: itself, unpacked where it is gzip; of a zip archive each member that may be an export, in the order of
 * their names. What a file is, is told by its bytes, not by its name.
 *
 * `tell` hears which members are passed over. Throws `Unusable` for damaged or encrypted packing, for what unpacks beyond all bounds, and for files of a kind that is no export; an error of the
 * source itself passes through.
 */
export async function* unpack(source: Source, tell: Tell): AsyncGenerator<Part> {
  let packed = 0;
  const iterator = source.chunks()[Symbol.asyncIterator]();
  async function* counted(): AsyncGenerator<Uint8Array> {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      packed += next.value.length;
      yield next.value;
    }
  }
  const newGauge = () => unpackingGauge(() => packed);
  try {
    yield* partsOf({ name: source.name, chunks: counted(), packings: [] }, newGauge, tell);
  } finally {
    // Whoever reads may have stopped anywhere, or never begun. Not waited for: a pipe may say nothing for long.
    iterator.return?.()?.catch(() => {});
  }
}

/** A file as it comes out of what it was packed in. */
interface Packed {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Outermost first. */
  readonly packings: readonly ('gzip' | 'zip')[];
}

/** gzip in zip in gzip is somebody's habit; more is somebody's trap. */
const MOST_PACKINGS = 3;

async function* partsOf({ name, chunks, packings }: Packed, newGauge: () => Gauge, tell: Tell): AsyncGenerator<Part> {
  const bytes = await peek(chunks);
  const format = kindOfFile(bytes.head);
  if (format.kind === 'text') {
    yield { kind: 'text', name, bytes };
  } else if (format.kind === 'refused') {
    throw noExport(
      name,
      format.name,
      format.isPacked ? 'Unpack it, and give the files inside.' : 'Give the export as CSV, JSON or a workbook.',
    );
  } else if (format.kind === 'ole') {
    yield { kind: 'workbook', name, content: await whole(bytes.chunks, name) };
  } else if (packings.length === MOST_PACKINGS) {
    throw noExport(name, 'packed again and again', 'Unpack it, and give the files inside.');
  } else if (format.kind === 'gzip') {
    const unpacked = gauged(gunzip(bytes.chunks, name), newGauge(), name);
    yield* partsOf({ name, chunks: unpacked, packings: [...packings, 'gzip'] }, newGauge, tell);
  } else {
    yield* partsOfZip(await whole(bytes.chunks, name), { name, packings }, newGauge, tell);
  }
}

async function* partsOfZip(
  content: Buffer,
  { name, packings }: Omit<Packed, 'chunks'>,
  newGauge: () => Gauge,
  tell: Tell,
): AsyncGenerator<Part> {
  const archive = await openZip(content, zipFaults(name));
  const kind = kindOfArchive(archive);
  if (kind === 'workbook') {
    yield { kind, name, content };
    return;
  }
  if (kind === 'document')
    throw noExport(name, 'a document of an office program', 'Save its table as CSV or as an .xlsx workbook.');
  if (packings.includes('zip'))
    throw badZip(name, 'this is an archive within an archive', 'Unpack the outer one, and give the files inside.');
  const { exports, notes } = exportsOf(archive, name);
  for (const note of notes) tell(note);
  // What the members say of their sizes may be a lie; where it is not, a bomb is known before it goes off.
  newGauge().add(
    exports.reduce((sum, { size }) => sum + size, 0),
    name,
  );
  const gauge = newGauge();
  for (const member of exports) {
    const file = `${name}/${member.name}`;
    const chunks = gauged(member.chunks(), gauge, file);
    yield* partsOf({ name: file, chunks, packings: [...packings, 'zip'] }, newGauge, tell);
  }
}

async function* gauged(chunks: AsyncIterable<Uint8Array>, gauge: Gauge, file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    gauge.add(chunk.length, file);
    yield chunk;
  }
}

function noExport(file: string, what: string, hint: string): Unusable {
  return new Unusable({ code: 'not-an-export', place: { file }, message: `the file is ${what}, not an export`, hint });
}
