import type { ColumnProfile, InspectedTable, StampProfile } from '../../domain/profile.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { iso } from '../iso.ts';
import { type Block, heading, item, type Page, section, text, title } from '../page.ts';
import type { Column, Row, Table } from '../table.ts';
import { oddityText } from './oddity-text.ts';

type Words = Catalogue;

/** What each table of the exports is, for people. `mostValues`: how many values of a column are told apart. */
export function inspectPage(tables: readonly InspectedTable[], mostValues: number, words: Words): Page {
  const isCapped = tables.some(({ profile }) => profile.columns.some((column) => column.isCapped));
  const cap = isCapped ? [text(words.inspect.capped(words.count(mostValues)))] : [];
  return [...tables.flatMap((table) => tablePage(table, words)), ...cap];
}

function tablePage(table: InspectedTable, words: Words): Block[] {
  const { profile, guess } = table;
  const { oddities, presets } = words.inspect;
  const odd = guess.oddities.map((oddity) => item('-', oddityText(oddity, words)));
  const fits = guess.presets.map(({ preset, title: called, found, of, isUsable }) =>
    item('-', words.inspect.presetFit(preset, called, words.share(found, of), isUsable)),
  );
  return [
    title(profile.file),
    ...writtenLines(table, words).map(text),
    ...section(words.inspect.columns.heading, columnTable(table, words)),
    ...section(words.inspect.times.heading, timeTable(table, words)),
    ...(fits.length === 0 ? [] : [heading(presets), ...fits]),
    heading(oddities.heading),
    ...(odd.length === 0 ? [text(oddities.none)] : odd),
  ];
}

function writtenLines({ profile, guess }: InspectedTable, words: Words): string[] {
  const { written: say, forms } = words.inspect;
  const { format, encoding, delimiter, quote, lineEnds, headerLine, preamble, sheets } = profile.written;
  const how = [
    ...(format === undefined ? [] : [format.toUpperCase()]),
    ...(encoding === undefined ? [] : [say.encoding(encoding)]),
    ...(delimiter === undefined ? [] : [say.delimiter(say.delimiters[delimiter] ?? `"${delimiter}"`)]),
    ...(quote === undefined || quote === '"' ? [] : [say.quote(quote)]),
    ...(lineEnds === undefined ? [] : [say.lineEnds[lineEnds]]),
    ...(headerLine === undefined ? [] : [say.header(headerLine)]),
  ];
  return [
    ...(how.length === 0 ? [] : [words.asTitle(words.list(how))]),
    words.clauses([
      say.size(profile.rows, profile.columns.length),
      ...(profile.refused > 0 ? [say.refused(profile.refused)] : []),
    ]),
    ...(preamble === undefined || preamble.length === 0 ? [] : [say.preamble(preamble.join(' / '))]),
    ...(sheets === undefined || sheets.length < 2 ? [] : [say.sheets(words.list(sheets))]),
    forms[guess.form],
  ];
}

function columnTable({ profile, guess }: InspectedTable, words: Words): Table {
  const { columns: titles, kinds, roles, whys, because, atLeast } = words.inspect;
  const columns: Column[] = [
    { key: 'column', title: titles.name, kind: 'text' },
    { key: 'kind', title: titles.kind, kind: 'text' },
    { key: 'filled', title: titles.filled, kind: 'text', align: 'right' },
    { key: 'distinct', title: titles.distinct, kind: 'text', align: 'right' },
    { key: 'holds', title: titles.holds, kind: 'text' },
    { key: 'role', title: titles.role, kind: 'text' },
  ];
  const rows = profile.columns.map((column): Row => {
    const role = guess.roles.find((each) => each.column === column.name);
    const distinct = words.count(column.distinct);
    return [
      column.name,
      kinds[column.kind],
      filledShare(column.filled, profile.rows, words),
      column.isCapped ? atLeast(distinct) : distinct,
      holdsText(column, words),
      role === undefined ? '' : role.why === 'header' ? roles[role.role] : because(roles[role.role], whys[role.why]),
    ];
  });
  return { columns, rows };
}

