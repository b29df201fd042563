import { DAY, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { ownedText } from '../owned-text.ts';
import { attributeOf, textOf } from '../xml/attributes.ts';
import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { isInexact, numberText } from './number-text.ts';
import { LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, rowGatherer } from './row-gatherer.ts';
import { lengthText } from './serial-text.ts';
import type { Oddities, Sheet, TakeCells } from './sheet.ts';
import { xmlFault } from './xml-part.ts';
import type { ZipMembers } from './zip-members.ts';
import { encrypted } from './zip-members.ts';

const CONTENT = 'content.xml';
const MOST_TABLES = 100_000;
/** The spaces of one `text:s`; more are no text. */
const MOST_SPACES = 1000;

/** The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3, 9): all lie in one document, which is read once for each. */
export async function readOdsWorkbook(members: ZipMembers, file: string): Promise<readonly Sheet[]> {
  if (await isEncrypted(members, file)) throw encrypted(file);
  const tables: { name: string; style: string }[] = [];
  const hidden = new Set<string>();
  let style = '';
  let depth = 0;
  await readContent(members, file, (refuse) => ({
    open(name, attributes) {
      if (tables.length + hidden.size > MOST_TABLES) throw refuse(`it has more than ${MOST_TABLES} tables`);
      if (name === 'style:style') style = textOf(attributes, 'style:name', refuse) ?? '';
      if (name === 'style:table-properties' && attributeOf(attributes, 'table:display') === 'false') {
        hidden.add(ownedText(style));
      }
      if (name !== 'table:table') return;
      if (depth === 0) {
        tables.push({
          name: textOf(attributes, 'table:name', refuse) ?? '',
          style: textOf(attributes, 'table:style-name', refuse) ?? '',
        });
      }
      depth++;
    },
    text() {},
    close(name) {
      if (name === 'table:table') depth--;
    },
  }));
  return tables.map(({ name, style: of }, index) => ({
    name,
    isHidden: hidden.has(of),
    read: (take, oddities) => readTable(members, { file, index }, take, oddities),
  }));
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

async function readContent(members: ZipMembers, file: string, begin: (refuse: Refuse) => XmlTaker): Promise<void> {
  const fault = xmlFault(file, CONTENT);
  await cutXml(members.chunks(CONTENT), {
    fault,
    taker: (position) => begin((message) => fault(message, position.line)),
  });
}

async function readTable(
  members: ZipMembers,
  { file, index }: { readonly file: string; readonly index: number },
  take: TakeCells,
  oddities: Oddities,
): Promise<void> {
  let table = -1;
  let depth = 0;
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
  const isHere = () => table === index && depth === 1;

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

  function closeCell(refuse: Refuse): void {
    const said = cellText(cell, text, refuse, (oddity, about) => oddities(oddity, column, row + 1, about));
    const times = count(attributeOf(cell, 'table:number-columns-repeated'), MOST_COLUMNS);
    if (said !== '') for (let each = 0; each < times; each++) rows.set(column + each, said);
    column += times;
  }

  await readContent(members, file, (refuse) => ({
    open(name, attributes) {
      if (name === 'table:table') {
        if (depth === 0) table++;
        depth++;
      } else if (!isHere()) return;
      else if (name === 'table:table-row') openRow(attributes);
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
      if (paragraphs === 0 || notes > 0 || !isHere()) return;
      text += piece;
      if (text.length > LONGEST_TEXT) throw refuse(`a cell holds more than ${LONGEST_TEXT} characters`);
    },
    close(name) {
      if (name === 'table:table') depth--;
      else if (!isHere()) return;
      else if (name === 'table:table-row') closeRow();
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        closeCell(refuse);
        paragraphs = 0;
      } else if (name === 'office:annotation') notes--;
    },
  }));
}

function count(written: string | undefined, most: number): number {
  const number = Number(written ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : 1;
}

/** @param shown the cell's text as a reader sees it, which tells how precise a time is */
function cellText(
  attributes: string,
  shown: string,
  refuse: Refuse,
  oddity: (kind: 'error' | 'inexact', said: string) => void,
): string {
  if (attributeOf(attributes, 'calcext:value-type') === 'error') {
    oddity('error', shown);
    return '';
  }
  const type = attributeOf(attributes, 'office:value-type');
  if (type === 'date') return dateText(attributeOf(attributes, 'office:date-value') ?? '', shown);
  if (type === 'time') return timeText(attributeOf(attributes, 'office:time-value') ?? '', shown);
  if (type === 'boolean') return attributeOf(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  if (type !== 'float' && type !== 'percentage' && type !== 'currency') {
    return textOf(attributes, 'office:string-value', refuse) ?? shown;
  }
  const written = attributeOf(attributes, 'office:value') ?? '';
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return shown;
  const said = numberText(value);
  if (isInexact(value)) oddity('inexact', said);
  return said;
}

/** `2026-05-06T09:05:00`: without its seconds where they are none and none are shown; the date alone stays alone. */
function dateText(written: string, shown: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?))?$/.exec(written);
  if (parts === null) return written.replace('T', ' ');
  const [, year = '', month = '', day = '', hours, minutes, seconds] = parts;
  // A whole day is written as one even where its midnight is shown.
  if (hours === undefined && !/\d:\d\d/.test(shown)) return `${year}-${month}-${day}`;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day)) + millisOf(hours, minutes, seconds);
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10)} ${shortened(iso.slice(11, -1), shown)}`;
}

/** `PT09H05M00S`: a time of day, or a length, which keeps its seconds (`18:47` could be minutes, too). */
function timeText(written: string, shown: string): string {
  const parts = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(written);
  if (parts === null) return shown;
  const [, sign, hours, minutes, seconds] = parts;
  const millis = millisOf(hours, minutes, seconds);
  const length = lengthText(sign === '-' ? -millis : millis);
  return millis < DAY && sign === '' ? shortened(length, shown) : length;
}

/** Fractions are floating numbers: `29.9999999997` are 30 seconds. */
function millisOf(hours = '0', minutes = '0', seconds = '0'): number {
  return Math.round(Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds.replace(',', '.')) * SECOND);
}

function shortened(time: string, shown: string): string {
  const exact = time.replace(/\.000$/, '');
  const showsSeconds = /\d:\d\d:\d\d|秒/.test(shown);
  return /^\d\d:\d\d:00$/.test(exact) && !showsSeconds ? exact.slice(0, 5) : exact;
}
