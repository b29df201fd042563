import type { Title } from './title.ts';

/** `percent` is `null` when the denominator is 0. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

/** By how many runs a share misses what it should be at least, or may yet lose: one of them is 0. */
export interface Gap {
  /** So many of the runs that broke it would have had to keep it. */
  readonly missing: number;
  /** So many of those that kept it might have broken it. */
  readonly spare: number;
}

/** Seconds. `median` is the mean of the middle two for an even `n`; `p90` and `p95` are nearest-rank: a real run's. */
export interface Durations {
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly longest: number | null;
}

/** Tickets created in the period (S27). */
export interface TicketFigures {
  readonly created: number;
  /** Cancelled, merged, spam: in no denominator (S29). */
  readonly cancelled: number;
  /** `null` where no clock of kind resolution says what is resolved. */
  readonly resolved: number | null;
  /** `null` when the policy has no clock of kind resolution. */
  readonly resolution: Ratio | null;
  /** Resolved with the first contact ÷ resolved, as far as it is known; `null` where nobody can tell (`Report.untold`). */
  readonly firstContact: Ratio | null;
  /** Reopened at least once ÷ resolved at least once; `null` likewise. */
  readonly reopened: Ratio | null;
}

export interface ClockFigures {
  readonly clock: string;
  readonly title: Title;
  readonly kind: string;
  readonly met: number;
  readonly breached: number;
  /** Of those breached, the ones still open at the as-of instant (S26). */
  readonly breachedOpen: number;
  readonly running: number;
  readonly paused: number;
  readonly cancelled: number;
  readonly undecided: number;
  readonly excused: number;
  readonly noTarget: number;
  /** met ÷ (met + breached): excused breaches are in neither (S29); without excuses there were `breached` + `excused`. */
  readonly attainment: Ratio;
  readonly objective: {
    readonly percent: number;
    readonly reached: boolean | null;
    /** `null` where nothing was decided. */
    readonly gap: Gap | null;
  } | null;
  /** `over`: how far beyond the target, as of the stop or the as-of instant; of those of which it is known. */
  readonly severity: readonly { readonly band: string; readonly runs: number; readonly over: Durations }[];
  /** The same of all breaches. */
  readonly over: Durations;
  /** Of stopped runs, in service time and on the wall. */
  readonly open: Durations;
  readonly wall: Durations;
  /** Runs of the period that are not in the durations, by why. */
  readonly leftOut: readonly {
    readonly why: 'undecided' | 'not-stopped' | 'cancelled' | 'excused';
    readonly runs: number;
  }[];
}

/** By what a report is divided: once, or each group once more. */
export interface Breakdown {
  /** `employee`, `department` …: who is charged; `hour`, `weekday`, `month`; or the name of a field. */
  readonly by: string;
  /** By what each of its groups is divided in turn; absent: by nothing. */
  readonly inner?: string;
}

export interface Grouping extends Breakdown {
  /** It was asked for by name: a page shows each group with its clocks instead of a line. */
  readonly detailed?: boolean;
  readonly groups: readonly Group[];
}

export interface Group {
  /** '' is shown as "not given"; kind `unassigned` has no name of its own; of an employee on the roster the id. */
  readonly name: string;
  /** The roster's name for the id in `name`: two groups may share it. */
  readonly title?: string;
  readonly kind: 'value' | 'employee' | 'department' | 'supplier' | 'unassigned' | 'unmatched' | 'nobody';
  readonly tickets: TicketFigures;
  readonly clocks: readonly ClockFigures[];
  /** Its own groups by `Grouping.inner`; in their order and with the same meaning. */
  readonly groups?: readonly Group[];
}
