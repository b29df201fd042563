import { monthsBefore } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { BreachRef, Consequence } from '../domain/consequence.ts';
import type { Countable, Ladder, Rounding } from '../domain/consequence-rules.ts';
import type { PersonnelFact } from '../domain/personnel.ts';
import type { Instant } from '../domain/time.ts';
import { awarded, nameOf } from './awarded.ts';
import { treasurer } from './caps.ts';
import { type Chronicle, chronicle, countWithin, type Happening } from './chronicle.ts';
import { climb, highestOf, type Item, type Step } from './climb.ts';
import { type BreachEvent, countedOnce, type Society } from './events.ts';
import { subjectOf } from './subjects.ts';
import { hasBegun, isCalendarWindow, type WindowAt, windowsOf } from './windows.ts';

/** What ladders are climbed with. */
export interface Climate {
  readonly zone: Zone;
  readonly asOf: Instant;
  readonly society: Society;
  readonly rounding: Rounding;
  /** In time order. */
  readonly breaches: readonly BreachEvent[];
  readonly facts: readonly PersonnelFact[];
}

/**
 * The consequences of ladders that grow with each breach or consequence; those known only at the end of a window are handed
 * in, for others may count them.
 *
 * Ladders come in the order in which they depend on each other: one that counts warnings after those that give them.
 */
export function climbLadders(
  ladders: readonly Ladder[],
  atWindowEnd: ReadonlyMap<Ladder, readonly Consequence[]>,
  climate: Climate,
): Consequence[] {
  const past = chronicle();
  past.add(
    climate.facts.map((fact) => {
      const { who, what, at } = fact;
      return { who, kind: 'employee', what, at, settledAt: at, decidedAt: at, breach: undefined, fact };
    }),
  );
  const all: Consequence[] = [];
  for (const ladder of inDependence(ladders)) {
    const given: readonly Given[] =
      atWindowEnd.get(ladder)?.map((consequence) => ({ consequence, at: consequence.settledAt })) ??
      climbOne(ladder, past, climate);
    for (const { consequence } of given) all.push(consequence);
    past.add(given.flatMap((each) => happeningOf(each, climate.asOf)));
  }
  return all;
}

/** A consequence, and the instant from which on others may count it. */
interface Given {
  readonly consequence: Consequence;
  readonly at: Instant;
}

/** The highest tier of a quarter may still be passed until the quarter is over. */
function happeningOf({ consequence, at }: Given, asOf: Instant): Happening[] {
  const { who, kind, settledAt, at: decidedAt, breach, consequence: what } = consequence;
  if (kind === 'customer' || at > asOf) return [];
  return [{ who, kind, what: what as Countable, at, settledAt, decidedAt, breach }];
}

