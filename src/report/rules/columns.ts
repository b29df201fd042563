import type { ColumnMapping, Records } from '../../domain/policy.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { type Item, item } from './chapter.ts';

/** Where the columns come from, what else they may be called, and which of them a file may lack. */
export function columnItems(records: Records, { rules }: Catalogue): Item[] {
  const { records: words } = rules;
  const others = [...needed(records), ...askedFor(records), ...records.fields.flatMap(({ time }) => time ?? [])];
  const names = others.flatMap(({ column, alternatives = [] }) =>
    alternatives.length === 0 ? [] : [words.entries(column, rules.or(alternatives))],
  );
  const optional = askedFor(records).flatMap(({ column, isOptional }) => (isOptional === true ? [column] : []));
  return [
    ...(records.preset === undefined ? [] : [item(words.preset(records.preset))]),
    ...(names.length === 0
      ? []
      : [
          item(
            words.alternatives,
            [...new Set(names)].map((text) => item(text)),
          ),
        ]),
    ...(optional.length === 0 ? [] : [item(words.optional(rules.and([...new Set(optional)])))]),
  ];
}

/** Columns without which no row says anything, whatever a preset says. */
function needed({ ticket, at, event, change }: Records): readonly ColumnMapping[] {
  return [ticket, at, event, change?.field, change?.to].filter((mapping) => mapping !== undefined);
}

/** In form changes a field need have no column of its own, so that none can be lacking. */
function askedFor({
  form,
  events,
  actor,
  sequence,
  change,
  durations,
  fields,
  verdicts = [],
}: Records): readonly ColumnMapping[] {
  const single = [actor, actor?.role, sequence, change?.from].filter((mapping) => mapping !== undefined);
  return [...events, ...single, ...durations, ...(form === 'changes' ? [] : [...fields, ...verdicts])];
}
