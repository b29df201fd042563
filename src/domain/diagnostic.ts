import type { Instant } from './time.ts';
import type { Title } from './title.ts';

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
 * A sentence with what it says kept apart, so that each language can say it in its own order. `template` is English, with
 * `{0}`, `{1}` … for the values.
 */
export interface Sentence {
  readonly template: string;
  readonly values: readonly Told[];
}

/** An instant in a sentence: machines read it in UTC, people by the clock on the wall of the policy's zone, where that is known. */
export interface ToldInstant {
  readonly at: Instant;
}

/** Something of the policy in a sentence: machines read its id, people its title in their language. */
export interface ToldName {
  readonly id: string;
  readonly title: Title;
}

/** A value in a sentence: as it is, in words of its own, or several, which each language lists in its way. */
export type Told = string | number | ToldInstant | ToldName | Sentence | readonly (string | number | Sentence)[];

/** What reports may have to say in any language; a plain text is English and stays so: what is in the way of a report. */
export type Words = string | Sentence;

/**
 * Something wrong, repaired or assumed, in the user's words. About an export it is called a finding.
 * `Code` is the registry's key type, see `diagnostics/codes.ts`.
 */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly place?: Place;
  /** What is wrong, with the value. One sentence, no full stop. */
  readonly message: Words;
  /** What was expected and how to mend it. */
  readonly hint?: Words;
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
