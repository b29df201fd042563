import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Sentence, ToldName } from '../domain/diagnostic.ts';
import type { Court } from './court.ts';

/** A finding about one ticket, before its row has become a place. */
export interface Found {
  readonly code: Code;
  readonly row: number | undefined;
  readonly message: Sentence;
  readonly hint: Sentence;
}

/** The clock and the ticket, as sentences name them. */
export function subjectOf({ clock, timeline }: Court): Sentence {
  return subjectWith(clock.clock, timeline.ticket);
}

export function subjectWith(clock: ToldName, ticket: string): Sentence {
  return say`clock "${nameOf(clock)}" of ticket ${ticket}`;
}

/** A clock, as its reader calls it. */
export function nameOf({ id, title }: ToldName): ToldName {
  return { id, title };
}