/** Never 100 % where a cell is blank, nor 0 % where one is not. */
function filledShare(filled: number, rows: number, words: Words): string {
  if (rows === 0) return words.unknown;
  const percent = (filled / rows) * 100;
  const whole = filled === rows ? 100 : Math.min(99, Math.max(filled === 0 ? 0 : 1, Math.round(percent)));
  return words.percent(whole);
}

const SHOWN = 4;
const LONGEST = 24;

function holdsText({ kind, values, examples, numbers, distinct, stamps }: ColumnProfile, words: Words): string {
  const { valueCount, from, more } = words.inspect;
  if (numbers !== undefined) return from(words.count(numbers.least), words.count(numbers.greatest));
  if (kind === 'instant' && stamps !== undefined) return shortened(examples[0] ?? '');
  const shown = (values ?? []).slice(0, SHOWN).map(({ value, rows }) => valueCount(shortened(value), rows));
  const list = words.list(shown.length > 0 ? shown : examples.map(shortened));
  return distinct > Math.max(shown.length, examples.length) && shown.length > 0 ? more(list) : list;
}

function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= LONGEST ? value : `${letters.slice(0, LONGEST - 2).join('')}..`;
}

function timeTable({ profile: { columns: profiles }, guess }: InspectedTable, words: Words): Table {
  const { columns: titles, times } = words.inspect;
  const stamped = profiles.flatMap(({ name, stamps, filled }) =>
    stamps === undefined ? [] : [{ name, stamps, filled }],
  );
  const hasOrder = stamped.some(({ stamps }) => stamps.dayOrder !== undefined);
  const columns: Column[] = [
    { key: 'column', title: titles.name, kind: 'text' },
    { key: 'format', title: times.format, kind: 'text' },
    { key: 'precision', title: times.precision, kind: 'text' },
    { key: 'from', title: times.from, kind: 'utc' },
    { key: 'to', title: times.to, kind: 'utc' },
    { key: 'zone', title: times.zone, kind: 'text' },
    ...(hasOrder ? [{ key: 'day_order', title: times.dayOrder, kind: 'text' as const }] : []),
  ];
  const rows = stamped.map(({ name, stamps, filled }): Row => {
    const stated = guess.stated.find(({ column }) => column === name);
    const isUntold = stamps.dayOrder === 'undecided';
    const order = (isUntold ? stated?.dayOrder : undefined) ?? stamps.dayOrder;
    // Of the cells that the mapping settles only those are known that are the same either way: no range.
    const range = order === stamps.dayOrder ? [stamps.from, stamps.to] : [undefined, undefined];
    return [
      name,
      stated?.format ?? stamps.patterns[0]?.value ?? '',
      precisionText(stamps.precision, words),
      ...range.map(wallClock),
      stamps.withZone === 0 && stated?.zone !== undefined ? stated.zone : zoneText(stamps, filled, words),
      ...(hasOrder ? [order === undefined ? '' : words.inspect.dayOrders[order]] : []),
    ];
  });
  return { columns, rows };
}

function precisionText(precision: StampProfile['precision'], words: Words): string {
  const { precisions, valueCount } = words.inspect;
  const [only] = precision;
  if (precision.length === 1 && only !== undefined) return precisions[only.grade];
  return words.list(precision.map(({ grade, rows }) => valueCount(precisions[grade], rows)));
}

/** As it is written: of stamps without a zone nobody knows the instant. */
function wallClock(at: number | undefined): string {
  return at === undefined
    ? ''
    : iso(at)
        .replace('T', ' ')
        .replace(/(?: 00:00:00)?Z$/, '');
}

function zoneText({ withZone, offsets }: StampProfile, filled: number, words: Words): string {
  if (withZone === 0) return words.inspect.noZone;
  const list = words.list(offsets.map(offsetText));
  return withZone === filled ? list : words.inspect.someZones(list, words.share(withZone, filled));
}

export function offsetText(minutes: number): string {
  const [ahead, sign] = [Math.abs(minutes), minutes < 0 ? '-' : '+'];
  return `${sign}${String(Math.floor(ahead / 60)).padStart(2, '0')}:${String(ahead % 60).padStart(2, '0')}`;
}
