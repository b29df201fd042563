import type { ColumnMapping, DurationColumn, Records, SourceVerdict, StampMapping } from '../../domain/policy.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { type Item, item } from './chapter.ts';
import { columnItems } from './columns.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How the export is read: what of it can decide a verdict, and what its columns are called elsewhere. */
export function recordItems(records: Records, words: Catalogue): Item[] {
  const { rules } = words;
  return [
    item(rules.sentences(rowTexts(records, words))),
    item(rules.sentences(orderTexts(records, words))),
    ...stampItems(records, words),
    ...records.durations.map((each) => item(lengthText(each, records, words))),
    ...(records.missing.length === 0
      ? []
      : [item(rules.records.missing(rules.and(records.missing.map((cell) => cellText(cell, words)))))]),
    ...columnItems(records, words),
    ...nameItems(records, words),
    ...(records.verdicts ?? []).map((verdict) => item(verdictText(verdict, words))),
  ];
}

function cellText(cell: string, { rules }: Catalogue): string {
  return cell === '' ? rules.blank : rules.quoted(cell);
}

function rowTexts({ form, ticket, rows, repeats, at, event, actor, change }: Records, { rules }: Catalogue): string[] {
  const { records: words } = rules;
  return [
    words.form[form](ticket.column),
    ...(rows.length === 0 ? [] : [words.rows(rows.join('.'))]),
    ...(form === 'tickets' ? [words.repeats[repeats]] : []),
    ...(at === undefined ? [] : [words.at(at.column)]),
    ...(event === undefined ? [] : [words.event(event.column)]),
    ...(change === undefined ? [] : [words.change(change.field.column, change.to.column)]),
    ...(change?.from === undefined ? [] : [words.changeFrom(change.from.column)]),
    ...(actor === undefined ? [] : [words.actor(actor.column)]),
    ...(actor?.role === undefined ? [] : [words.role(actor.role.column)]),
  ];
}

/** S28; and what an empty cell of an event row means. */
function orderTexts({ form, sequence, fields }: Records, { rules }: Catalogue): string[] {
  const { records: words } = rules;
  const cleared = fields.filter((field) => field.clearedByEmpty).map(({ column }) => column);
  return [
    sequence === undefined ? words.noSequence : words.sequence(sequence.column),
    ...(form === 'tickets' ? [] : [words.held]),
    ...(form === 'events' ? [words.emptyCell] : []),
    ...(form !== 'events' || cleared.length === 0 ? [] : [words.cleared(rules.and(cleared))]),
  ];
}

/** Columns of instants that are read alike are told together (S4, S8, S31). */
function stampItems({ at, events, fields }: Records, { rules }: Catalogue): Item[] {
  const { records: words } = rules;
  const stamps = [...(at === undefined ? [] : [at]), ...events, ...fields.flatMap(({ time }) => time ?? [])];
  const alike = new Map<string, string[]>();
  for (const stamp of stamps) {
    const text = stampText(stamp, rules);
    alike.set(text, [...(alike.get(text) ?? []), stamp.column]);
  }
  return [...alike].map(([text, columns]) =>
    item(rules.sentences([alike.size === 1 ? words.allStamps : words.stamps(rules.and(columns)), text])),
  );
}

function stampText({ zone, formats, assume, ambiguous, timeOfDay }: StampMapping, rules: Catalogue['rules']): string {
  const { records: words } = rules;
  return rules.sentences([
    ...(timeOfDay === undefined ? [] : [words.timeOfDay(timeOfDay)]),
    words.zone(zone),
    ...(formats.length === 0 ? [] : [words.formats(rules.or(formats))]),
    words.assume[assume],
    words.ambiguous[ambiguous],
  ]);
}

/** A length after an event, or a total (S8). */
function lengthText({ column, after, unit, assume }: DurationColumn, records: Records, words: Catalogue): string {
  const { sentences, records: told, or, quoted } = words.rules;
  const base = after === undefined ? [] : vocabularyOf({ records }, words).event(after).columns.map(quoted);
  const what = after === undefined ? told.total(column) : told.lengthAfter(column, or(base));
  return sentences([what, told.units[unit], ...(unit === 's' || unit === 'ms' ? [] : [told.assumeLength[assume]])]);
}

/** What the source itself says is only held against ours. */
function verdictText({ column, clock, breached, met }: SourceVerdict, words: Catalogue): string {
  const { or, sentences } = words.rules;
  const { verdict } = words.compare.source;
  const cells = (texts: readonly string[]) => or(texts.map((cell) => cellText(cell, words)));
  return sentences([
    verdict.column(column, clock),
    ...(breached.length === 0 ? [] : [verdict.breached(cells(breached))]),
    ...(met.length === 0 ? [] : [verdict.met(cells(met))]),
  ]);
}

/** The names of the policy beside those of the export, so that a proof can be held against this page. */
function nameItems({ fields, event, events, durations, change, actor }: Records, words: Catalogue): Item[] {
  const { rules } = words;
  const columns = fields.map(({ field, column }) => named(field, column, rules));
  const times = events.map((each) => named(each.event, each.column, rules));
  const lengths = durations.map((each) => named(each.name, each.column, rules));
  const mapped = [event, change?.field, actor, actor?.role, ...fields, ...events].filter(
    (mapping) => mapping !== undefined,
  );
  const entries = mapped.filter(({ values }) => values.size > 0).map((mapping) => entriesText(mapping, rules));
  const lists = [...new Set([...columns, ...times, ...lengths])];
  if (lists.length === 0 && entries.length === 0) return [];
  return [
    item(rules.records.names, [
      ...(lists.length === 0 ? [] : [item(rules.records.columns(rules.and(lists)))]),
      ...entries.map((text) => item(text)),
    ]),
  ];
}

function entriesText({ column, values }: ColumnMapping, rules: Catalogue['rules']): string {
  return rules.records.entries(column, rules.and([...values].map(([theirs, ours]) => named(ours, theirs, rules))));
}

function named(ours: string, theirs: string, { records }: Catalogue['rules']): string {
  return ours === theirs ? theirs : records.named(ours, theirs);
}
