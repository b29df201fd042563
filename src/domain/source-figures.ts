import type { Ratio } from './figures.ts';
import type { HabitId, ReadingId } from './reading.ts';
import type { Title } from './title.ts';

/**
 * What the source says of its own promises, held against our verdicts; as plain JSON, units as in `Report`. The source speaks of a
 * ticket as a whole, so all runs of the clock on it are one here; a ticket is told where one of them is counted in the period.
 */
export interface SourceFigures {
  /** Of each column that the policy names, in its order. */
  readonly clocks: readonly SourceClock[];
}

/** What one way of counting explains. Parts that belong together are one. */
export type ReadingParts = readonly (ReadingId | HabitId)[];

/** What became of all runs of a clock on a ticket; an excused breach is one: the source does not know of excuses. */
export const STATES = ['breached', 'met', 'going', 'undecided', 'cancelled', 'no-target'] as const;
export type State = (typeof STATES)[number];

/** What a cell says. */
export const SAYINGS = ['breached', 'met', 'nothing'] as const;
export type Saying = (typeof SAYINGS)[number];

export interface SourceClock {
  readonly clock: string;
  readonly title: Title;
  /** The column as the policy calls it. */
  readonly column: string;
  /** `agree` + `disagree` + `silent` + `open`. */
  readonly tickets: number;
  readonly agree: number;
  readonly disagree: number;
  /** The source says nothing, or nothing that the policy knows how to read. */
  readonly silent: number;
  /** The source says something, and we have neither met nor breached. */
  readonly open: number;
  /** Of those of which both say something. */
  readonly agreement: Ratio;
  /** A line for each state of ours that there is. */
  readonly confusion: readonly ({ readonly ours: State } & Readonly<Record<Saying, number>>)[];
  /** The cells as they stand, the most frequent first; of very many only some. */
  readonly cells: readonly { readonly text: string; readonly says: Saying; readonly tickets: number }[];
  /** Other ways of counting that explain a disagreement, the one that explains most first. */
  readonly readings: readonly SourceReading[];
  /** Disagreements that no way of counting explains that we know. */
  readonly unexplained: number;
  /** Each disagreement, by ticket. */
  readonly rows: readonly SourceRow[];
  /** Disagreements that are not listed, because there are too many. */
  readonly leftOut: number;
}

export interface SourceReading {
  readonly parts: ReadingParts;
  /** Disagreements that it explains, and those of them that no other explains as simply. */
  readonly explains: number;
  readonly alone: number;
  /** Over all tickets of which both say something: how many would agree if we counted so. */
  readonly agreement: Ratio;
}

/** A ticket on which the source and we disagree. */
export interface SourceRow {
  readonly ticket: string;
  /** Where the source says so, `tickets.csv:14`. */
  readonly line: string | null;
  readonly says: string;
  readonly theirs: Saying;
  readonly ours: State;
  /** Of the run that makes it so: the first breached one, else the last. */
  readonly run: SourceRun;
  /** The simplest ways of counting under which we would say the same; empty: none that we know. */
  readonly explanations: readonly { readonly parts: ReadingParts; readonly run: SourceRun | null }[];
}

export interface SourceRun {
  readonly cycle: number;
  readonly outcome: string;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly elapsed: number | null;
  readonly within: number | null;
  readonly over: number | null;
  readonly paused: number | null;
  readonly wall: number | null;
}
