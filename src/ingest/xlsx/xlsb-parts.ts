import { Buffer } from 'node:buffer';
import { badWorkbook } from './bad-workbook.ts';
import { builtInFormat, type DateFormat, readFormat } from './number-format.ts';
import { isInexact, numberText } from './number-text.ts';
import type { PartReader, SheetEntry } from './part-reader.ts';
import { rowGatherer } from './row-gatherer.ts';
import { serialText } from './serial-text.ts';
import { MOST_CHARACTERS, MOST_STRINGS, tooMuchText } from './shared-strings.ts';
import { cutRecords, wideText } from './xlsb-records.ts';

// Ids of records ([MS-XLSB] 2.3.2). A short cell has no column: it stands right of the last.
const ROW = 0;
const RK = 2;
const ERROR = 3;
const BOOLEAN = 4;
const REAL = 5;
const TEXT = 6;
const SHARED = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
const FORMULA_ERROR = 11;
const SHORT_BLANK = 12;
const SHORT_SHARED = 18;
const BLANK = 1;
const STRING_ITEM = 19;
const FORMAT = 44;
const STYLE = 47;
const RICH_TEXT = 62;
const WORKBOOK_PROPERTIES = 153;
const SHEET = 156;
const BEGIN_CELL_STYLES = 617;
const END_CELL_STYLES = 618;

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** The parts of an .xlsb: those of an .xlsx as binary records. */
export const xlsbParts: PartReader = {
  async readList(chunks, part, file) {
    const entries: SheetEntry[] = [];
    let is1904 = false;
    await cutRecords(
      chunks,
      (id, bytes) => {
        if (id === WORKBOOK_PROPERTIES) is1904 = (bytes.readUInt32LE(0) & 1) !== 0;
        if (id !== SHEET) return;
        const relation = wideText(bytes, 8);
        const name = wideText(bytes, 12 + 2 * relation.length);
        entries.push({ name, state: ['', 'hidden', 'veryHidden'][bytes.readUInt32LE(0)] ?? '', relation });
      },
      recordFault(file, part),
    );
    return { entries, is1904 };
  },

  async readStrings(chunks, part, file) {
    const strings: string[] = [];
    let characters = 0;
    await cutRecords(
      chunks,
      (id, bytes) => {
        if (id !== STRING_ITEM) return;
        const text = wideText(bytes, 1);
        characters += text.length;
        strings.push(text);
        if (strings.length > MOST_STRINGS || characters > MOST_CHARACTERS) throw tooMuchText(file);
      },
      recordFault(file, part),
    );
    return strings;
  },

  async readStyles(chunks, part, file) {
    const codes = new Map<number, DateFormat | undefined>();
    const styles: number[] = [];
    let isInStyles = false;
    await cutRecords(
      chunks,
      (id, bytes) => {
        if (id === FORMAT) codes.set(bytes.readUInt16LE(0), readFormat(wideText(bytes, 2)));
        else if (id === BEGIN_CELL_STYLES) isInStyles = true;
        else if (id === END_CELL_STYLES) isInStyles = false;
        else if (id === STYLE && isInStyles) styles.push(bytes.readUInt16LE(2));
      },
      recordFault(file, part),
    );
    return styles.map((id) => (codes.has(id) ? codes.get(id) : builtInFormat(id)));
  },

  async readSheet(chunks, { file, part, is1904, strings, formats }, take, oddities) {
    const rows = rowGatherer(file, take);
    let isInRow = false;

    function number(value: number, style: number, column: number): string {
      const format = formats[style];
      const text = numberText(value);
      if (format !== undefined) return serialText(text, format, is1904);
      if (isInexact(value)) oddities('inexact', column, rows.row, text);
      return text;
    }

    function shared(index: number): string {
      const text = strings[index];
      if (text !== undefined) return text;
      throw badWorkbook(file, `the workbook is damaged: it lacks the text of a cell in row ${rows.row} (${part})`);
    }

    /** @param kind the id, as if the cell were no short one; @param at where its value begins */
    function cellText(kind: number, bytes: Buffer, at: number, style: number, column: number): string {
      if (kind === RK) return number(rkNumber(bytes.readUInt32LE(at)), style, column);
      if (kind === REAL || kind === FORMULA_NUMBER) return number(bytes.readDoubleLE(at), style, column);
      if (kind === BOOLEAN || kind === FORMULA_BOOLEAN) return bytes.readUInt8(at) === 0 ? 'FALSE' : 'TRUE';
      if (kind === TEXT || kind === FORMULA_TEXT) return wideText(bytes, at);
      if (kind === RICH_TEXT) return wideText(bytes, at + 1);
      if (kind === SHARED) return shared(bytes.readUInt32LE(at));
      if (kind === ERROR || kind === FORMULA_ERROR) {
        oddities('error', column, rows.row, ERRORS.get(bytes.readUInt8(at)) ?? '#ERR!');
      }
      return '';
    }

    await cutRecords(
      chunks,
      (id, bytes) => {
        if (id === ROW) {
          if (isInRow) rows.end();
          rows.begin(bytes.readUInt32LE(0) + 1);
          isInRow = true;
        } else if (isInRow && id >= SHORT_BLANK && id <= SHORT_SHARED) {
          const column = rows.nextColumn;
          const style = bytes.readUInt32LE(0) & 0xffffff;
          rows.set(column, cellText(id - SHORT_BLANK + BLANK, bytes, 4, style, column));
        } else if (isInRow && ((id >= BLANK && id <= FORMULA_ERROR) || id === RICH_TEXT)) {
          const column = bytes.readUInt32LE(0);
          rows.set(column, cellText(id, bytes, 8, bytes.readUInt32LE(4) & 0xffffff, column));
        }
      },
      recordFault(file, part),
    );
    if (isInRow) rows.end();
  },
};

/** A number in 30 bits: a whole one, or the upper half of a floating one; and whether it is hundredths. */
function rkNumber(bits: number): number {
  const floating = Buffer.alloc(8);
  floating.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = (bits & 2) === 0 ? floating.readDoubleLE(0) : (bits | 0) >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

function recordFault(file: string, part: string) {
  return (message: string) => badWorkbook(file, `the workbook is damaged: in ${part}, ${message}`);
}
