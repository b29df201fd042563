import type { Chart } from '../../chart.ts';
import type { Selection } from '../../table.ts';
import type { RenderOptions } from '../format.ts';

/** What the parts of a page need while it is written. */
export interface Rendering {
  readonly options: RenderOptions;
  /** The place where the runs behind a figure are listed; absent where none is. */
  readonly runsOf: (selection: Selection) => string | undefined;
  /** The place of a ticket's proof; absent where the page has none. */
  readonly proofOf: (ticket: string) => string | undefined;
  readonly draw: (chart: Chart, id: string) => string;
  /** One that the page does not have yet. */
  readonly freshId: () => string;
}

/** Ids in the order in which they are asked for, so that the same page has the same ones. */
export function idsOf(prefix: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}
