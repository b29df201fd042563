import type { Diagnostic } from './diagnostic.ts';
import type { Tally } from './event-log.ts';
import type { Span } from './time.ts';

/** Some of the tickets of all exports: those that one of several threads judges. Each ticket is in one share, with all of its rows. */
export interface Share {
  /** From 0 up to, not including, `of`. */
  readonly index: number;
  readonly of: number;
  /** First and last stamp of all shares together, told what this one has read: some things hang on all of the data. */
  readonly meet: (read: ReadShare) => Promise<Span | undefined>;
}

/** What one share comes to when it is read. Plain values. */
export interface ReadShare {
  readonly extent: Span | undefined;
  readonly tallies: readonly Tally[];
  readonly findings: readonly Diagnostic[];
}
