import type { Place } from './diagnostic.ts';
import type { Instant, Span } from './time.ts';

/** A line of the roster: somebody, for as long as the line holds. Who moves to another department has two lines. */
export interface Person {
  /** What decides who somebody is: two people may bear one name. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly department: string;
  readonly team: string;
  readonly manager: string;
  /** A key of `Policy.calendars`. */
  readonly calendar?: string;
  /** What a share of the bonus is a share of, in hundredths of the policy's currency. */
  readonly bonusBase?: number;
  /** What `by: {role}` compares where the export names no role. */
  readonly role: string;
  /** From the first day on until the end of the last, in the policy's zone; infinite where the roster names no day. */
  readonly employed: Span;
  readonly place: Place;
}

/** The roster's name and id where it settles who that is, else the export's name. */
export interface Holder {
  readonly name: string;
  readonly id?: string;
}

/**
 * Who a name in the export is. `absence`: nobody else bears the name, but they had left, or not begun, by then.
 * `several`: more than one, and nothing says which. `until`: from then on the answer may be another; absent: never.
 */
export type PersonMatch = (
  | { readonly kind: 'one'; readonly person: Person; readonly absence?: 'left' | 'not-begun' }
  | { readonly kind: 'several'; readonly persons: readonly Person[] }
  | { readonly kind: 'none' }
) & { readonly until?: Instant };

/** By id first, then by name and aliases, among those employed at that instant. Exact: never a guess. */
export type FindPerson = (text: string, at: Instant) => PersonMatch;
