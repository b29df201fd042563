export interface Properties {
  readonly title: string;
  readonly description: string;
}

/** The end of a workbook, with the archive's list of its members and the two small parts that tell of the others. */
const TAIL = 1 << 16;
const RELATIONS = '_rels/.rels';
const TYPES = '[Content_Types].xml';
const CORE = 'docProps/core.xml';

/**
 * A workbook that is written while its rows come, with document properties, which hucre gives only to workbooks that it has whole.
 * Everything goes through as it is but for the last members of the archive: those that tell of its parts are written anew, and
 * one is added. (Layout: PKWARE APPNOTE 4.3; parts: ECMA-376 Part 2.)
 */
export async function* withProperties(
  workbook: AsyncIterable<Uint8Array>,
  properties: Properties,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array<ArrayBuffer> = new Uint8Array();
  let gone = 0;
  for await (const piece of workbook) {
    held = joined([held, piece]);
    if (held.length < 2 * TAIL) continue;
    yield held.subarray(0, held.length - TAIL);
    gone += held.length - TAIL;
    held = held.slice(held.length - TAIL);
  }
  const members = membersOf(held, gone);
  const told = members.filter(({ name }) => name === RELATIONS || name === TYPES);
  const [relations, types] = [RELATIONS, TYPES].map((name) => told.find((member) => member.name === name));
  const cut = Math.min(...told.map(({ start }) => start));
  if (relations === undefined || types === undefined || members.some(({ name, start }) => start > cut && !isTold(name)))
    throw new Error('the parts of a workbook stand in another order than they did');
  yield held.subarray(0, cut - gone);
  const entries = members.filter(({ name }) => !isTold(name)).map(({ entry }) => entry);
  let at = cut;
  for (const [name, text] of [
    [CORE, coreXml(properties)],
    [RELATIONS, (await textOf(relations, held, gone)).replace('</Relationships>', `${RELATION}</Relationships>`)],
    [TYPES, (await textOf(types, held, gone)).replace('</Types>', `${TYPE}</Types>`)],
  ] as const) {
    const { bytes, entry } = stored(name, new TextEncoder().encode(text), at);
    yield bytes;
    entries.push(entry);
    at += bytes.length;
  }
  yield joined([...entries, ending(entries, at)]);
}

const RELATION = `<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${CORE}"/>`;
const TYPE = `<Override PartName="/${CORE}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`;

function coreXml({ title, description }: Properties): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>slaudit</dc:creator>`,
    `<dc:description>${escaped(description)}</dc:description>`,
    '</cp:coreProperties>',
  ].join('');
}

/** JSON has no control characters, and what else XML forbids is written as JSON may write it. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\ufffe\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

// --- the archive ----------------------------------------------------------------------------------------------

interface Member {
  readonly name: string;
  /** Where it begins in the whole file. */
  readonly start: number;
  readonly size: number;
  readonly isPacked: boolean;
  /** Its line in the list at the end. */
  readonly entry: Uint8Array<ArrayBuffer>;
}

const isTold = (name: string): boolean => name === RELATIONS || name === TYPES;

/** By the list at the end of the archive; it has no comment, and begins within the tail. */
function membersOf(tail: Uint8Array<ArrayBuffer>, gone: number): Member[] {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  const end = tail.length - 22;
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true) - gone;
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const name = view.getUint16(at + 28, true);
    const length = 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    members.push({
      name: new TextDecoder().decode(tail.subarray(at + 46, at + 46 + name)),
      start: view.getUint32(at + 42, true),
      size: view.getUint32(at + 20, true),
      isPacked: view.getUint16(at + 10, true) === 8,
      entry: tail.slice(at, at + length),
    });
    at += length;
  }
  return members;
}

async function textOf({ start, size, isPacked }: Member, tail: Uint8Array<ArrayBuffer>, gone: number): Promise<string> {
  const header = start - gone;
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const content = new Blob([tail.slice(from, from + size)]);
  return isPacked
    ? new Response(content.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
    : content.text();
}

/** A member that is not packed, and its line in the list. */
function stored(name: string, content: Uint8Array<ArrayBuffer>, at: number) {
  const title = new TextEncoder().encode(name);
  // Version 2.0, names in UTF-8, stored, 1980-01-01: the same rows give the same bytes.
  const shared = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
  const sizes = [...little(crc32(content), 4), ...little(content.length, 4), ...little(content.length, 4)];
  const lengths = [...little(title.length, 2), 0, 0];
  const header = Uint8Array.of(0x50, 0x4b, 3, 4, ...shared, ...sizes, ...lengths);
  const rest = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...little(at, 4)];
  const line = Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0, ...shared, ...sizes, ...lengths, ...rest);
  return { bytes: joined([header, title, content]), entry: joined([line, title]) };
}

function ending(entries: readonly Uint8Array[], at: number): Uint8Array<ArrayBuffer> {
  const count = little(entries.length, 2);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  return Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...little(size, 4), ...little(at, 4), 0, 0);
}

function little(number: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (number >>> (8 * index)) & 0xff);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Of IEEE 802.3, as zip archives have it. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
