import type { Policy } from '../domain/policy.ts';
import type { Share } from '../domain/share.ts';
import type { Audit, ReportParts } from '../run.ts';
import type { ExitCode } from './exit-codes.ts';

/** An audit, or the exit code when something is in its way. */
export type Opening = { readonly audit: Audit } | { readonly exit: ExitCode };

/** How the exports are shared out among threads. */
export interface Sharing {
  /** What this thread has of them; absent: all. */
  readonly share?: Share;
  /** The names of the files that it reads; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** What is to be in the one report that is made of the audit: then others may do it together. `undefined`: that cannot be told. */
  readonly wanted?: (policy: Policy) => Promise<ReportParts | undefined>;
}
