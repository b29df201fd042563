import type { FindPerson, Holder } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Hand } from '../domain/time-figures.ts';
import { byCodeUnits } from './order.ts';
import { nameOf, type Party } from './party.ts';

/** By which roster people are called; absent: a name is whoever bears it. */
export interface Roll {
  readonly asOf: Instant;
  readonly find?: FindPerson;
}

/** A holder as groups by employee are called. */
export function partyOf(holder: Holder | undefined, { find }: Roll): Party {
  if (holder === undefined) return { kind: 'unassigned', name: '' };
  if (holder.id !== undefined) return { kind: 'employee', name: holder.id };
  return { kind: find === undefined ? 'employee' : 'unmatched', name: holder.name };
}

/** The same with the roster's name for its id. */
export function handOf({ kind, name }: Party, roll: Roll): Hand {
  const title = kind === 'employee' ? nameOf(name, roll) : undefined;
  return { kind, name, ...(title !== undefined && { title }) };
}

/** A key for maps: texts only, so that totals stay plain. */
export function keyOf({ kind, name }: Party): string {
  return `${kind} ${name}`;
}

export function partyKeyed(key: string): Party {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at) as Party['kind'], name: key.slice(at + 1) };
}

export function byName(a: Party, b: Party): number {
  return byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind);
}
