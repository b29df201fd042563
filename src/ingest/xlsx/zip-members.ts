import { Buffer } from 'node:buffer';
import { openZip } from '../bytes/unzip.ts';
import type { RefuseZip } from '../bytes/zip-faults.ts';
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
/** Bytes of what is held in memory whole: the lists of sheets, relations, styles. */
export const MOST_OF_A_LIST = 64 * 1024 ** 2;

/** Opens a workbook's archive. Names differ in case from program to program. */
export async function zipMembers(content: Uint8Array, file: string): Promise<ZipMembers> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { members } = await openZip(bytes, workbookFaults(file));
  // Of two of one name the first.
  const byName = new Map(members.toReversed().map((member) => [member.name.toLowerCase(), member]));
  let unpacked = 0;

  async function* chunks(path: string, most = MOST_BYTES): AsyncGenerator<Uint8Array> {
    const member = byName.get(path.toLowerCase());
    if (member === undefined) throw badWorkbook(file, `the workbook lacks its member ${path}`);
    let length = 0;
    for await (const chunk of member.chunks()) {
      unpacked += chunk.length;
      length += chunk.length;
      if (length > most) throw badWorkbook(file, `${path} holds more than ${most} bytes, unpacked`);
      if (unpacked > MOST_BYTES) throw badWorkbook(file, `the workbook holds more than ${MOST_BYTES} bytes, unpacked`);
      yield chunk;
    }
  }

  return { has: (path) => byName.has(path.toLowerCase()), chunks };
}

/** A workbook's faults are told of the workbook: nobody needs to know that it is an archive. */
function workbookFaults(file: string): RefuseZip {
  return ({ kind, member, message }) => {
    if (kind === 'encrypted') return encrypted(file);
    const where = member === undefined ? '' : `in ${member}, `;
    return badWorkbook(file, `the workbook is damaged: ${where}${message}`);
  };
}

export function encrypted(file: string): Unusable {
  return new Unusable({
    code: 'encrypted-workbook',
    place: { file },
    message: 'the workbook is protected by a password',
    hint: 'Open it, take the password off (File, Info, Protect Workbook, Encrypt with Password), and save it.',
  });
}
