import type { FileRole } from './provenance.ts';

/** Whether reports still hold: one entry for each that was asked about, in the order of the question. */
export interface VerificationList {
  readonly schemaVersion: 1;
  readonly reports: readonly Verification[];
}

/** One report, held against what it says it was made from, and against the same made again. */
export interface Verification {
  /** The path as the user gave it. */
  readonly file: string;
  /** `yes`: it holds. `no`: it does not, or its inputs are others now. `unknown`: that cannot be told, see `reasons`. */
  readonly holds: 'yes' | 'no' | 'unknown';
  /** Why not or why nobody knows; what differs although it holds. */
  readonly reasons: readonly VerificationReason[];
  /** What the program said that could not make it again. */
  readonly told: string | null;
  readonly command: readonly string[];
  readonly files: readonly FileThenAndNow[];
  readonly versions: readonly VersionThenAndNow[];
  /** SHA-256 of the report, and of the one made again; `null`: not made, or not readable. */
  readonly report: string | null;
  readonly again: string | null;
}

export const VERIFICATION_REASONS = [
  'no-report',
  'no-provenance',
  'standard-input',
  'other-key',
  'key-missing',
  'input-changed',
  'input-missing',
  'input-added',
  'altered',
  'altered-since-manifest',
  'other-version',
  'other-version-same-figures',
  'other-version-other-figures',
  'other-build',
  'other-build-same-figures',
  'other-build-other-figures',
  'not-made-again',
] as const;
export type VerificationReason = (typeof VERIFICATION_REASONS)[number];

export interface FileThenAndNow {
  /** `null` of a file that was not among them. */
  readonly role: FileRole | null;
  readonly file: string;
  readonly state: 'same' | 'changed' | 'missing' | 'added' | 'not-kept';
  readonly was: string | null;
  readonly now: string | null;
}

export interface VersionThenAndNow {
  readonly what: 'tool' | 'build' | 'time-zone-data' | 'holidays';
  /** The country of the holidays. */
  readonly country: string | null;
  readonly was: string;
  readonly now: string;
  /** Of holidays the dates count, not the version of the package. */
  readonly isSame: boolean;
}
