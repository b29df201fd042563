import type { Catalogue } from '../../locale/catalogue.ts';
import { meanings } from './meanings.ts';
import type { ColumnId, RecordColumn } from './registry.ts';
import type { ValueSet } from './value-sets.ts';

/** Which entry a view's column has; `undefined`: it is a field of the records, which the policy names. */
export function columnId(view: string, key: string): ColumnId | undefined {
  return [`${view}.${key}`, key].find((id): id is ColumnId => Object.hasOwn(meanings, id));
}

/** A field of the records, as the policy names it. */
const FIELD: RecordColumn = { kind: 'text', meaning: 'A field of the records, by the name that the policy gives it.' };

export function recordColumn(view: string, key: string): RecordColumn {
  const id = columnId(view, key);
  return id === undefined ? FIELD : meanings[id];
}

/** For people; of the policy's own fields their name. */
export function columnTitle(view: string, key: string, { columnTitles, fields }: Catalogue): string {
  const id = columnId(view, key);
  if (id !== undefined) return columnTitles[id];
  return Object.hasOwn(fields, key) ? (fields[key as keyof typeof fields] ?? key) : key;
}

/** A value of a field, or a band of the policy, by the title that the policy gives it; any other text as it is. */
export function ownWord(view: string, key: string, value: string, { titles }: Catalogue): string {
  const isOwn = key === 'severity' || columnId(view, key) === undefined;
  const known: Readonly<Record<string, string | undefined>> = isOwn ? titles : {};
  return (Object.hasOwn(known, value) ? known[value] : undefined) ?? value;
}

/** A word of ours in the language of the report. What is none stays as it is: a policy may have words of its own. */
export function valueWord(set: ValueSet, value: string, words: Catalogue): string {
  const known: Readonly<Record<string, string>> = wordsOf(set, words);
  return Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

function wordsOf(set: ValueSet, words: Catalogue): Readonly<Record<string, string>> {
  const { values } = words.workbook;
  switch (set) {
    case 'outcome':
    case 'breachOutcome':
      return words.outcomes;
    case 'party':
      return words.parties;
    case 'groupKind':
      return { ...words.parties, ...values.groupKind };
    case 'consequence':
      return words.consequences.brought;
    case 'use':
      return words.time.uses;
    case 'given':
      return words.consequences.given;
    case 'gift':
      return { ...words.consequences.gifts, ...words.titles };
    default:
      return values[set];
  }
}
