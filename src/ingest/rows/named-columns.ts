import type { Code } from '../../diagnostics/codes.ts';
import { inTurn, say, someOf } from '../../diagnostics/say.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Diagnostic, Sentence } from '../../domain/diagnostic.ts';
import type { ColumnMapping, Records, StampMapping } from '../../domain/policy.ts';
import type { Refusal } from './row-sink.ts';

/** A column of the export that the policy names. */
export interface NamedColumn {
  readonly name: string;
  /** Other names of it: of all of them the first that a file has. */
  readonly alternatives?: readonly string[];
  /** Form changes: a field's column may also be a value of the column that says which field changed. */
  readonly isRequired: boolean;
  /** What stays blank in a file without it, `event resolved`: to be told. Absent: nobody needs to know. */
  readonly feeds?: readonly Sentence[];
}

/**
 * Which columns of a table are read: those a policy names, each told by its name, or every one (to see what a file holds),
 * in the order of the file.
 */
export type Wanted = readonly NamedColumn[] | 'all';

/** Every column the policy names, once each: the order in which a reader hands over a row's cells. */
export function namedColumns(records: Records): readonly NamedColumn[] {
  const columns = new Map<string, NamedColumn>();
  const name = ({ column, alternatives = [] }: ColumnMapping, isRequired: boolean, feeds: readonly Sentence[] = []) => {
    const known = columns.get(column);
    const others = [...new Set([...(known?.alternatives ?? []), ...alternatives])];
    columns.set(column, {
      name: column,
      ...(others.length > 0 && { alternatives: others }),
      isRequired: isRequired || known?.isRequired === true,
      feeds: [...(known?.feeds ?? []), ...feeds],
    });
  };
  const require = (mapping: ColumnMapping | undefined) => mapping && name(mapping, true);
  const ask = (mapping: ColumnMapping | undefined, feeds: Sentence) =>
    mapping && name(mapping, mapping.isOptional !== true, [feeds]);
  const timed = (mapping: StampMapping | undefined) => {
    if (mapping?.timeOfDay === undefined) return;
    name({ column: mapping.timeOfDay, values: mapping.values, place: mapping.place }, mapping.isOptional !== true);
  };

  const { ticket, at, events, event, actor, sequence, change, durations, fields, verdicts = [] } = records;
  // Without these no row says anything, whoever named them.
  for (const mapping of [ticket, at, event, change?.field, change?.to]) require(mapping);
  for (const mapping of events) ask(mapping, say`event ${mapping.event}`);
  ask(actor, say`actor`);
  ask(actor?.role, say`actor's role`);
  ask(sequence, say`sequence`);
  ask(change?.from, say`from`);
  for (const mapping of durations)
    ask(mapping, mapping.after === undefined ? say`total ${mapping.name}` : say`event ${mapping.name}`);
  for (const mapping of fields) {
    // In form changes a field may have no column of its own: it is then a value of the column that says which changed.
    if (records.form === 'changes') name(mapping, false);
    else ask(mapping, say`field ${mapping.field}`);
  }
  for (const mapping of verdicts) {
    if (records.form === 'changes') name(mapping, false);
    else ask(mapping, say`verdict on ${mapping.clock}`);
  }
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
    .filter((column) => column.isRequired && nameIn(column, there) === undefined)
    .map((column) => {
      const near = suggest(column.name, present.slice(0, MOST_COMPARED));
      const list =
        present.length > 0 ? `The file has: ${listed(present, LONGEST_HEADER)}.` : 'The file has no columns.';
      const hints = [remark, near === undefined ? undefined : `Did you mean ${quoted(near)}?`, list];
      return {
        code: 'missing-column',
        place,
        message: `the policy names column ${namesOf(column).map(quoted).join(' or ')}, which this file lacks`,
        hint: hints.filter((hint) => hint !== undefined).join(' '),
      };
    });
}

/** What a file lacks of the columns that it may lack, and what stays blank for it; `undefined` where that is nothing. */
export function lackingColumns(columns: readonly NamedColumn[], present: readonly string[]): Refusal | undefined {
  const there = new Set(present);
  const taken = new Set(columns.map((column) => nameIn(column, there)));
  const free = present.filter((column) => !taken.has(column));
  const lacking = columns.filter(
    (column) => !column.isRequired && column.feeds?.[0] !== undefined && nameIn(column, there) === undefined,
  );
  if (lacking.length === 0) return undefined;
  const told = lacking.map(({ name, feeds = [] }) => say`${quoted(name)} (${feeds})`);
  const meant = lacking.flatMap((column) => {
    const near = namesOf(column)
      .map((name) => suggest(name, free.slice(0, MOST_COMPARED)))
      .find((found) => found !== undefined);
    return near === undefined ? [] : [say`Did you mean ${quoted(near)} for ${quoted(column.name)}?`];
  });
  const others =
    free.length === 0
      ? say`Every column that it has is read.`
      : say`It has, and the policy does not name: ${someOf(free.map(quoted), LONGEST_LIST)}.`;
  return {
    code: 'lacking-column',
    message: say`the file lacks columns that it may lack; what they would say stays blank: ${told}`,
    hint: inTurn(...meant, others),
  };
}

/** Near misses are looked for among so many columns: a sheet can have 16,384, a line of text any number. */
const MOST_COMPARED = 1000;
/** As many columns as a reader will look through. */
const LONGEST_LIST = 20;
/** Who looks for one column looks through more. */
const LONGEST_HEADER = 60;

function listed(columns: readonly string[], most: number): string {
  const more = columns.length > most ? ` and ${columns.length - most} more` : '';
  return columns.slice(0, most).map(quoted).join(', ') + more;
}

/** All names by which a file may call a column, the first in preference. */
export function namesOf({ name, alternatives = [] }: NamedColumn): readonly string[] {
  return [name, ...alternatives];
}

/** Of the names of a column the first that a file has. */
function nameIn(column: NamedColumn, there: ReadonlySet<string>): string | undefined {
  return namesOf(column).find((each) => there.has(each));
}

function quoted(name: string): string {
  return `"${name.replaceAll(/[\r\n]+/g, ' ')}"`;
}
