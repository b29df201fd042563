import type { Met, PostedRows, ReadShare } from '../../domain/share.ts';
import type { Instant } from '../../domain/time.ts';
import type { AuditedPart, ReportParts } from '../../run.ts';
import type { AuditRequest } from '../audit-request.ts';
import type { Piece } from './pieces.ts';

/** What a thread is to do: read its pieces of the exports by the same request, and judge its share of the tickets. Plain values. */
export interface ShareTask {
  readonly kind: 'share';
  /** How many shares there are. */
  readonly of: number;
  readonly files: readonly string[];
  readonly pieces: readonly Piece[];
  readonly request: AuditRequest;
  readonly wanted: ReportParts;
  /** So that all threads mean the same by `last-month`. */
  readonly now: Instant;
}

/**
 * What a thread says. `read` waits for what all have read, and `rows` for those that it is to judge; `parts` is the last word, and so is
 * `failed`: one thread has to do it all.
 */
export type ShareMessage =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'read'; readonly read: ReadShare }
  | { readonly kind: 'rows'; readonly rows: readonly PostedRows[] }
  | { readonly kind: 'parts'; readonly parts: readonly AuditedPart[] }
  | { readonly kind: 'failed' };

/** What it is told. */
export type ShareAnswer =
  | { readonly kind: 'met'; readonly met: Met }
  | { readonly kind: 'rows'; readonly rows: readonly PostedRows[] };
