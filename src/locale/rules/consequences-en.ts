import type { Award, CalendarWindow, Per, RewardLine, Rounding } from '../../domain/consequence-rules.ts';

/** How a policy's rules of consequences are told in English. Names of actions are those of `consequences`. */
export const consequenceRulesInEnglish = {
  // --- what holds for all of them ----------------------------------------------------------------------------
  who: 'From a breach nothing follows but what is written here. It counts for whoever answers for it. A breach that is unassigned, that nobody answers for, or that is charged to a name which the roster does not settle, counts for nobody.',
  order:
    'Breaches count in the order in which they were decided, each in the period to which its result belongs; a period is one of the calendar unless the rule says how many months it has.',
  excused:
    'A breach that is excused does not count, and stays on record. Where one is excused later, all that was counted after it is counted anew, in months that are closed too.',
  grades:
    'A breach counts with the grade that it had reached by the end of its month, by its stop or by the date of the report, whichever came first. Where it later grows into a graver one, it counts from then on for rules that ask for that grade and have not counted it: a month that is closed does not change.',
  rating: (column: string): string =>
    `Ratings are the numbers in ${column}; each is that of whoever held the ticket when it was given.`,
  personnel: (file: string): string =>
    `What ${file} has of people, such as earlier warnings or exams, counts like what follows here.`,
  leave: (file: string): string => `Who was on leave is told by ${file}; a breach from that time is marked.`,
  base: 'A share of the bonus is a share of the base that the roster has for somebody; where it has none, the share alone is told.',
  noBase: 'A share of the bonus is told as a share: nothing here says what the bonus is.',
  rounding: (step: string, rule: Rounding['rule']): string =>
    `A share of money is rounded once, where it arises, to ${
      {
        'half-up': `the nearest ${step}, a half up`,
        'half-even': `the nearest ${step}, a half to the even one`,
        down: `whole steps of ${step}, down`,
        up: `whole steps of ${step}, up`,
      }[rule]
    }.`,
  proposals: (names: string): string =>
    `Of these only a proposal is made, on which people decide: ${names}. They are never told as facts.`,
  versions: 'These rules hold for all breaches, also for those judged by earlier versions.',

  per: {
    employee: 'employee',
    team: 'team',
    department: 'department',
    supplier: 'supplier',
  } satisfies Record<Per, string>,

  // --- a ladder ------------------------------------------------------------------------------------------------
  windows: {
    month: 'in a month',
    quarter: 'in a quarter',
    year: 'in a year',
  } satisfies Record<CalendarWindow['kind'], string>,
  /** Of figures that are known when one has ended. */
  periods: {
    month: 'in a month',
    quarter: 'in a quarter',
    year: 'in a year',
  } satisfies Record<CalendarWindow['kind'], string>,
  ever: 'since records began',
  rolling: (months: number): string => `within ${months} ${months === 1 ? 'month' : 'months'}`,
  counted: {
    breaches: (per: string, window: string): string => `Counted: the breaches of each ${per} ${window}.`,
    overtime: (per: string, window: string): string =>
      `Counted: the time over the limit of all breaches of each ${per} ${window}, together, each breach when it has stopped.`,
    consequences: (per: string, window: string, what: string): string =>
      `Counted: how often each ${per} has had this ${window}: ${what}.`,
    attainment: (per: string, window: string): string =>
      `Measured: what share of the results of each ${per} ${window} was in time, once that has ended.`,
    rating: (per: string, window: string): string =>
      `Measured: the mean rating of each ${per} ${window}, once that has ended.`,
  },
  clocks: (titles: string): string => `Only of: ${titles}.`,
  severities: (names: string): string => `Only of grade ${names}.`,
  tickets: (condition: string): string => `Only of tickets where ${condition}.`,
  after: (what: string): string =>
    `Only what came after the latest of this in that time: ${what}. Without one, nothing.`,
  weights: (weights: string): string =>
    `A breach counts as much as its grade: ${weights}; any other as 1. A step is reached also where the count goes past it.`,
  weight: (grade: string, weight: number): string => `${grade} as ${weight}`,
  atLeast: {
    attainment: (runs: number): string => `With fewer than ${runs} results nothing is measured.`,
    rating: (ratings: number): string => `With fewer than ${ratings} ratings nothing is measured.`,
  },
  reaching: (months: number): string =>
    `The time reaches back to the same date and hour ${months} ${months === 1 ? 'month' : 'months'} before, which is not in it. A count that has fallen and rises again acts again.`,
  each: 'Steps, each of which acts by itself:',
  highest: 'Steps, of which the highest that is reached in that time stands alone:',
  lowest: 'Steps, of which the lowest line that is missed counts alone:',
  /** Breaches or consequences, as a step … */
  count: (n: number): string => `a count of ${n}`,
  /** … and from one to the next. */
  more: (n: number): string => String(n),
  at: (count: string): string => `at ${count}`,
  atEach: (count: string): string => `at ${count} and each time after`,
  atEvery: (count: string, more: string): string => `at ${count} and again at every ${more} more`,
  below: (figure: string): string => `below ${figure}`,
  needing: (step: string, needs: string): string => `${step}, for those who have had in that time ${needs}`,
  need: (what: string, times: number): string => `${what} (${times})`,
  line: (step: string, awards: string): string => `${step}: ${awards}.`,
  awards: {
    fine: (money: string): string => `fine of ${money}`,
    bonus: (money: string): string => `${money} of the bonus withheld`,
    bonusShare: (percent: string): string => `${percent} of the bonus withheld`,
    points: (points: number): string => `${pointsOf(points)} off`,
  },
  proposed: (action: string): string => `proposed: ${action}`,
  lasting: (action: string, months: number): string => `${action} for ${months} ${months === 1 ? 'month' : 'months'}`,
  cap: {
    fine: (window: string, limits: readonly string[]): string =>
      `Fines ${window} come to no more than ${limits.join(' or, where that is less, ')}.`,
    baseShare: (percent: string): string => `${percent} of the bonus base`,
    bonus: (window: string, percent: string): string =>
      `Shares of the bonus withheld ${window} come to no more than ${percent}.`,
    points: (window: string, points: number): string => `Points taken off ${window} come to no more than ${points}.`,
  },
  trimmed: 'What goes beyond a cap is cut off, and what follows in that time is nought.',
  grace: (count: number, window: string): string =>
    `The first ${count === 1 ? 'one' : count} ${window} ${count === 1 ? 'counts' : 'count'} for nothing.`,
  resetAfter: (what: string): string => `After this the count begins again at nought: ${what}.`,
  clean: (months: number): string =>
    `After ${months} ${months === 1 ? 'month' : 'months'} without anything that counts, the count begins again at nought.`,
  spared: 'A breach of somebody who was on leave or off shift when the time ran out does not count here.',

  // --- what a breach costs -----------------------------------------------------------------------------------
  compensation: {
    title: 'Compensation of customers',
    lead: 'For a breach the customer is given what the first of these says that fits:',
  },
  liability: {
    title: 'Liability of suppliers',
    lead: 'For a breach that is charged to a supplier, it owes what the first of these says that fits:',
  },
  customer: (column: string): string =>
    `The customer is whoever ${column} names; where it is blank, the ticket stands for them.`,
  noCustomer: 'The export names no customer: each ticket stands for its own.',
  everyBreach: 'any breach',
  breachesOf: (clocks: string): string => `a breach of ${clocks}`,
  breachesWhere: (breach: string, condition: string): string => `${breach}, where ${condition}`,
  worth: {
    alone: (give: string): string => give,
    amount: (give: string, money: string): string => `${give}, ${money}`,
    share: (give: string, percent: string): string => `${give}, ${percent}`,
    shareOf: (give: string, percent: string, column: string): string => `${give}, ${percent} of ${column}`,
    quantity: (give: string, quantity: string): string => `${give}, ${quantity}`,
    nothing: 'nothing',
  },
  /** Before what is given by each band. */
  banded: (whom: string): string => `${whom}, once it has stopped, by how far it is over the limit:`,
  band: (over: string): string => `over by ${over}`,
  otherwise: 'otherwise',
  costCap: (money: string): string => `No more than ${money}.`,
  costLeast: (money: string): string => `No less than ${money}.`,
  despiteExcuse: 'Also where the breach is excused.',

  // --- rewards -------------------------------------------------------------------------------------------------
  reward: {
    lead: (per: string, window: string): string =>
      `Each ${per} is rewarded who meets all of these lines ${window}, once that has ended:`,
    figures: {
      attainment: 'the share in time',
      rating: 'the mean rating',
      runs: 'the number of results',
      ratings: 'the number of ratings',
      breaches: 'the number of breaches',
    } satisfies Record<RewardLine['figure'], string>,
    line: (text: string): string => `${text}.`,
    given: (awards: string): string => `Given: ${awards}.`,
    awards: {
      bonus: (money: string): string => `bonus of ${money}`,
      bonusShare: (percent: string): string => `bonus of ${percent} of the base`,
      points: (points: number): string => pointsOf(points),
    } satisfies Record<Exclude<Award['kind'], 'fine' | 'action'> | 'bonusShare', unknown>,
  },
  together: (awards: readonly string[]): string => awards.join('; '),
};

function pointsOf(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}
