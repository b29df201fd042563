import type { ColumnProfile, InspectedTable, Oddity, StampProfile } from '../../domain/profile.ts';
import { iso } from '../iso.ts';
import { offsetText } from './inspect-page.ts';
import { isoDate } from './iso-date.ts';

/** What `docs/inspect.md` describes; a field that is not known is `null`, and no field is ever left out. */
export function inspectJson(tables: readonly InspectedTable[], mostValues: number): unknown {
  return { schemaVersion: 1, mostValues, tables: tables.map(tableJson) };
}

function tableJson({ profile, guess }: InspectedTable): unknown {
  const { file, written, rows, refused, columns, totals } = profile;
  return {
    file,
    format: written.format ?? null,
    encoding: written.encoding ?? null,
    delimiter: written.delimiter ?? null,
    quote: written.quote ?? null,
    lineEnds: written.lineEnds ?? null,
    headerLine: written.headerLine ?? null,
    preamble: written.preamble ?? [],
    sheets: written.sheets ?? [],
    rows,
    refused,
    form: guess.form,
    columns: columns.map((column) =>
      columnJson(
        column,
        guess.roles.find((each) => each.column === column.name),
      ),
    ),
    candidates: guess.others.map(({ role, column, why }) => ({ role, column, why })),
    presets: guess.presets.map(({ preset, title, found, of, isUsable }) => ({
      preset,
      title,
      found,
      of,
      share: Math.round((found / of) * 1000) / 1000,
      usable: isUsable,
    })),
    totalLines: totals,
    oddities: guess.oddities.map(oddityJson),
  };
}

function columnJson(column: ColumnProfile, role: { readonly role: string; readonly why: string } | undefined): unknown {
  const { name, kind, filled, distinct, isCapped, examples, values, stamps, numbers } = column;
  return {
    name,
    kind,
    filled,
    distinct,
    moreDistinct: isCapped,
    examples,
    values: values ?? null,
    numbers: numbers ?? null,
    times: stamps === undefined ? null : timesJson(stamps),
    role: role?.role ?? null,
    why: role?.why ?? null,
  };
}

function timesJson(stamps: StampProfile): unknown {
  const { patterns, precision, from, to, withZone, offsets, dayOrder, unreadable, unreadableRows, gaps } = stamps;
  return {
    formats: patterns.map(({ value, rows }) => ({ format: value, rows })),
    precision: precision.map(({ grade, rows }) => ({ to: grade, rows })),
    from: from === undefined ? null : asWritten(from),
    to: to === undefined ? null : asWritten(to),
    withZone,
    offsets: offsets.map(offsetText),
    dayOrder: dayOrder ?? null,
    unreadableRows,
    unreadable,
    gaps: gaps.map((gap) => ({ from: isoDate(gap.from), to: isoDate(gap.to) })),
  };
}

/** Without a zone: of most stamps nobody knows it, and the others are told in UTC. */
function asWritten(at: number): string {
  return iso(at).replace(/Z$/, '');
}

function oddityJson(oddity: Oddity): unknown {
  if (oddity.kind === 'gap') return { ...oddity, from: isoDate(oddity.from), to: isoDate(oddity.to) };
  if (oddity.kind === 'no-date') {
    return { kind: oddity.kind, column: oddity.column, date: oddity.date ?? null, paired: oddity.isPaired };
  }
  if (oddity.kind !== 'mixed-formats') return oddity;
  return {
    kind: oddity.kind,
    column: oddity.column,
    formats: oddity.patterns.map(({ value, rows }) => ({ format: value, rows })),
  };
}
