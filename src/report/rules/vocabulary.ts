import type { ColumnMapping, Policy } from '../../domain/policy.ts';
import type { Catalogue } from '../../locale/catalogue.ts';

/** The role of the staff (S17), in policies and on rosters that do not say another. */
export const AGENT = 'agent';

/** What the records call our names: the reader knows the export, not the policy. */
export interface Vocabulary {
  readonly words: Catalogue;
  /** The column of a field; its name where the records do not have it. */
  field(name: string): string;
  /** Every word of the field's column that the records read as `value`, or the value itself. */
  values(field: string, value: string): readonly string[];
  /** What a field's column has for numbers, each with its number. */
  numbers(field: string): readonly (readonly [theirs: string, ours: string])[];
  event(name: string): EventNames;
  /** The column of a total. */
  total(name: string): string;
  roles(name: string): readonly string[];
  actors(name: string): readonly string[];
}

/** How an event shows in the export. */
export interface EventNames {
  /** Words of the column of events. */
  readonly words: readonly string[];
  /** Columns that hold its time. */
  readonly columns: readonly string[];
  /** Form changes: the column of the field whose change it is. */
  readonly changed?: string;
}

export function vocabularyOf({ records }: Pick<Policy, 'records'>, words: Catalogue): Vocabulary {
  const mapping = (name: string) => records.fields.find(({ field }) => field === name);
  return {
    words,
    field: (name) => mapping(name)?.column ?? name,
    values: (field, value) => theirWords(mapping(field), value),
    numbers: (field) =>
      [...(mapping(field)?.values ?? [])].filter(([, ours]) => ours !== '' && Number.isFinite(Number(ours))),
    event(name) {
      const columns = [
        ...records.events.flatMap(({ event, column }) => (event === name ? [column] : [])),
        ...records.durations.flatMap(({ name: reached, after, column }) =>
          after !== undefined && reached === name ? [column] : [],
        ),
      ];
      if (records.form === 'changes') {
        const changed = mapping(name)?.column ?? theirWords(records.change?.field, name)[0] ?? name;
        return columns.length > 0 ? { words: [], columns } : { words: [], columns, changed };
      }
      const isSaid = records.event !== undefined && (columns.length === 0 || hasWord(records.event, name));
      return { words: isSaid ? theirWords(records.event, name) : [], columns };
    },
    total: (name) => records.durations.find((each) => each.name === name)?.column ?? name,
    roles(name) {
      const [only, ...others] = theirWords(records.actor?.role, name);
      return only === AGENT && others.length === 0 ? [words.rules.agent(only)] : theirWords(records.actor?.role, name);
    },
    actors: (name) => theirWords(records.actor, name),
  };
}

/** A value that is listed for nothing keeps its own name. */
function theirWords(mapping: ColumnMapping | undefined, value: string): readonly string[] {
  const listed = [...(mapping?.values ?? [])].flatMap(([theirs, ours]) => (ours === value ? [theirs] : []));
  return listed.length > 0 ? listed : [value];
}

function hasWord(mapping: ColumnMapping, value: string): boolean {
  return [...mapping.values.values()].includes(value);
}
