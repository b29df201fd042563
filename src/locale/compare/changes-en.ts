import type { ConsequenceChange, FlipKind, Shift, WhyKind } from '../../domain/comparison.ts';
import { numbersWith } from '../count.ts';

const COUNT = numbersWith(1);

/** What `compare` says, in English. */
export const changesInEnglish = {
  titles: { policies: 'Two policies on the same data', periods: 'Two periods under one policy' },
  before: 'Before',
  after: 'After',
  change: 'Change',
  figure: 'Figure',
  policy: (name: string, file: string): string => `${name} (${file})`,
  period: (label: string, from: string, to: string): string => `${label}, from ${from} to before ${to}`,
  everything: 'everything in the export',
  asOf: (at: string): string => `as of ${at}`,
  rows: (used: number, rows: number): string => `${COUNT.format(used)} of ${COUNT.format(rows)} rows used`,
  /** With its sign. */
  plus: (number: number): string => (number > 0 ? `+${COUNT.format(number)}` : COUNT.format(number).replace('-', '−')),
  sign: (number: number): string => (number > 0 ? '+' : number < 0 ? '−' : ''),
  points: (points: string): string => `${points} pts`,
  nothing: '-',
  none: 'Nothing changes.',
  only: { before: 'only before', after: 'only after' },
  tickets: 'Tickets',
  decided: 'Decided',
  clocks: 'Promises',
  /** Whole and parts in breaches; the parts add up to the whole, and are seldom whole. */
  breachedBy: (change: number, volume: number, rate: number): string => {
    const more = (number: number) => (number > 0 ? 'more' : 'fewer');
    const about = (number: number) => `${Number.isInteger(number) ? '' : 'about '}${COUNT.format(Math.abs(number))}`;
    const parts = [
      ...(volume === 0 ? [] : [`${about(volume)} ${more(volume)} because ${more(volume)} promises were decided`]),
      ...(rate === 0
        ? []
        : [`${about(rate)} ${more(rate)} because a ${rate > 0 ? 'larger' : 'smaller'} share of them was broken`]),
    ];
    const whole = `${COUNT.format(Math.abs(change))} ${Math.abs(change) === 1 ? 'breach' : 'breaches'} ${more(change)}`;
    return parts.length === 0 ? whole : `${whole}: ${parts.join(', ')}`;
  },
  objectives: 'Objectives over several promises',
  verdicts: 'Verdicts that are others',
  counts: (changed: number, compared: number): string =>
    `Runs held against each other: ${COUNT.format(compared)}. Of them judged otherwise: ${COUNT.format(changed)}.`,
  reasons: 'Why',
  verdict: 'Verdicts',
  more: 'Breaches more',
  fewer: 'Breaches fewer',
  several: 'A verdict with several reasons counts in each.',
  whys: {
    'clock-only': 'this promise is in one policy only',
    records: 'the ticket is in the scope of one policy only',
    when: 'to which tickets the promise applies',
    cycles: 'what makes a round of its own',
    start: 'another start',
    stop: 'another stop',
    cancel: 'what cancels it',
    target: 'target',
    change: 'when the target changes midway',
    calendar: 'calendar',
    pauses: 'pauses',
    exclusions: 'excluded time',
    reopen: 'what a reopening does',
    response: 'what counts as a response',
    boundary: 'exactly on target',
    'still-open': 'what is still open past its target',
    month: 'the month in which it counts',
    precision: 'how exactly the stamps are known',
    charge: 'who is charged',
    due: 'ran out at another time',
    severity: 'severity bands',
    excuse: 'excuse',
    unexplained: 'not explained by any rule that differs; counted',
  } satisfies Record<WhyKind, string>,
  fromTo: (what: string, before: string, after: string): string => `${what} ${before} → ${after}`,
  flips: {
    more: 'breach now',
    fewer: 'no breach now',
    hands: 'in other hands',
    severity: 'other severity',
    outcome: 'other outcome',
  } satisfies Record<FlipKind, string>,
  became: (before: string, after: string): string => `${before} → ${after}`,
  absent: 'not counted',
  list: 'Verdict by verdict',
  moreFlips: (flips: number): string => `and ${COUNT.format(flips)} more: -f csv`,
  leftOut: (flips: number): string => `${COUNT.format(flips)} more are counted and not listed.`,
  parties: 'Whose breaches shift',
  stable: 'The breaches of nobody shift.',
  shifts: { more: 'More', fewer: 'Fewer', takenOver: 'Taken over', handedOn: 'Handed on' } satisfies Record<
    Shift,
    string
  >,
  by: (dimension: string): string => `By ${dimension}`,
  breachesBefore: 'Breaches before',
  breachesAfter: 'Breaches after',
  attainedBefore: 'Attained before',
  attainedAfter: 'Attained after',
  moreGroups: (groups: number, changes: number): string =>
    `and ${COUNT.format(groups)} more, of which breaches change by ${COUNT.format(changes)}: -f csv`,
  money: 'What follows',
  totals: 'In all',
  customers: 'Customers',
  each: 'By who bears it',
  what: 'What',
  timesBefore: 'Times before',
  timesAfter: 'Times after',
  amountBefore: 'Amount before',
  amountAfter: 'Amount after',
  consequences: 'Consequences that come or go',
  consequenceChanges: { appears: 'new', disappears: 'gone', altered: 'another amount' } satisfies Record<
    ConsequenceChange['change'],
    string
  >,
  because: (breaches: string): string => `because of ${breaches}`,
  rules: 'because of other rules; the breaches behind it are the same',
  noMoney: 'Neither policy says what follows.',
  sameMoney: 'What follows is the same on both sides.',
  proposed: (what: string): string => `${what} (proposed)`,
};
