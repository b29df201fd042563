import type { CalendarDefinition, WorkingDayEnd } from './calendar.ts';
import type { Condition, Operator } from './condition.ts';
import type { ConsequenceRules } from './consequence-rules.ts';
import type { Place } from './diagnostic.ts';
import type { FigureRules } from './figure-rules.ts';
import type { PrivacyRules } from './privacy.ts';
import type { Instant, Millis, Span } from './time.ts';
import type { Language, Title } from './title.ts';

export type { Condition, Operator, Test } from './condition.ts';
export type { Language, Title } from './title.ts';

/** The agreement, checked and resolved: every name in it refers to something, every length is in milliseconds. */
export interface Policy {
  /** The path as the user gave it. */
  readonly file: string;
  readonly name: string;
  /** In force from this instant on; absent: always. */
  readonly effective?: Instant;
  /** Not in force from this instant on; absent: until the next version is. */
  readonly until?: Instant;
  /** Of several versions, which one's targets hold: that of the run's start, or of each instant (S32). */
  readonly version: 'at-start' | 'at-breach';
  /** IANA name: naive stamps (unless the records say otherwise), calendars, month ends (S31). */
  readonly timezone: string;
  readonly currency?: string;
  readonly language?: Language;
  /** What pages call the policy's own words: its events, fields, values, severity bands; by the word. */
  readonly titles?: ReadonlyMap<string, Title>;
  readonly records: Records;
  /** The roster. */
  readonly people?: Companion;
  readonly calendars: ReadonlyMap<string, CalendarDefinition>;
  readonly exclusions: readonly Exclusion[];
  readonly clocks: readonly Clock[];
  readonly objectives: readonly Objective[];
  /** Absent: all as usual. */
  readonly figures?: FigureRules;
  /** What follows from verdicts. Of several versions the newest one's rules hold for all breaches. */
  readonly consequences: ConsequenceRules;
  /** Decisions on breaches; a decision later than `within` (wall time) after a breach was decided has no effect. */
  readonly excuses?: Companion & { readonly within?: Millis };
  /** What is known of people beside the export. */
  readonly personnel?: Companion;
  /** Who was away when. */
  readonly leave?: Companion;
  /** How somebody who is charged can appeal, in the policy's own words. */
  readonly appeal?: Title;
  /** What fields hold, where a result hides people. Of several versions the newest one says it. */
  readonly privacy?: PrivacyRules;
  /** Versions in force before this one, oldest first (S32): each until the next. The same records are read under all. */
  readonly earlier: readonly Policy[];
}

/** A file beside the policy; its path as the policy writes it: relative to the policy's own folder. */
export interface Companion {
  readonly path: string;
  readonly place: Place;
}

// --- how an export becomes tickets -------------------------------------------------------------------------

export type Form = 'tickets' | 'events' | 'changes';

export interface Records {
  readonly form: Form;
  /** The built-in mapping it is built on. */
  readonly preset?: string;
  readonly file: FileOptions;
  /** JSON: path of the rows when they are not the file itself, split at its dots. */
  readonly rows: readonly string[];
  readonly repeats: 'last' | 'first' | 'error';
  readonly ticket: ColumnMapping;
  /** Columns that hold an event's time, in any form. */
  readonly events: readonly EventColumn[];
  /** The row's own instant: forms events and changes. */
  readonly at?: StampMapping;
  /** What happened: form events. */
  readonly event?: ColumnMapping;
  readonly actor?: ActorMapping;
  /** Orders the rows of one instant (S28). */
  readonly sequence?: ColumnMapping;
  /** Columns that hold a length where others hold an instant. */
  readonly durations: readonly DurationColumn[];
  /** Which field changed, and from what to what: form changes. */
  readonly change?: { readonly field: ColumnMapping; readonly to: ColumnMapping; readonly from?: ColumnMapping };
  /** In the order of the policy, which is the order of the verdict record's columns. */
  readonly fields: readonly FieldMapping[];
  /** Cells that mean "nothing". The empty cell always does. */
  readonly missing: readonly string[];
  readonly include: Condition;
  /** What the source itself says of its promises, to be held against ours; it decides nothing. Absent: nothing is known of it. */
  readonly verdicts?: readonly SourceVerdict[];
}

/** A column in which the source says whether a promise was kept. */
export interface SourceVerdict extends ColumnMapping {
  /** A clock's id: each has one such column at the most. */
  readonly clock: string;
  /** Cells that say so; one that ends in `*` stands for all that begin so, '' for a blank cell. Any other cell says nothing. */
  readonly breached: readonly string[];
  readonly met: readonly string[];
}

