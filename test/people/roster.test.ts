import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/person.ts';
import { personFinder } from '../../src/people/roster.ts';

/** Days since some day; both ends as the roster has them, in. */
function line(id: string, name: string, from = -Infinity, until = Infinity, aliases: string[] = []): Person {
  return {
    id,
    name,
    aliases,
    department: '',
    team: '',
    manager: '',
    role: 'agent',
    employed: { start: from, end: until + 1 },
    place: { file: 'roster.csv', line: 2 },
  };
}

function told(people: readonly Person[], text: string, at: number): string {
  const match = personFinder(people)(text, at);
  if (match.kind === 'none') return 'nobody';
  if (match.kind === 'several') return match.persons.map(({ id }) => id).join(' or ');
  return match.absence === undefined ? match.person.id : `${match.person.id}, ${match.absence}`;
}

const staff = [
  line('E1', '李娜', 1, 9, ['Li Na', '小李']),
  line('E2', '王芳', 1, 4),
  line('E3', '王芳', 4, 9),
  line('E4', '赵敏', 5, 9, ['小李']),
  line('E5', 'E1', 1, 9),
];

describe('whom a name means', () => {
  test.each([
    ['李娜', 5, 'E1'],
    ['Li Na', 5, 'E1'],
    ['E3', 5, 'E3'],
    // The id comes before the name of somebody else.
    ['E1', 5, 'E1'],
    // The first day and the last are in; what ends is out.
    ['李娜', 1, 'E1'],
    ['李娜', 9.999, 'E1'],
    ['李娜', 10, 'E1, left'],
    ['李娜', 0.999, 'E1, not-begun'],
    // Of two of one name, whoever is there; both: neither; nobody there: no guess either.
    ['王芳', 3, 'E2'],
    ['王芳', 5, 'E3'],
    ['王芳', 4, 'E2 or E3'],
    ['王芳', 20, 'E2 or E3'],
    // An alias that two share.
    ['小李', 4, 'E1'],
    ['小李', 5, 'E1 or E4'],
    // Letter by letter.
    ['li na', 5, 'nobody'],
    ['李', 5, 'nobody'],
    ['', 5, 'nobody'],
  ])('%s on day %d: %s', (text, at, expected) => {
    expect(told(staff, text, at)).toBe(expected);
  });
});

test('one person with two lines is one: the line of the day, between them the one before, before both the earlier', () => {
  const lines = [
    { ...line('E1', '李娜', 6, 9), department: 'Repair' },
    { ...line('E1', '李娜', 1, 3), department: 'Sales' },
  ];
  const unit = (at: number) => {
    const match = personFinder(lines)('李娜', at);
    return match.kind === 'one' ? [match.person.department, match.absence] : match.kind;
  };
  expect([0, 2, 5, 7, 12].map(unit)).toEqual([
    ['Sales', 'not-begun'],
    ['Sales', undefined],
    ['Sales', 'left'],
    ['Repair', undefined],
    ['Repair', 'left'],
  ]);
});

test('who a name is may be another from the next day on which one of its bearers begins or leaves', () => {
  const untilOf = (at: number) => personFinder([line('E1', '张敏', 1, 3), line('E2', '张敏', 2, 9)])('张敏', at).until;
  expect([0, 1, 2, 3, 9, 10].map(untilOf)).toEqual([1, 2, 4, 4, 10, undefined]);
});

test('a person is never guessed: one answer has only one bearer who was there, or only one at all', () => {
  const day = fc.integer({ min: 0, max: 8 });
  const person = fc
    .tuple(fc.constantFrom('A', 'B', 'C'), day, day, fc.constantFrom('A', 'B', '1'))
    .map(([name, a, b, alias]) => ({ name, from: Math.min(a, b), until: Math.max(a, b), alias }));
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), fc.constantFrom('A', 'B', 'C', '1'), day, (rows, text, at) => {
      const people = rows.map(({ name, from, until, alias }, index) => line(String(index), name, from, until, [alias]));
      const byId = people.filter(({ id }) => id === text);
      const bearers = byId.length > 0 ? byId : people.filter((each) => [each.name, ...each.aliases].includes(text));
      const there = bearers.filter(({ employed }) => employed.start <= at && at < employed.end);
      const meant = there.length > 0 ? there : bearers;
      const expected = meant.length === 0 ? 'none' : meant.length === 1 ? 'one' : 'several';
      const match = personFinder(people)(text, at);
      expect(match.kind).toBe(expected);
      if (match.kind === 'one') {
        expect(match.person).toBe(meant[0]);
        expect(match.absence === undefined).toBe(there.length === 1);
      }
    }),
    { seed: 24, numRuns: 2000 },
  );
});
