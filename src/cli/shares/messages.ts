import type { ReadShare } from '../../domain/share.ts';
import type { Instant, Span } from '../../domain/time.ts';
import type { AuditedPart, ReportParts } from '../../run.ts';
import type { AuditRequest } from '../audit-request.ts';

/** What a thread is to do: open the same files by the same request, and judge its share of the tickets. Plain values. */
export interface ShareTask {
  readonly kind: 'share';
  readonly index: number;
  readonly of: number;
  readonly files: readonly string[];
  readonly request: AuditRequest;
  readonly wanted: ReportParts;
  /** So that all threads mean the same by `last-month`. */
  readonly now: Instant;
}

/** What a thread says. `read` waits for a `MeetMessage`; `part` is the last word, and so is `failed`: one thread has to do it all. */
export type ShareMessage =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'read'; readonly read: ReadShare }
  | { readonly kind: 'part'; readonly part: AuditedPart }
  | { readonly kind: 'failed' };

/** From the first to the last stamp of all shares. */
export interface MeetMessage {
  readonly extent: Span | undefined;
}
