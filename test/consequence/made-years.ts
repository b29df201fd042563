import fc from 'fast-check';
import { DAY } from '../../src/calendar/dates.ts';
import { zone } from '../../src/calendar/zone.ts';
import type { Award, Compensation, Ladder, Reward } from '../../src/domain/consequence-rules.ts';
import type { PersonnelFact } from '../../src/domain/personnel.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { clock, HOUR, verdict } from '../figures/verdicts.ts';
import {
  action,
  attainment,
  breach,
  breaches,
  compensation,
  consequences,
  fine,
  ladder,
  overtime,
  points,
  reward,
  tier,
} from './world.ts';

// Small random years for properties: what happened to three people on two clocks, and ladders to climb with it.

export const PEOPLE = ['Li', 'Wang', 'Zhao'];
export const CLOCKS = [clock('response'), clock('repair')];
const FIRST = Date.UTC(2025, 10, 1);
/** Fourteen months: windows reach over a year's end, and rolling ones over their own length. */
export const MONTHS = Array.from({ length: 15 }, (_, index) => Date.UTC(2025, 10 + index, 1));
export const END = Date.UTC(2027, 0, 1);

/** One run, and how it went on: what was known of it at any time. */
export interface Story {
  readonly ticket: string;
  readonly who: string;
  readonly clock: number;
  /** The time ran out; of a run that was met its stop. */
  readonly at: number;
  readonly isMet: boolean;
  /** From the due instant until it was beyond doubt: due at closing, settled at the next opening. */
  readonly doubt: number;
  /** From then on until it came into the second and third band. */
  readonly growth: readonly [number, number];
  /** From then on until it stopped. */
  readonly length: number | undefined;
  readonly offDuty: boolean;
  readonly excused: boolean;
}

/** Often on the edge of a month of the zone, where what is in and out is decided. */
function instants(place: string): fc.Arbitrary<number> {
  const there = zone(place);
  const edges = MONTHS.slice(0, -1).map((utc) => there?.startOf(utc / DAY) ?? 0);
  const anywhere = fc.integer({ min: 0, max: (END - FIRST) / HOUR }).map((hours) => FIRST + hours * HOUR);
  const edge = fc
    .tuple(fc.constantFrom(...edges), fc.constantFrom(-HOUR, -1, 0, 1, HOUR))
    .map(([start, shift]) => start + shift);
  return fc.oneof({ weight: 3, arbitrary: anywhere }, { weight: 1, arbitrary: edge });
}

const hours = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count * HOUR);

export function stories(place: string, most = 25, least = 0): fc.Arbitrary<Story[]> {
  const story = fc.record({
    who: fc.constantFrom('Li', ...PEOPLE),
    clock: fc.nat({ max: CLOCKS.length - 1 }),
    at: instants(place),
    isMet: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    doubt: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: hours(72) }),
    growth: fc.tuple(hours(24 * 40), hours(24 * 40)),
    length: fc.option(
      hours(24 * 50).map((length) => length + HOUR),
      { nil: undefined },
    ),
    offDuty: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    excused: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  });
  return fc
    .array(story, { minLength: least, maxLength: most, size: 'max' })
    .map((all) => all.map((each, index) => ({ ...each, ticket: `T-${String(index).padStart(2, '0')}` })));
}

/** What was known of a run as of an instant; `undefined`: it was still within its time. */
export function asOf(story: Story, instant: number): Verdict | undefined {
  const { ticket, who, at, doubt, growth, length } = story;
  const text = (each: number) => new Date(each).toISOString().slice(0, -1).replace('T', ' ');
  const told = { ticket, clock: CLOCKS[story.clock] ?? clock('response') };
  if (story.isMet) {
    if (at > instant) return undefined;
    return verdict({ ...told, outcome: 'met', stop: text(at), fields: ['', who, '', '', `team of ${who}`, ''] });
  }
  const settled = at + doubt;
  if (settled >= instant) return undefined;
  const stop = length === undefined || settled + length > instant ? undefined : settled + length;
  const end = stop ?? instant;
  const bands = [
    ['minor', settled],
    ['major', settled + growth[0]],
    ['severe', settled + growth[0] + growth[1]],
  ] as const;
  const entered = bands.filter(([, from], index) => from <= end && (bands[index + 1]?.[1] ?? Infinity) > from);
  return breach({
    ...told,
    who,
    due: text(at),
    settled: text(settled),
    over: end - settled,
    severity: entered.at(-1)?.[0] ?? '',
    bands: entered.map(([name, from]) => [name, text(from)]),
    outcome: story.excused ? 'excused' : 'breached',
    charged: { to: who, kind: 'employee', ...(story.offDuty && { offDuty: 'leave' }) },
    fields: { assignee: who, price: '123.45', team: `team of ${who}` },
    ...(stop !== undefined && { stop: text(stop) }),
  });
}

export function factsOf(place: string): fc.Arbitrary<PersonnelFact[]> {
  const fact = fc.record({
    who: fc.constantFrom(...PEOPLE),
    what: fc.constantFrom('oral_warning', 'training', 'exam_failed'),
    at: instants(place),
  });
  return fc.array(fact, { maxLength: 9, size: 'max' }).map((facts) =>
    facts.map(({ what, ...rest }) => {
      return { ...rest, what: what as PersonnelFact['what'], reason: '', place: { file: 'personnel.csv', line: 2 } };
    }),
  );
}

export const calendarWindow: fc.Arbitrary<Ladder['window']> = fc
  .constantFrom('month', 'quarter', 'year')
  .map((kind) => ({ kind: kind as 'month' | 'quarter' | 'year' }));
