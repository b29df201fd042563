/** What differs between two results that were saved; as plain JSON. */
export interface ReportDiff {
  readonly schemaVersion: 1;
  readonly isSame: boolean;
  readonly before: SavedFacts;
  readonly after: SavedFacts;
  /** What clocks are called; those of both reports, none of verdicts. */
  readonly clocks: readonly { readonly clock: string; readonly title: Readonly<Record<string, string>> }[];
  /** Numbers and texts that are others, in the order of the reports; empty where one of the results has verdicts only. */
  readonly figures: readonly FigureDifference[];
  readonly runs: RunDifferences;
  /** Consequences by what they are, for whom and of which breach; empty where one of the results has none. */
  readonly consequences: readonly ConsequenceDifference[];
  /** Files and versions that went into them; empty where one of the results does not say. */
  readonly inputs: readonly InputDifference[];
}

export interface SavedFacts {
  readonly file: string;
  /** A report has figures, and runs where it was asked for; verdicts are what `evaluate` writes. */
  readonly kind: 'report' | 'verdicts';
  readonly policy: string | null;
  readonly period: string | null;
  readonly asOf: string | null;
  /** Runs that it lists, and those that it says it does not. */
  readonly runs: number;
  readonly leftOut: number;
}

export type Scalar = string | number | boolean | null;

export interface FigureDifference {
  /** `clocks.answer.breached`: things of a list by what they are called. It stays the same from one version to the next. */
  readonly figure: string;
  /** The same in its parts, with what is known of each: so that it can be told in words. */
  readonly parts: readonly FigurePart[];
  /** Absent of a figure that is on one side only. */
  readonly before?: Scalar;
  readonly after?: Scalar;
  /** Of after − before; `null` where they are not both numbers. */
  readonly change: number | null;
  /** The runs that count in it otherwise than before, as far as both results list them; of figures of a clock only, and of many the first. */
  readonly because: readonly RunKey[];
  /** How many there are. */
  readonly causes: number;
}

/** A key of a report, and of a list the thing in it. */
export interface FigurePart {
  readonly key: string;
  readonly item?: {
    readonly called: string;
    /** By what a grouping divides: `employee`, perhaps `channel` within. */
    readonly by?: readonly string[];
    /** Of a group. */
    readonly kind?: string;
    readonly name?: string;
    readonly title?: string | Readonly<Record<string, string>>;
  };
}

export interface RunDifferences {
  /** What is held against each other: all runs that are listed; breaches alone, where a report lists no other; nothing. */
  readonly of: 'runs' | 'breaches' | 'nothing';
  /** One of the results does not list all of its runs: a difference may be in those. */
  readonly isPartial: boolean;
  readonly compared: number;
  readonly added: readonly RunFacts[];
  readonly gone: readonly RunFacts[];
  readonly changed: readonly ChangedRun[];
}

export interface RunKey {
  readonly ticket: string;
  readonly clock: string;
  readonly cycle: number;
}

export interface RunFacts extends RunKey {
  readonly outcome: string;
  readonly chargedTo: string | null;
  /** `tickets.csv:14`, where the result says it. */
  readonly lines: string | null;
}

export interface ChangedRun extends RunKey {
  /** By the names of the verdict record. */
  readonly fields: readonly { readonly field: string; readonly before: Scalar; readonly after: Scalar }[];
  readonly linesBefore: string | null;
  readonly linesAfter: string | null;
}

export interface ConsequenceDifference {
  readonly change: 'added' | 'gone' | 'changed';
  readonly who: string;
  /** The roster's name of the id in `who`. */
  readonly name: string | null;
  readonly what: string;
  readonly ladder: string;
  readonly ticket: string | null;
  readonly at: string | null;
  readonly family: string;
  readonly proposal: boolean;
  readonly before: Worth | null;
  readonly after: Worth | null;
}

/** How much of it, or what; amounts in major units. */
export interface Worth {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly percent: number | null;
  readonly quantity: string | null;
}

export interface InputDifference {
  /** A role such as `export`, or `tool`, `time-zone data`, `holidays CN`. */
  readonly what: string;
  readonly file: string | null;
  /** A hash or a version; `null`: not there. */
  readonly before: string | null;
  readonly after: string | null;
}
