import { Buffer } from 'node:buffer';
import { readStream } from './compound-file.ts';
import { builtInFormat, type DateFormat, readFormat } from './number-format.ts';

/** How an .xls shows its numbers. */
export interface XlsFormats {
  readonly is1904: boolean;
  /** Sheets in the order of the workbook; rows and columns from 0. `undefined`: the cell shows no date or time. */
  formatAt(sheet: number, row: number, column: number): DateFormat | undefined;
}

/** Records by their numbers in [MS-XLS] 2.3.2. */
const FORMULA = 0x06;
const END = 0x0a;
const DATE_MODE = 0x22;
const BOUND_SHEET = 0x85;
const MANY_NUMBERS = 0xbd;
const STYLE = 0xe0;
const NUMBER = 0x203;
const SHORT_NUMBER = 0x27e;
const FORMAT = 0x41e;

type Rows = (DateFormat | undefined)[][];

/**
 * The formats of an .xls (BIFF 8), which the package that reads its cells does not tell. `undefined` where they cannot be read:
 * the cells may be read all the same.
 */
export function readXlsFormats(content: Uint8Array): XlsFormats | undefined {
  try {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const stream = readStream(bytes, 'Workbook');
    return stream && formatsOf(stream);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function formatsOf(stream: Buffer): XlsFormats {
  const codes = new Map<number, DateFormat | undefined>();
  const styles: number[] = [];
  const starts: number[] = [];
  let is1904 = false;
  eachRecord(stream, 0, (id, bytes) => {
    if (id === FORMAT) codes.set(bytes.readUInt16LE(0), readFormat(formatCode(bytes)));
    else if (id === STYLE) styles.push(bytes.readUInt16LE(2));
    else if (id === BOUND_SHEET) starts.push(bytes.readUInt32LE(0));
    else if (id === DATE_MODE) is1904 = bytes.readUInt16LE(0) === 1;
  });
  const formats = styles.map((id) => (codes.has(id) ? codes.get(id) : builtInFormat(id)));
  const sheets = starts.map((start) => rowsOf(stream, start, formats));
  return { is1904, formatAt: (sheet, row, column) => sheets[sheet]?.[row]?.[column] };
}

/** A count of characters, and whether each takes two bytes. */
function formatCode(bytes: Buffer): string {
  const isWide = (bytes.readUInt8(4) & 1) === 1;
  const length = bytes.readUInt16LE(2);
  return isWide ? bytes.toString('utf16le', 5, 5 + 2 * length) : bytes.toString('latin1', 5, 5 + length);
}

function rowsOf(stream: Buffer, start: number, formats: readonly (DateFormat | undefined)[]): Rows {
  const rows: Rows = [];
  const take = (row: number, column: number, style: number): void => {
    const format = formats[style];
    if (format === undefined) return;
    const cells = rows[row] ?? [];
    cells[column] = format;
    rows[row] = cells;
  };
  eachRecord(stream, start, (id, bytes) => {
    if (id === NUMBER || id === SHORT_NUMBER || id === FORMULA) {
      take(bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4));
    } else if (id === MANY_NUMBERS) {
      // Row and first column, a style and a number of four bytes for each, the last column.
      const [row, first] = [bytes.readUInt16LE(0), bytes.readUInt16LE(2)];
      for (let index = 0; 4 + index * 6 + 6 <= bytes.length - 2; index++) {
        take(row, first + index, bytes.readUInt16LE(4 + index * 6));
      }
    }
  });
  return rows;
}

/** The records from `start` to the end of their part: a number and a length of two bytes each, then the bytes. */
function eachRecord(stream: Buffer, start: number, take: (id: number, bytes: Buffer) => void): void {
  let at = start;
  while (at + 4 <= stream.length) {
    const id = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (id === END) return;
    take(id, stream.subarray(at + 4, end));
    at = end;
  }
}
