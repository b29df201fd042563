import type { Instant } from '../domain/time.ts';
import type {
  BreachAfterHandOver,
  ClockTimeUse,
  Hand,
  HandOverFigures,
  LateHandOver,
  LatePause,
  LatePauseFigures,
  LoadFigures,
  PersonHandOvers,
  PersonLoad,
  PersonPauses,
  RunReference,
  StepFigures,
  TimePart,
  TimeUseFigures,
} from '../domain/time-figures.ts';
import { byName, byText, type NamedParty, partyMasks, partyPlan, reordered, titlePlan } from './figure-plans.ts';
import type { Masks } from './masks.ts';
import { ABSENT, by, listed, open, type Plan } from './plan.ts';
import { ruleMasks } from './rules.ts';

const EMPLOYEE = 'employee';

function runPlan(masks: Masks): Plan<RunReference> {
  return { ticket: masks.ticket, clock: open, lines: open };
}

function runMasks(masks: Masks) {
  return { ticket: masks.ticket, clock: open, lines: open } as const;
}

function handPlan(masks: Masks): Plan<Hand> {
  return partyPlan(masks, EMPLOYEE);
}

/** Who wrote the row may be a customer. */
function actorPlan(masks: Masks, at: Instant): Plan<Hand> {
  return by((hand: Hand) => ({
    ...partyMasks(masks, hand, EMPLOYEE),
    name: (text: string) => masks.actor(text, at),
  }));
}

const stepPlan: Plan<StepFigures> = { clock: open, title: titlePlan, kind: open };

/** A rule by which the clock pauses names somebody. */
function pausesQuote(masks: Masks, id: string): boolean {
  const { isQuoted } = ruleMasks(masks);
  const rules = masks.clocks.filter((clock) => clock.id === id).flatMap(({ pause }) => pause);
  return rules.some((rule) => rule.kind === 'while' && isQuoted(rule.when));
}

type UseGroup = ClockTimeUse['groupings'][number]['groups'][number];

export function timeUsePlan(masks: Masks): Plan<TimeUseFigures> {
  return {
    steps: stepPlan,
    weakest: open,
    clocks: by((clock: ClockTimeUse) => {
      // The words of a pause rule may be a condition on who somebody is.
      const rule = pausesQuote(masks, clock.clock) ? masks.free : open;
      const parts: Plan<TimePart> = { use: open, waitingFor: open, rule };
      return {
        clock: open,
        title: titlePlan,
        parts,
        groupings: by((grouping: ClockTimeUse['groupings'][number]) => ({
          by: open,
          groups: listed(
            // It is divided once.
            by((group: UseGroup) => ({ ...partyMasks(masks, group as NamedParty, grouping.by), inner: ABSENT, parts })),
            (one, other) => (masks.isHidden(grouping.by) ? other.wall - one.wall || byText(one.name, other.name) : 0),
          ),
        })),
        longest: { lines: { ...runMasks(masks), outcome: open, parts } },
      };
    }),
  };
}

export function loadPlan(masks: Masks): Plan<LoadFigures> {
  return {
    days: { first: open, last: open },
    // Names of holidays.
    specialDays: { date: open, is: open, name: open },
    standOut: { runs: { lines: runPlan(masks) } },
    people: reordered(
      by((person: PersonLoad) => ({ ...partyMasks(masks, person, EMPLOYEE), heldAtOnceAt: open })),
      masks,
      EMPLOYEE,
      (one, other) => other.met + other.breached - one.met - one.breached || other.received - one.received,
    ),
  };
}

export function handOversPlan(masks: Masks): Plan<HandOverFigures> {
  type Pair = HandOverFigures['pairs'][number];
  const pair: Plan<Pair> = { from: handPlan(masks), to: handPlan(masks) };
  const late: Plan<LateHandOver> = { ...runMasks(masks), at: open, from: handPlan(masks), to: handPlan(masks) };
  const after: Plan<BreachAfterHandOver> = {
    ...runMasks(masks),
    dueAt: open,
    charged: handPlan(masks),
    most: handPlan(masks),
  };
  return {
    pairs: listed(pair, (one: Pair, other: Pair) => {
      if (!masks.isHidden(EMPLOYEE)) return 0;
      return other.handOvers - one.handOvers || byName(one.from, other.from) || byName(one.to, other.to);
    }),
    people: reordered(
      by((person: PersonHandOvers) => partyMasks(masks, person, EMPLOYEE)),
      masks,
      EMPLOYEE,
      (one, other) => other.handedOn + other.takenOver - one.handedOn - one.takenOver,
    ),
    late: { lines: late },
    afterHandOver: { lines: after },
  };
}

export function latePausesPlan(masks: Masks): Plan<LatePauseFigures> {
  return {
    people: reordered(
      by((person: PersonPauses) => partyMasks(masks, person, EMPLOYEE)),
      masks,
      EMPLOYEE,
      (one, other) => other.pauses.numerator - one.pauses.numerator,
    ),
    late: {
      lines: by((pause: LatePause) => ({
        ...runMasks(masks),
        at: open,
        by: pause.isByActor ? actorPlan(masks, Date.parse(pause.at)) : handPlan(masks),
        until: open,
        outcome: open,
      })),
    },
  };
}
