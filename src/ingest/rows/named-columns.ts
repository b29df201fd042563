import type { Code } from '../../diagnostics/codes.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { ColumnMapping, Records, StampMapping } from '../../domain/policy.ts';

/** A column of the export that the policy names. */
export interface NamedColumn {
  readonly name: string;
  /** Other names of it: of all of them the first that a file has. */
  readonly alternatives?: readonly string[];
  /** Form changes: a field's column may also be a value of the column that says which field changed. */
  readonly isRequired: boolean;
}

/**
 * Which columns of a table are read: those a policy names, each told by its name, or every one (to see what a file holds),
 * in the order of the file.
 */
export type Wanted = readonly NamedColumn[] | 'all';

/** Every column the policy names, once each: the order in which a reader hands over a row's cells. */
export function namedColumns(records: Records): readonly NamedColumn[] {
  const columns = new Map<string, NamedColumn>();
  const name = (mapping: ColumnMapping | undefined, isRequired: boolean) => {
    if (mapping === undefined) return;
    const { column, alternatives } = mapping;
    const isAsked = isRequired || columns.get(column)?.isRequired === true;
    columns.set(column, { name: column, ...(alternatives && { alternatives }), isRequired: isAsked });
  };
  const ask = (mapping: ColumnMapping | undefined) => name(mapping, mapping?.isOptional !== true);
  const timed = (mapping: StampMapping | undefined) => {
    if (mapping?.timeOfDay === undefined) return;
    name({ column: mapping.timeOfDay, values: mapping.values, place: mapping.place }, mapping.isOptional !== true);
  };

  const { ticket, at, events, event, actor, sequence, change, durations, fields } = records;
  // Without these no row says anything, whoever named them.
  for (const mapping of [ticket, at, event, change?.field, change?.to]) name(mapping, true);
  for (const mapping of [...events, actor, actor?.role, sequence, change?.from, ...durations]) ask(mapping);
  // In form changes a field may have no column of its own: it is then a value of the column that says which changed.
  for (const mapping of fields) name(mapping, records.form !== 'changes' && mapping.isOptional !== true);
  for (const mapping of [at, ...events, ...fields.map(({ time }) => time)]) timed(mapping);
  return [...columns.values()];
}

/**
 * One fault for each column that is required and lacking, with the columns there are.
 * `remark` says more about all of them, such as a delimiter that looks wrong.
 */
export function missingColumns(
  columns: readonly NamedColumn[],
  present: readonly string[],
  place: { readonly file: string; readonly line?: number },
  remark?: string,
): readonly Diagnostic<Code>[] {
  const there = new Set(present);
  return columns
    .filter(
      ({ name, alternatives = [], isRequired }) =>
        isRequired && ![name, ...alternatives].some((each) => there.has(each)),
    )
    .map(({ name, alternatives = [] }) => {
      const near = suggest(name, present);
      const list = present.length > 0 ? `The file has: ${present.map(quoted).join(', ')}.` : 'The file has no columns.';
      const hints = [remark, near === undefined ? undefined : `Did you mean ${quoted(near)}?`, list];
      return {
        code: 'missing-column',
        place,
        message: `the policy names column ${[name, ...alternatives].map(quoted).join(' or ')}, which this file lacks`,
        hint: hints.filter((hint) => hint !== undefined).join(' '),
      };
    });
}

function quoted(name: string): string {
  return `"${name}"`;
}
