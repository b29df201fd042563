import type { FileDigest } from '../domain/provenance.ts';
import type { Report } from '../domain/report.ts';
import type { Audit } from '../run.ts';

/** What a run of the program has come to know of itself: its provenance, `--status` and `--log` are made of it. */
export interface Knowledge {
  /** Files that go into the result, in the order of a provenance. */
  inputs: readonly Input[];
  /** Which of them is which file, whatever its path. */
  identities?: ReadonlySet<string>;
  /** Two of the files that it writes would be one: neither `--log` nor `--status-file` is written. */
  isContested?: boolean;
  policy?: { readonly file: string; readonly name: string };
  audit?: Audit;
  /** Of a comparison of two, both. */
  periods?: readonly string[];
  report?: Report;
  /** Thresholds of `--fail-on` that were passed, and objectives that were missed. */
  passed: readonly string[];
  written: readonly WrittenFile[];
}

export interface Input extends Pick<FileDigest, 'role' | 'file'> {}

/** A file that is under its name now. */
export interface WrittenFile {
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
}
