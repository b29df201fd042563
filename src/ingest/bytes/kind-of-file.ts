import { Buffer } from 'node:buffer';

/** How a file is to be read. */
type Format = { readonly kind: 'gzip' | 'zip' | 'ole' | 'text' } | Refused;

/** A file that nothing here reads. */
interface Refused {
  readonly kind: 'refused';
  /** What it is, with its article. */
  readonly name: string;
  /** Whether something else may be in it. */
  readonly isPacked: boolean;
}

/** Of a letter each byte. A text may begin with `PAR1,` or `BZh`. */
const REFUSED: readonly (readonly [start: RegExp, name: string, isPacked?: 'packed'])[] = [
  [/^%PDF-/, 'a PDF document'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8[79]a/, 'a picture'],
  [/^SQLite format 3\W/, 'an SQLite database'],
  [/^PAR1[^\w\s,;|"]/, 'a Parquet file'],
  [/^Obj\W.{0,64}avro\./s, 'an Avro file'],
  [/^\x7fELF/, 'a program'],
  [/^7z\xbc\xaf'/, 'a 7z archive', 'packed'],
  [/^Rar!\W\W/, 'a RAR archive', 'packed'],
  [/^\(\xb5\/\xfd/, 'a file packed by zstd', 'packed'],
  [/^\xfd7zXZ\W/, 'a file packed by xz', 'packed'],
  [/^BZh[1-9]1AY&SY/, 'a file packed by bzip2', 'packed'],
  [/^.{257}ustar/s, 'a tar archive', 'packed'],
];

/** Told by the first bytes, whatever the file is called. */
export function kindOfFile(head: Uint8Array): Format {
  const start = Buffer.from(head.subarray(0, 300)).toString('latin1');
  if (start.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((mark) => start.startsWith(mark))) return { kind: 'zip' };
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'ole' };
  const refused = REFUSED.find(([pattern]) => pattern.test(start));
  return refused === undefined
    ? { kind: 'text' }
    : { kind: 'refused', name: refused[1], isPacked: refused[2] !== undefined };
}
