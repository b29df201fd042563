import { monthsBefore } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type {
  Award,
  BreachRef,
  Consequence,
  Countable,
  Ladder,
  PersonnelFact,
  Rounding,
} from '../domain/consequence.ts';
import type { Instant } from '../domain/time.ts';
import { isProposal } from './actions.ts';
import { treasurer } from './caps.ts';
import { climb, highestOf, type Item, isCalendarWindow, type Step } from './climb.ts';
import { type BreachEvent, countedOnce, type Society } from './events.ts';
import { subjectOf } from './subjects.ts';
import { isInWindow, windowAt } from './windows.ts';

/** What ladders are climbed with. */
export interface Climate {
  readonly zone: Zone;
  readonly society: Society;
  readonly rounding: Rounding;
  /** In time order. */
  readonly breaches: readonly BreachEvent[];
  readonly facts: readonly PersonnelFact[];
}

/** Something that has happened to somebody and can be counted. */
interface Happening {
  readonly who: string;
  readonly kind: Ladder['per'];
  readonly what: Countable;
  readonly at: Instant;
  /** The instant it is dated to: that of the breach behind it. */
  readonly decidedAt: Instant;
  readonly breach: BreachRef | undefined;
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
  const happenings: Happening[] = climate.facts.map(({ who, what, at }) => {
    return { who, kind: 'employee', what, at, decidedAt: at, breach: undefined };
  });
  const all: Consequence[] = [];
  for (const ladder of inDependence(ladders)) {
    const given = atWindowEnd.get(ladder) ?? climbOne(ladder, happenings, climate);
    all.push(...given);
    happenings.push(...given.flatMap(happeningOf));
    happenings.sort((a, b) => a.at - b.at);
  }
  return all;
}

function happeningOf(consequence: Consequence): Happening[] {
  const { who, kind, settledAt, at, breach, consequence: what } = consequence;
  return kind === 'customer' ? [] : [{ who, kind, what: what as Countable, at: settledAt, decidedAt: at, breach }];
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

function nameOf(award: Award): Countable {
  return award.kind === 'action' ? award.action : award.kind;
}

/** What an item stands for: a breach, or an earlier consequence. */
type Source = BreachEvent | Happening;

function climbOne(ladder: Ladder, happenings: readonly Happening[], climate: Climate): Consequence[] {
  return [...itemsBySubject(ladder, happenings, climate)].flatMap(([who, items]) => {
    const own = happenings.filter((each) => each.who === who && each.kind === ladder.per);
    return climbFor(who, ladder, items, own, climate);
  });
}

function itemsBySubject(
  ladder: Ladder,
  happenings: readonly Happening[],
  { breaches, society }: Climate,
): Map<string, Item<Source>[]> {
  const { count, per } = ladder;
  const items = new Map<string, Item<Source>[]>();
  const add = (who: string | undefined, item: Item<Source>) => {
    if (who === undefined) return;
    const list = items.get(who);
    if (list === undefined) items.set(who, [item]);
    else list.push(item);
  };
  if (count.kind === 'consequences') {
    for (const happening of happenings) {
      if (happening.kind !== per || !count.of.includes(happening.what)) continue;
      add(happening.who, { source: happening, at: happening.at, weight: 1 });
    }
    return items;
  }
  if (count.kind !== 'breaches' && count.kind !== 'overtime') return items;
  for (const event of countedOnce(breaches, count.filter, society)) {
    const { verdict } = event;
    if (ladder.sparesOffDuty && verdict.charged?.offDuty !== undefined) continue;
    const who = subjectOf(society.answering(verdict), per, event.decidedAt, verdict.fields, society);
    if (count.kind === 'breaches') {
      add(who, { source: event, at: event.at, weight: count.weights.get(event.severity ?? '') ?? 1 });
    } else if (event.stoppedAt !== undefined) {
      // Before it stops nobody knows how long it will have been.
      add(who, { source: event, at: Math.max(event.at, event.stoppedAt), weight: event.over ?? 0 });
    }
  }
  if (count.kind === 'overtime') for (const list of items.values()) list.sort((a, b) => a.at - b.at);
  return items;
}

function climbFor(
  who: string,
  ladder: Ladder,
  items: readonly Item<Source>[],
  happenings: readonly Happening[],
  climate: Climate,
): Consequence[] {
  const { count, window, reset } = ladder;
  const { zone, society, rounding } = climate;
  const after = count.kind === 'breaches' ? count.after : undefined;
  /** What this very ladder has given the subject so far: its tiers may need it. */
  const own: { readonly what: Countable; readonly at: Instant }[] = [];
  const windowOf = (at: Instant) => windowAt(window, at, zone);

  const isAfter = ({ at }: Item<Source>): boolean =>
    after === undefined ||
    happenings.some((each) => each.what === after && each.at < at && isInWindow(windowOf(at), each.at));
  const steps = climb(ladder, items.filter(isAfter), {
    windowStart: (at) => {
      const { start, isStartIn } = windowOf(at);
      return { at: start, isIn: isStartIn };
    },
    resets: happenings.flatMap(({ what, at }) => (reset.after.includes(what) || what === after ? [at] : [])),
    isClean: (from, to) => reset.cleanMonths !== undefined && monthsBefore(to, reset.cleanMonths, zone) > from,
    isEligible: ({ needs }, at) =>
      needs.every(({ of, times }) => {
        const had = [...happenings, ...own].filter((each) => each.what === of && isInWindow(windowOf(at), each.at));
        return had.length >= times;
      }),
    acted: ({ awards }, at) => {
      own.push(...awards.map((award) => ({ what: nameOf(award), at })));
      return awards.some((award) => reset.after.includes(nameOf(award)));
    },
  });

  const standing =
    ladder.apply === 'highest' && isCalendarWindow(window) ? highestOf(steps, (at) => windowOf(at).label) : steps;
  const worth = treasurer(ladder, rounding, (at) => society.bonusBase(who, at));
  return standing.flatMap((step) =>
    step.tier.awards.map((award): Consequence => {
      const at = step.item.source.decidedAt;
      const frame = windowOf(step.item.at);
      const name = society.nameOf(who);
      const breach = refOf(step.item.source);
      const counted = step.counted.flatMap(({ source }) => refOf(source) ?? []);
      return {
        who,
        ...(name !== undefined && { whoName: name }),
        kind: ladder.per,
        ladder: ladder.id,
        title: ladder.title,
        tier: step.tier.number,
        consequence: nameOf(award),
        ...worth(award, step.item.at, frame),
        isMoney: award.kind === 'fine' || award.kind === 'bonus',
        at,
        settledAt: step.item.at,
        window: { label: frame.label },
        count: shownCount(ladder, step),
        ...(breach !== undefined && { breach }),
        counted,
        isProposal: award.kind === 'action' && isProposal(award.action),
        ...(award.kind === 'action' && award.months !== undefined && { until: monthsBefore(at, -award.months, zone) }),
      };
    }),
  );
}

/** Overtime is told in minutes. */
function shownCount({ count: { kind } }: Ladder, { count }: Step<Source>): number {
  return kind === 'overtime' ? count / 60_000 : count;
}

function refOf(source: Source): BreachRef | undefined {
  return 'ref' in source ? source.ref : source.breach;
}
