const COUNT = new Intl.NumberFormat('en-US');
const n = (count: number) => COUNT.format(count);
const many = (count: number, one: string, more: string) => `${n(count)} ${count === 1 ? one : more}`;

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
  /** In the margin of printed pages. */
  head: (policy: string, period: string): string => `${policy}, ${period}`,
  /** Where nothing stands above a table. */
  table: 'Table',
  records: 'Verdict records',
  proofOf: (ticket: string): string => `Proof of ticket ${ticket}`,

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
