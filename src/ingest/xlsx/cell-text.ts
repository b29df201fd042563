import { ownedText } from '../owned-text.ts';
import { badWorkbook } from './bad-workbook.ts';
import { isInexact, numberText } from './number-text.ts';
import type { SheetPart } from './part-reader.ts';
import { serialText } from './serial-text.ts';
import type { Oddities } from './sheet.ts';
import { decodeEscapes } from './xml-part.ts';

/** What is written of a cell of an .xlsx (ECMA-376 part 1, 18.3.1.4). */
export interface WrittenCell {
  /** Of its value; '' is a number. */
  readonly type: string;
  /** Index of its style; 0 where it names none. */
  readonly style: number;
  readonly hasFormula: boolean;
}

/** What a cell says, of which this value is written, its entities decoded: in memory of its own. Rows count from 1, columns from 0. */
export type CellText = (cell: WrittenCell, value: string, row: number, column: number) => string;

export function cellText({ file, part, is1904, strings, formats }: SheetPart, oddities: Oddities): CellText {
  function sharedText(text: string, row: number): string {
    if (text === '') return '';
    const shared = strings[Number(text)];
    if (shared === undefined)
      throw badWorkbook(file, `the workbook is damaged: it lacks the text of a cell in row ${row} (${part})`);
    return shared;
  }

  function ofNumber(text: string, style: number, row: number, column: number): string {
    const value = Number(text);
    // A number that is none (NaN, an overflow) is told as the text it is.
    if (!Number.isFinite(value)) return ownedText(text.trim());
    const format = formats[style];
    if (format !== undefined) return serialText(text.trim(), format, is1904);
    const written = numberText(value);
    if (isInexact(value)) oddities('inexact', column, row, written);
    return written;
  }

  return ({ type, style, hasFormula }, text, row, column) => {
    if (type === 's') return sharedText(text, row);
    if (type === 'inlineStr' || type === 'str') return ownedText(decodeEscapes(text));
    if (type === 'b') return text === '1' || text === 'true' ? 'TRUE' : text === '' ? '' : 'FALSE';
    if (type === 'd') return ownedText(text.replace('T', ' '));
    if (type === 'e') oddities('error', column, row, text);
    else if (text !== '') return ofNumber(text, style, row, column);
    else if (hasFormula) oddities('uncomputed', column, row, '');
    return '';
  };
}
