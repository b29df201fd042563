import type { Untold } from '../../domain/ticket-figures.ts';
import { COUNT } from '../count.ts';

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

const runs = (n: number) => (n === 1 ? '1 run' : `${count(n)} runs`);
const count = (n: number) => COUNT.format(n);

export const ticketsInEnglish = {
  weekdays: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  } satisfies Record<Weekday, string>,
  /** From 0 to 23: the hour that begins then. */
  hour: (hour: number): string => `${String(hour).padStart(2, '0')}:00`,
  weekday: 'weekday',
  /** A part of a table under a title. */
  of: (what: string, by: string): string => `${what} by ${by}`,
  all: 'All',

  /** A list of groups is cut. `rest`: how many are not shown. */
  more: (rest: number): string => `and ${count(rest)} more; all of them with -f csv`,
  listed: (shown: number, all: number): string =>
    `${count(shown)} of ${count(all)} are listed; all of them with -f csv.`,

  clocks: {
    about:
      'Of runs that stopped: in open hours, with pauses and excluded time taken out, and on the wall. P90: nine of ten took no longer. In tables by group a promise has its open hours in its own line and those on the wall under it.',
    leftOut: 'Runs in no average, by why',
    why: {
      undecided: 'Undecided',
      'not-stopped': 'Not stopped',
      cancelled: 'Cancelled',
      excused: 'Excused',
    },
    none: 'No run has stopped and none is left out.',
    chart: 'Mean in open hours',
    chartSays: (clock: string, mean: string): string => `The longest mean is that of ${clock}: ${mean}.`,
  },

  objectives: {
    about: 'What was kept of what was decided, against what was to be kept at least.',
    gap: 'Gap',
    /** So many of those broken would have had to be kept. */
    missing: (n: number): string => `${n === 1 ? '1 more kept run was' : `${count(n)} more kept runs were`} needed`,
    /** So many more might have been broken, of the same number. */
    spare: (n: number): string => (n === 0 ? 'reached, none to spare' : `reached, ${runs(n)} to spare`),
    nothing: 'nothing to measure',
    own: 'Objectives of clocks',
    across: 'Objectives over several promises',
    none: 'The policy sets no objective.',
    chart: 'Attainment against objective',
    attained: 'Attained',
    aim: 'At least',
    chartSays: (missed: number, all: number): string =>
      missed === 0
        ? `All ${count(all)} objectives are reached.`
        : `Missed: ${count(missed)} of ${count(all)} objectives.`,
  },

  severity: {
    about: 'How far beyond its target each breach went, as of its stop or of this report, in open hours.',
    band: 'Band',
    ofAll: 'Of all',
    meanOver: 'Mean over',
    medianOver: 'Median over',
    longestOver: 'Longest over',
    noBand: 'no band',
    all: 'all breaches',
    unknown: (n: number): string => `Of ${count(n)} of them nobody knows how far over they are: they are in no mean.`,
    none: 'No breach.',
    chart: 'Breaches by severity',
    chartSays: (band: string, n: number, all: number): string =>
      `Most are in the band ${band}: ${count(n)} of ${count(all)}.`,
  },

  tickets: {
    came: 'Tickets created in the period',
    firstContact: 'Resolved on first contact',
    reopened: 'Reopened of those ever resolved',
    figure: 'Figure',
    rate: 'Share',
    definitions: {
      byReplies:
        'On first contact: resolved with one reply at most and never reopened, of those resolved of which the replies are known. A reply is whatever stops a clock of kind response.',
      byCondition: 'On first contact: resolved, and what the policy says of it under figures.first_contact holds.',
      reopened:
        'Reopened: at least once after a resolution, of the tickets resolved at least once; cancelled tickets are in neither.',
    },
    backlog: (at: string): string => `Open at ${at}, whatever month they are from`,
    open: 'Open',
    openTickets: (n: number): string => `Open: ${count(n)}.`,
    unknown: (n: number): string =>
      `No clock of kind resolution applies to ${count(n)} more: whether they are open nobody can say.`,
    age: 'Age on the wall',
    oldest: 'Oldest',
    medianAge: 'Median age',
    byAge: 'Open tickets by age',
    /** Bands of ages, short: each is a column. `from` is in, `until` is out. */
    days: (from: string, until: string): string => `${from} - ${until}`,
    over: (from: string): string => `>= ${from}`,
    under: (until: string): string => `< ${until}`,
    oldestTickets: 'The oldest open tickets',
    heldBy: 'Held by',
    createdAt: 'Created at',
    none: 'Nothing is open.',
    chartSays: (open: number, oldest: string): string =>
      `${count(open)} tickets are open; the oldest is ${oldest} old.`,
    length: {
      day: (n: number): string => `${count(n)}d`,
      hour: (n: number): string => `${count(n)}h`,
      age: (days: number, hours: number, minutes: number): string =>
        days > 0 ? `${count(days)}d ${hours}h` : `${hours}h ${minutes}m`,
    },
  },

  satisfaction: {
    about: (field: string): string =>
      `Ratings given in the period in the field ${field}; of several of one ticket the last. They belong to the month in which they were given.`,
    ratings: 'Ratings',
    mean: 'Mean score',
    low: 'Low scores',
    lowOf: 'Low scores',
    dissatisfied: 'Dissatisfied',
    lowWhen: (test: string): string => `A score is low where it is ${test}.`,
    byScores: 'Dissatisfied after feedback: a low score given once the ticket was resolved, of all scores given then.',
    byCondition:
      'Dissatisfied after feedback: what the policy says of it under figures.satisfaction holds, of the tickets resolved in the period.',
    unreadable: (n: number): string => `Ratings that are no number and so in no figure: ${count(n)}.`,
    score: 'Score',
    scores: 'How often each score was given',
    ofAll: 'Of all',
    lowest: 'Low scores and their tickets',
    givenAt: 'Given at',
    afterResolution: 'After the resolution',
    none: 'No rating was given in the period.',
    chartSays: (mean: string, n: number): string =>
      `The mean is ${mean} of ${n === 1 ? '1 rating' : `${count(n)} ratings`}.`,
  },

  trend: {
    about: (at: string): string =>
      `All months are seen as of ${at}: a run that was reopened later stands in the month of its last stop, and what is still going in the last month.`,
    leftOut: (months: number): string => `Earlier months that are not shown: ${count(months)}.`,
    month: 'Month',
    partial: (month: string): string => `${month} (not over)`,
    created: 'Created',
    resolved: 'Resolved',
    backlog: 'Open at its end',
    volume: 'Tickets month by month',
    promises: (clock: string): string => `${clock}, month by month`,
    change: 'Change',
    points: (points: string): string => `${points} points`,
    none: 'The data has no month.',
    attainment: 'Attainment month by month',
    volumeSays: (month: string, created: number, backlog: number | null): string =>
      `In ${month} ${created === 1 ? '1 ticket' : `${count(created)} tickets`} came in${backlog === null ? '' : `; open at its end: ${count(backlog)}`}.`,
    attainmentSays: (clock: string, first: string, last: string): string => `${clock}: from ${first} to ${last}.`,
  },

  untold: {
    title: 'What cannot be told, and why',
    figures: {
      'first-contact': 'Resolved on first contact',
      reopened: 'Reopened',
      backlog: 'Open tickets',
      satisfaction: 'Satisfaction',
      low: 'Low scores',
      dissatisfied: 'Dissatisfied after feedback',
    } satisfies Record<Untold['figure'], string>,
    why: {
      'no-resolution-clock': 'the policy has no clock of kind resolution',
      'no-response-clock': 'the policy has no clock of kind response that would tell replies',
      'no-reopening': 'no clock of kind resolution says what reopens it',
      'one-row-a-ticket': 'the export has one row a ticket, which does not tell it',
      'first-replies-only':
        'no ticket has a second reply: the export seems to hold first replies only; the policy can name a field under figures.first_contact',
      'no-rating': 'the policy names no field with the rating of the customer',
      'unknown-scale':
        'scores go beyond 5, and the policy does not say which are low: say it under figures.satisfaction.low',
    } satisfies Record<Untold['why'], string>,
  },

  chart: {
    /** Under a row of signs: where it begins, where it ends, and what the tallest is. */
    most: (most: string): string => `most ${most}`,
    none: 'no value',
  },

  rules: {
    title: 'How figures are made',
    firstContact: (condition: string): string =>
      `A ticket that is resolved was resolved on first contact where ${condition}.`,
    bands: (lengths: string): string => `Open tickets are divided by age at ${lengths}.`,
    low: (test: string): string => `A score is low where it is ${test}.`,
    late: (share: string, length: string, most: string): string =>
      `Little time is left of a limit where no more than ${share} of it is left; or no more than ${length}, as long as that is no more than ${most} of it.`,
    dissatisfied: (condition: string): string =>
      `The customer of a resolved ticket is dissatisfied after feedback where ${condition}.`,
  },
};
