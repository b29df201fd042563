import type { FindPerson, Person, PersonMatch } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';

const NOBODY: PersonMatch = { kind: 'none' };

/**
 * Finds people on the roster: by id first, then by name and aliases, among those employed at the instant. Where
 * nobody of that name was, and only one person bears it, that one, with their absence; of two or more, none is
 * guessed. Texts are compared letter by letter.
 */
export function personFinder(roster: readonly Person[]): FindPerson {
  const byId = new Map<string, Person[]>();
  const byName = new Map<string, Person[]>();
  for (const person of roster) {
    enter(byId, person.id, person);
    for (const name of new Set([person.name, ...person.aliases])) enter(byName, name, person);
  }
  return (text, at) => {
    const bearers = byId.get(text) ?? byName.get(text);
    if (bearers === undefined) return NOBODY;
    const until = nextChange(bearers, at);
    return { ...matchAmong(bearers, at), ...(until < Infinity && { until }) };
  };
}

function enter(entries: Map<string, Person[]>, key: string, person: Person): void {
  const known = entries.get(key);
  if (known === undefined) entries.set(key, [person]);
  else known.push(person);
}

function matchAmong(bearers: readonly Person[], at: Instant): PersonMatch {
  const employed = bearers.filter((person) => isEmployed(person, at));
  const candidates = employed.length > 0 ? employed : bearers;
  const [first] = candidates;
  if (first === undefined) return NOBODY;
  if (candidates.some(({ id }) => id !== first.id)) return { kind: 'several', persons: candidates };
  return employed.length > 0 ? { kind: 'one', person: first } : absent(candidates, first, at);
}

/** When somebody of the name begins next, or leaves. */
function nextChange(bearers: readonly Person[], at: Instant): Instant {
  let next = Infinity;
  for (const { employed } of bearers) {
    if (employed.start > at) next = Math.min(next, employed.start);
    if (employed.end > at) next = Math.min(next, employed.end);
  }
  return next;
}

function isEmployed({ employed }: Person, at: Instant): boolean {
  return employed.start <= at && at < employed.end;
}

/** Of somebody's lines the one that ended last before the instant; before their first day, the first. */
function absent(lines: readonly Person[], first: Person, at: Instant): PersonMatch {
  const past = lines.filter(({ employed }) => employed.end <= at);
  const [head = first, ...rest] = past.length > 0 ? past : lines;
  const isNearer = (one: Person, other: Person) =>
    past.length > 0 ? one.employed.end > other.employed.end : one.employed.start < other.employed.start;
  const nearest = rest.reduce((best, line) => (isNearer(line, best) ? line : best), head);
  return { kind: 'one', person: nearest, absence: past.length > 0 ? 'left' : 'not-begun' };
}
