import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Person } from '../domain/person.ts';

export interface Clashes {
  readonly errors: readonly Diagnostic<Code>[];
  readonly warnings: readonly Diagnostic<Code>[];
}

/**
 * What the lines of a roster say against each other. Two people of one name are none of it. One id on two lines is one
 * person, who must not stand in two places at a time.
 */
export function clashesOn(people: readonly Person[]): Clashes {
  const lines = Map.groupBy(people, ({ id }) => id);
  return {
    errors: [...lines.values()].flatMap(sameIdTwice),
    warnings: people.flatMap((person) =>
      person.aliases.flatMap((alias) => {
        const other = lines.get(alias)?.[0];
        return other === undefined || other.id === person.id ? [] : [aliasIsId(alias, person, other)];
      }),
    ),
  };
}

function sameIdTwice(lines: readonly Person[]): Diagnostic<Code>[] {
  return lines.flatMap((line, index) => {
    const earlier = lines.slice(0, index).find((other) => other.name !== line.name || overlap(other, line));
    if (earlier === undefined) return [];
    const { name, id, place } = line;
    const first = `${earlier.name} in line ${earlier.place.line}`;
    const message =
      id === name && earlier.name === name
        ? `"${name}" stands here a second time, and no id tells the two apart; first in line ${earlier.place.line}`
        : `the id "${id}" of ${name} is that of ${first}, too`;
    const hint = 'Two people need two ids. One person with two lines needs days, from and until, that do not overlap.';
    return [{ code: 'duplicate-id', place, message, hint }];
  });
}

function overlap({ employed: a }: Person, { employed: b }: Person): boolean {
  return a.start < b.end && b.start < a.end;
}

function aliasIsId(alias: string, { name, place }: Person, other: Person): Diagnostic<Code> {
  return {
    code: 'alias-is-id',
    place,
    message: say`the alias "${alias}" of ${name} is the id of ${other.name} in line ${other.place.line ?? 0}`,
    hint: say`An id comes first: "${alias}" in an export is ${other.name}. Take the alias out.`,
  };
}
