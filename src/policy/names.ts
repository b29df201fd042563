import { suggest } from '../diagnostics/suggest.ts';
import type { Form } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import type { Entry, Words } from './tree.ts';

/** What the rest of the policy may refer to. Absent: not known, because its own part could not be read. */
export interface Names {
  readonly form: Form;
  readonly fields?: readonly string[];
  /** Those of them that are instants. */
  readonly times?: readonly string[];
  /** Durations of the records that are totals. */
  readonly totals?: readonly string[];
  readonly events: EventNames;
  readonly hasActor: boolean;
  /** The records name the actors' roles, or a roster does. */
  readonly hasRole: boolean;
  readonly hasRoster: boolean;
}

/** `closed`: no other event can happen. `open`: an export value that is not listed is an event of its own name. */
export interface EventNames {
  readonly known: readonly string[];
  readonly others: 'closed' | 'open';
}

export function checkField({ text, place }: Words, fields: readonly string[] | undefined, found: Complaints): void {
  if (fields === undefined || fields.includes(text)) return;
  const list = fields.length > 0 ? `Fields: ${fields.join(', ')}.` : 'The records name no fields.';
  found.add('unknown-field', place, `the records have no field "${text}"`, list + didYouMean(text, fields));
}

/**
 * Where any event is possible only a near miss of a listed name is refused, for it would wait for ever for an event
 * that never comes. Near is one slip there: `opened` beside a listed `reopened` is an event of its own.
 */
export function checkEvent({ text, place }: Words, { form, events }: Names, found: Complaints): void {
  if (form === 'changes' || events.known.includes(text)) return;
  const meant = suggest(text, events.known, events.others === 'open' ? 1 : undefined);
  if (events.others === 'open' && meant === undefined) return;
  const list = events.known.length > 0 ? `Events: ${events.known.join(', ')}.` : 'The records name no events.';
  const way =
    events.others === 'open' ? ` If the export has it too, list it in records.event.values: {${text}: ${text}}.` : '';
  found.add('unknown-event', place, `the records name no event "${text}"`, list + didYouMean(text, events.known) + way);
}

export function checkClock({ text, place }: Words, clocks: readonly Entry[], found: Complaints): void {
  checkDefined('unknown-clock', 'clock', { text, place }, clocks, found);
}

export function checkCalendar({ text, place }: Words, calendars: readonly Entry[], found: Complaints): void {
  checkDefined('unknown-calendar', 'calendar', { text, place }, calendars, found);
}

function checkDefined(
  code: 'unknown-clock' | 'unknown-calendar',
  kind: string,
  { text, place }: Words,
  defined: readonly Entry[],
  found: Complaints,
): void {
  const names = defined.map((entry) => entry.key);
  if (names.includes(text)) return;
  const list = defined.map((entry) => `${entry.key} (line ${entry.keyPlace.line})`).join(', ');
  found.add(
    code,
    place,
    `the policy defines no ${kind} "${text}"`,
    (list === '' ? `It defines no ${kind}s.` : `Defined: ${list}.`) + didYouMean(text, names),
  );
}

/** Follows another sentence of a hint. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = suggest(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