/** How a file is written; what is absent is detected. */
export interface FileOptions {
  /** Of the Encoding Standard, in lower case: `gb18030`, `utf-16le`. */
  readonly encoding?: string;
  /** One character. */
  readonly delimiter?: string;
  /** The character that encloses cells; '' where none does. */
  readonly quote?: string;
  /** The character before a quote that is part of a cell: the quote itself, or a backslash. */
  readonly escape?: string;
  /** The sheets of a workbook that are read, by name. */
  readonly sheets?: readonly string[];
  /** The lines of a text or rows of a sheet that make the header, from 1, in order: one, or two that belong together. */
  readonly header?: readonly number[];
  /** Tables of text are cut by csv-parse alone, as those are anyway that are out of the ordinary: to see that it makes no difference. */
  readonly parser?: 'csv-parse';
}

export interface ColumnMapping {
  /** A header (`类别#2`: its second occurrence; `响应/时间`: under a header above it) or a JSON path (`../id`: upwards). */
  readonly column: string;
  /** Other names of the column: of all of them the first that a file has. */
  readonly alternatives?: readonly string[];
  /** Files may lack it: its cells are then blank. So are the columns that only a preset names. */
  readonly isOptional?: true;
  /** Export value → our name; a value not listed keeps its own. */
  readonly values: ReadonlyMap<string, string>;
  readonly place: Place;
}

export interface StampMapping extends ColumnMapping {
  /** The column of the time of day, where `column` holds the date alone. */
  readonly timeOfDay?: string;
  /** Accepted formats, tried in order; empty: detected. */
  readonly formats: readonly string[];
  /** Zone of stamps that name none. */
  readonly zone: string;
  /** What a stamp without seconds stands for (S8). */
  readonly assume: 'undecided' | 'start' | 'end';
  /** Which instant an ambiguous local time is (S4). */
  readonly ambiguous: 'earlier' | 'later' | 'reject';
}

export interface EventColumn extends StampMapping {
  readonly event: string;
}

/** Units of a length; `text`: written out (`1 days 18 hours 47 minutes`, `18:47:00`). */
export type DurationUnit = 'ms' | 's' | 'min' | 'h' | 'd' | 'text';

/**
 * A length of wall time. With `after`, the event `name` happened that long after the event `after`, whose time stands in
 * the same row. Without, it is a total that pause rules can name: form tickets only.
 */
export interface DurationColumn extends ColumnMapping {
  readonly name: string;
  readonly unit: DurationUnit;
  readonly after?: string;
  /** What a length in whole minutes, hours or days stands for (S8). */
  readonly assume: StampMapping['assume'];
}

export interface ActorMapping extends ColumnMapping {
  /** The column that says what kind of actor it is; compared by `by: {role: …}`. */
  readonly role?: ColumnMapping;
}

export interface FieldMapping extends ColumnMapping {
  readonly field: string;
  /** The cell is an instant; absent: text. */
  readonly time?: StampMapping;
  /** In event rows, a blank cell empties the field; otherwise it changes nothing. */
  readonly clearedByEmpty: boolean;
}

// --- triggers ------------------------------------------------------------------------------------------------

/**
 * What starts, stops, cancels … a clock.
 * `event`: that event happens, while `when` holds and done by an actor of `by`;
 * `condition`: `when` begins to hold; `first`: the ticket's first row, whatever it says.
 */
export type Trigger =
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly when: Condition;
      readonly by?: ActorTest;
      readonly place: Place;
    }
  | { readonly kind: 'condition'; readonly when: Condition; readonly place: Place }
  | { readonly kind: 'first'; readonly when: Condition; readonly place: Place };

export interface ActorTest {
  readonly roles?: readonly string[];
  readonly actors?: readonly string[];
}

// --- what is promised ----------------------------------------------------------------------------------------

/** The kinds of clock; each has its file in `clock/kinds/`. */
export type ClockKind = 'plain' | 'response' | 'resolution' | 'next_response' | 'duty';

