import type { HoursReason } from './calendar.ts';
import type { ConsequenceLine } from './consequence-figures.ts';
import type { Place } from './diagnostic.ts';
import type { Holder } from './person.ts';
import type { ActorTest, ChargeRule, PauseRule, Records, Target, Test } from './policy.ts';
import type { Instant, Millis, Span } from './time.ts';
import type { Verdict } from './verdict.ts';

export type { Holder } from './person.ts';

/** Everything behind the verdicts on one ticket: a reader can add it up by hand. */
export interface Proof {
  readonly ticket: string;
  /** IANA name of the zone in which to show wall-clock times. */
  readonly timezone: string;
  readonly asOf: Instant;
  /** How the export was read: its reader knows the words of the export. */
  readonly records?: Records;
  /** False where `records.include` leaves the ticket out, or nothing of it had happened yet: nothing is judged. */
  readonly isIncluded: boolean;
  readonly events: readonly ProofEvent[];
  readonly runs: readonly ProofRun[];
}

/** One dated fact, with the line of the export that says so. */
export interface ProofEvent {
  readonly at: Instant;
  /** Where a local time that occurred twice is read as the later (S4): the other. */
  readonly earliest?: Instant;
  /** Later than `at` where the stamp lacks digits or is ambiguous. */
  readonly latest: Instant;
  readonly place: Place;
  /** Absent: the row only changes fields. */
  readonly event?: string;
  /** The row does not say the instant, but how long after another it was. */
  readonly reckoned?: Reckoned;
  readonly actor?: string;
  /** Of the actor: what the row says, else the roster. */
  readonly role?: string;
  /** Fields that have another value from this instant on; '' when emptied. */
  readonly changes: readonly FieldChange[];
}

/** An instant that is another event's and a length. */
export interface Reckoned {
  readonly after: string;
  /** The column of the length. */
  readonly column: string;
  readonly length: Millis;
}

export interface FieldChange {
  readonly field: string;
  readonly value: string;
  /** Of a field that is an instant: what the value means, `latest` later where only a day or hour is known. */
  readonly time?: { readonly at: Instant; readonly latest: Instant };
}

export interface ProofRun {
  readonly verdict: Verdict;
  /** Of a breach, where the policy has rules for it: what it counts in, in time order. */
  readonly consequences?: readonly ConsequenceLine[];
  /** Of a policy with several versions, the one in force when the run started (S32). */
  readonly version?: { readonly name: string; readonly effective?: Instant };
  /** Where the start and the stop stand in the export. */
  readonly start?: Place;
  readonly stop?: Place;
  readonly startReckoned?: Reckoned;
  readonly stopReckoned?: Reckoned;
  /** What happened that could have started or stopped the clock and did not, the first few of it … */
  readonly passedOver: readonly PassedOver[];
  /** … and how many more. */
  readonly morePassedOver: number;
  /** Every target of the clock up to the one that matched, in file order, judged at the instant that decided. */
  readonly targets: readonly TargetTrial[];
  /** Each target that fitted while it ran, in order, whatever the clock makes of a change; empty where none changed. */
  readonly reigns: readonly Reign[];
  /** The whole stretch from start to stop (or as-of), without gaps, in order. */
  readonly spans: readonly ProofSpan[];
  /** In order. */
  readonly pauses: readonly ProofPause[];
  /** Who held the ticket when it was decided, since when, by which line; absent when nobody did. */
  readonly holder?: Holder & { readonly since?: Instant; readonly place?: Place };
  /** Of a breach: how it came to who answers for it. */
  readonly grounds: readonly Ground[];
  /** Who held it for how much of the time that counted, in the order they first did; the lengths add up to the total. */
  readonly shares: readonly HolderShare[];
  /** Between the start and the end, both out. */
  readonly handOvers: readonly HandOver[];
}

/** A charge rule that was asked who answers, with the lines of the export that it went by. */
export interface Ground {
  readonly rule: ChargeRule;
  /** Its answer was taken: the last of the grounds, unless none was. */
  readonly decides: boolean;
  readonly named?: Holder & { readonly since?: Instant; readonly place: Place };
  /** See `AskedRule.tooShort`. */
  readonly tooShort: readonly {
    readonly by?: Holder;
    readonly since: Instant;
    readonly place: Place;
    readonly held: Millis;
  }[];
}

export interface HolderShare {
  /** Absent: nobody held it. */
  readonly holder?: Holder;
  readonly counted: Millis;
}

export interface HandOver {
  readonly at: Instant;
  readonly place: Place;
  /** Absent: nobody. */
  readonly from?: Holder;
  readonly to?: Holder;
  /** Of the target in force then; negative once it was used up; absent without a target or where stamps name no time. */
  readonly left?: Millis;
}

/** An event of a name that the clock waits for, and why it was not what the clock waits for. */
export interface PassedOver {
  readonly at: Instant;
  readonly place: Place;
  readonly event: string;
  readonly actor?: string;
  readonly role?: string;
  readonly part: 'start' | 'stop' | 'update';
  readonly why:
    | { readonly kind: 'actor'; readonly by: ActorTest }
    | { readonly kind: 'condition'; readonly tests: readonly Trial[] }
    | { readonly kind: 'before-start' };
}

/** A target that fitted from an instant of the run on. */
export interface Reign {
  /** Absent: none fitted. */
  readonly target?: Target;
  /** False: the clock's own condition did not hold. */
  readonly applies: boolean;
  readonly from: Instant;
  /** Of a promise made per ticket. */
  readonly promised?: { readonly at: Instant; readonly latest: Instant };
  /** The row that brought it; absent at the start, and where a version of the policy did. */
  readonly place?: Place;
  /** Name of the version of the policy that brought it. */
  readonly version?: string;
  /** Service time counted by then, by this target's calendar; absent where stamps name no time of day. */
  readonly used?: Millis;
}

/** A pause of the run. */
export interface ProofPause {
  readonly rules: readonly PauseRule[];
  readonly start: Instant;
  /** Absent: it has no end. */
  readonly end?: Instant;
  /** Where its beginning and its end stand in the export; of one that was cut the end that it would have had. */
  readonly began: Place;
  readonly ended?: Place;
  /** It lasted longer than the policy's `max_pause`, and counts as a pause only so long. */
  readonly isCut: boolean;
}

/** One test of a condition, with the ticket's value. */
export interface Trial {
  readonly test: Test;
  readonly value: string;
  readonly holds: boolean;
}

export interface TargetTrial {
  readonly target: Target;
  readonly matched: boolean;
  /** The tests of its condition with the ticket's value and whether it holds. */
  readonly tests: readonly Trial[];
}

/** A stretch of a run that counted or did not, for one reason. */
export interface ProofSpan extends Span {
  readonly counts: boolean;
  readonly why: HoursReason | 'pause' | 'unplaced-pause' | 'exclusion' | 'between-rounds';
  /** The holiday's name, the exclusion's reason, the pause's condition, the names of totals. */
  readonly detail?: string;
  /** Id of the calendar by which it was open or closed, where it is that of a holder's shift. */
  readonly shift?: string;
  /** Service time counted from the start to the end of this span. */
  readonly total: Millis;
  /** The target ran out in this span, at this instant. */
  readonly ranOutAt?: Instant;
}
