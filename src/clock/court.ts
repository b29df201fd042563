import type { Instant, Span } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';

/** What a run is judged from. */
export interface Court {
  readonly clock: CompiledClock;
  readonly timeline: Timeline;
  readonly asOf: Instant;
  /** The policy is in force from then on; absent: always. */
  readonly effective: Instant | undefined;
  /** No longer in force from then on; absent: until the next version is. */
  readonly until: Instant | undefined;
  /** Only runs that started in it are judged: those of other versions of the policy are theirs (S32). */
  readonly inForce: Span;
  /** When exclusions touched the ticket. */
  readonly exclusions: readonly Span[];
  /** Rows of the ticket were set aside: nothing about it is certain. */
  readonly isIncomplete: boolean;
  /** Missing digits hide in which order the ticket's events came. */
  readonly isOrderVague: boolean;
  /** Runs that nothing disturbed are a matter of counting from start to stop. */
  readonly isPlain: boolean;
}

/** A verdict before anybody is charged with it. */
export type Judgement = Omit<Verdict, 'charged'>;

/** The same once all is judged: for what rests on the stamps alone. */
export function courtOf(
  { clock, exclusions }: Pick<Court, 'clock' | 'exclusions'>,
  timeline: Timeline,
  asOf: Instant,
): Court {
  return {
    ...{ clock, timeline, asOf, exclusions },
    ...{ effective: undefined, until: undefined },
    inForce: { start: -Infinity, end: Infinity },
    isIncomplete: false,
    isOrderVague: false,
    isPlain: false,
  };
}
