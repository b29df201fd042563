import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Unusable } from '../unusable.ts';
import { badWorkbook } from './bad-workbook.ts';

/** What a workbook is made of: XML documents in a zip archive. */
export interface ZipMembers {
  has(path: string): boolean;
  /** The bytes of a member, unpacked; throws where there is none, and where it has more than `most`. */
  chunks(path: string, most?: number): AsyncIterable<Uint8Array>;
}

/** Of all that is unpacked of one workbook, a member read twice counted twice: some forty columns in each row there can be. */
const MOST_BYTES = 4 * 1024 ** 3;
const MOST_MEMBERS = 100_000;
/** Bytes of what is held in memory whole: the lists of sheets, relations, styles. */
export const MOST_OF_A_LIST = 64 * 1024 ** 2;

/** Opens a workbook's archive. Names differ in case from program to program. */
export async function zipMembers(content: Uint8Array, file: string): Promise<ZipMembers> {
  const zip = await openZip(content, file);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (!entries.has(name)) entries.set(name, entry);
      if (entries.size > MOST_MEMBERS) throw badWorkbook(file, `the workbook has more than ${MOST_MEMBERS} members`);
    }
  } catch (error) {
    throw asFault(error, file);
  }
  let unpacked = 0;

  async function* chunks(path: string, most = MOST_BYTES): AsyncGenerator<Uint8Array> {
    const entry = entries.get(path.toLowerCase());
    if (entry === undefined) throw badWorkbook(file, `the workbook lacks its member ${path}`);
    if (entry.isEncrypted()) throw encrypted(file);
    try {
      const stream = await zip.openReadStreamPromise(entry);
      let sum = 0;
      let bytes = 0;
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        unpacked += chunk.length;
        bytes += chunk.length;
        if (bytes > most) throw badWorkbook(file, `${path} holds more than ${most} bytes, unpacked`);
        if (unpacked > MOST_BYTES)
          throw badWorkbook(file, `the workbook holds more than ${MOST_BYTES} bytes, unpacked`);
        sum = crc32(chunk, sum);
        yield chunk;
      }
      if (sum !== entry.crc32) throw badWorkbook(file, `the workbook is damaged: the checksum of ${path} is wrong`);
    } catch (error) {
      throw asFault(error, file);
    }
  }

  return { has: (path) => entries.has(path.toLowerCase()), chunks };
}

export function encrypted(file: string): Unusable {
  return new Unusable({
    code: 'encrypted-workbook',
    place: { file },
    message: 'the workbook is protected by a password',
    hint: 'Open it, take the password off (File, Info, Protect Workbook, Encrypt with Password), and save it.',
  });
}

async function openZip(content: Uint8Array, file: string): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl');
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(asFault(error, file));
    });
  });
}

/** Whatever the archive's reader throws, it throws of the archive. */
function asFault(error: unknown, file: string): Unusable {
  if (error instanceof Unusable) return error;
  return badWorkbook(file, `the workbook is damaged: ${error instanceof Error ? error.message : String(error)}`);
}
