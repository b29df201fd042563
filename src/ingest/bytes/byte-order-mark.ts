/** What the first bytes say of all that follow. */
interface ByteOrderMark {
  readonly encoding: string;
  /** Bytes. */
  readonly length: number;
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  // Begins like UTF-16: the longer one comes first.
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

export function byteOrderMark(head: Uint8Array): ByteOrderMark | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte));
  return found && { encoding: found[0], length: found[1].length };
}