export interface Clock {
  readonly id: string;
  readonly title: Title;
  readonly kind: ClockKind;
  readonly start: readonly Trigger[];
  /** A run for each stretch in which this holds with the same values, instead of from a start; empty: from a start. */
  readonly during: Condition;
  readonly stop: readonly Trigger[];
  readonly pause: readonly PauseRule[];
  /** Totals of the records (durations without `after`) that pause it as well, nobody knows when. */
  readonly pauseTotals?: readonly string[];
  /** Whom such a total is time of waiting for, by its name, where the policy says so. */
  readonly totalsWaitingFor?: ReadonlyMap<string, string>;
  readonly cancel: readonly Trigger[];
  /** The count begins anew. */
  readonly reset: readonly Trigger[];
  readonly reopen?: Reopen;
  /** Where it does not hold, the clock does not apply. */
  readonly when: Condition;
  readonly change: ChangeRule;
  /** A key of `Policy.calendars`. */
  readonly calendar: string;
  /** The roster's calendar of whoever holds the ticket stands instead of `calendar`, for as long as they hold it. */
  readonly isOnShift: boolean;
  /** First that is known answers for a breach (S24). */
  readonly charge: readonly ChargeRule[];
  readonly severity: readonly SeverityBand[];
  /** First match wins (S23). A duty has exactly one, its interval. */
  readonly targets: readonly Target[];
  /** Objective in percent, 0 to 100. */
  readonly attain?: number;
  /** Events that fulfil a recurring duty; empty for other kinds. */
  readonly by: readonly Trigger[];
  readonly boundary: 'inclusive' | 'exclusive';
  readonly minHolding: Millis;
  readonly maxPause?: Millis;
  /** Kind response: what a ticket resolved without any reply counts as (S19). */
  readonly unanswered: 'resolution' | 'none';
  /** Kind response: a ticket that the agent created (S18). */
  readonly createdByAgent: 'normal' | 'met' | 'not-applicable';
  /** What a run is that went beyond its target and has not stopped (S26). */
  readonly stillOpen: 'breached' | 'closed-only';
  /** The month in which a run is counted: that of its decision, its start or its stop (S27). */
  readonly month: 'decided' | 'created' | 'stopped';
  /** No policy says so, but help desks do: the target that fits what the ticket is now holds for all of its past. */
  readonly fits?: 'present';
  readonly place: Place;
}

/** S21. */
export type ChangeRule = 'at-instant' | 'at-start' | 'at-stop' | 'restart' | 'retroactive';

export type PauseRule = PauseCondition & {
  /** Whom or what it is time of waiting for: `customer`, or any word. No verdict hangs on it. */
  readonly waitingFor?: string;
  readonly place: Place;
};

type PauseCondition =
  | { readonly kind: 'while'; readonly when: Condition }
  | { readonly kind: 'between'; readonly from: readonly Trigger[]; readonly until: readonly Trigger[] };

export interface Reopen {
  readonly on: readonly Trigger[];
  /** S15. */
  readonly rule: 'continue' | 'first' | 'cycle' | 'reset';
  /** Wall time after a stop beyond which a reopening is a new promise. */
  readonly grace?: Millis;
}

/** Who answers for a breach: somebody by their part in it, the holder's unit on the roster, the value of a field, or nobody. */
export type ChargeRule = { readonly kind: 'nobody' } | AskingRule;

/** A charge rule that asks the export. */
export type AskingRule =
  | { readonly kind: 'holder' | 'current' | 'first' | 'stopper' }
  | { readonly kind: 'unit'; readonly unit: 'department' | 'team' }
  | { readonly kind: 'field'; readonly field: string; readonly as: ChargedKind };

/** `unmatched`: a name that the roster gives to nobody, or to several. */
export type ChargedKind = 'employee' | 'department' | 'supplier' | 'unassigned' | 'unmatched' | 'nobody';

/** Bands are read in order; the first whose comparison with the time over holds is the severity. */
export interface SeverityBand {
  readonly name: string;
  readonly operator: Operator;
  readonly over: Millis;
}

export interface Target {
  /** Given, or its number from 1. */
  readonly id: string;
  readonly when: Condition;
  readonly within: Within;
  /** A key of `Policy.calendars`. */
  readonly calendar: string;
  /** As `Clock.isOnShift`. */
  readonly isOnShift: boolean;
  readonly place: Place;
}

/**
 * How long it may take. `promised`: until the instant that a field of the ticket names; it should lie at most
 * `furthest` away from the start.
 */
export type Within =
  | { readonly kind: 'duration'; readonly length: Millis }
  | { readonly kind: 'promised'; readonly field: string; readonly furthest?: Millis }
  | { readonly kind: 'working-days'; readonly days: number; readonly end: WorkingDayEnd };

/** Time that counts for nobody, with its reason (B5). */
export interface Exclusion extends Span {
  readonly reason: string;
  readonly when: Condition;
  /** Clock ids; empty: all. */
  readonly clocks: readonly string[];
  readonly place: Place;
}

/** A share of runs, over one or many clocks, that should be kept (A16). */
export interface Objective {
  readonly id: string;
  readonly title: Title;
  readonly clocks: readonly string[];
  readonly when: Condition;
  /** Kept within this length, whatever the runs' own targets; absent: met. */
  readonly within?: Millis;
  /** Percent, 0 to 100. */
  readonly atLeast: number;
  /** `employee` or fields: the share is told for each of their values, too. */
  readonly by: readonly string[];
}
