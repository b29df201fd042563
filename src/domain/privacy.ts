import type { Place } from './diagnostic.ts';

/**
 * What a field holds, and so what becomes of it where a result hides people: somebody of the house, a customer, free text, or
 * nothing that needs hiding.
 */
export const PRIVACY_CLASSES = ['employees', 'customers', 'text', 'shown'] as const;
export type PrivacyClass = (typeof PRIVACY_CLASSES)[number];

/** What a policy says of its fields (E2). A field that it does not name is taken for what it most likely holds. */
export interface PrivacyRules {
  /** Names of fields, each in one class; `ticket` stands for the tickets' own ids. */
  readonly fields: ReadonlyMap<string, PrivacyClass>;
  readonly place: Place;
}

/** How people are hidden: numbered within the result, or by codes that stay the same as long as the key does. */
export type Hiding = { readonly kind: 'redacted' } | { readonly kind: 'pseudonymised'; readonly key: Uint8Array };

/** What stands where somebody or something is hidden, in the language of the result. */
export interface PrivacyWords {
  readonly employee: (number: number) => string;
  readonly customer: (number: number) => string;
  readonly ticket: (number: number) => string;
  /** One of several values that are hidden. */
  readonly value: (number: number) => string;
  /** In place of any free text, whatever its length. */
  readonly hidden: string;
  /** What a kind of finding is called. */
  readonly finding: (code: string) => string;
}
