import { Buffer } from 'node:buffer';
import { badWorkbook } from './bad-workbook.ts';
import { readOdsWorkbook } from './ods-workbook.ts';
import type { Workbook } from './sheet.ts';
import { readXlsWorkbook } from './xls-workbook.ts';
import { xlsbParts } from './xlsb-parts.ts';
import { xlsxParts } from './xlsx-parts.ts';
import { readXlsxWorkbook, workbookPath } from './xlsx-workbook.ts';
import { encrypted, zipMembers } from './zip-members.ts';

/** The first bytes of a compound file, which is what .xls and encrypted workbooks of any kind are. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Names in a compound file, in which an encrypted workbook lies under this one. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** How the stream of an .xls begins; where it is encrypted, a record of type 47 (FILEPASS) follows. */
const WORKBOOK_GLOBALS = Buffer.from('0908100000060500', 'hex');
const GLOBALS_LENGTH = 20;
const FILE_PASS = 0x2f;

/** Tells what kind of workbook it is, by its content and not by its name. Throws `Unusable` for what cannot be read. */
export async function openWorkbook(content: Uint8Array, file: string): Promise<Workbook> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    if (isEncrypted(bytes)) throw encrypted(file);
    return { format: 'xls', read: await readXlsWorkbook(content, file) };
  }
  const members = await zipMembers(content, file);
  if (members.has('content.xml')) return { format: 'ods', read: await readOdsWorkbook(members, file) };
  const path = await workbookPath(members, file);
  if (path === undefined) throw badWorkbook(file, 'the file is an archive without a workbook in it');
  const isBinary = path.endsWith('.bin');
  const read = await readXlsxWorkbook(members, path, file, isBinary ? xlsbParts : xlsxParts);
  return { format: isBinary ? 'xlsb' : 'xlsx', read };
}

function isEncrypted(bytes: Buffer): boolean {
  if (bytes.includes(ENCRYPTED_PACKAGE)) return true;
  const start = bytes.indexOf(WORKBOOK_GLOBALS);
  return start >= 0 && bytes[start + GLOBALS_LENGTH] === FILE_PASS && bytes[start + GLOBALS_LENGTH + 1] === 0;
}
