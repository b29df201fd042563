import type { Language } from '../domain/title.ts';

/** What the user says of an export and of the agreement; what is absent is guessed, or left to be filled in. */
export interface Wishes {
  readonly ticket?: string;
  /** In form tickets a column; in form events a value of the event column. '' for none. */
  readonly created?: string;
  readonly responded?: string;
  readonly resolved?: string;
  /** The column of who holds the ticket. */
  readonly assignee?: string;
  /** IANA name. */
  readonly timezone?: string;
  /** '' for none. */
  readonly preset?: string;
  readonly language?: Language;
  /** Which figure of `05/03/2026` is the day, where the file does not say. */
  readonly dates?: 'day-first' | 'month-first';
  /** `24x7`, or the hours of Monday to Friday: `09:00-18:00`, several divided by commas. */
  readonly hours?: string;
  /** Country or region whose public holidays are closed: `CN`. '' for none. */
  readonly holidays?: string;
  /** How the file is written, where it was not left to be detected; values as YAML writes them. */
  readonly file?: ReadonlyMap<string, string>;
  /** Clock → length: `first_response` → `30m`. */
  readonly targets?: ReadonlyMap<string, string>;
}
