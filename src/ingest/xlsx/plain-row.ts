import type { WrittenCell } from './cell-text.ts';

/** A cell as it stands in the XML of its row: what is written between `start` and `end` is its value, without entities. */
export interface PlainCell extends WrittenCell {
  /** From 0; -1: the one after the last. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts rows of the form in which programs write them. Filled again with each row. */
export interface PlainRow {
  /** From 1; 0: the one after the last. */
  readonly number: number;
  readonly cells: readonly PlainCell[];
  /** How many of the cells are of this row. */
  readonly count: number;
  /** Cuts the row that begins at `at`. Gives where it ends, or -1 where it is not of that form or not all there. */
  cut(xml: string, at: number): number;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const AND = 0x26;
const SLASH = 0x2f;
const ZERO = 0x30;
const OPENS = 0x3c;
const EQUALS = 0x3d;
const CLOSES = 0x3e;

const MOST_CELLS = 2048;
/** Names and numbers in attributes are shorter, so that none is looked for beyond the end: there must be so much left of the text. */
const LONGEST_WORD = 32;
const LONGEST_CELL_TAG = 4 * LONGEST_WORD;
/** Of a row or column, so that it stays exact. */
const MOST_DIGITS = 7;
const MOST_LETTERS = 3;

const TYPES = ['s', 'n', 'str', 'inlineStr', 'b', 'e'] as const;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * A row is plain if it holds nothing but cells, these nothing but a formula and a value or a text in one piece, and none of them an entity. Tags are
 * written without needless blanks, and with the attributes that programs give them. `prefix`: what stands before all names (`x:`).
 *
 * Whatever else may stand in a row (rich texts, comments, entities) is left to `cutXml`, which reads a plain row alike: it only takes
 * five times as long.
 */
export function plainRow(prefix: string): PlainRow {
  const opensRow = `<${prefix}row`;
  const closesRow = `</${prefix}row>`;
  const opensCell = `<${prefix}c`;
  const closesCell = `</${prefix}c>`;
  const opensValue = `<${prefix}v>`;
  const closesValue = `</${prefix}v>`;
  const opensFormula = `<${prefix}f`;
  const closesFormula = `</${prefix}f>`;
  const opensText = `<${prefix}is><${prefix}t`;
  const closesText = `</${prefix}t></${prefix}is>`;
  const cells: Mutable<PlainCell>[] = [];
  let xml = '';
  let number = 0;
  let count = 0;
  let at = 0;
  /** From here on a tag may not be all there. */
  let last = 0;

  function takes(word: string): boolean {
    for (let index = 0; index < word.length; index++) {
      if (xml.charCodeAt(at + index) !== word.charCodeAt(index)) return false;
    }
    at += word.length;
    return true;
  }

  /** A whole number up to the closing quote; -1 for anything else. */
  function takeDigits(): number {
    let value = 0;
    const end = at + MOST_DIGITS;
    for (; at <= end; at++) {
      const code = xml.charCodeAt(at);
      if (code === QUOTE) return xml.charCodeAt(at++ - 1) === QUOTE ? -1 : value;
      if (code < ZERO || code > ZERO + 9) return -1;
      value = value * 10 + code - ZERO;
    }
    return -1;
  }

  /** The column of a reference such as `AB12`, up to the closing quote; -1 for anything else. */
  function takeReference(): number {
    const start = at;
    let column = 0;
    let code = xml.charCodeAt(at);
    for (; code >= 0x41 && code <= 0x5a; code = xml.charCodeAt(++at)) {
      if (at === start + MOST_LETTERS) return -1;
      column = column * 26 + code - 0x40;
    }
    if (at === start) return -1;
    return takeDigits() < 0 ? -1 : column - 1;
  }

  function takeType(): string {
    for (const type of TYPES) {
      if (takes(type)) {
        if (xml.charCodeAt(at++) === QUOTE) return type;
        at -= type.length + 1;
      }
    }
    return '';
  }

  /** Up to the quote that closes an attribute of no importance. */
  function skipAttribute(): boolean {
    const nameEnd = at + LONGEST_WORD;
    for (let code = xml.charCodeAt(at); code !== EQUALS; code = xml.charCodeAt(++at)) {
      if (!(code > SPACE) || code === CLOSES || code === QUOTE || at === nameEnd) return false;
    }
    if (xml.charCodeAt(++at) !== QUOTE) return false;
    const valueEnd = at + LONGEST_WORD;
    while (xml.charCodeAt(++at) !== QUOTE) if (at === valueEnd) return false;
    at++;
    return true;
  }

  /** What stands between the name of a row and its content; for a row without any, up to and with its end. */
  function takeRowTag(): boolean {
    while (at < last) {
      const code = xml.charCodeAt(at++);
      if (code === CLOSES) return true;
      if (code === SLASH) return xml.charCodeAt(at++) === CLOSES;
      if (code !== SPACE) return false;
      if (number === 0 && xml.charCodeAt(at) === 0x72 && xml.charCodeAt(at + 1) === EQUALS) {
        if (xml.charCodeAt(at + 2) !== QUOTE) return false;
        at += 3;
        number = takeDigits();
        // A row 0 is a fault.
        if (number <= 0) return false;
      } else if (!skipAttribute()) return false;
    }
    return false;
  }

  /** What stands between the name of a cell and its content; for a cell without any, up to and with its end. */
  function takeCellTag(cell: Mutable<PlainCell>): boolean {
    for (;;) {
      const code = xml.charCodeAt(at++);
      if (code === CLOSES) return true;
      if (code === SLASH) return xml.charCodeAt(at++) === CLOSES;
      const name = xml.charCodeAt(at);
      if (code !== SPACE || xml.charCodeAt(at + 1) !== EQUALS || xml.charCodeAt(at + 2) !== QUOTE) return false;
      at += 3;
      if (name === 0x72 && cell.column < 0) {
        cell.column = takeReference();
        if (cell.column < 0) return false;
      } else if (name === 0x73 && cell.style < 0) {
        cell.style = takeDigits();
        if (cell.style < 0) return false;
      } else if (name === 0x74 && cell.type === '') {
        cell.type = takeType();
        if (cell.type === '') return false;
      } else return false;
    }
  }

  /** Of the tag that was taken last, all of whose attributes end in quotes. */
  function isEmptyTag(): boolean {
    return xml.charCodeAt(at - 2) === SLASH;
  }

  function skipBlanks(): void {
    while (at < last && xml.charCodeAt(at) <= SPACE) at++;
  }

  function skipFormula(): boolean {
    let isQuoted = false;
    for (; at < last; at++) {
      const code = xml.charCodeAt(at);
      if (code === QUOTE) isQuoted = !isQuoted;
      else if (code === CLOSES && !isQuoted) break;
    }
    if (at >= last) return false;
    if (xml.charCodeAt(at++ - 1) === SLASH) return true;
    return skipText() && takes(closesFormula);
  }

  /** Up to the next tag; false where the text has an entity, or its end is not there. */
  function skipText(): boolean {
    let code = xml.charCodeAt(at);
    while (code !== OPENS && code !== AND && at < last) code = xml.charCodeAt(++at);
    return code === OPENS && at < last;
  }

  function takeContent(cell: Mutable<PlainCell>): boolean {
    if (takes(opensFormula)) {
      const code = xml.charCodeAt(at);
      if ((code !== CLOSES && code !== SPACE && code !== SLASH) || !skipFormula()) return false;
      cell.hasFormula = true;
    }
    cell.start = at;
    cell.end = at;
    if (takes(closesCell)) return true;
    const isValue = takes(opensValue);
    if (!isValue) {
      if (!takes(opensText)) return false;
      if (!takes('>') && !takes(' xml:space="preserve">')) return false;
    }
    cell.start = at;
    if (!skipText()) return false;
    cell.end = at;
    return takes(isValue ? closesValue : closesText) && takes(closesCell);
  }

  function takeCells(): boolean {
    for (skipBlanks(); at < last; skipBlanks()) {
      if (takes(closesRow)) return true;
      if (count === MOST_CELLS || !takes(opensCell)) return false;
      const cell = cells[count] ?? { column: -1, type: '', style: -1, hasFormula: false, start: 0, end: 0 };
      cells[count++] = cell;
      cell.column = -1;
      cell.type = '';
      cell.style = -1;
      cell.hasFormula = false;
      if (!takeCellTag(cell)) return false;
      if (cell.style < 0) cell.style = 0;
      cell.start = at;
      cell.end = at;
      if (!isEmptyTag() && !takeContent(cell)) return false;
    }
    return false;
  }

  return {
    get number() {
      return number;
    },
    cells,
    get count() {
      return count;
    },
    cut(text, from) {
      xml = text;
      at = from;
      last = text.length - LONGEST_CELL_TAG;
      number = 0;
      count = 0;
      if (!takes(opensRow) || !takeRowTag()) return -1;
      return isEmptyTag() || takeCells() ? at : -1;
    },
  };
}
