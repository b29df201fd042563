import { attributeOf } from '../xml/attributes.ts';
import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { badWorkbook } from './bad-workbook.ts';
import { isInexact, numberText } from './number-text.ts';
import type { SheetPart } from './part-reader.ts';
import { LONGEST_TEXT, rowGatherer } from './row-gatherer.ts';
import { serialText } from './serial-text.ts';
import type { Oddities, TakeCells } from './sheet.ts';
import { decodeEscapes, localName, xmlFault } from './xml-part.ts';

/** Reads the cells of a sheet of an .xlsx as texts (ECMA-376 part 1, 18.3.1), a row at a time. */
export async function readXlsxSheet(
  chunks: AsyncIterable<Uint8Array>,
  { file, part, is1904, strings, formats }: SheetPart,
  take: TakeCells,
  oddities: Oddities,
): Promise<void> {
  const rows = rowGatherer(file, take);
  let isInSheet = false;
  let isInRow = false;
  let isText = false;
  let isPronunciation = false;
  let hasFormula = false;
  let type = '';
  let style = '';
  let column = 0;
  let text = '';

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    column = reference === undefined ? rows.nextColumn : columnOf(reference);
    type = attributeOf(attributes, 't') ?? '';
    style = attributeOf(attributes, 's') ?? '';
    hasFormula = false;
    text = '';
  }

  function cellText(): string {
    if (type === 's') return sharedText();
    if (type === 'inlineStr' || type === 'str') return decodeEscapes(text);
    if (type === 'b') return text === '1' || text === 'true' ? 'TRUE' : text === '' ? '' : 'FALSE';
    if (type === 'd') return text.replace('T', ' ');
    if (type === 'e') oddities('error', column, rows.row, text);
    else if (text !== '') return ofNumber();
    else if (hasFormula) oddities('uncomputed', column, rows.row, '');
    return '';
  }

  function sharedText(): string {
    if (text === '') return '';
    const shared = strings[Number(text)];
    if (shared === undefined)
      throw badWorkbook(file, `the workbook is damaged: it lacks the text of a cell in row ${rows.row} (${part})`);
    return shared;
  }

  function ofNumber(): string {
    const value = Number(text);
    // A number that is none (NaN, an overflow) is told as the text it is.
    if (!Number.isFinite(value)) return text.trim();
    const format = style === '' ? formats[0] : formats[Number(style)];
    if (format !== undefined) return serialText(text.trim(), format, is1904);
    const written = numberText(value);
    if (isInexact(value)) oddities('inexact', column, rows.row, written);
    return written;
  }

  const taker: XmlTaker = {
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'c') {
        if (isInRow) openCell(attributes);
      } else if (name === 'v' || name === 't') isText = isInRow && !isPronunciation;
      else if (name === 'row') {
        if (isInSheet) rows.begin(attributeOf(attributes, 'r'));
        isInRow = isInSheet;
      } else if (name === 'sheetData') isInSheet = true;
      else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') isPronunciation = true;
    },
    text(piece) {
      if (!isText) return;
      text += piece;
      if (text.length > LONGEST_TEXT)
        throw badWorkbook(file, `a cell in row ${rows.row} holds more than ${LONGEST_TEXT} characters`);
    },
    close(tag) {
      const name = localName(tag);
      if (name === 'c') {
        if (isInRow) rows.set(column, cellText());
      } else if (name === 'v' || name === 't') isText = false;
      else if (name === 'row') {
        if (isInRow) rows.end();
        isInRow = false;
      } else if (name === 'rPh') isPronunciation = false;
      else if (name === 'sheetData') isInSheet = false;
    },
  };
  await cutXml(chunks, { fault: xmlFault(file, part), taker: () => taker });
}

/** `AB12` is in column 27, counted from 0; references without letters are in none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    column = column * 26 + letter - 0x60;
  }
  return column - 1;
}