/** A ladder after all whose consequences it looks at. The policy reader has refused circles. */
export function inDependence(ladders: readonly Ladder[]): Ladder[] {
  const ordered: Ladder[] = [];
  const waiting = [...ladders];
  while (waiting.length > 0) {
    const next = waiting.find((ladder) =>
      waiting.every((other) => other === ladder || !looksAt(ladder).some((what) => givenBy(other).includes(what))),
    );
    if (next === undefined) throw new Error('ladders count each other’s consequences in a circle');
    ordered.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return ordered;
}

function looksAt({ count, reset, tiers }: Ladder): Countable[] {
  return [
    ...(count.kind === 'consequences' ? count.of : []),
    ...(count.kind === 'breaches' && count.after !== undefined ? [count.after] : []),
    ...reset.after,
    ...tiers.flatMap(({ needs }) => needs.map(({ of }) => of)),
  ];
}

function givenBy({ tiers }: Ladder): Countable[] {
  return tiers.flatMap(({ awards }) => awards.map(nameOf));
}

/** What an item stands for: a breach, or an earlier consequence. */
type Source = BreachEvent | Happening;

function climbOne(ladder: Ladder, past: Chronicle, climate: Climate): Given[] {
  const windowOf = windowsOf(ladder.window, climate.zone);
  return [...itemsBySubject(ladder, past, climate)].flatMap(([who, items]) =>
    climbFor(who, ladder, items, windowOf, past, climate),
  );
}

function itemsBySubject(ladder: Ladder, past: Chronicle, { breaches, society }: Climate): Map<string, Item<Source>[]> {
  const { count, per } = ladder;
  const items = new Map<string, Item<Source>[]>();
  if (count.kind === 'consequences') {
    for (const who of past.subjects(per)) {
      const counted = past.of(per, who).filter(({ what }) => count.of.includes(what));
      const own = counted.map((happening) => ({ source: happening, at: happening.at, weight: 1 }));
      if (own.length > 0) items.set(who, own);
    }
    return items;
  }
  if (count.kind !== 'breaches' && count.kind !== 'overtime') return items;
  const add = (who: string | undefined, item: Item<Source>) => {
    if (who === undefined) return;
    const list = items.get(who);
    if (list === undefined) items.set(who, [item]);
    else list.push(item);
  };
  for (const event of countedOnce(breaches, count.filter, society)) {
    const { breach, stoppedAt } = event;
    if (ladder.sparesOffDuty && breach.charged?.offDuty !== undefined) continue;
    const who = subjectOf(breach.answering, per, event.decidedAt, breach.fields, society);
    if (count.kind === 'breaches') {
      add(who, { source: event, at: event.at, weight: count.weights.get(event.severity ?? '') ?? 1 });
    } else if (stoppedAt !== undefined) {
      // Before it stops nobody knows how long it will have been.
      const source = { ...event, settledAt: Math.max(event.settledAt, stoppedAt) };
      add(who, { source, at: Math.max(event.at, stoppedAt), weight: event.over ?? 0 });
    }
  }
  if (count.kind === 'overtime') for (const list of items.values()) list.sort((a, b) => a.at - b.at);
  return items;
}

function climbFor(
  who: string,
  ladder: Ladder,
  items: readonly Item<Source>[],
  windowOf: (at: Instant) => WindowAt,
  past: Chronicle,
  climate: Climate,
): Given[] {
  const { count, window, per, reset } = ladder;
  const { zone, society, rounding } = climate;
  const after = count.kind === 'breaches' ? count.after : undefined;
  const happenings = past.of(per, who);
  const instantsOf = (what: Countable | undefined) =>
    happenings.flatMap((each) => (each.what === what ? [each.at] : []));
  const afterAt = instantsOf(after);
  const needed = new Map(ladder.tiers.flatMap(({ needs }) => needs.map(({ of }) => [of, instantsOf(of)])));
  /** What this very ladder has given the subject so far: its tiers may need it. */
  const own = new Map([...needed.keys()].map((what): [Countable, Instant[]] => [what, []]));
  const hadWithin = (what: Countable, at: Instant) =>
    countWithin(needed.get(what) ?? [], windowOf(at), at) + countWithin(own.get(what) ?? [], windowOf(at), at);

  // An instant is a whole number: before it, that is until the one before.
  const isAfter = ({ at }: Item<Source>) => countWithin(afterAt, windowOf(at), at - 1) > 0;
  const counting = after === undefined ? items : items.filter(isAfter);
  const steps = climb(ladder, counting, {
    windowAt: windowOf,
    resets: happenings.flatMap(({ what, at }) => (reset.after.includes(what) || what === after ? [at] : [])),
    // Six months are over when the same hour of the same day has come, as for windows.
    isClean: (from, to) => reset.cleanMonths !== undefined && monthsBefore(to, reset.cleanMonths, zone) >= from,
    isEligible: ({ needs }, at) => needs.every(({ of, times }) => hadWithin(of, at) >= times),
    acted({ awards }, at) {
      for (const what of awards.map(nameOf)) own.get(what)?.push(at);
      return awards.some((award) => reset.after.includes(nameOf(award)));
    },
  });

  const looked = looksAt(ladder);
  const onFile = happenings.flatMap(({ fact }) => (fact !== undefined && looked.includes(fact.what) ? [fact] : []));
  const isHighest = ladder.apply === 'highest' && isCalendarWindow(window);
  // A month is closed as a whole; of a longer window its months are closed before it (S27).
  const isKnownAtEnd = isHighest && window.kind !== 'month';
  const standing = isHighest ? highestOf(steps, (at) => windowOf(at).label) : steps;
  const isPerson = per === 'employee';
  const whoName = isPerson ? society.nameOf(who) : undefined;
  const worth = treasurer(ladder, rounding, (at) => (isPerson ? society.bonusBase(who, at) : undefined));
  return standing.flatMap((step) => {
    const { source } = step.item;
    const frame = windowOf(step.item.at);
    const at = source.decidedAt;
    const breach = refOf(source);
    const facts = onFile.filter((fact) => hasBegun(frame, fact.at) && fact.at <= step.item.at);
    return step.tier.awards.map((award): Given => {
      const consequence = withCounted(counting, step, {
        who,
        ...(whoName !== undefined && { whoName }),
        kind: per,
        ladder: ladder.id,
        title: ladder.title,
        tier: step.tier.number,
        ...awarded(award, at, zone),
        ...worth(award, step.item.at, frame),
        at,
        settledAt: isKnownAtEnd ? frame.end - 1 : source.settledAt,
        window: { label: frame.label },
        count: shownCount(ladder, step),
        ...(breach !== undefined && { breach }),
        ...(facts.length > 0 && { facts }),
      });
      return { consequence, at: isKnownAtEnd ? frame.end - 1 : step.item.at };
    });
  });
}

/** A department with ten thousand fines in a month has fifty million breaches behind them. */
const MANY = 200;

/** Adds the breaches counted; where they are many they are gathered when somebody asks. */
function withCounted(
  items: readonly Item<Source>[],
  { from, until }: Step<Source>,
  consequence: Omit<Consequence, 'counted'>,
): Consequence {
  const counted = () => items.slice(from, until).flatMap(({ source }) => refOf(source) ?? []);
  if (until - from <= MANY) return { ...consequence, counted: counted() };
  return Object.defineProperty({ ...consequence, counted: [] }, 'counted', { get: counted });
}

/** Overtime is told in minutes. */
function shownCount({ count: { kind } }: Ladder, { count }: Step<Source>): number {
  return kind === 'overtime' ? count / 60_000 : count;
}

function refOf(source: Source): BreachRef | undefined {
  return 'ref' in source ? source.ref : source.breach;
}
