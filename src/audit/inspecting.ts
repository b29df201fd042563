import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { ColumnMapping, Policy } from '../domain/policy.ts';
import type { InspectedTable, RowRole, TableProfile } from '../domain/profile.ts';
import type { Language } from '../domain/title.ts';
import { type Draft, type DraftGround, draftPolicy as draft, inspectTable } from '../drafting/draft.ts';
import type { PresetColumns, PresetStamp } from '../drafting/presets.ts';
import { nextQuestion as ask, type Question } from '../drafting/questions.ts';
import { speaksChinese } from '../drafting/time-zone.ts';
import type { Wishes } from '../drafting/wishes.ts';
import { presets } from '../ingest/presets/presets.ts';
import { missingColumns, namedColumns } from '../ingest/rows/named-columns.ts';
import { type JsonSchema, policySchema as schemaOf } from '../policy/json-schema.ts';
import { readPolicies } from '../policy/read-by-grammar.ts';
import type { PolicyText } from '../policy/read-policy.ts';
import { RESERVED } from '../policy/reserved-names.ts';

export type { Draft } from '../drafting/draft.ts';
export { mainTable, rowsLike, strangers } from '../drafting/draft.ts';
export { NONE, type Question } from '../drafting/questions.ts';
export type { Wishes } from '../drafting/wishes.ts';
export { MOST_VALUES } from '../ingest/profile/column-profiler.ts';
export { profileExports } from '../ingest/profile/profile-exports.ts';

/** What comes before a policy: exports → profiles (`ingest/profile/`) → what they probably mean → a draft (`drafting/`). */
export function inspect(profile: TableProfile, wishes: Wishes = {}): InspectedTable {
  return inspectTable(profile, wishes, ground());
}

/** See `drafting/draft.ts`. */
export function draftPolicy(
  table: InspectedTable,
  wishes: Wishes,
  names: { readonly files: readonly string[]; readonly policy: string; readonly rows?: number },
): Draft | undefined {
  return draft(table, wishes, ground(), names);
}

/**
 * What a policy asks of a table and the table lacks, by the names that inspection gave its columns. Nothing is said of JSON,
 * where the policy may read other rows than those that were inspected.
 */
export function columnsLacking(policy: Policy, { file, columns, written }: TableProfile): readonly Diagnostic<Code>[] {
  if (written.format === 'json' || written.format === 'ndjson') return [];
  return missingColumns(
    namedColumns(policy.records),
    columns.map(({ name }) => name),
    { file },
  );
}

export function nextQuestion(table: InspectedTable, wishes: Wishes): Question | undefined {
  return ask(table, wishes, ground());
}

/** The language of most headers. */
export function languageOf(profiles: readonly TableProfile[]): Language {
  return profiles.filter(speaksChinese).length * 2 > profiles.length ? 'zh' : 'en';
}

export const presetNames: readonly string[] = Object.keys(presets);

/** The JSON Schema of policies, with the names of the presets. */
export function policySchema(): JsonSchema {
  return schemaOf(presetNames);
}

let known: DraftGround | undefined;

function ground(): DraftGround {
  known ??= { presets: Object.keys(presets).flatMap(presetColumns), reserved: RESERVED };
  return known;
}

/** A preset as the policy room reads it, in the least policy that can name it. */
function presetColumns(preset: string): PresetColumns[] {
  const policy = readWith(`records: {preset: ${JSON.stringify(preset)}}`).value;
  if (policy === undefined) return [];
  const { form, ticket, at, event, change, events, durations, fields, actor, sequence } = policy.records;
  const names = (mapping: ColumnMapping | undefined): string[] =>
    mapping === undefined ? [] : [mapping.column, ...(mapping.alternatives ?? [])];
  const row: [RowRole, string[]][] = [
    ['ticket', names(ticket)],
    ['at', names(at)],
    ['event', names(event)],
    ['actor', names(actor)],
    ['actor_role', names(actor?.role)],
    ['sequence', names(sequence)],
    ['field', names(change?.field)],
    ['to', names(change?.to)],
    ['from', names(change?.from)],
  ];
  const stamped = [at, ...events, ...fields.map(({ time }) => time)].filter((each) => each !== undefined);
  const zones = new Set(stamped.map(({ zone }) => zone));
  const [zone = NOT_SAID] = zones;
  const timesOfDay = stamped.flatMap(({ timeOfDay }) => timeOfDay ?? []);
  const all = [...events, ...durations, ...fields].flatMap(names);
  return [
    {
      preset,
      title: presets[preset]?.title ?? preset,
      form,
      needed: [ticket, at, event, change?.field, change?.to].map(names).filter((each) => each.length > 0),
      events: new Map(events.map((mapping) => [mapping.event, names(mapping)])),
      lengths: new Map(durations.filter(({ after }) => after !== undefined).map((each) => [each.name, names(each)])),
      totals: new Map(durations.filter(({ after }) => after === undefined).map((each) => [each.name, names(each)])),
      row: new Map(row.filter(([, each]) => each.length > 0)),
      eventValues: event?.values ?? new Map(),
      fields: new Map(fields.map((mapping) => [mapping.field, names(mapping)])),
      others: [names(actor)].filter((each) => each.length > 0),
      read: new Set([...all, ...timesOfDay, ...row.flatMap(([, each]) => each)]),
      stamps: new Map(
        stamped.flatMap((each): [string, PresetStamp][] => {
          const stated = { formats: each.formats, ...(each.zone !== NOT_SAID && { zone: each.zone }) };
          return names(each).map((name) => [name, stated]);
        }),
      ),
      ...(zones.size === 1 && zone !== NOT_SAID && { zone }),
    },
  ];
}

/** A zone that no preset states: stamps in it are those of which a preset leaves the zone to the policy. */
const NOT_SAID = 'Pacific/Marquesas';

function readWith(records: string): Reading<Policy | undefined, Code> {
  const text = `slaudit: 1\ntimezone: ${NOT_SAID}\n${records}\nclocks: {any: {start: {first: true}, stop: {first: true}, within: 1h}}\n`;
  return readDraft({ file: 'preset', text });
}

/** Reads a draft as any policy is read. */
export function readDraft(file: PolicyText): Reading<Policy | undefined, Code> {
  return readPolicies([file], new Map(Object.entries(presets).map(([name, { records }]) => [name, records])));
}
