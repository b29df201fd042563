import type { ColumnMapping, Policy, Records } from '../../../src/domain/policy.ts';
import type { Preset } from '../../../src/ingest/presets/preset.ts';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { readPolicies } from '../../../src/policy/read-by-grammar.ts';

const INTRODUCTION = `# Presets

Printed from \`src/ingest/presets/\`. A preset is a built-in mapping of a vendor's export to tickets: \`records: jira\` in a policy,
or \`records: {preset: jira, …}\` with keys of your own, which override it: maps are merged key by key, anything else is replaced, and a
key without a value takes the preset's out.

\`\`\`yaml
records:
  preset: jira
  time: {assume: start}                    # the preset's formats stay
  fields:
    urgency: {values: {Highest: urgent}}   # the preset's column stays
    region: Custom field (Region)          # a field more
    resolution:                            # a field less
\`\`\`

Columns that only a preset names may be lacking in a file, which a note tells (\`lacking-column\`). Those marked *needed* may not, nor may
what the policy's own rules ask: the event on which a clock stops, the field of a condition. Where some files lack it all the same, say so:
\`events: {resolved: {optional: true}}\`. Of several names of a column the first that a file has is read.`;

/** The mapping as a policy has it. Throws where the preset is no such thing. */
export function recordsOf(name: string): Policy {
  const text = `slaudit: 1\ntimezone: UTC\nrecords: ${name}\nclocks: {any: {start: {first: true}, stop: {first: true}, within: 1h}}\n`;
  const all = new Map(Object.entries(presets).map(([each, { records }]) => [each, records]));
  const { value, diagnostics } = readPolicies([{ file: 'policy.yaml', text }], all);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** docs/presets.md. */
export function presetsPage(): string {
  const names = Object.keys(presets);
  const rows = Object.entries(presets).map(
    ([name, { title }]) => `| [\`${name}\`](#${name}) | ${title} | ${recordsOf(name).records.form} |`,
  );
  const index = ['| preset | export | form |', '|---|---|---|', ...rows].join('\n');
  const sections = names.flatMap((name) => {
    const preset = presets[name];
    return preset === undefined ? [] : [section(name, preset, recordsOf(name).records)];
  });
  return `${[INTRODUCTION, index, ...sections].join('\n\n')}\n`;
}

function section(name: string, preset: Preset, records: Records): string {
  const { title, sample, export: way, languages, traps, sources } = preset;
  return [
    `## ${name}`,
    `${title}.${languages === undefined ? '' : ` Headers known in: ${languages.join(', ')}.`}`,
    `\`\`\`\n${sample.trim()}\n\`\`\``,
    `**How to get it.** ${way}`,
    `**What is read**, form ${records.form}${records.rows.length === 0 ? '' : `, rows at \`${records.rows.join('.')}\``}:`,
    columnTable(records),
    `**Mind:**\n\n${traps.map((trap) => `- ${trap}`).join('\n')}`,
    `**From:**\n\n${sources.map((source) => `- ${source}`).join('\n')}`,
  ].join('\n\n');
}

function columnTable({ form, ticket, at, event, actor, sequence, change, events, durations, fields }: Records): string {
  const single: (readonly [string, ColumnMapping | undefined])[] = [
    ['ticket', ticket],
    ["the row's instant", at],
    ['what happened', event],
    ['which field', change?.field],
    ['its new value', change?.to],
    ['its old value', change?.from],
    ['who', actor],
    ['as what', actor?.role],
    ['order within an instant', sequence],
  ];
  const needed = [ticket, at, event, change?.field, change?.to];
  const rows = [
    ...single.flatMap(([what, mapping]) =>
      mapping === undefined ? [] : [row(what, mapping, needed.includes(mapping))],
    ),
    ...events.map((mapping) => row(`event \`${mapping.event}\``, mapping, mapping.isOptional !== true)),
    ...durations.map((mapping) =>
      mapping.after === undefined
        ? row(`total \`${mapping.name}\` (${mapping.unit})`, mapping, mapping.isOptional !== true)
        : row(
            `event \`${mapping.name}\`, so long after \`${mapping.after}\` (${mapping.unit})`,
            mapping,
            mapping.isOptional !== true,
          ),
    ),
    ...fields.map((mapping) =>
      row(`field \`${mapping.field}\``, mapping, form !== 'changes' && mapping.isOptional !== true),
    ),
  ];
  return ['| read as | column | |', '|---|---|---|', ...rows].join('\n');
}

function row(what: string, { column, alternatives = [], values }: ColumnMapping, isNeeded: boolean): string {
  const names = [column, ...alternatives].map((name) => `\`${name}\``).join(', ');
  const read = [...values].map(([theirs, ours]) => `${theirs} → ${ours}`).join('; ');
  const remarks = [isNeeded ? '*needed*' : '', read].filter((remark) => remark !== '').join('. ');
  return `| ${what} | ${names} | ${remarks} |`.replaceAll(/(?<=\w)\|(?=\w)/g, '\\|');
}
