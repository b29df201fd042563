import type { Provenance } from '../../domain/provenance.ts';
import type { Page, Reader } from '../page.ts';
import type { Column, Records, Value } from '../table.ts';
import type { Shown } from '../views/view.ts';

/** What the terminal is like; files pay no heed to it. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

/** What a result is made from, for formats that hold it; a report says it itself. */
export interface Origin {
  readonly provenance?: Provenance;
}

export type RenderOptions = Reader & Screen & Origin;

/** A result in pieces, so that a million records need not stand in one string. */
export type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/** A pure function of what it is given. */
export interface Format {
  /** Whether it shows a view's page to people, or its records to machines. */
  readonly reader: 'person' | 'machine';
  /** The ending of a file's name that means it: `html`. */
  readonly ending: string;
  /** Of a view that is one value rather than records, that value; absent: its records. */
  readonly whole?: (value: unknown) => string;
  /** Records as the key `name` of one value, between the keys of `head` and of `tail`; only where there is `whole`. */
  readonly enclose?: (
    head: object,
    name: string,
    tail: object,
    columns: readonly Column[],
    rows: Iterable<readonly Value[]>,
  ) => Iterable<string>;
  readonly page?: (page: Page, options: RenderOptions) => string;
  /** A document of its own, which holds many views; absent: the format shows one view. Loads what is heavy. */
  readonly book?: (book: Book, options: RenderOptions) => AsyncIterable<string | Uint8Array>;
  readonly records: (columns: readonly Column[], rows: Iterable<readonly Value[]>, options: RenderOptions) => Pieces;
  /** It holds so many records at the most; absent: any number. */
  readonly mostRecords?: number;
}

/** A format that needs nothing to be loaded. */
export interface TextFormat extends Format {
  readonly records: (
    columns: readonly Column[],
    rows: Iterable<readonly Value[]>,
    options: RenderOptions,
  ) => Iterable<string>;
}

/** Views bound together. */
export interface Book {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** The report behind them; absent where they show something else. */
  readonly shown?: Shown;
}

export interface Chapter {
  /** As `--view` knows it. */
  readonly name: string;
  readonly title: string;
  /** What is read first; a long book may fold the others. */
  readonly isMain: boolean;
  /** Without its head: the book has it. */
  readonly page: Page;
  /** Asked for only where it is needed. */
  readonly records: () => Records;
}
