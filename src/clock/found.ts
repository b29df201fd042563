import type { Code } from '../diagnostics/codes.ts';

/** A finding about one ticket, before its row has become a place. */
export interface Found {
  readonly code: Code;
  readonly row: number | undefined;
  readonly message: string;
  readonly hint: string;
}
