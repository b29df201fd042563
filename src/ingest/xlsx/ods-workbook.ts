import { ownedText } from '../owned-text.ts';
import { attributeOf, textOf } from '../xml/attributes.ts';
import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { odsCellText } from './ods-cell-text.ts';
import { LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, rowGatherer } from './row-gatherer.ts';
import type { Oddities, Oddity, SheetName, SheetTaker, TakeCells, Workbook } from './sheet.ts';
import { xmlFault } from './xml-part.ts';
import { encrypted, type ZipMembers } from './zip-members.ts';

const CONTENT = 'content.xml';
const MOST_TABLES = 100_000;
/** The spaces of one `text:s`; more are no text. */
const MOST_SPACES = 1000;

/** An OpenDocument spreadsheet (ODF 1.3 part 3, 9): all its sheets lie in one document, which is read once. */
export async function readOdsWorkbook(members: ZipMembers, file: string): Promise<Workbook['read']> {
  if (await isEncrypted(members, file)) throw encrypted(file);
  return async (begin) => {
    const sheets: SheetName[] = [];
    const hidden = new Set<string>();
    const fault = xmlFault(file, CONTENT);
    await cutXml(members.chunks(CONTENT), {
      fault,
      taker: (position) => sheetsTaker(file, { sheets, hidden, begin }, (message) => fault(message, position.line)),
    });
    return sheets;
  };
}

async function isEncrypted(members: ZipMembers, file: string): Promise<boolean> {
  const path = 'META-INF/manifest.xml';
  if (!members.has(path)) return false;
  let found = false;
  const taker: XmlTaker = {
    open(name) {
      found ||= name === 'manifest:encryption-data';
    },
    text() {},
    close() {},
  };
  // A manifest may have the DOCTYPE of its first edition; then nothing is encrypted that is known here.
  await cutXml(members.chunks(path), { fault: xmlFault(file, path), taker: () => taker }).catch(() => {});
  return found;
}

type Refuse = (message: string) => Error;

interface Sheets {
  /** Those that have begun. */
  readonly sheets: SheetName[];
  /** Styles of tables that are not shown; they stand before the tables. */
  readonly hidden: Set<string>;
  begin(sheet: SheetName): SheetTaker | undefined;
}

/** Hears the whole document: which tables it has, and of each that is wanted the rows. */
function sheetsTaker(file: string, { sheets, hidden, begin }: Sheets, refuse: Refuse): XmlTaker {
  let style = '';
  /** Tables may lie within cells of others; they are no sheets. */
  let depth = 0;
  let taker: SheetTaker | undefined;
  let cells: XmlTaker | undefined;

  function attempt(step: (of: SheetTaker) => void): void {
    if (taker === undefined) return;
    try {
      step(taker);
    } catch (error) {
      if (!taker.endsSheet(error)) throw error;
      taker = undefined;
    }
  }

  function openTable(attributes: string): void {
    const name = textOf(attributes, 'table:name', refuse) ?? '';
    const isHidden = hidden.has(textOf(attributes, 'table:style-name', refuse) ?? '');
    sheets.push({ name, isHidden });
    taker = begin({ name, isHidden });
    const oddities: Oddities = (...told) => taker?.oddities(...told);
    cells = tableTaker(file, (row, number) => attempt(({ take }) => take(row, number)), oddities, refuse);
  }

  return {
    open(name, attributes) {
      if (sheets.length + hidden.size > MOST_TABLES) throw refuse(`it has more than ${MOST_TABLES} tables`);
      if (name === 'table:table') {
        if (depth++ === 0) openTable(attributes);
      } else if (depth === 1) {
        if (taker !== undefined) cells?.open(name, attributes);
      } else if (depth === 0) {
        if (name === 'style:style') style = textOf(attributes, 'style:name', refuse) ?? '';
        else if (name === 'style:table-properties' && attributeOf(attributes, 'table:display') === 'false') {
          hidden.add(ownedText(style));
        }
      }
    },
    text(piece) {
      if (depth === 1 && taker !== undefined) cells?.text(piece);
    },
    close(name) {
      if (name !== 'table:table') {
        if (depth === 1 && taker !== undefined) cells?.close(name);
      } else if (--depth === 0) {
        attempt((of) => of.finish());
        taker = undefined;
      }
    },
  };
}

/** Hears what stands in one table. */
function tableTaker(file: string, take: TakeCells, oddities: Oddities, refuse: Refuse): XmlTaker {
  let row = 0;
  let repeats = 1;
  let column = 0;
  let cell = '';
  let text = '';
  let notes = 0;
  let paragraphs = 0;
  let held: readonly string[] = [];
  const rows = rowGatherer(file, (cells) => {
    held = cells;
  });

  function openRow(attributes: string): void {
    repeats = count(attributeOf(attributes, 'table:number-rows-repeated'), MOST_ROWS);
    column = 0;
    held = [];
    rows.begin(row + 1);
  }

  function closeRow(): void {
    rows.end();
    const cells = held;
    for (let each = 0; each < repeats && cells.length > 0; each++) {
      // All that a row repeated a million times costs is counted, too.
      if (each > 0) {
        rows.begin(row + each + 1);
        for (const [at, said] of cells.entries()) rows.set(at, said);
        rows.end();
      }
      take([...cells], row + each + 1);
    }
    row += repeats;
  }

  function closeCell(): void {
    const say = (oddity: Oddity, about: string) => oddities(oddity, column, row + 1, about);
    const said = ownedText(odsCellText(cell, text, refuse, say));
    const times = count(attributeOf(cell, 'table:number-columns-repeated'), MOST_COLUMNS);
    if (said !== '') for (let each = 0; each < times; each++) rows.set(column + each, said);
    column += times;
  }

  return {
    open(name, attributes) {
      if (name === 'table:table-row') openRow(attributes);
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cell = attributes;
        text = '';
        paragraphs = 0;
      } else if (name === 'office:annotation') notes++;
      else if (notes > 0) return;
      else if (name === 'text:p' && paragraphs++ > 0) text += '\n';
      else if (name === 'text:s') text += ' '.repeat(count(attributeOf(attributes, 'text:c'), MOST_SPACES));
      else if (name === 'text:tab') text += '\t';
      else if (name === 'text:line-break') text += '\n';
    },
    text(piece) {
      if (paragraphs === 0 || notes > 0) return;
      text += piece;
      if (text.length > LONGEST_TEXT) throw refuse(`a cell holds more than ${LONGEST_TEXT} characters`);
    },
    close(name) {
      if (name === 'table:table-row') closeRow();
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        closeCell();
        paragraphs = 0;
      } else if (name === 'office:annotation') notes--;
    },
  };
}

function count(written: string | undefined, most: number): number {
  const number = Number(written ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : 1;
}
