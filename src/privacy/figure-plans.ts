import type { ClockFigures, Group } from '../domain/figures.ts';
import type { Masks } from './masks.ts';
import { byCodeUnits } from './order.ts';
import { ABSENT, by, type Listed, listed, open, type Plan } from './plan.ts';

/** Titles of the policy. */
export const titlePlan = { zh: open, en: open } as const;

export const clockPlan: Plan<ClockFigures> = {
  clock: open,
  title: titlePlan,
  kind: open,
  severity: { band: open },
  leftOut: { why: open },
};

/** Whoever a group or a list names: whose name it is hangs on the kind and on what is divided by. */
export interface NamedParty {
  readonly name: string;
  readonly title?: string;
  readonly kind: Group['kind'];
}

export const partyMasks = ({ party }: Masks, { kind, name }: NamedParty, division: string) => {
  const mask = party(kind, division);
  // The roster's name would tell whose the id is.
  return { kind: open, name: (text: string) => mask(text), title: mask(name) === name ? open : ABSENT } as const;
};

export function partyPlan(masks: Masks, division: string): Plan<NamedParty> {
  return by((party: NamedParty) => partyMasks(masks, party, division));
}

export function groupPlan(masks: Masks, division: string, inner: string | undefined): Plan<Group> {
  return by((group: Group) => ({
    ...partyMasks(masks, group, division),
    clocks: clockPlan,
    groups: groupsPlan(masks, inner ?? '', undefined),
  }));
}

/** As groups stand in a report: the most breaches first, then by name. */
export function groupsPlan(masks: Masks, division: string, inner: string | undefined): Listed<Group> {
  return reordered(groupPlan(masks, division, inner), masks, division, (one, other) => breaches(other) - breaches(one));
}

/**
 * A list whose order hangs on names where all else is equal: by the new names, where there are any.
 *
 * @param rank what comes before the names
 */
export function reordered<Item extends NamedParty>(
  each: Plan<Item>,
  masks: Masks,
  division: string,
  rank: (one: Item, other: Item) => number,
): Listed<Item> {
  return listed(each, (one, other) => (masks.isHidden(division) ? rank(one, other) || byName(one, other) : 0));
}

function breaches({ clocks }: Group): number {
  return clocks.reduce((sum, clock) => sum + clock.breached, 0);
}

/** By name, numbers by their size; those that have none last. */
export function byName(one: NamedParty, other: NamedParty): number {
  return (
    Number(one.name === '') - Number(other.name === '') || byText(one.name, other.name) || byText(one.kind, other.kind)
  );
}

export function byText(one: string, other: string): number {
  const [a, b] = [one.match(NUMBERED), other.match(NUMBERED)];
  if (a !== null && b !== null && a[1] === b[1]) return Number(a[2]) - Number(b[2]);
  return byCodeUnits(one, other);
}

const NUMBERED = /^(.*?)(\d{1,15})\D?$/s;
