import { COUNT } from '../count.ts';

/** The sentences that open a report. Names, titles and amounts come as they are to be read, shares as `92.3%`. */
export const highlightsInEnglish = {
  title: 'In short',
  /** Tickets that came in, and what became of what was promised; `percent` is `null` of too few. */
  whole: ({ created, kept, judged, percent, breached, open, excused }: Whole): string => {
    const came = counted(created, 'ticket came in', 'tickets came in');
    if (judged === 0) return `${came}. Nothing that was promised has been decided yet${excusedToo(excused)}.`;
    const share = percent === null ? '' : ` (${percent})`;
    const stillOpen = open === 0 ? '' : `, ${number(open)} of them still open`;
    const promises = counted(judged, 'promise', 'promises');
    return `${came}. Of ${promises} decided ${number(kept)} ${kept === 1 ? 'was' : 'were'} kept${share}, ${number(breached)} broken${stillOpen}${excusedToo(excused)}.`;
  },
  missed: ({ title, percent, share, aim, margin }: Objective): string =>
    `${title}: ${percent} kept (${share}), below the objective of ${aim}; ${number(margin)} more had to be kept.`,
  reached: ({ title, percent, share, aim, margin }: Objective): string =>
    `${title}: ${percent} kept (${share}), the objective of ${aim} is reached with ${margin === 0 ? 'none' : number(margin)} to spare.`,
  /** @param missed their titles */
  otherObjectives: (reached: number, missed: readonly string[]): string => {
    const kept = reached === 0 ? [] : [`${number(reached)} reached`];
    const failed = missed.length === 0 ? [] : [`${number(missed.length)} missed (${missed.join(', ')})`];
    return `Other objectives: ${[...kept, ...failed].join(', ')}.`;
  },
  /** @param points `8.5`, without a sign */
  change: ({ title, month, percent, share, before, points, isBetter }: Change): string =>
    `${title}: ${percent} kept in ${monthName(month)} (${share}), after ${before.percent} in ${monthName(before.month)} (${before.share}): ${points} points ${isBetter ? 'better' : 'worse'}.`,
  weakest: ({ dimension, name, percent, share, others, breached, inAll }: Weakest): string =>
    `Weakest by ${dimension}: ${name}, with ${percent} kept (${share}) against ${others} of all others; ${number(breached)} of ${counted(inAll, 'breach', 'breaches')}.`,
  person: (name: string, breached: number, judged: number): string =>
    `${name} (${number(breached)} of ${number(judged)})`,
  people: (people: readonly string[], breached: number, inAll: number): string =>
    `Most breaches fall to ${people.join(', ')}: ${number(breached)} of ${number(inAll)} in all.`,
  /** Who bears, or gets, what follows. */
  bearers: {
    employee: 'employees',
    team: 'teams',
    department: 'departments',
    supplier: 'suppliers',
    customer: 'customers',
  },
  /** @param sums of one kind of bearer */
  borne: (bearer: string, sums: readonly string[]): string => `${bearer}: ${sums.join(', ')}`,
  /**
   * @param money by who bears or gets it
   * @param others all that is no money, but for proposals
   */
  consequences: (money: readonly string[], others: number, proposals: number): string => {
    const more = [
      ...(others === 0 ? [] : [counted(others, 'other consequence', 'other consequences')]),
      ...(proposals === 0 ? [] : [counted(proposals, 'proposal to be decided', 'proposals to be decided')]),
    ];
    return `What follows: ${[...money, ...more].join('; ')}.`;
  },
  undecided: (undecided: number, of: number, reasons: readonly string[], remedy: string | undefined): string =>
    `${number(undecided)} of ${counted(of, 'run', 'runs')} cannot be judged: ${reasons.join(', ')}.${remedy === undefined ? '' : ` ${remedy}`}`,
  reason: (reason: string, runs: number): string => `${reason} (${number(runs)})`,
  /** Why runs cannot be judged, by the kind of remark. */
  reasons: {
    'incomplete-rows': 'rows that cannot be read',
    'stop-before-start': 'a stop before the start',
    'no-start': 'a stop without a start',
    'pause-too-long': 'more paused time than there was time',
    imprecise: 'times that are not exact enough',
    'ambiguous-time': 'a local time that occurred twice or never',
  },
  /** What would decide them. */
  remedies: {
    imprecise: 'To decide them, say in the policy how such times are meant: records.time.assume.',
    'ambiguous-time':
      'To decide them, say which of two times is meant: records.time.ambiguous, or have times exported with their offset.',
    'incomplete-rows': 'To decide them, mend the rows; the quality of the data tells which.',
    'stop-before-start': 'To decide them, mend the times in the source system; the quality of the data tells which.',
    'no-start': 'To decide them, export the events that start them, too.',
    'pause-too-long': 'To decide them, check in which hours the paused time is counted.',
  } as Readonly<Record<string, string>>,
  setAside: (rows: number, of: number, reasons: readonly string[]): string =>
    `${number(rows)} of ${counted(of, 'row', 'rows')} could not be used: ${reasons.join(', ')}.`,
  dataEnds: (at: string, asOf: string): string =>
    `The exports end at ${at}, and this is the state as of ${asOf}: what was open then is judged as if nothing had happened since.`,
};

interface Whole {
  readonly created: number;
  readonly kept: number;
  readonly judged: number;
  readonly percent: string | null;
  readonly breached: number;
  readonly open: number;
  readonly excused: number;
}

interface Objective {
  readonly title: string;
  readonly percent: string;
  readonly share: string;
  readonly aim: string;
  readonly margin: number;
}

interface Change {
  readonly title: string;
  readonly month: string;
  readonly percent: string;
  readonly share: string;
  readonly before: { readonly month: string; readonly percent: string; readonly share: string };
  readonly points: string;
  readonly isBetter: boolean;
}

interface Weakest {
  readonly dimension: string;
  readonly name: string;
  readonly percent: string;
  readonly share: string;
  /** The share that all others kept. */
  readonly others: string;
  readonly breached: number;
  readonly inAll: number;
}

/** Of `2026-10` October 2026. */
function monthName(month: string): string {
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

function number(n: number): string {
  return COUNT.format(n);
}

function counted(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

function excusedToo(excused: number): string {
  if (excused === 0) return '';
  return `; ${number(excused)} more ${excused === 1 ? 'breach was' : 'breaches were'} excused`;
}
