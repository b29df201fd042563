import { COUNT } from '../count.ts';

const n = (count: number) => COUNT.format(count);
const many = (count: number, one: string, more: string) => `${n(count)} ${count === 1 ? one : more}`;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function day({ year, month, day: own }: Day): string {
  return `${own} ${MONTHS[month - 1]} ${year}`;
}

/** What a page for the browser says of itself, in English. `{shown}` and the like are filled in by the page's script. */
export const pageInEnglish = {
  /** As the attribute `lang` has it. */
  language: 'en',
  skip: 'Skip to the content',
  contents: 'Contents',
  policy: 'Policy',
  period: 'Period',
  /** The end is out. */
  span: (from: string, until: string): string => `${from} to before ${until}`,
  everything: 'everything in the exports',
  asOf: 'As of',
  zone: 'Time zone',
  madeBy: (tool: string): string => `Made by ${tool}. All figures can be traced to lines of the exports.`,
  /** Of the window, and in the margin of printed pages. */
  head: (title: string, policy: string): string => `${title}: ${policy}`,
  /** What a report is called. */
  title: (period: string): string => `Service report, ${period}`,
  titleAsOf: (day: string): string => `Service report as of ${day}`,
  /** As people call them. */
  periods: {
    month: (year: number, month: number): string => `${MONTHS[month - 1]} ${year}`,
    quarter: (year: number, quarter: number): string => `Q${quarter} ${year}`,
    year: (year: number): string => `${year}`,
    day,
    /** Both days are in. */
    range: (first: Day, last: Day): string => `${day(first)} to ${day(last)}`,
  },
  /** Where nothing stands above a table. */
  table: 'Table',
  records: 'Verdict records',
  proofOf: (ticket: string): string => `Proof of ticket ${ticket}`,

  folding: {
    more: 'More',
    /** Rows of a table that is folded for its length; then the same on paper. */
    longTable: (rows: number): string => `All ${n(rows)} rows`,
    longTableOnPaper: (rows: number): string => `${n(rows)} rows, to be unfolded on the page before it is printed`,
    /** At the end of a printed page, before the titles of chapters. */
    unprinted: 'Printed is what was open on the page. Not printed:',
    empty: (titles: string): string => `Nothing to report: ${titles}.`,
  },

  glance: {
    title: 'At a glance',
    kept: 'Promises kept',
    keptOf: (kept: number, decided: number): string => `${n(kept)} of ${n(decided)} decided`,
    objectives: (reached: number, all: number): string => `Objectives reached: ${n(reached)} of ${n(all)}`,
    noObjectives: 'The policy states no objective',
    tickets: 'Tickets',
    resolved: (resolved: number, all: number, percent: string): string =>
      `Resolved: ${n(resolved)} of ${n(all)} (${percent})`,
    cancelled: (tickets: number): string => `Cancelled: ${n(tickets)}`,
    breaches: 'Breaches',
    stillOpen: (breaches: number): string => `Still open: ${n(breaches)}`,
    excused: (breaches: number): string => `Excused besides: ${n(breaches)}`,
    party: (name: string, breaches: number): string => `${name}: ${n(breaches)}`,
    others: (parties: number, breaches: number): string => `${many(parties, 'other', 'others')}: ${n(breaches)}`,
    follows: 'What follows',
    nothing: 'Nothing',
    noRules: 'The policy names no consequences',
    quality: 'Rows of the exports used',
    rows: (used: number, rows: number): string => `${n(used)} of ${n(rows)}`,
    undecided: (runs: number): string => `Runs that could not be judged: ${n(runs)}`,
    findings: (findings: number): string => `Remarks on the data: ${n(findings)}`,
    noFindings: 'No remarks on the data',
    dataEnds: (at: string): string => `The exports end at ${at}`,
  },
  charts: {
    attainment: 'Promises kept, in percent',
    attained: (clock: string, percent: string, objective: string | null): string =>
      objective === null ? `${clock} ${percent}` : `${clock} ${percent}, objective ${objective}`,
    objective: 'Objective',
    breaches: 'Breaches by who answers for them',
    breachesOf: (name: string, breaches: number): string => `${name} ${n(breaches)}`,
  },
  runs: {
    title: 'The runs behind the figures',
    about: 'Each run of a clock on a ticket. A figure that is a link leads here, to those that it counts.',
    aboutLeftOut: (listed: number, all: number): string =>
      `${n(listed)} of ${n(all)} are listed here: of so many only those that were breached, excused or could not be judged, as far as there is room. All of them:`,
    none: (all: number): string => `There are ${n(all)}, too many for a page. All of them:`,
    clock: 'Clock',
    outcome: 'Outcome',
    severity: 'Severity',
    elapsed: 'Taken',
    started: 'Started',
    lines: 'Lines of the exports',
    round: (clock: string, cycle: number): string => `${clock}, round ${n(cycle)}`,
    notCounted: 'decided in another period',
    without: 'none',
    show: 'show the runs',
  },
  proofs: {
    title: 'Proofs',
    about: 'Each event with file and line, each stretch that counted or did not, the sum, and who answers for it.',
    leftOut: (tickets: number): string =>
      `${many(tickets, 'ticket has', 'tickets have')} no proof on this page, to keep it light. The proof of any ticket:`,
    ticket: 'TICKET',
    files: 'FILES',
  },
  /** Said by the script of the page, and only where it runs. */
  script: {
    openAll: 'Open all',
    closeAll: 'Close all',
    filter: 'Filter rows',
    filterTable: 'Filter the rows of: {table}',
    shown: '{shown} of {all} rows',
    sort: 'Sort by {column}',
    more: 'Show more rows',
    moreLeft: '{left} more',
    showing: 'Filter:',
    chip: '{dimension}: {names}',
    remove: 'Remove the filter {filter}',
    clear: 'Show all',
    nothing: 'No run fits this filter.',
  },
};
