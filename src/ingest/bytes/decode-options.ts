import type { Wanted } from '../rows/named-columns.ts';
import type { Tell } from '../tell.ts';

export interface DecodeOptions {
  /** Of the Encoding Standard, in lower case, where the user states it; absent: detected, and told. */
  readonly encoding?: string | undefined;
  /** Whether the user can state it: that of an export, not that of a file beside it. */
  readonly isStatable: boolean;
  /** Columns that are looked for: the best sign of an encoding is that they appear. */
  readonly wanted: Wanted;
  readonly tell: Tell;
  /** Hears the encoding as soon as it is known. */
  readonly settled?: ((encoding: string) => void) | undefined;
  /** Hears, when the text has been read to its end, how many line breaks it has. */
  readonly ended?: ((breaks: number) => void) | undefined;
}