export const rollingWindow: fc.Arbitrary<Ladder['window']> = fc
  .constantFrom(1, 2, 6, 12)
  .map((count) => ({ kind: 'rolling', months: count }));
export const anyWindow: fc.Arbitrary<Ladder['window']> = fc.oneof(
  calendarWindow,
  rollingWindow,
  fc.constant<Ladder['window']>({ kind: 'ever' }),
);

export const award: fc.Arbitrary<Award> = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map(fine),
  fc.integer({ min: 1, max: 10_000 }).map((share): Award => ({ kind: 'bonus', share })),
  fc.integer({ min: 1, max: 500 }).map((parts) => points(parts / 100)),
  fc.constantFrom('oral_warning', 'written_warning').map((each) => action(each as 'oral_warning')),
);

export const rhythm = fc.oneof(
  fc.constant({}),
  fc.constant({ repeats: true }),
  fc.integer({ min: 1, max: 4 }).map((every) => ({ every })),
);

const cap: fc.Arbitrary<Ladder['cap']> = fc.record(
  {
    fine: fc.integer({ min: 1, max: 60_000 }),
    fineShare: fc.integer({ min: 1, max: 5000 }),
    bonusShare: fc.integer({ min: 1, max: 10_000 }),
    points: fc.integer({ min: 1, max: 1000 }).map((parts) => parts / 100),
  },
  { requiredKeys: [] },
);

const severities = fc.constantFrom<string[]>([], [], ['minor'], ['severe'], ['major', 'severe']);
const clocks = fc.constantFrom<string[]>([], ['response'], ['repair']);
const weights = fc.constantFrom<Record<string, number>>({}, { severe: 3 }, { minor: 0, major: 2, severe: 5 });

/** Ladders over breaches, with everything about them but what they need of others. */
export function breachLadder(window: fc.Arbitrary<Ladder['window']>, id = 'breaches'): fc.Arbitrary<Ladder> {
  return fc
    .record({
      window,
      tiers: fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 6 }),
          fc.uniqueArray(award, { minLength: 1, maxLength: 2, selector: ({ kind }) => kind }),
          rhythm,
        ),
        { minLength: 1, maxLength: 3 },
      ),
      severities,
      clocks,
      weights,
      cap,
      grace: fc.constantFrom(0, 0, 1, 2),
      cleanMonths: fc.constantFrom(undefined, undefined, 1, 3),
      sparesOffDuty: fc.boolean(),
    })
    .map(({ tiers, severities: bands, clocks: ids, weights: by, cleanMonths, ...rest }) =>
      ladder(
        tiers.map(([at, awards, how]) => tier(at, awards, how)),
        {
          id,
          count: breaches({ severities: bands, clocks: ids }, { weights: by }),
          reset: { after: [], ...(cleanMonths !== undefined && { cleanMonths }) },
          ...rest,
        },
      ),
    );
}

/** All that a policy may have, each part as it depends on the others. */
export const rulesOf: fc.Arbitrary<{
  readonly ladders: readonly Ladder[];
  readonly compensation: readonly Compensation[];
  readonly rewards: readonly Reward[];
}> = fc
  .record({
    first: breachLadder(anyWindow, 'first'),
    highest: breachLadder(calendarWindow, 'highest'),
    time: fc.record({ window: anyWindow, at: fc.integer({ min: 1, max: 100 }), how: rhythm }),
    trained: anyWindow,
    after: anyWindow,
    warned: fc.record({ window: anyWindow, how: rhythm, at: fc.integer({ min: 1, max: 4 }), isReset: fc.boolean() }),
    needy: anyWindow,
    attained: fc.record({ window: calendarWindow, below: fc.integer({ min: 1, max: 100 }) }),
    rewarded: calendarWindow,
  })
  .map(({ first, highest, time, trained, after, warned, needy, attained, rewarded }) => ({
    ladders: [
      ladder([tier(warned.at, action('written_warning'), warned.how)], {
        id: 'warned',
        count: consequences('oral_warning', 'fine'),
        window: warned.window,
        reset: { after: warned.isReset ? ['written_warning', 'training'] : [] },
      }),
      first,
      { ...highest, apply: 'highest' },
      ladder([tier(time.at * HOUR, fine(10), 'every' in time.how ? { every: time.how.every * 5 * HOUR } : time.how)], {
        id: 'time',
        count: overtime,
        window: time.window,
      }),
      ladder([tier(3, action('training'))], { id: 'trained', window: trained, reset: { after: ['training'] } }),
      ladder([tier(1, points(1), { repeats: true })], {
        id: 'after',
        count: breaches({}, { after: 'training' }),
        window: after,
      }),
      ladder([tier(2, action('reassignment_review'), { needs: { written_warning: 1, training: 1 } })], {
        id: 'needy',
        window: needy,
      }),
      ladder([tier(attained.below, action('oral_warning'))], {
        id: 'attained',
        count: attainment(2),
        window: attained.window,
      }),
    ] as Ladder[],
    compensation: [
      compensation({ clocks: ['repair'], worth: { share: 1250, of: 'price' } }),
      compensation({ worth: { amount: 100 }, bands: [{ operator: '>', over: 30 * HOUR, worth: { amount: 900 } }] }),
    ],
    rewards: [
      reward([{ figure: 'attainment', operator: '>=', value: 50 }], [points(1)], {
        window: rewarded as Reward['window'],
      }),
    ],
  }));
