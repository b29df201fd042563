import { attributeOf } from '../xml/attributes.ts';
import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { badWorkbook } from './bad-workbook.ts';
import { cellText } from './cell-text.ts';
import type { SheetPart } from './part-reader.ts';
import { type PlainRow, plainRow } from './plain-row.ts';
import { LONGEST_TEXT, rowGatherer } from './row-gatherer.ts';
import type { Oddities, TakeCells } from './sheet.ts';
import { localName, xmlFault } from './xml-part.ts';

/** Reads the cells of a sheet of an .xlsx as texts (ECMA-376 part 1, 18.3.1), a row at a time. */
export async function readXlsxSheet(
  chunks: AsyncIterable<Uint8Array>,
  of: SheetPart,
  take: TakeCells,
  oddities: Oddities,
): Promise<void> {
  const { file, part } = of;
  const rows = rowGatherer(file, take);
  const say = cellText(of, oddities);
  let isInSheet = false;
  let isInRow = false;
  let isText = false;
  let isPronunciation = false;
  const cell = { type: '', style: 0, hasFormula: false };
  let column = 0;
  let text = '';
  let plain: PlainRow | undefined;

  function openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    column = reference === undefined ? rows.nextColumn : columnOf(reference);
    cell.type = attributeOf(attributes, 't') ?? '';
    cell.style = Number(attributeOf(attributes, 's') ?? 0);
    cell.hasFormula = false;
    text = '';
  }

  function takePlainRow(row: PlainRow, xml: string): void {
    rows.begin(row.number === 0 ? undefined : row.number);
    for (let index = 0; index < row.count; index++) {
      const each = row.cells[index]!;
      const at = each.column < 0 ? rows.nextColumn : each.column;
      rows.set(at, say(each, xml.slice(each.start, each.end), rows.row, at));
    }
    rows.end();
  }

  /** Rows of the ordinary form are read without a call for each tag. */
  function takePlainRows(row: PlainRow, xml: string, from: number): number {
    let at = from;
    for (let next = row.cut(xml, at); next >= 0; next = row.cut(xml, at)) {
      takePlainRow(row, xml);
      at = next;
    }
    return at;
  }

  const taker: XmlTaker = {
    open(tag, attributes) {
      const name = localName(tag);
      if (name === 'c') {
        if (isInRow) openCell(attributes);
      } else if (name === 'v' || name === 't') isText = isInRow && !isPronunciation;
      else if (name === 'row') {
        if (isInSheet) rows.begin(numberOf(attributeOf(attributes, 'r')));
        isInRow = isInSheet;
      } else if (name === 'sheetData') {
        isInSheet = true;
        plain = plainRow(tag.slice(0, -name.length));
      } else if (name === 'f') cell.hasFormula = true;
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
        if (isInRow) rows.set(column, say(cell, text, rows.row, column));
      } else if (name === 'v' || name === 't') isText = false;
      else if (name === 'row') {
        if (isInRow) rows.end();
        isInRow = false;
      } else if (name === 'rPh') isPronunciation = false;
      else if (name === 'sheetData') isInSheet = false;
    },
    skim: (xml, at) => (plain === undefined || !isInSheet || isInRow ? at : takePlainRows(plain, xml, at)),
  };
  await cutXml(chunks, { fault: xmlFault(file, part), taker: () => taker });
}

function numberOf(reference: string | undefined): number | undefined {
  return reference === undefined ? undefined : Number(reference);
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
