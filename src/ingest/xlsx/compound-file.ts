import { Buffer } from 'node:buffer';

/** Numbers from here on name no sector: a free one, or the end of a chain. */
const NO_SECTOR = 0xfffffffa;
const HEADER = 512;
/** Of the numbers of the table's sectors as many stand in the header. */
const IN_HEADER = 109;
const ENTRY = 128;
const STREAM = 2;
/** Shorter streams lie elsewhere. */
const SHORTEST = 4096;

/**
 * A stream of a compound file ([MS-CFB]), `undefined` where there is none of the name, or of less than 4 KB. Throws `RangeError`
 * where the file breaks off. A chain is never longer than the file has sectors.
 */
export function readStream(bytes: Buffer, name: string): Buffer | undefined {
  const size = 1 << bytes.readUInt16LE(30);
  if (size !== 512 && size !== 4096) return undefined;
  const sector = (number: number): Buffer => {
    const start = (number + 1) * size;
    if (start + size > bytes.length) throw new RangeError('a sector is missing');
    return bytes.subarray(start, start + size);
  };
  const most = Math.ceil(bytes.length / size);
  const table = tableSectors(bytes, sector, most);
  const next = (number: number): number =>
    table[Math.floor((number * 4) / size)]?.readUInt32LE((number * 4) % size) ?? NO_SECTOR;
  const chain = (first: number): Buffer => {
    const found: Buffer[] = [];
    for (let at = first; at < NO_SECTOR && found.length < most; at = next(at)) found.push(sector(at));
    return Buffer.concat(found);
  };

  const directory = chain(bytes.readUInt32LE(48));
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    if (directory[at + 66] !== STREAM || directory.toString('utf16le', at, at + length) !== name) continue;
    const total = directory.readUInt32LE(at + 120);
    return total < SHORTEST ? undefined : chain(directory.readUInt32LE(at + 116)).subarray(0, total);
  }
  return undefined;
}

/** The sectors of the table that says which sector follows which. */
function tableSectors(bytes: Buffer, sector: (number: number) => Buffer, most: number): readonly Buffer[] {
  const numbers: number[] = [];
  const takeFrom = (part: Buffer, count: number): void => {
    for (let index = 0; index < count; index++) {
      const number = part.readUInt32LE(index * 4);
      if (number < NO_SECTOR && numbers.length < most) numbers.push(number);
    }
  };
  takeFrom(bytes.subarray(76, HEADER), IN_HEADER);
  let more = bytes.readUInt32LE(68);
  for (let index = 0; more < NO_SECTOR && index < most; index++) {
    const part = sector(more);
    takeFrom(part, part.length / 4 - 1);
    more = part.readUInt32LE(part.length - 4);
  }
  return numbers.map(sector);
}
