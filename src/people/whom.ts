import type { Code } from '../diagnostics/codes.ts';
import { inTurn, say } from '../diagnostics/say.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic, Sentence } from '../domain/diagnostic.ts';
import type { Person } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { NamedRow } from './named-rows.ts';
import { personFinder } from './roster.ts';

/** How a file says whom a row is about: by the roster's id, by name, or by both. */
export const WHOM = { id: ['who', 'id', '工号'], name: ['name', '姓名'] } as const;

/** Who a row is about, by the roster's id or, without a roster, as the export names them; else a finding. */
export type Whom = (row: NamedRow<'id' | 'name'>, at: Instant) => { readonly who: string } | Diagnostic<Code>;

/** @param people the roster, of the file `roster`; `undefined` where there is none */
export function whomOn(people: readonly Person[] | undefined, roster = 'the roster'): Whom {
  if (people === undefined) return ({ cell }) => ({ who: cell('name') || cell('id') });
  const find = personFinder(people);
  const names = [...new Set(people.flatMap(({ id, name, aliases }) => [id, name, ...aliases]))];
  return ({ cell, place }, at) => {
    const [id, name] = [cell('id'), cell('name')];
    const text = id || name;
    const match = find(text, at);
    const finding = (message: Sentence, hint: Sentence): Diagnostic<Code> => ({
      code: 'unknown-person',
      place,
      message,
      hint: say`The row has no effect. ${hint}`,
    });
    if (match.kind === 'none') {
      const meant = suggest(text, names);
      const near = meant === undefined ? undefined : say`Did you mean "${meant}"?`;
      return finding(say`"${text}" is not in ${roster}`, inTurn(say`Name somebody by the roster’s id.`, near));
    }
    if (match.kind === 'several') {
      const ids = match.persons.map((person) => person.id);
      return finding(say`"${text}" is ${match.persons.length} people in ${roster}: ${ids}`, say`Name the id.`);
    }
    const { person } = match;
    if (id !== '' && name !== '' && name !== person.name && !person.aliases.includes(name)) {
      return finding(say`"${id}" is ${person.name} in ${roster}, and "${name}" here`, say`Mend the id or the name.`);
    }
    return { who: person.id };
  };
}
