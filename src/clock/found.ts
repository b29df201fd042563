import type { Code } from '../diagnostics/codes.ts';
import type { Sentence } from '../domain/diagnostic.ts';

/** A finding about one ticket, before its row has become a place. */
export interface Found {
  readonly code: Code;
  readonly row: number | undefined;
  readonly message: Sentence;
  readonly hint: Sentence;
}
