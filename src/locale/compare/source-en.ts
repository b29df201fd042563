import type { HabitId, ReadingId } from '../../domain/reading.ts';
import type { Saying, State } from '../../domain/source-figures.ts';
import { COUNT } from '../count.ts';

/** What the view `source` says, in English. */
export const sourceInEnglish = {
  /** Of a policy's records. */
  verdict: {
    column: (column: string, clock: string): string =>
      `Column "${column}" is what the source itself says of the promise "${clock}"; it is held against our verdicts and decides nothing.`,
    breached: (cells: string): string => `Broken is ${cells}.`,
    met: (cells: string): string => `Kept is ${cells}.`,
  },
  title: 'Verdicts of the source held against ours',
  none: 'The policy names no column in which the source says whether a promise was kept: records.verdict.',
  column: (clock: string, column: string): string => `${clock}: column "${column}"`,
  counts: (tickets: number, agree: number, disagree: number): string =>
    `Tickets: ${COUNT.format(tickets)}. The same verdict: ${COUNT.format(agree)}, another: ${COUNT.format(disagree)}.`,
  rest: (silent: number, open: number): string =>
    `Not compared: ${COUNT.format(silent)} of which the source says nothing, ${COUNT.format(open)} that we cannot decide, or not yet.`,
  agreement: (numerator: number, denominator: number, percent: string): string =>
    `Agreement: ${percent} (${COUNT.format(numerator)} of ${COUNT.format(denominator)}).`,
  /** `reading` says what the source does, as a sentence. */
  main: (explained: number, disagree: number, reading: string): string =>
    `Explains ${COUNT.format(explained)} of ${COUNT.format(disagree)} disagreements: ${reading}`,
  countedSo: (agree: number, of: number): string =>
    `Counted so, ${COUNT.format(agree)} of ${COUNT.format(of)} would agree.`,
  unexplained: (rows: number): string =>
    rows === 1
      ? 'One disagreement no way of counting that we know explains.'
      : `${COUNT.format(rows)} disagreements no way of counting that we know explains.`,
  confusion: (clock: string): string => `What the source says, and what we say: ${clock}`,
  readings: (clock: string): string => `What would explain it: ${clock}`,
  rows: (clock: string): string => `Where we disagree: ${clock}`,
  cells: (clock: string): string => `Cells of the column: ${clock}`,
  together: (parts: readonly string[]): string => parts.join(' '),
  columns: {
    ours: 'Ours',
    breached: 'Source: broken',
    met: 'Source: kept',
    nothing: 'Source: nothing',
    reading: 'If we counted so',
    explains: 'Explains',
    alone: 'As the only one',
    wouldAgree: 'Would agree',
    says: 'Cell',
    meaning: 'Means',
    tickets: 'Tickets',
    theirs: 'Source',
    elapsed: 'Counted',
    within: 'Within',
    line: 'Line',
  },
  states: {
    breached: 'breached',
    met: 'met',
    going: 'in time so far',
    undecided: 'undecided',
    cancelled: 'cancelled',
    'no-target': 'no target',
  } satisfies Record<State, string>,
  sayings: { breached: 'broken', met: 'kept', nothing: 'nothing' } satisfies Record<Saying, string>,
  blank: '(blank)',
  noReading: 'No way of counting that we know explains it',
  explainedWith: (reading: string, elapsed: string, within: string): string => `${reading} (${elapsed} of ${within})`,
  more: (rows: number): string => `and ${COUNT.format(rows)} more: -f csv, or report --view source -f json`,
  leftOut: (rows: number): string => `${COUNT.format(rows)} more disagreements are counted and not listed.`,
  /** A short name for a column of a table. */
  habitNames: {
    'boundary: inclusive': 'on the dot is in time',
    'boundary: exclusive': 'on the dot is too late',
    'reopen: continue': 'reopened, it counts on',
    'reopen: first': 'the first stop is final',
    'reopen: cycle': 'each round by itself',
    'reopen: reset': 'reopened, it starts anew',
    'created_by_agent: normal': 'opened by an agent, it waits',
    'created_by_agent: met': 'opened by an agent is answered',
    'created_by_agent: not-applicable': 'opened by an agent is owed none',
    'unanswered: resolution': 'a resolution is a reply',
    'unanswered: none': 'a resolution is no reply',
    'change: at-instant': 'a change holds from then on',
    'change: at-start': 'the target at the start',
    'change: at-stop': 'the target at the end',
    'change: restart': 'a change starts it anew',
    'change: retroactive': 'a change holds from the start',
    'hours: 24x7': 'closed hours counted',
    'pauses: none': 'pauses not deducted',
    'holidays: none': 'holidays counted',
    'exclusions: none': 'exclusions counted',
    'start: created': 'from the creation',
    'stop: resolved': 'until resolved',
    'stop: closed': 'until closed',
    'stop: anybody': 'an answer by anybody',
    'stop: last': 'until the last stop',
    'target: present': 'present target',
    'open: ignored': 'open ones ignored',
    'units: minute': 'whole minutes',
    'units: hour': 'whole hours',
    'units: day': 'whole days',
  } satisfies Record<HabitId | ReadingId, string>,
  habits: {
    'hours: 24x7': 'The source counts closed hours as well: nights, breaks and weekends.',
    'pauses: none': 'The source does not deduct pauses.',
    'holidays: none': 'The source does not observe holidays and other closed dates.',
    'exclusions: none': 'The source does not leave out the times that the policy excludes.',
    'start: created': 'The source counts from the creation of the ticket.',
    'stop: resolved': 'The source stops when the ticket is resolved.',
    'stop: closed': 'The source stops when the ticket is closed.',
    'stop: anybody': 'The source stops at an answer by anybody, be it a robot or the customer.',
    'stop: last': 'The source goes on after a reopening, and stops at the last stop.',
    'target: present': 'The source holds the target of what the ticket is now against all of its past.',
    'open: ignored': 'The source flags nothing before it is finished.',
    'units: minute': 'The source drops the seconds.',
    'units: hour': 'The source counts full hours only.',
    'units: day': 'The source counts dates: the last day counts to its end.',
  } satisfies Record<HabitId, string>,
};
