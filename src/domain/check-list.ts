import type { Title } from './title.ts';

/** Whether what was promised as a whole was kept, line by line. */
export interface CheckList {
  readonly policy: { readonly file: string; readonly name: string };
  readonly timezone: string;
  readonly asOf: string;
  /** Absent: everything in the data. */
  readonly period?: { readonly label: string; readonly start: string; readonly end: string };
  readonly lines: readonly CheckLine[];
  /** Lines missed, and those in which there was nothing to measure. */
  readonly missed: number;
  readonly unmeasured: number;
}

export interface CheckLine {
  /** `attain` of a clock; an objective over several; a threshold of the command line, as it was written. */
  readonly kind: 'clock' | 'objective' | 'threshold';
  readonly id: string;
  readonly title: Title;
  /** Percent, seconds or a number; `null` where there was nothing to measure. */
  readonly value: number | null;
  readonly unit: 'percent' | 'seconds' | 'count';
  /** Of a share. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Missed where this does not hold; of a threshold, where it holds: it says what must not be. */
  readonly condition: string;
  /** `null`: nothing to measure, which is no failure. */
  readonly isKept: boolean | null;
}
