/** Where something stands. Lines and columns count from 1. */
export interface Place {
  /** The path as the user gave it. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Characters to mark in an excerpt. */
  readonly length?: number;
}

/**
 * Something wrong, repaired or assumed, in the user's words. About an export it is called a finding.
 * `Code` is the registry's key type, see `diagnostics/codes.ts`.
 */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly place?: Place;
  /** What is wrong, with the value. One sentence, no full stop. */
  readonly message: string;
  /** What was expected and how to mend it. */
  readonly hint?: string;
  /** How many findings of this kind it stands for; absent: one. */
  readonly count?: number;
  /** The ticket a finding is about. */
  readonly ticket?: string;
}

/** What a reading stage returns: it goes on after a fault, so that all faults are told at once. */
export interface Reading<Value, Code extends string = string> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic<Code>[];
}
