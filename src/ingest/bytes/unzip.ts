import type { Buffer } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import { memberNames } from './member-names.ts';
import type { RefuseZip, ZipFault } from './zip-faults.ts';

export interface Archive {
  /** In the order of their names by code units, which is not that of the archive. Names may be twice there. */
  readonly members: readonly Member[];
}

export interface Member {
  /** Within the archive: `2026/may.csv`; that of a folder ends in `/`. */
  readonly name: string;
  /** Bytes, as the archive says. */
  readonly size: number;
  /** The bytes, unpacked. Throws `Unusable` where they are damaged, encrypted or not as many as the archive says. */
  chunks(): AsyncGenerator<Uint8Array>;
}

const MOST_MEMBERS = 100_000;

/** Opens a zip archive that is held in memory. Throws what `refuse` makes of its faults. */
export async function openZip(content: Buffer, refuse: RefuseZip): Promise<Archive> {
  const { default: yauzl } = await import('yauzl');
  const entries: Entry[] = [];
  let zip: ZipFile;
  try {
    zip = await yauzl.fromBufferPromise(content, { decodeStrings: false, validateEntrySizes: false });
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > MOST_MEMBERS) throw refuse(TOO_MANY);
    }
  } catch (error) {
    throw isFault(error) ? refuse(unreadable(error)) : error;
  }
  const names = await memberNames(entries);
  const members = entries.map((entry, index) => {
    const name = names[index] ?? '';
    const refuseMember: RefuseZip = (fault) => refuse({ ...fault, member: name });
    return { name, size: entry.uncompressedSize, chunks: () => unpacked(zip, entry, content, refuseMember) };
  });
  return { members: members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
}

const STORED = 0;
const DEFLATED = 8;

/** yauzl's own streams check no checksum; where the bytes lie is all that is asked of it. */
async function* unpacked(zip: ZipFile, entry: Entry, content: Buffer, refuse: RefuseZip): AsyncGenerator<Uint8Array> {
  const { compressionMethod: method, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) {
    const hint = 'Unpack it with its password, and give the file inside.';
    throw refuse({ kind: 'encrypted', message: 'it is encrypted', hint });
  }
  if (method !== STORED && method !== DEFLATED) {
    const message = `it is packed by method ${method}, which is not known here`;
    throw refuse({ kind: 'foreign', message, hint: 'Unpack it, and give the file inside.' });
  }
  const start = await startOf(zip, entry, refuse);
  const packed = inPieces(content.subarray(start, start + compressedSize));
  const { crc32 } = await import('node:zlib');
  let length = 0;
  let sum = 0;
  for await (const chunk of method === STORED ? packed : inflated(packed, refuse)) {
    length += chunk.length;
    if (length > uncompressedSize) break;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (length !== uncompressedSize) throw refuse(damaged('its length is not the one that the archive says'));
  if (sum !== entry.crc32) throw refuse(damaged('its checksum is wrong'));
}

async function startOf(zip: ZipFile, entry: Entry, refuse: RefuseZip): Promise<number> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    if (!isFault(error)) throw error;
    throw refuse(damaged('it does not lie where the archive says'));
  }
}

async function* inflated(chunks: Iterable<Uint8Array>, refuse: RefuseZip): AsyncGenerator<Uint8Array> {
  const [{ pipeline, Readable }, { createInflateRaw }] = await Promise.all([
    import('node:stream'),
    import('node:zlib'),
  ]);
  const inflate = createInflateRaw({ chunkSize: PIECE });
  pipeline(Readable.from(chunks), inflate, () => {});
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!isFault(error)) throw error;
    throw refuse(damaged('its bytes cannot be unpacked'));
  }
}

const PIECE = 262_144;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

const COPY_AGAIN = 'Copy or download it again; `unzip -t` says whether an archive is whole.';

function damaged(message: string): ZipFault {
  return { kind: 'damaged', message, hint: COPY_AGAIN };
}

/** All that yauzl says of an archive is a plain error. */
function isFault(error: unknown): error is Error {
  return error instanceof Error && error.constructor === Error;
}

/** What yauzl throws while it reads the table of contents, which stands at the end. */
function unreadable({ message }: Error): ZipFault {
  if (message.includes('encryption')) {
    const hint = 'Unpack it with its password, and give the files inside.';
    return { kind: 'encrypted', message: 'the archive is encrypted', hint };
  }
  if (message.includes('multi-disk')) {
    const hint = 'Join and unpack them, and give the files inside.';
    return { kind: 'foreign', message: 'this is one volume of an archive in several', hint };
  }
  if (message.includes('End of central directory')) {
    const cutShort = 'the archive is cut short: its table of contents, which stands at the end, is not there';
    return { kind: 'foreign', message: cutShort, hint: COPY_AGAIN };
  }
  return damaged('its table of contents cannot be read');
}

const TOO_MANY: ZipFault = {
  kind: 'too-large',
  message: `the archive has more than ${MOST_MEMBERS} members`,
  hint: 'Unpack it and give the files inside.',
};
