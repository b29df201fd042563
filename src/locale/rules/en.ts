import type { WorkingDayEnd } from '../../domain/calendar.ts';
import type {
  ChangeRule,
  ChargedKind,
  Clock,
  DurationUnit,
  Form,
  Operator,
  PauseRule,
  Policy,
  Records,
  Reopen,
  StampMapping,
} from '../../domain/policy.ts';
import type { Millis } from '../../domain/time.ts';
import { consequenceRulesInEnglish } from './consequences-en.ts';

/** How the rules of a policy are told in English, for people who will never read it. */
export const rulesInEnglish = {
  /** Before a chapter, a section of the n-th chapter, an item, an item of an item. */
  chapterMark: (n: number): string => `${n}.`,
  sectionMark: (chapter: number, n: number): string => `${chapter}.${n}`,
  itemMark: (n: number): string => `(${letters(n)})`,
  subItemMark: (n: number): string => `(${n})`,
  /** Third level. */
  lineMark: (n: number): string => `${roman(n)}.`,

  // --- parts of sentences ----------------------------------------------------------------------------------
  quoted: (text: string): string => `"${text}"`,
  withId: (title: string, id: string): string => `${title} [${id}]`,
  or: (items: readonly string[]): string => joined(items, 'or'),
  and: (items: readonly string[]): string => joined(items, 'and'),
  /** Conditions that must all hold. */
  all: (conditions: readonly string[]): string => conditions.join(', and '),
  /** Happenings of which each will do. */
  either: (triggers: readonly string[]): string => triggers.join(', or '),
  sentences: (items: readonly string[]): string => items.join(' '),
  /** Never rounded (S7). `inDays`: where a day is 24 hours and nothing else (S9). */
  length: (millis: Millis, inDays: boolean): string => {
    const { days, hours, minutes, seconds } = parts(millis);
    const whole = count(hours, 'hour');
    if (inDays && days !== undefined) return `${count(days, 'day')} (${whole})`;
    const texts = [
      ...(hours > 0 ? [whole] : []),
      ...(minutes > 0 ? [count(minutes, 'minute')] : []),
      ...(seconds > 0 || millis === 0 ? [count(seconds, 'second')] : []),
    ];
    return texts.join(' ');
  },
  percent: (percent: number): string => `${percent}%`,
  blank: 'blank',
  /** Monday first. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as readonly string[],
  everyDay: 'every day',
  range: (first: string, last: string): string => `${first} to ${last}`,
  nextDay: (time: string): string => `${time} the next day`,
  country: countryNamed,

  // --- conditions: what is true of a ticket ----------------------------------------------------------------
  oneOf: (field: string, values: string): string => `${field} is ${values}`,
  noneOf: (field: string, values: string): string => `${field} is not ${values}`,
  compared: (field: string, operator: Exclude<Operator, '=' | '!='>, value: string): string =>
    `${field} is ${{ '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' }[operator]} ${value}`,
  countsAs: (value: string, number: string): string => `${value} counts as ${number}`,

  // --- triggers: what happens to it; each can follow "as soon as" ------------------------------------------
  event: (names: string): string => `${names} is recorded`,
  eventBy: (names: string, who: string): string => `${names} is recorded by ${who}`,
  changed: (fields: string): string => `${fields} changes`,
  changedBy: (fields: string, who: string): string => `${fields} is changed by ${who}`,
  reached: (columns: string): string => `the time in ${columns} is reached`,
  firstRow: 'the ticket first appears',
  begins: (condition: string): string => condition,
  provided: (trigger: string, condition: string): string => `${trigger} while ${condition}`,
  /** The role of whoever has no other, by its name in the policy. */
  agent: (name: string): string => name,
  inBoth: (role: string, actor: string): string => `${actor} as ${role}`,

  // --- the page ----------------------------------------------------------------------------------------------
  about: (file: string): string =>
    `These are the rules of the policy file ${file} in words. All that decides a verdict is here; what is not written here has no effect on it.`,
  chapters: {
    scope: 'Scope',
    general: 'Rules for all clocks',
    calendars: 'Calendars',
    exclusions: 'Time that counts for nobody',
    clocks: 'What is timed',
    objectives: 'Objectives',
    consequences: 'What follows from breaches, and rewards',
    records: 'How the export is read',
  },

  scope: {
    always: 'The rules are in force without a date.',
    since: (at: string): string => `The rules are in force from ${at} on.`,
    until: (at: string): string =>
      `They are in force until before ${at}. What begins later is judged by them too, while there are no newer ones, and marked.`,
    before: 'What began before is judged by them too, and marked.',
    versions: (at: string): string =>
      `There are several versions. This is the newest, for what began at ${at} or later. What was otherwise before is told in the last chapters; what began before the first version is judged by the first, and marked.`,
    version: {
      'at-start': 'What has begun is judged to its end by the version in force when it began.',
      'at-breach':
        'The limits are at each moment those of the version then in force, also for what began under an earlier one; all else is by the version in force when it began.',
    } satisfies Record<Policy['version'], string>,
    timezone: (zone: string): string => `Dates and times of day are those of the time zone ${zone}.`,
    everything: 'Every ticket of the export is judged.',
    included: (condition: string): string =>
      `Only tickets are judged where, at the date of the report, ${condition}. The others are counted and listed apart.`,
    roster: (file: string): string =>
      `Who is who is told by the roster ${file}: by number first, then by name and other names, among those employed at the time. A name that it gives to nobody, or to several, is charged as it stands and marked; it is never guessed and never passed on to somebody else.`,
    rosterRole: (role: string): string =>
      `Where the export does not say what somebody is, whoever is employed by the roster is ${role}, unless the roster says what else they are.`,
    noRoster: 'People are named as in the export.',
    excuses: (file: string): string =>
      `Decisions on breaches are in ${file}: a breach that is excused, or against which an appeal is upheld, counts for nothing and stays on record.`,
    excusesWithin: (length: string): string =>
      `A decision made more than ${length} of calendar time after the breach was decided has no effect.`,
    /** @param pairs word and title */
    titles: (pairs: string): string => `Reports call the words of the policy otherwise: ${pairs}.`,
    appeal: (how: string): string => `Appeals: ${how}`,
  },

  /** They hold unless a clock says otherwise. */
  general: [
    'Each promise below is timed by a clock of its own. These rules hold for all clocks, unless a clock has a rule of its own.',
    'Time counts only while the calendar named beside a limit is open, and only while the clock does not rest. What begins outside opening hours begins to count at the next opening.',
    'Rests and time that counts for nobody move the end of a limit back by as much. Where several overlap they count once. A rest that has no end yet lasts until the date of the report.',
    'Lengths are counted to the millisecond and never rounded. A working day is a date on which the calendar has opening hours; the day on which something begins is not counted.',
    'What counts is the time used, not the clock on the wall: where a limit may be used up exactly and is so at closing time, it is still kept by what happens at the very next opening.',
    'If a change of the ticket makes another limit apply, the count goes on from its start, and each moment is judged by the limit that applies then. A new limit that is used up already when it comes into force is broken at that moment, never before.',
    'A ticket that is no longer one of those that a clock is for, and had no breach by then, is left out of it.',
    'A breach that has happened stays, whatever happens to the ticket later.',
    'What has not stopped at the date of the report is judged as of that date: if its limit is passed, it is a breach.',
    'While a clock runs another start changes nothing, and after a stop another stop changes nothing.',
    'Where the export does not tell enough, because a stop has no start or comes before it, a row cannot be read or digits of a time are missing that would decide, the result is "undecided": neither in time nor a breach.',
    'Who answers for a breach is told with each clock. Where that cannot be known nobody does (unassigned), and never the next person.',
    'A result belongs to the month in which it was decided: a breach to the month in which the time used first went beyond the limit, all else to the month in which it ended.',
  ] as readonly string[],

  calendar: {
    roundTheClock: 'Open round the clock, every day of the year.',
    timezone: (zone: string): string => `Its times of day are those of ${zone}.`,
    open: (days: string, hours: string): string => `Open: ${days} ${hours}.`,
    openWithGaps: (days: string, hours: string, gaps: string): string =>
      `Open: ${days} ${hours}; the break ${gaps} does not count.`,
    closed: (days: string): string => `Closed: ${days}.`,
    overMidnight: 'Hours that run over midnight belong to the day on which they begin.',
    publicHolidays: (country: string): string => `Closed on public holidays: ${country}.`,
    makeUp: (day: string): string =>
      `Days declared to be worked in exchange for a holiday are worked, with the hours of ${day}.`,
    region: (country: string, code: string): string => `${country} (${code})`,
    file: (path: string): string => `Closed on the dates of the calendar file ${path}.`,
    dates: (dates: string): string => `Closed on ${dates}.`,
    noHolidays: 'Public holidays change nothing.',
    ownHours: (date: string, hours: string): string => `On ${date} open ${hours}.`,
    ownClosed: (date: string): string => `On ${date} closed.`,
    breakOn: (date: string, hours: string): string => `On ${date} ${hours} does not count.`,
    precedence:
      'Where several of these speak of one date, its own hours come before holidays and days worked in exchange, and these before the days of the week; breaks are taken out last.',
  },

  exclusions: {
    none: 'None.',
    lead: 'In these times no time counts:',
    span: (from: string, until: string, reason: string): string => `From ${from} to before ${until}: ${reason}.`,
    only: (condition: string): string => `Only for tickets where ${condition}, and only while that is so.`,
    clocks: (titles: string): string => `Only for: ${titles}.`,
  },

  clock: {
    everyTicket: 'For: every ticket.',
    tickets: (condition: string): string => `For: tickets where ${condition}.`,
    stay: (condition: string, columns: string): string =>
      `Start and stop: by stretches in which ${condition}, each timed by itself from its beginning to its end; another ${columns} begins another.`,
    stayStop: (triggers: string): string => `It stops before its end as soon as ${triggers}.`,
    start: (triggers: string): string => `Start: as soon as ${triggers}.`,
    fromTheOutset: 'If that is so from the outset, it starts when the ticket first appears.',
    stop: (triggers: string): string => `Stop: as soon as ${triggers}.`,
    notByOthers: 'The same done by anybody else does not count.',
    byAnybody: 'It does not matter who does it.',
    nextResponse:
      'Only what is still unanswered is timed: of several starts before an answer the first counts, and an answer to nothing is no record.',
    nextResponseAnew: 'After an answer, the next start begins a count of its own.',
    resolutionAnswers: (triggers: string): string =>
      `If nobody has answered by the time the ticket is resolved (${triggers}), the resolution counts as the answer.`,
    resolutionIsNoAnswer: 'A resolution is no answer: without one the clock goes on.',
    createdByAgent: {
      normal: (role: string): string => `A ticket that ${role} opened is timed like any other.`,
      met: (role: string): string => `A ticket that ${role} opened counts as answered at once.`,
      'not-applicable': (role: string): string => `A ticket that ${role} opened is not timed.`,
    } satisfies Record<Clock['createdByAgent'], unknown>,
    neverRests: 'Rests: never.',
    pause: {
      while: (condition: string): string => `Rests: while ${condition}.`,
      between: (from: string, until: string): string => `Rests: from the moment that ${from} until ${until}.`,
    } satisfies Record<PauseRule['kind'], unknown>,
    pauseTotals: (columns: string): string =>
      `Rests: for as long as ${columns} says. Nobody knows when that was: it is counted as if it had come first, and the limit runs out later by all of it. Where it says more than there was, nothing is decided.`,
    waitsFor: (whom: string): string => `In the figures that is time of waiting for ${whom}.`,
    totalWaitsFor: (columns: string, whom: string): string =>
      `In the figures ${columns} is time of waiting for ${whom}.`,
    maxPause: (length: string): string => `A rest ends after ${length} of calendar time at the latest.`,
    cancel: (triggers: string): string => `Void: as soon as ${triggers}.`,
    cancelFromTheOutset: 'That holds also where it was so before the start.',
    cancelAfterBreach: 'What was a breach by then stays a breach.',
    reset: (triggers: string): string =>
      `New count: as soon as ${triggers}, from zero. What was a breach by then stays, as a result of its own.`,
    final: 'Reopening: the stop is final, and what happens afterwards changes nothing.',
    reopen: {
      continue: (triggers: string): string =>
        `Reopening: if, after a stop, ${triggers}, the count goes on. The time in between does not count, and the last stop decides.`,
      first: (triggers: string): string =>
        `Reopening: the first stop is final. If, after it, ${triggers}, that changes nothing.`,
      cycle: (triggers: string): string =>
        `Reopening: if, after a stop, ${triggers}, a new round begins at zero. Each round is judged by itself.`,
      reset: (triggers: string): string =>
        `Reopening: if, after a stop, ${triggers}, the count begins anew at zero. The round before is dropped if it was in time, and stays as a result of its own if it was a breach.`,
    } satisfies Record<Reopen['rule'], unknown>,
    grace: (length: string): string =>
      `If that happens more than ${length} of calendar time after the stop, it is in any case a new promise, counted from zero and judged by itself.`,
    /** S26. */
    closedOnly: 'Still open: no breach, even beyond the limit; that is decided at the stop.',
    /** S27; the usual is told for all clocks. */
    month: {
      created: 'Month: a result belongs to the month in which it began, whenever it was decided.',
      stopped: 'Month: a result belongs to the month in which it stopped, whenever it was decided.',
    } satisfies Record<Exclude<Clock['month'], 'decided'>, string>,
    objective: (percent: string): string => `Objective: at least ${percent} of what has been decided is to be in time.`,
  },

  /** Behind a limit: by which hours it is counted. */
  hours: {
    of: (calendar: string): string => `"${calendar}" hours`,
    always: (calendar: string): string => `"${calendar}" hours (round the clock)`,
    roundTheClock: 'round the clock',
    onShift: (otherwise: string): string =>
      `hours of the shift of whoever holds the ticket at the time (by the roster; while nobody does, or somebody without a shift: ${otherwise})`,
  },

  limits: {
    inclusive: 'reaching it exactly is in time',
    exclusive: 'reaching it exactly is a breach',
    one: (limit: string, exactly: string): string => `Limit: ${limit}; ${exactly}.`,
    /** One limit that is not for every ticket. */
    list: (exactly: string): string => `Limits, of which the first that fits applies; ${exactly}:`,
    line: (condition: string, limit: string): string => `${condition}: ${limit}.`,
    others: (limit: string): string => `all others: ${limit}.`,
    all: (limit: string): string => `all: ${limit}.`,
    none: 'where none of these fits: nothing is promised, and it is neither in time nor a breach.',
    within: (length: string, hours: string): string => `within ${length}, ${hours}`,
    workingDays: {
      closing: (days: number, hours: string): string =>
        days === 0
          ? `on the same working day, ${hours}: until closing time of the day on which it began, or of the next working day if it began on none`
          : `within ${count(days, 'working day')}, ${hours}: until closing time of the ${ordinal(days)} working day after the day on which it began`,
      'same-time': (days: number, hours: string): string =>
        `within ${count(days, 'working day')}, ${hours}: until the time of day at which it began, on the ${ordinal(days)} working day after; if that is outside opening hours, until the next opening`,
      'same-time-exact': (days: number, hours: string): string =>
        `within ${count(days, 'working day')}, ${hours}: until the very time of day at which it began, on the ${ordinal(days)} working day after, also outside opening hours`,
    } satisfies Record<WorkingDayEnd, unknown>,
    promised: (column: string, hours: string): string => `until the time agreed on in "${column}", ${hours}`,
    promisedNothing: (column: string): string =>
      `Where "${column}" is blank nothing is promised. A time that lies before the start is a breach from the start.`,
    furthest: (column: string, length: string): string =>
      `A time in "${column}" that lies more than ${length} of calendar time after the start is listed as doubtful.`,
    interval: (length: string, hours: string, triggers: string): string =>
      `Duty: in every ${length}, ${hours}, it has to happen at least once that ${triggers}. At the very end of an interval is in time.`,
    intervals:
      'Each interval that ends without it is a breach of its own. The next interval begins with what was done or, after a breach, where the last one ended. An interval cut off by the stop is not judged.',
    intervalsApply:
      'Intervals are counted only while the ticket is one of those that this is for; the first begins when it becomes one.',
  },

  change: {
    'at-instant': (fields: string): string =>
      `Changes: if ${fields} changes on the way, the limit that applies then decides from then on; the count goes on.`,
    'at-start': (fields: string): string =>
      `Changes: what ${fields} is at the start decides whether this applies and with which limit; a later change has no effect.`,
    'at-stop': (fields: string): string =>
      `Changes: what ${fields} is at the stop (or, while there is none, at the date of the report) decides which limit applies, from the start on.`,
    restart: (fields: string): string =>
      `Changes: if ${fields} changes on the way so that another limit applies, the count begins anew with the change.`,
    retroactive: (fields: string): string =>
      `Changes: if ${fields} changes on the way, each moment is judged by the limit that applies then, as if it had applied from the start: the breach may lie before the change.`,
  } satisfies Record<ChangeRule, unknown>,
  severity: {
    bands: (bands: string): string =>
      `Grades: by how far the time used is over the limit, the first that fits: ${bands}.`,
    band: (name: string, over: string): string => `${name} if ${over}`,
    over: (operator: Operator, length: string): string =>
      ({
        '<': `less than ${length}`,
        '<=': `at most ${length}`,
        '>': `more than ${length}`,
        '>=': `${length} or more`,
        '=': `exactly ${length}`,
        '!=': `other than ${length}`,
      })[operator],
    missed: 'An interval missed counts as over by nothing.',
  },

  charge: {
    to: (who: string): string => `Answers for a breach: ${who}.`,
    firstOf: (first: string, others: string): string =>
      `Answers for a breach: ${first} or, if that is not known, ${others}.`,
    others: (parties: readonly string[]): string => parties.join(' or, if that is not known either, '),
    noHolder: 'But the export does not say who holds a ticket, so nobody can be told by that.',
    holder: (column: string): string => `whoever held the ticket (${column}) when the time ran out`,
    current: (column: string): string => `whoever holds the ticket (${column}) at the date of the report`,
    first: (column: string): string => `whoever held the ticket (${column}) first`,
    stopper: 'whoever stopped the clock',
    nobody: 'Answers for a breach: nobody; it is kept for the figures only.',
    elseNobody: 'Otherwise nobody does.',
    department: (column: string): string =>
      `the department, by the roster, of whoever held the ticket (${column}) when the time ran out`,
    team: (column: string): string =>
      `the team, by the roster, of whoever held the ticket (${column}) when the time ran out`,
    field: (column: string, kind: string): string => `the ${kind} named in ${column} when the time ran out`,
    minHolding: (length: string): string =>
      `Who had held it for less than ${length} of opening hours when the time ran out does not answer for it; who held it before does. Where nobody did, it counts as not known who held it.`,
    kinds: {
      employee: 'employee',
      department: 'department',
      supplier: 'supplier',
      unassigned: 'unassigned',
      unmatched: 'unmatched',
      nobody: 'nobody',
    } satisfies Record<ChargedKind, string>,
  },

  objectives: {
    all: 'All clocks count.',
    clocks: (titles: string): string => `Counted: ${titles}.`,
    tickets: (condition: string): string => `Only for tickets where ${condition}.`,
    inTime: (percent: string): string => `At least ${percent} of what has been decided is to be in time.`,
    within: (percent: string, length: string): string =>
      `At least ${percent} is to stop within ${length} of time used, whatever its own limit. What is still open counts once it is beyond that.`,
    notCounted: 'What is void or undecided counts neither way.',
    by: (names: string): string => `The share is told also for each ${names}.`,
  },

  /** What follows from breaches, and rewards. */
  consequences: consequenceRulesInEnglish,

  records: {
    form: {
      tickets: (ticket: string): string => `Each row is a ticket; its number is in "${ticket}".`,
      events: (ticket: string): string => `Each row is something that happened to the ticket named in "${ticket}".`,
      changes: (ticket: string): string => `Each row is a change of one field of the ticket named in "${ticket}".`,
    } satisfies Record<Form, unknown>,
    rows: (path: string): string => `The rows stand in ${path}.`,
    repeats: {
      last: 'Of several rows of one ticket the one with the latest time counts.',
      first: 'Of several rows of one ticket the one with the earliest time counts.',
      error: 'Of several rows of one ticket that contradict each other none is used.',
    } satisfies Record<Records['repeats'], string>,
    at: (column: string): string => `When it happened is in "${column}".`,
    event: (column: string): string => `What happened is in "${column}".`,
    actor: (column: string): string => `Who did it is in "${column}".`,
    role: (column: string): string => `What they are is in "${column}".`,
    change: (field: string, to: string): string => `Which field changed is in "${field}", and to what in "${to}".`,
    changeFrom: (from: string): string => `What it was before is in "${from}".`,
    sequence: (column: string): string =>
      `Rows of one instant are in the order of "${column}"; where that does not tell, a stop comes first, then the beginning of a rest, then its end, then a start.`,
    noSequence:
      'Of what happens at one instant a stop comes first, then the beginning of a rest, then its end, then a start.',
    held: 'What a row says of a ticket holds from its time on, until another row says otherwise.',
    emptyCell: 'An empty cell changes nothing.',
    cleared: (columns: string): string => `But an empty cell in ${columns} means: from then on nothing.`,
    stamps: (columns: string): string => `Times in ${columns}:`,
    allStamps: 'Times:',
    zone: (zone: string): string => `without a zone of their own they are those of ${zone};`,
    formats: (formats: string): string => `they are written ${formats};`,
    assume: {
      undecided: 'a time without seconds, or a date alone, decides nothing that hangs on what is missing;',
      start: 'of a time without seconds, or a date alone, the beginning is meant;',
      end: 'of a time without seconds, or a date alone, the last second is meant;',
    } satisfies Record<StampMapping['assume'], string>,
    ambiguous: {
      earlier: 'a time that occurred twice, when clocks were put back, is the earlier.',
      later: 'a time that occurred twice, when clocks were put back, is the later.',
      reject: 'a time that occurred twice, when clocks were put back, is not used.',
    } satisfies Record<StampMapping['ambiguous'], string>,
    timeOfDay: (column: string): string => `the time of day stands in "${column}";`,
    lengthAfter: (column: string, base: string): string =>
      `How long after the time in ${base} it happened is in "${column}",`,
    total: (column: string): string => `How long in all is in "${column}",`,
    units: {
      ms: 'in milliseconds.',
      s: 'in seconds.',
      min: 'in minutes.',
      h: 'in hours.',
      d: 'in days of 24 hours.',
      text: 'with its unit written out.',
    } satisfies Record<DurationUnit, string>,
    assumeLength: {
      undecided: 'Of whole minutes, hours or days nothing is decided that hangs on the part which is not written.',
      start: 'Whole minutes, hours or days are taken as they stand.',
      end: 'Whole minutes, hours or days are taken to last until the second before the next.',
    } satisfies Record<StampMapping['assume'], string>,
    missing: (values: string): string => `These cells count as empty: ${values}.`,
    preset: (name: string): string =>
      `The columns are those of the built-in mapping ${name}, as far as the policy does not name its own.`,
    alternatives: 'Where a file has no column of the name used here, the first of these that it has is read:',
    optional: (columns: string): string =>
      `A file may lack these columns; what they would say is then blank: ${columns}.`,
    names:
      'In the rules above columns and entries are called as in the export. Reports call them by the names in brackets.',
    named: (ours: string, theirs: string): string => `${theirs} (${ours})`,
    columns: (names: string): string => `Columns: ${names}.`,
    entries: (column: string, values: string): string => `${column}: ${values}.`,
  },

  earlier: {
    first: (before: string): string => `What was otherwise for what began before ${before}`,
    between: (from: string, before: string): string =>
      `What was otherwise for what began from ${from} to before ${before}`,
    name: (name: string): string => `This version is called ${name}.`,
    since: (at: string): string => `It came into force at ${at}; what began before is judged by it too, and marked.`,
    until: (at: string): string =>
      `It went out of force at ${at}; what began after that and before the next version is judged by it too, and marked.`,
    before: 'At that time:',
    after: 'Now:',
    nothing: 'Nothing.',
    same: 'Nothing: the rules were the same.',
    rest: 'What is not told here was as above.',
    without: (titles: string): string => `These were not there yet: ${titles}.`,
    inChapter: (chapter: string, title: string): string => `${chapter}: ${title}`,
  },
};

/** Made when a country is to be named: it loads the names of all. */
let countries: Intl.DisplayNames | undefined;

function countryNamed(code: string): string {
  countries ??= new Intl.DisplayNames('en', { type: 'region' });
  return countries.of(code) ?? code;
}

function joined(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return n === 1 ? 'first' : `${n}${ending}`;
}

function roman(n: number): string {
  const tens = 'x'.repeat(Math.floor(n / 10));
  return tens + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n % 10] ?? '');
}

/** 1 is a, 27 is aa. */
function letters(n: number): string {
  const before = Math.floor((n - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((n - 1) % 26));
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `days` of a length that is two whole days or more; `seconds` with up to three decimals. */
export function parts(millis: Millis): {
  readonly days: number | undefined;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  return {
    days: millis % DAY === 0 && millis >= 2 * DAY ? millis / DAY : undefined,
    hours: Math.floor(millis / HOUR),
    minutes: Math.floor(millis / 60_000) % 60,
    seconds: (millis % 60_000) / 1000,
  };
}
