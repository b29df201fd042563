import type { HoursReason } from '../domain/calendar.ts';
import type { ChargedKind, Language, Operator, Within } from '../domain/policy.ts';
import type { ProofSpan } from '../domain/proof.ts';
import type { ReadingId } from '../domain/reading.ts';
import type { Outcome, REMARKS } from '../domain/verdict.ts';
import { columnsInEnglish } from './columns/en.ts';
import { compareInEnglish } from './compare/en.ts';
import { consequencesInEnglish } from './consequences/en.ts';
import { statementInEnglish } from './consequences/statement-en.ts';
import { COUNT } from './count.ts';
import { highlightsInEnglish } from './highlights/en.ts';
import { inspectInEnglish } from './inspect/en.ts';
import { pageInEnglish } from './page/en.ts';
import { privacyInEnglish } from './privacy/en.ts';
import { provenanceInEnglish } from './provenance/en.ts';
import { rulesInEnglish } from './rules/en.ts';
import { ticketsInEnglish } from './tickets/en.ts';
import { timeInEnglish } from './time/en.ts';
import { workbookInEnglish } from './workbook/en.ts';

type RemarkKind = (typeof REMARKS)[number];

/** The words of reports in English. Its type is the catalogue: a language that lacks a sentence does not compile. */
export const en = {
  tag: 'en' as Language,

  /** To the second or, where there are any, the millisecond: never rounded (S7). Hours are not gathered into days (S9). */
  duration: (seconds: number): string => {
    const { hours, minutes, rest } = splitDuration(seconds);
    if (hours > 0) return `${hours}h ${minutes}m ${rest}s`;
    return minutes > 0 ? `${minutes}m ${rest}s` : `${rest}s`;
  },
  /** The same in little room, as clocks show it: 132:24:00. */
  clockDuration,
  clockDurationForm: 'h:mm:ss',
  count: (n: number): string => COUNT.format(n),
  percent: (percent: number): string => `${percent}%`,
  share: (numerator: number, denominator: number): string => `${numerator}/${denominator}`,
  promise: (within: Within): string => {
    if (within.kind === 'duration') return en.duration(within.length / 1000);
    if (within.kind === 'promised') return `until ${within.field}`;
    const days = within.days === 1 ? '1 working day' : `${within.days} working days`;
    return within.end === 'closing' ? `${days}, to closing time` : `${days}, to the same time`;
  },
  unknown: '-',
  yes: 'yes',
  no: 'no',
  asTitle: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),
  list: (items: readonly string[]): string => items.join(', '),
  clauses: (items: readonly string[]): string => items.join(', '),
  inBrackets: (text: string, more: string): string => `${text} (${more})`,
  labelled: (label: string, text: string): string => `${label}: ${text}`,

  /** What `--view` can name, as the heading of a chapter. */
  views: {
    summary: 'Summary',
    clocks: 'Times',
    objectives: 'Objectives',
    severity: 'Severity of breaches',
    tickets: 'Tickets and backlog',
    satisfaction: 'Satisfaction',
    trend: 'Trend',
    steps: 'Where the time goes',
    load: 'Volume and load',
    'hand-overs': 'Hand-overs',
    pauses: 'Pauses before deadlines',
    breaches: 'Breaches',
    penalties: 'Penalties',
    compensation: 'Compensation',
    rewards: 'Rewards',
    consequences: 'What follows',
    source: 'Verdicts of the source',
    quality: 'Quality of the data',
    sensitivity: 'How rules are read',
    provenance: 'Provenance',
  },

  outcomes: {
    met: 'met',
    breached: 'breached',
    running: 'running',
    paused: 'paused',
    cancelled: 'cancelled',
    undecided: 'undecided',
    excused: 'excused',
    'no-target': 'no target',
  } satisfies Record<Outcome, string>,

  /** Why a verdict is other than plain. */
  remarks: {
    'incomplete-rows': 'rows of this ticket could not be read; what is known of it is incomplete',
    'stop-before-start': 'the clock stops before it starts',
    'no-start': 'the clock stops without having started',
    'pause-too-long': 'paused for longer than there was time',
    imprecise: 'the export does not say the time exactly enough to decide',
    'ambiguous-time': 'the verdict hangs on a local time that occurred twice or never',
    'no-target': 'no target fits this ticket',
    cancelled: 'the run was cancelled',
    reset: 'the count began anew',
    'too-many-intervals': 'the duty has more intervals than are told; the rest is not judged',
    'promised-before-start': 'the time promised lies before the start',
    'created-by-agent': 'the agent created the ticket; that counts as the response',
    'answered-by-resolution': 'nobody replied before it was resolved; the resolution counts as the response',
    'still-open': 'not finished by the date of this report',
    'used-up-at-change': 'when the target changed, the new one was already used up',
    reopened: 'reopened; the verdict is that of the last stop',
    'before-policy': 'began before the policy was in force; judged by its first version',
    'after-policy': 'began when no version of the policy was in force any more; judged by the last one before',
  } satisfies Record<RemarkKind, string>,
  between: (best: string, worst: string): string => `the time taken lies between ${best} and ${worst}`,
  rounds: (rounds: number, first: Outcome): string =>
    `${rounds} rounds; at the first stop it was ${en.outcomes[first]}`,

  /** Why a row was set aside. */
  setAside: {
    'wrong-cell-count': 'more or fewer cells than the header',
    'missing-ticket': 'no ticket number',
    'missing-time': 'no time',
    'bad-timestamp': 'a time that cannot be read',
    'bad-length': 'a length of time that cannot be used',
    'bad-number': 'a number that cannot be read',
    'repeated-row': 'the same row again',
    'repeated-header': 'the header again',
    'total-row': 'totals',
    'footer-row': 'a footer',
    superseded: 'replaced by a later row of the ticket',
    'duplicate-ticket': 'several rows of a ticket that contradict each other',
    'not-included': 'outside the scope of the policy',
    'after-as-of': 'after the date of this report',
    'without-event': 'no event of the policy on this ticket',
  },
  /** Titles of findings by code, where they are not the registry's. */
  findings: {} as Readonly<Record<string, string>>,
  /** What findings say, by the English template (`diagnostics/say.ts`); of English itself none is needed. */
  sentences: {} as Readonly<Record<string, string>>,
  /** How findings are told beside a report. */
  telling: {
    severities: { error: 'error', warning: 'warning', note: 'note' },
    more: (findings: number, code: string): string => `… and ${findings} more [${code}]`,
    all: (): string => 'All of them: slaudit report --view quality …',
  },

  /** What the policy calls its own words, by the word: events, values, severity bands. */
  titles: {} as Readonly<Record<string, string>>,
  /** What roles are usually called. */
  roles: {
    agent: 'agent',
    bot: 'bot',
    customer: 'customer',
    engineer: 'engineer',
    leader: 'leader',
    manager: 'manager',
    specialist: 'specialist',
    supervisor: 'supervisor',
    supplier: 'supplier',
    system: 'system',
  },
  /** What fields are usually called. */
  fields: {
    owner: 'owner',
    employee: 'employee',
    assignee: 'assignee',
    channel: 'channel',
    type: 'type',
    urgency: 'urgency',
    department: 'department',
    audience: 'audience',
    team: 'team',
    region: 'region',
    priority: 'priority',
    rating: 'rating',
    status: 'status',
    manager: 'manager',
    customer: 'customer',
    supplier: 'supplier',
    hour: 'hour',
    weekday: 'weekday',
    month: 'month',
  },
  parties: {
    employee: 'employee',
    department: 'department',
    supplier: 'supplier',
    unassigned: 'unassigned',
    unmatched: 'unmatched',
    nobody: 'nobody',
  } satisfies Record<ChargedKind, string>,
  notGiven: '(not given)',

  /** The shift of whoever holds the ticket, by the name of its calendar. */
  shift: (calendar: string): string => `shift ${calendar}`,
  spans: {
    hours: 'opening hours',
    'outside-hours': 'closed',
    holiday: 'holiday',
    'make-up': 'make-up working day',
    date: 'hours of this date',
    break: 'break',
    always: 'always open',
    pause: 'paused',
    'unplaced-pause': 'paused, nobody knows when',
    exclusion: 'excluded',
    'between-rounds': 'between stop and reopening',
  } satisfies Record<HoursReason | ProofSpan['why'], string>,

  operators: {
    '<': 'less than',
    '<=': 'at most',
    '>': 'more than',
    '>=': 'at least',
    '=': 'is',
    '!=': 'is not',
  } satisfies Record<Operator, string>,
  oneOf: (field: string, values: string): string => `${field} is ${values}`,
  compared: (field: string, operator: Operator, value: string): string => `${field} ${en.operators[operator]} ${value}`,

  columns: {
    file: 'File',
    line: 'Line',
    reason: 'Reason',
    rows: 'Rows',
    clock: 'Clock',
    runs: 'Runs',
    met: 'Met',
    breached: 'Breached',
    breachedBefore: 'Before excuses',
    breachedOpen: 'Of them open',
    going: 'In time so far',
    cancelled: 'Cancelled',
    undecided: 'Undecided',
    excused: 'Excused',
    noTarget: 'No target',
    share: 'Met of',
    attainment: 'Attained',
    objective: 'Objective',
    aim: 'At least',
    keptOf: 'Kept of',
    open: 'Open hours',
    wall: 'Wall clock',
    created: 'Created',
    resolved: 'Resolved',
    resolvedOf: 'Resolved of',
    resolutionRate: 'Resolution rate',
    breaches: 'Breaches',
    n: 'Runs',
    leftOut: 'Left out',
    mean: 'Mean',
    median: 'Median',
    p90: 'P90',
    p95: 'P95',
    longest: 'Longest',
    meanResponse: 'Mean first response',
    tickets: 'Tickets',
    ticket: 'Ticket',
    charged: 'Charged to',
    severity: 'Severity',
    ranOutAt: 'Ran out at',
    stoppedAt: 'Stopped at',
    over: 'Over by',
    finding: 'Finding',
    times: 'Count',
    code: 'Code',
    place: 'Place',
    message: 'What is wrong',
    localTime: 'Local time',
    utc: 'UTC',
    event: 'Event',
    actor: 'By',
    changes: 'Changes',
    target: 'Target',
    within: 'Within',
    condition: 'Condition',
    value: 'Value',
    holds: 'Holds',
    from: 'From',
    to: 'To',
    counts: 'Counts',
    why: 'Why',
    length: 'Length',
    total: 'Counted so far',
    holder: 'Held by',
    counted: 'Counted',
    ofTotal: 'Of all',
    fittedFrom: 'Fitted from',
    used: 'Used by then',
    by: 'By',
    reading: 'Reading',
    asWritten: 'Breaches as written',
    more: 'More',
    fewer: 'Fewer',
    inOtherHands: 'In other hands',
    takenOver: 'Taken over',
    handedOn: 'Handed on',
    breachesThen: 'Breaches then',
  },

  summary: {
    title: (policy: string): string => policy,
    period: (label: string, from: string, to: string): string => `Period ${label}: from ${from} to before ${to}`,
    everything: 'Everything in the export',
    asOf: (at: string, zone: string): string => `As of ${at}, times in ${zone}`,
    dataEnds: (at: string): string =>
      `The exports end at ${at}: what was open then is judged as if nothing had happened since`,
    rows: (files: number, rows: number, used: number): string =>
      `Files read: ${en.count(files)}. Rows read: ${en.count(rows)}, used: ${en.count(used)}, set aside: ${en.count(rows - used)}.`,
    setAside: 'Rows set aside',
    tickets: 'Tickets',
    clocks: 'Promises',
    objectives: 'Objectives over several promises',
    apart: 'Runs in no attainment',
    times: 'Times of finished runs',
    breaches: 'Breaches by who answers for them',
    by: (dimension: string): string => `By ${dimension}`,
    ticketsBy: (dimension: string): string => `Tickets by ${dimension}`,
    openTimes: 'times in open hours, h:mm:ss',
    more: (groups: number, breaches: number, by: string): string =>
      `and ${en.count(groups)} more, with ${en.count(breaches)} breaches; all of them: --by ${by} -f csv`,
    findings: 'Findings: what could not be used, was repaired or assumed',
    none: 'None.',
    reached: (percent: string): string => `${percent} reached`,
    missed: (percent: string): string => `${percent} missed`,
    excused: (breaches: number): string =>
      `Breaches that somebody set aside: ${en.count(breaches)}. They are in no attainment and no objective; of two counts of breaches side by side the first is before excuses.`,
  },
  breachList: {
    title: 'Breaches',
    /** `open`: of those that are not excused. */
    count: (breaches: number, open: number, excused: number): string =>
      excused === 0
        ? `Breaches: ${en.count(breaches)}, still open: ${en.count(open)}.`
        : `Breaches: ${en.count(breaches)}, of them excused: ${en.count(excused)}. Of the others still open: ${en.count(open)}.`,
    open: 'still open',
    cancelled: 'cancelled later',
    interval: 'interval missed',
    decisions: { excused: 'Excused', upheld: 'Appeal upheld', rejected: 'Appeal rejected' },
    evidence: 'evidence',
    offDuty: {
      leave: 'was on leave when the time ran out',
      shift: 'was off shift when the time ran out',
      left: 'was not employed when the time ran out',
    },
  },
  due: {
    open: 'Overdue, or due',
    paused: 'Paused',
    /** `reach`: how far away is still due; `null`: however far. */
    count: (overdue: number, due: number, reach: string | null, paused: number): string =>
      `Overdue: ${en.count(overdue)}, due${reach === null ? '' : ` within ${reach} by the wall clock`}: ${en.count(due)}, paused: ${en.count(paused)}.`,
    notListed: (later: number, undecided: number, noTarget: number): string =>
      `Open and not listed: ${en.count(later)} due later, ${en.count(undecided)} undecided, ${en.count(noTarget)} without a target.`,
    at: 'Due at',
    over: 'Over in open hours',
    in: (length: string): string => `in ${length}`,
    ago: (length: string): string => `${length} ago`,
  },
  sensitivity: {
    title: 'If a rule were read otherwise',
    about:
      'Each rule of the policy that could also be read otherwise is read so, for all clocks that it concerns, and all is judged again.',
    breaches: (breaches: number): string => `Breaches as the policy is written: ${en.count(breaches)}.`,
    noReading: 'No rule of this policy could be read otherwise.',
    /** `written`: the rule as the policy has it. */
    instead: (reading: string, written: string): string => `${reading}, instead of ${written}`,
    parties: 'Whose breaches hang on a reading',
    stable: 'None: under every reading the same verdicts are breaches of the same people.',
    more: (parties: number, verdicts: number): string =>
      `and ${en.count(parties)} more, with ${en.count(verdicts)} verdicts; all of them: --sensitivity -f csv`,
  },
  /** What each reading says, so that whoever signs for the policy understands it. */
  readings: {
    'boundary: inclusive': 'What is finished exactly when the time is used up is still in time.',
    'boundary: exclusive': 'What is finished exactly when the time is used up is too late.',
    'reopen: continue':
      'A reopened ticket counts on from where it had stopped; the time it was closed is left out, and the last stop decides.',
    'reopen: first': 'The first stop is final; nothing that follows a reopening is timed.',
    'reopen: cycle': 'Each reopening starts a round with the full time of its own, kept or broken by itself.',
    'reopen: reset': 'A reopening starts the time anew and a round that was kept is forgotten; a breach by then stays.',
    'created_by_agent: normal': 'A ticket that an agent opened waits for its first response like any other.',
    'created_by_agent: met': 'When an agent opens the ticket, that is the first response, given at once.',
    'created_by_agent: not-applicable': 'A ticket that an agent opened is owed no first response.',
    'unanswered: resolution': 'A ticket that is resolved without any reply counts as answered at that moment.',
    'unanswered: none': 'A resolution is no reply: a ticket that nobody answered stays unanswered, resolved or not.',
    'change: at-instant':
      'When the promise changes midway, all time since the start is held against the new one from the change on; it breaks no earlier than that.',
    'change: at-start': 'What was promised when the clock started stays, whatever changes later.',
    'change: at-stop': 'Only what is promised at the end decides, for the whole time since the start.',
    'change: restart': 'When the promise changes midway, the time starts anew, all of it.',
    'change: retroactive':
      'A promise that changes midway counts as if it had been made at the start; a breach may date from before the change.',
  } satisfies Record<ReadingId, string>,
  check: {
    title: 'Objectives and thresholds',
    /** `unmeasured`: there was nothing to measure. */
    count: (checks: number, missed: number, unmeasured: number): string =>
      `Checked: ${en.count(checks)}, missed: ${en.count(missed)}, nothing to measure: ${en.count(unmeasured)}.`,
    what: 'What',
    of: 'Of',
    is: 'Is',
    condition: 'Condition',
    verdict: 'Verdict',
    kept: 'kept',
    missed: 'missed',
    nothing: 'nothing to measure',
    mustNot: (condition: string): string => `not ${condition}`,
  },
  quality: {
    title: 'Quality of the export',
    files: 'Files',
    setAside: 'Set aside in reading',
    places: (title: string, count: number): string => `${title}: ${en.count(count)}`,
  },

  proof: {
    title: (ticket: string): string => `Ticket ${ticket}`,
    events: 'Events',
    atEarliest: (at: string): string => `at the earliest ${at}`,
    atLatest: (at: string): string => `at the latest ${at}`,
    emptied: 'emptied',
    reckoned: (after: string, length: string, column: string): string => `${after} + ${length} (column ${column})`,
    lengthIn: (length: number, unit: 'ms' | 's' | 'min' | 'h' | 'd'): string => `${en.count(length)} ${unit}`,
    run: (clock: string, cycle: number, outcome: string): string => `${clock}, round ${cycle}: ${outcome}`,
    targets: 'Targets tried, in the order of the policy; the first that fits applies',
    applies: 'applies',
    always: 'always',
    noTarget: 'No target fits',
    reigns: 'The target changed midway: what fitted from when on',
    notApplicable: 'the clock does not apply',
    fromStart: 'start',
    promisedFor: (at: string): string => `promised for ${at}`,
    ofVersion: (name: string): string => `version ${name}`,
    rule: 'The rule',
    passedOver: {
      start: 'Did not start it',
      stop: 'Did not stop it',
      update: 'Did not keep the duty',
    },
    morePassedOver: (more: number): string => `and ${en.count(more)} more of that kind`,
    notInRole: (roles: string): string => `not by role ${roles}`,
    notAmong: (actors: string): string => `not by ${actors}`,
    notWhile: (condition: string): string => `counts only where ${condition}`,
    beforeStart: 'before the clock started',
    betweenEvents: (from: string, until: string): string => `${from} until ${until}`,
    pausedFrom: (at: string): string => `from ${at}`,
    pausedUntil: (at: string): string => `to ${at}`,
    pausedOn: 'with no end yet',
    pauseCut: (most: string): string => `cut there, as a pause counts ${most} at the most`,
    wentOn: (place: string): string => `it went on until ${place}`,
    unplacedPause: (columns: string, lengths: readonly string[]): string =>
      `${columns} says ${lengths.join(' to ')}, and not when: counted as if it had come first`,
    anew: 'Counted anew from',
    version: 'Judged by',
    started: 'Started',
    stopped: 'Stopped',
    notStopped: 'Not stopped; measured up to the date of this report',
    cancelled: 'Cancelled',
    spans: 'Time, stretch by stretch',
    ranOutHere: (at: string): string => `time ran out at ${at}`,
    sum: (elapsed: string, within: string): string => `Counted ${elapsed} of ${within}`,
    sumWithout: (elapsed: string): string => `Counted ${elapsed}`,
    over: (over: string): string => `over by ${over}`,
    missed: 'the interval ended without what was due',
    left: (left: string): string => `${left} to spare`,
    takenOut: (paused: string, excluded: string, wall: string): string =>
      `Taken out of open time: paused ${paused}, excluded ${excluded}. On the wall: ${wall}.`,
    ranOut: 'The time ran out at',
    wouldRunOut: 'The time would run out at',
    heldBy: (name: string): string => `Held then by ${name}`,
    heldByNobody: 'Held then by nobody',
    since: (at: string): string => `since ${at}`,
    holders: 'Who held it, and for how much of the time that counted',
    handedOver: (from: string, to: string): string => `handed from ${from} to ${to}`,
    handedTo: (to: string): string => `given to ${to}`,
    leftThen: (left: string): string => `${left} left`,
    overThen: (over: string): string => `${over} over`,
    charged: (party: string): string => `Answers for it: ${party}`,
    figuresOnly: 'nobody, this clock is kept for its figures only',
    grounds: 'Why: who answers, in the order of the policy',
    byRule: (rule: string): string => `By the rule: ${rule}`,
    nobody: 'nobody',
    ruleNames: (party: string): string => `names ${party}`,
    ruleNamesNobody: 'names nobody',
    nextRule: 'so the next rule is asked',
    noNextPerson: 'and it is never simply the next person',
    unmatched: 'the roster gives this name to nobody, or to several: it is not guessed who that is',
    /** `least`: the length that the policy asks for. */
    heldTooShort: (holder: string, held: string, least: string): string =>
      `${holder} held it for ${held}, less than the ${least} that the policy asks for`,
    passedOn: (holder: string): string => `so ${holder} answers, who held it before`,
    queuedBefore: 'before that nobody held it, the queue used up the time',
    noUnit: (holder: string): string => `the roster gives no unit to ${holder}`,
    byUnitOf: (holder: string): string => `it is that of ${holder}`,
    severity: (band: string): string => `Severity: ${band}`,
    reason: (sentence: string): string => `Note: ${sentence}`,
    notIncluded: 'Not judged: the policy leaves this ticket out, or nothing of it had happened yet.',
    noRuns: 'No clock of the policy applies to this ticket.',
  },

  consequences: consequencesInEnglish,
  statement: statementInEnglish,
  highlights: highlightsInEnglish,
  rules: rulesInEnglish,
  inspect: inspectInEnglish,
  provenance: provenanceInEnglish,
  tickets: ticketsInEnglish,
  time: timeInEnglish,
  page: pageInEnglish,
  compare: compareInEnglish,
  columnTitles: columnsInEnglish,
  workbook: workbookInEnglish,
  privacy: privacyInEnglish,
};

function clockDuration(seconds: number): string {
  const { hours, minutes, rest } = splitDuration(seconds);
  const digits = Number.isInteger(rest) ? String(rest).padStart(2, '0') : rest.toFixed(3).padStart(6, '0');
  return `${hours}:${String(minutes).padStart(2, '0')}:${digits}`;
}

/** `rest` is in seconds, with up to three decimals. */
export function splitDuration(seconds: number): { hours: number; minutes: number; rest: number } {
  const millis = Math.round(seconds * 1000);
  return {
    hours: Math.floor(millis / 3_600_000),
    minutes: Math.floor(millis / 60_000) % 60,
    rest: (millis % 60_000) / 1000,
  };
}
