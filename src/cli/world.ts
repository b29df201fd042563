import type { Instant } from '../domain/time.ts';

/**
 * All that the command line touches. `real-world.ts` makes the one that programs get; tests make their own.
 * What goes wrong in it rejects with a system error (see `isSystemError`), as node's own functions do.
 */
export interface World {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The bytes of standard input; may be asked for once. */
  stdin(): AsyncIterable<Uint8Array>;
  /** Somebody who can be asked; absent where standard input or standard error is no terminal. */
  readonly person?: Person;
  readonly files: Files;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock on the wall: asked for `--as-of now` and the like, and for the lines of `--log`. */
  now(): Instant;
  /** To be told before much is read of which few objects are made: then it takes no more memory for new ones than they need. */
  expectFewObjects?(): void;
  /** Absent where there is only one. */
  readonly threads?: { load(): Promise<Threads> };
  /** The version of the time-zone data that comes with node: `2026b`. */
  readonly timeZoneData: string;
}

/** Resolves when the text has left the program: that is the backpressure. */
export interface Output {
  /** A person is watching. */
  readonly isTerminal: boolean;
  /** The terminal's width. */
  readonly columns: number | undefined;
  /** For drawing that overwrites itself. */
  readonly stream?: NodeJS.WriteStream;
  write(text: string | Uint8Array): Promise<void>;
}

export interface Threads {
  /** So many can run at once. */
  readonly processors: number;
  /** Starts this program anew beside itself, for a task of plain values. */
  start(task: unknown): Thread;
}

export interface Thread {
  /** The buffers are gone from here. */
  post(message: unknown, handedOver?: readonly ArrayBuffer[]): void;
  /** What it says next; `undefined` when it has ended, or broken down. */
  next(): Promise<unknown>;
  end(): Promise<void>;
}

export interface Person {
  tell(text: string): Promise<void>;
  /** The line typed in answer; `undefined` at the end of input. Ctrl-C ends the program. */
  answer(question: string): Promise<string | undefined>;
  /** Nothing more will be asked. */
  leave(): void;
}

export interface Files {
  look(path: string): Promise<FileLook>;
  /** Where something of this name lies, or would if it were written: equal for two paths to one place. Does not reject. */
  placeOf(path: string): Promise<string>;
  /** Names in a folder, in any order. */
  list(folder: string): Promise<readonly string[]>;
  /** Files that fit a pattern such as `2026/*.csv`, in any order. */
  match(pattern: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  /** The bytes in order, in pieces of about 1 MiB; of a file those from `from` up to, not including, `to`. */
  chunks(path: string, from?: number, to?: number): AsyncIterable<Uint8Array>;
  draft(path: string): Promise<Draft>;
  /** The folder is there afterwards, with those it lies in. */
  makeFolder(path: string): Promise<void>;
  /** Adds lines to the end of a file, which need not be there, in one piece: two programs at once do not mix theirs. */
  append(path: string, text: string): Promise<void>;
}

export interface FileLook {
  /** `stream`: a pipe or device, which must not be opened before it is read. */
  readonly kind: 'file' | 'directory' | 'stream';
  readonly bytes: number;
  /** Equal for two paths that lead to the same file. */
  readonly identity: string;
}

/** A file in the making: under its own name it appears whole or not at all. */
export interface Draft {
  write(text: string | Uint8Array): Promise<void>;
  /** Safe on the disk, then under its name. */
  publish(): Promise<void>;
  /** Leaves nothing behind. Does nothing after `publish`. */
  discard(): Promise<void>;
}

/** An error of the operating system, as node throws it, and not a bug of ours. */
export function isSystemError(error: unknown): error is Error & { code: string; syscall: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
