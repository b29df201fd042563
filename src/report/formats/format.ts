import type { Page, Reader } from '../page.ts';
import type { Column, Value } from '../table.ts';

/** What the terminal is like; files pay no heed to it. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

export type RenderOptions = Reader & Screen;

/** A pure function of what it is given, in pieces, so that a million records need not stand in one string. */
export interface Format {
  /** Whether it shows a view's page to people, or its records to machines. */
  readonly reader: 'person' | 'machine';
  /** Of a view that is one value rather than records, that value; absent: its records. */
  readonly whole?: (value: unknown) => string;
  readonly page?: (page: Page, options: RenderOptions) => string;
  readonly records: (
    columns: readonly Column[],
    rows: Iterable<readonly Value[]>,
    options: RenderOptions,
  ) => Iterable<string>;
}
