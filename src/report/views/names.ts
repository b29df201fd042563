import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { Group, ObjectiveFigures, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';

/**
 * A group or a party as a reader knows it; an employee's name stands by itself, any other says what it is.
 *
 * @param title the roster's name where `name` is its id
 */
export function partyName(kind: string, name: string, words: Catalogue, title?: string): string {
  if (title !== undefined && title !== name) return words.inBrackets(title, name);
  if (kind === 'unassigned' || kind === 'nobody') return words.inBrackets('', words.parties[kind]).trim();
  if (name === '') return words.notGiven;
  if (kind === 'value') return wordFor(words.titles, name);
  return kind === 'employee' ? name : words.inBrackets(name, wordFor(words.parties, kind));
}

/** A group of a report's grouping as a reader knows it: of the weekday `mon` Monday. */
export function groupName(by: string, { kind, name, title }: Named, words: Catalogue): string {
  if (by === 'weekday') return wordFor(words.tickets.weekdays, name) || words.notGiven;
  if (by === 'hour' && /^\d{1,2}$/.test(name)) return words.tickets.hour(Number(name));
  return partyName(kind, name, words, title);
}

type Named = Pick<Group, 'kind' | 'name' | 'title'>;

/** The roster's name of whoever a report's groupings know by an id. */
export function titleOfGroup({ groups }: Pick<Report, 'groups'>, by: string, name: string): string | undefined {
  return groups.find((grouping) => grouping.by === by)?.groups.find((group) => group.name === name)?.title;
}

/** A group of an objective, with what it is a group by: `channel: Email`. */
export function objectiveGroupName(
  { by, name }: Pick<ObjectiveFigures['groups'][number], 'by' | 'name'>,
  report: Pick<Report, 'groups'>,
  words: Catalogue,
): string {
  const title = titleOfGroup(report, by, name);
  const group = { kind: 'value', name, ...(title !== undefined && { title }) } as const;
  return words.labelled(wordFor(words.fields, by), groupName(by, group, words));
}

/** Who bears a consequence: a name stands by itself, for the kind is told beside it or shows. */
export function bearerName({ who, name }: Pick<ConsequenceLine, 'who' | 'name'>, words: Catalogue): string {
  return partyName('value', who, words, name ?? undefined);
}
