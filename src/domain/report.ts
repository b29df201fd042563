import type { BreachLine, BreachParty } from './breach-line.ts';
import type { ConsequenceFigures } from './consequence-figures.ts';
import type { ClockFigures, Gap, Grouping, Ratio, TicketFigures } from './figures.ts';
import type { Highlight } from './highlights.ts';
import type { ChargedKind, Language, Title } from './policy.ts';
import type { Provenance } from './provenance.ts';
import type { ReadingId } from './reading.ts';
import type { RunDetails } from './run-line.ts';
import type { SourceFigures } from './source-figures.ts';
import type { BacklogFigures, SatisfactionFigures, TrendFigures, Untold } from './ticket-figures.ts';
import type { HandOverFigures, LatePauseFigures, LoadFigures, TimeUseFigures } from './time-figures.ts';

export type { BreachLine, BreachParty } from './breach-line.ts';
export type { Breakdown, ClockFigures, Durations, Gap, Group, Grouping, Ratio, TicketFigures } from './figures.ts';

/**
 * All that a view or a format sees, as plain JSON. Seconds carry up to three decimals, `null` means not known,
 * percentages are numbers from 0 to 100 with up to three decimals, instants are ISO 8601 in UTC.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly policy: { readonly file: string; readonly name: string };
  readonly timezone: string;
  readonly language: Language;
  /** Absent: everything in the data. */
  readonly period?: { readonly label: string; readonly start: string; readonly end: string };
  readonly asOf: string;
  /** The last stamp of the exports, where it lies well before `asOf`: what was open then is judged as open ever since. */
  readonly dataEnds?: string;
  readonly rows: RowAccount;
  /** What of it is worth a sentence; absent only in tests. */
  readonly highlights?: readonly Highlight[];
  readonly tickets: TicketFigures;
  readonly clocks: readonly ClockFigures[];
  /** In the order of the policy. */
  readonly objectives: readonly ObjectiveFigures[];
  /** One for each dimension: employee first, then those asked for or found among the records' fields. */
  readonly groups: readonly Grouping[];
  /** Each breach behind the numbers, by decided_at, ticket, clock, cycle. */
  readonly breaches: readonly BreachLine[];
  /** Only where no result lists them, so that `breaches` is empty: who answers for them, by the first breach of each. Never in JSON. */
  readonly breachParties?: readonly BreachParty[];
  /** How many findings of each kind; their places are told on stderr and by the view `quality`. */
  readonly findings: readonly FindingCount[];
  /** What follows from the verdicts; absent where the policy says nothing of it. */
  readonly consequences?: ConsequenceFigures;
  /** Only where it was asked for: each reading that differs from the policy's own, also where nothing hangs on it. */
  readonly sensitivity?: readonly ReadingFigures[];
  /** What is open at the as-of instant, whatever month it is from; absent where the policy has no clock of kind resolution. */
  readonly backlog?: BacklogFigures;
  /** What customers think of it; absent where the policy names no rating. */
  readonly satisfaction?: SatisfactionFigures;
  /** Month by month, all as of the one as-of instant. */
  readonly trend?: TrendFigures;
  /** By what a ticket counts as resolved on first contact: its replies, or a condition of the policy. */
  readonly firstContactBy?: 'replies' | 'condition';
  /** Figures that this policy and these exports cannot tell, and why. */
  readonly untold?: readonly Untold[];
  /** What the source says of its own promises; only where it was asked for and the policy names a column of it. */
  readonly source?: SourceFigures;
  /** The steps of the chain, and where their time goes; like the next three only where it was asked for. */
  readonly timeUse?: TimeUseFigures;
  /** When work comes in, against breaches, and who carries it. */
  readonly load?: LoadFigures;
  /** Who hands tickets to whom, how late, and what comes of it. */
  readonly handOvers?: HandOverFigures;
  /** Pauses set when little of a target was left. */
  readonly latePauses?: LatePauseFigures;
  /** The runs behind the figures; only where they were asked for: JSON and the documents have them. */
  readonly details?: RunDetails;
  /** From what it was made; absent only in tests. */
  readonly provenance?: Provenance;
}

/** How often a finding of one kind was made. */
export interface FindingCount {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly count: number;
}

/** `rows` = `used` + the sum of `setAside`. */
export interface RowAccount {
  readonly files: number;
  readonly rows: number;
  readonly used: number;
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
  /** What reading made of each file, member of an archive or sheet; what judging set aside besides is in the whole only. */
  readonly byFile: readonly FileAccount[];
}

export interface FileAccount {
  readonly file: string;
  readonly rows: number;
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
}

/** An objective over one or many clocks. `reached` is `null` when the denominator is 0. */
export interface ObjectiveFigures {
  readonly id: string;
  readonly title: Title;
  readonly clocks: readonly string[];
  /** Seconds; `null`: each run's own target. */
  readonly within: number | null;
  readonly atLeast: number;
  readonly share: Ratio;
  /** Runs in neither of its numbers because their breach was excused. */
  readonly excused: number;
  readonly reached: boolean | null;
  /** `null` likewise. */
  readonly gap: Gap | null;
  readonly groups: readonly {
    readonly by: string;
    readonly name: string;
    readonly share: Ratio;
    readonly excused: number;
    readonly reached: boolean | null;
    readonly gap: Gap | null;
  }[];
}

/** Breaches of the period as the policy is written, and as they would be if it were read otherwise. */
export interface BreachShift {
  readonly breaches: number;
  /** Verdicts that are no breach as written. */
  readonly more: number;
  /** Breaches that would be none. */
  readonly fewer: number;
  /** Breaches either way for which somebody else would answer; of everything as many are handed on as are taken over. */
  readonly takenOver: number;
  readonly handedOn: number;
  /** `breaches` + `more` − `fewer` + `takenOver` − `handedOn`. */
  readonly breachesThen: number;
}

/** One rule of the policy read in another way, for all clocks that it concerns at once. */
export interface ReadingFigures extends BreachShift {
  readonly reading: ReadingId;
  /** The number of the question that it answers: `S6`. */
  readonly question: string;
  /** How the policy is written, each way once. */
  readonly written: readonly string[];
  /** Clocks that would be read otherwise. */
  readonly clocks: readonly string[];
  /** Whose breaches shift; the most shifts first. */
  readonly parties: readonly ReadingParty[];
}

export interface ReadingParty extends BreachShift {
  /** As `Group`. */
  readonly name: string;
  readonly title?: string;
  readonly kind: ChargedKind;
  /** The verdicts behind the numbers, by ticket, clock and cycle. */
  readonly verdicts: readonly FlippedVerdict[];
}

export interface FlippedVerdict {
  readonly ticket: string;
  readonly clock: string;
  readonly cycle: number;
  /** What it adds to. */
  readonly shift: 'more' | 'fewer' | 'takenOver' | 'handedOn';
}
