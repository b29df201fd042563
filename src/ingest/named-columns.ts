import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { ColumnMapping, Records } from '../domain/policy.ts';

/** A column of the export that the policy names. */
export interface NamedColumn {
  readonly name: string;
  /** Form changes: a field's column may also be a value of the column that says which field changed. */
  readonly isRequired: boolean;
}

/** Every column the policy names, once each: the order in which a reader hands over a row's cells. */
export function namedColumns(records: Records): readonly NamedColumn[] {
  const required: (ColumnMapping | undefined)[] = [
    records.ticket,
    records.at,
    ...records.events,
    records.event,
    records.actor,
    records.actor?.role,
    records.sequence,
    records.change?.field,
    records.change?.to,
    records.change?.from,
  ];
  const fieldsRequired = records.form !== 'changes';
  const columns = new Map<string, boolean>();
  for (const mapping of required) if (mapping !== undefined) columns.set(mapping.column, true);
  for (const { column } of records.fields) columns.set(column, fieldsRequired || columns.get(column) === true);
  return [...columns].map(([name, isRequired]) => ({ name, isRequired }));
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
    .filter(({ name, isRequired }) => isRequired && !there.has(name))
    .map(({ name }) => {
      const near = suggest(name, present);
      const list = present.length > 0 ? `The file has: ${present.map(quoted).join(', ')}.` : 'The file has no columns.';
      const hints = [remark, near === undefined ? undefined : `Did you mean ${quoted(near)}?`, list];
      return {
        code: 'missing-column',
        place,
        message: `the policy names column ${quoted(name)}, which this file lacks`,
        hint: hints.filter((hint) => hint !== undefined).join(' '),
      };
    });
}

function quoted(name: string): string {
  return `"${name}"`;
}
