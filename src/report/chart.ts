/**
 * A picture of numbers that stand in a table beside it, neutral of how it is drawn: SVG on a page, a line of signs in a
 * terminal. Whoever cannot see it loses nothing.
 */
export interface Chart {
  /** `bars`: one beside the other. `stacked`: parts of a whole. `lines`: over time. `cells`: a grid, darker is more. */
  readonly kind: 'bars' | 'stacked' | 'lines' | 'cells';
  readonly title: string;
  /** What it says, in a sentence: for those who hear the page. */
  readonly summary: string;
  /** Along the axis, in order; of `cells` the columns. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly unit: 'count' | 'percent' | 'seconds';
  /** A line to hold the values against, such as an objective. */
  readonly mark?: { readonly value: number; readonly title: string };
}

/** One value for each category; `null`: there is none. Of `cells` a series is a row. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Its meaning, from which its colour comes; absent: neutral. */
  readonly tone?: 'good' | 'bad';
}
