import type { TimeUse } from '../../domain/account.ts';
import { COUNT } from '../count.ts';

const count = (n: number): string => COUNT.format(n);

/** `one` of a thing, and several. */
function several(n: number, one: string, more: string): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/** Where the time goes, when work comes in, who hands on and who pauses, in English. */
export const timeInEnglish = {
  /** Whom a pause waits for, by the words that a policy may use. */
  waitingFor: {
    customer: 'the customer',
    supplier: 'the supplier',
    third_party: 'third parties',
    department: 'other departments',
    approval: 'approval',
    parts: 'parts',
  } as Readonly<Record<string, string>>,
  uses: {
    ours: 'with us',
    nobody: 'with nobody',
    waiting: 'paused',
    closed: 'closed hours',
    excluded: 'excluded',
    'between-rounds': 'between stop and reopening',
  } satisfies Record<TimeUse, string>,
  waiting: (whom: string): string => `waiting for ${whom}`,
  paused: (rule: string): string => `paused (${rule})`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  hour: (hour: number): string => `${String(hour).padStart(2, '0')}:00`,
  nobody: '(nobody)',
  moreLines: (lines: number): string => `and ${count(lines)} more; all of them: -f csv`,

  columns: {
    step: 'Step',
    ofBreaches: 'Of all breaches',
    overTotal: 'Over, in all',
    overMean: 'Over, mean',
    rank: 'Weakest first',
    use: 'The time was',
    time: 'Time',
    ofTime: 'Of the whole',
    wall: 'Wall clock',
    lines: 'Lines of the export',
    outcome: 'Outcome',
    weekday: 'Weekday',
    hour: 'From',
    date: 'Date',
    dayName: 'What it is',
    days: 'Days',
    workingDays: 'Working days',
    openDays: 'Days open',
    perWorkingDay: 'Per working day',
    breachShare: 'Breached share',
    ranOut: 'Ran out then',
    employee: 'Employee',
    received: 'Received',
    heldAtOnce: 'Most at once',
    heldAtOnceAt: 'First at',
    handedOn: 'Handed on',
    takenOver: 'Taken over',
    handedOnLate: 'Handed on late',
    takenOverLate: 'Taken over late',
    handOvers: 'Hand-overs',
    handOversPerTicket: 'Hand-overs of a ticket',
    ofTickets: 'Of all tickets',
    used: 'Used by then',
    left: 'Left then',
    at: 'At',
    heldMost: 'Held it longest',
    held: 'Of the time',
    pauses: 'Pauses',
    latePauses: 'Set late',
    lateShare: 'Late share',
    saved: 'Runs met by it',
    savedSoFar: 'In time so far by it',
    lasted: 'Lasted',
    until: 'Until',
    effect: 'Without it',
  },

  steps: {
    title: 'The weakest step',
    none: 'No step was broken.',
    weakest: (step: string, share: string, percent: string, breaches: string): string =>
      `The weakest step is ${step}: met ${share} (${percent}), with ${breaches} of all breaches.`,
    few: (runs: number): string =>
      `It has fewer than ${several(runs, 'decided run', 'decided runs')}: there is little to judge it by.`,
    rule: (runs: number): string =>
      `Steps with breaches are ranked by the share met, the lowest first: those with at least ${several(runs, 'decided run', 'decided runs')}, then those with fewer. Where shares are equal: more breaches, more time over, the order of the policy.`,
    table: 'The steps of the chain',
    timeTitle: (clock: string): string => `Where the time goes: ${clock}`,
    runs: (runs: number, open: number, wall: string): string =>
      `${several(runs, 'run', 'runs')}, ${count(open)} of them still open and measured up to the date of this report: ${wall} on the wall in all.`,
    leftOut: (runs: number): string => `Left out, cancelled or without a known time: ${several(runs, 'run', 'runs')}.`,
    about:
      'Each moment is counted once. Between a stop and its reopening comes first; then closed hours, paused or not; of open hours what is excluded comes before what is paused. With us and with nobody are together the time that counted.',
    holderUnknown: 'The export does not say who holds a ticket: all time that counted is told as with us.',
    by: (clock: string, dimension: string): string => `Where the time goes: ${clock}, by ${dimension}`,
    chart: (clock: string): string => `Where the time of ${clock} goes`,
    chartBy: (clock: string, dimension: string): string => `Where the time of ${clock} goes, by ${dimension}`,
    /** `parts`: each with its share, the greatest first. */
    summary: (parts: string): string => `Of the whole: ${parts}.`,
    most: (group: string, part: string, percent: string): string =>
      `The longest in all: ${group}; the most of it ${part}, ${percent}.`,
    longest: (clock: string, runs: number): string => `The longest runs: ${clock}, the first ${count(runs)}`,
    all: 'All',
  },

  load: {
    title: 'When work comes in',
    noDays: 'No ticket was created in this time.',
    days: (first: string, last: string, days: number, workingDays: number): string =>
      `From ${first} to ${last}: ${several(days, 'day', 'days')}, of them ${several(workingDays, 'working day', 'working days')}.`,
    created: (tickets: number, perDay: string | null): string =>
      perDay === null
        ? `Tickets created: ${count(tickets)}.`
        : `Tickets created: ${count(tickets)}; on working days ${perDay} a day.`,
    about:
      'Hours are those of the zone of the policy. A working day is a date with open hours, make-up days included and holidays not; a mean per working day is what was created on such days, divided by their number: for a weekday, by the working days that were that weekday. Runs met and breached stand at the hour in which they started; intervals of recurring duties are not among them.',
    grid: 'Tickets created, and in brackets breaches of runs that started then; - is closed',
    chartCreated: 'Tickets created by weekday and hour',
    chartBreached: 'Breaches by weekday and hour of the start',
    busiest: (weekday: string, hour: string, tickets: number): string =>
      `The most in an hour: ${weekday} from ${hour}, ${several(tickets, 'ticket', 'tickets')} in all.`,
    mostBreached: (weekday: string, hour: string, breaches: number): string =>
      `The most in an hour: ${weekday} from ${hour}, ${several(breaches, 'breach', 'breaches')} in all.`,
    nothing: 'There are none.',
    byHour: 'By hour of the day',
    byWeekday: 'By weekday',
    special: 'Holidays, make-up days and other days out of the rule',
    is: { closed: 'closed', open: 'open' },
    standOut: 'Hours that stand out',
    standsOut: (when: string, share: string, percent: string, whole: string): string =>
      `${when}: ${share} of the runs that started then were breached (${percent}; ${whole} in all).`,
    standOutRule:
      'Told is what has at least 10 decided runs and 3 breaches, and a share of breaches at least one and a half times that of the whole.',
    noneStandsOut: 'No hour and no weekday stands out.',
    from: (hour: string): string => `From ${hour}`,
    people: 'Who carries it',
    peopleAbout:
      'Runs are those for which somebody answers or would have answered. Received: tickets in work that came to them in this time. Most at once: tickets in work that they held at one moment.',
  },

  handOvers: {
    title: 'Hand-overs',
    unknown: 'The export does not say who held a ticket from when to when: of hand-overs nothing is known.',
    count: (handOvers: number, tickets: string, percent: string): string =>
      `${several(handOvers, 'hand-over', 'hand-overs')}; tickets handed over: ${tickets} (${percent}).`,
    about:
      'A hand-over is a change of the holder; being given to somebody for the first time is none, being put back to nobody is one. Counted are those of this time, of all tickets that had been created by its end and had a row in it or after it began.',
    perTicket: 'How often tickets were handed over',
    pairs: 'From whom to whom',
    people: 'Who hands on, who takes over',
    used: 'How late: by how much of the target was used up',
    usedAbout: 'One line for each run that was going on: a hand-over can be one of several promises.',
    band: (from: string, to: string | null): string => (to === null ? `${from} and more` : `${from} to below ${to}`),
    late: 'Passed on late',
    breaches: 'Breaches after a hand-over',
    breachCount: (share: string, percent: string, others: number): string =>
      `Of all breaches ${share} (${percent}) came after a hand-over. For ${count(others)} of them another person answers than had held the ticket for most of the time that counted.`,
    none: 'There were none.',
    morePairs: (pairs: number, handOvers: number): string =>
      `and ${several(pairs, 'more pair', 'more pairs')}, with ${several(handOvers, 'hand-over', 'hand-overs')}; all of them: -f csv`,
    morePeople: (people: number, handOvers: number): string =>
      `and ${count(people)} more, with ${several(handOvers, 'hand-over', 'hand-overs')}; all of them: -f csv`,
  },

  pauses: {
    title: 'Pauses set just before a deadline',
    count: (share: string, percent: string): string =>
      `Pauses of running promises set with little time left: ${share} (${percent}).`,
    none: 'No pause was set while a promise ran.',
    saved: (saved: number, soFar: number): string =>
      `${several(saved, 'run was', 'runs were')} met that would have been breached without such a pause; still going, and in time only by one: ${count(soFar)}.`,
    about:
      'This says where to look, and accuses nobody: a customer can be asked at the last minute with every reason. A pause is told with whoever wrote its row or, where the export does not say, with whoever held the ticket.',
    /** Shares of the target, and a length. */
    rule: (share: string, length: string, most: string): string =>
      `Little is left when it is ${share} of the target or less; or ${length} of open time or less, but then no more than ${most} of the target.`,
    people: 'By person',
    late: 'Each of them',
    effects: { saved: 'breached', savedSoFar: 'over by now', none: 'the same' },
    byHolder: (name: string): string => `${name}, as holder`,
    going: 'goes on',
    morePeople: (people: number, pauses: number): string =>
      `and ${count(people)} more, with ${several(pauses, 'such pause', 'such pauses')}; all of them: -f csv`,
  },
};
