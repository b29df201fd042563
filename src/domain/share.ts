import type { Diagnostic } from './diagnostic.ts';
import type { Tally } from './event-log.ts';
import type { Span } from './time.ts';

/**
 * Some of the bytes of all exports: those that one of several threads reads. It judges the tickets whose rows it has all read, and some
 * of those whose rows lie in several shares.
 */
export interface Share {
  /** How many there are. */
  readonly of: number;
  /**
   * Of each file that it reads only a piece of, by name: how many lines of the file's beginning it reads before the piece, because they say how
   * the file is written. They are for another share to tell of; 0 for the piece that begins with them.
   */
  readonly beginnings: ReadonlyMap<string, number>;
  /** Told what this share has read: what all of them have. */
  meet(read: ReadShare): Promise<Met>;
  /** Hands over rows of common tickets, by the share that judges them; those that this one judges. */
  exchange(rows: readonly PostedRows[]): Promise<readonly PostedRows[]>;
}

/** What one share comes to when it is read. Plain values. */
export interface ReadShare {
  readonly extent: Span | undefined;
  readonly tallies: readonly Tally[];
  /** Their lines are those of what was read. */
  readonly findings: readonly Diagnostic[];
  /** What it would tell of the beginnings that are for others to tell of: they have to tell the same. */
  readonly again: readonly Diagnostic[];
  /** Of each file that it reads only a piece of. */
  readonly lines: ReadonlyMap<string, ReadLines>;
  /** Nothing that was found hangs on rows of other shares; else one thread has to do it all. */
  readonly standsAlone: boolean;
  /** Tickets of which a row was set aside for a fault. */
  readonly doubtful: readonly string[];
  /** Of each ticket, by its code, two numbers that hardly any other has. */
  readonly hashes: Uint32Array;
}

/** How many lines were read of a file's beginning, and how many with those of the piece. */
export interface ReadLines {
  readonly beginning: number;
  readonly all: number;
}

/** What shares know of each other when all are read. Plain values. */
export interface Met {
  /** First and last stamp of all of them. */
  readonly extent: Span | undefined;
  /** Codes of this share's tickets of which others have rows, too; and the share that judges each. */
  readonly common: Int32Array;
  readonly homes: Uint8Array;
  /** By file, how much further down the rows of its piece stand than where this share has met them. */
  readonly moved: ReadonlyMap<string, number>;
  /** Tickets of which any share has set a row aside. */
  readonly doubtful: readonly string[];
}

/** Rows of an event log, on their way into another. Plain values. */
export interface PostedRows {
  readonly files: readonly string[];
  readonly tickets: readonly string[];
  readonly values: readonly string[];
  /** Column by column, in the order of `columnsOf`; a code is an index into one of the lists above. */
  readonly columns: readonly Float64Array[];
}
