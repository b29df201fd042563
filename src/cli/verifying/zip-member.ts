import { inflateRawSync } from 'node:zlib';

/** Of members that are looked for here, a few kilobytes; more is a trap. */
const MOST = 16_000_000;

/**
 * The text of one small member of a zip archive, found by the archive's own list; `undefined` where there is none, or the archive
 * is damaged. (Layout: PKWARE APPNOTE 4.3.)
 */
export function zipMember(archive: Uint8Array, name: string): string | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  try {
    let at = bytes.readUInt32LE(end + 16);
    for (let count = bytes.readUInt16LE(end + 10); count > 0 && bytes.readUInt32LE(at) === 0x02014b50; count--) {
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
      const own = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
      if (own === name)
        return contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 10));
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function contentAt(bytes: Buffer, header: number, size: number, method: number): string | undefined {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed.toString('utf8');
  return method === 8 ? inflateRawSync(packed, { maxOutputLength: MOST }).toString('utf8') : undefined;
}
