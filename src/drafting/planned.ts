import type { Form } from '../domain/policy.ts';
import type { ColumnProfile } from '../domain/profile.ts';
import type { Language, Title } from '../domain/title.ts';
import type { PresetColumns } from './presets.ts';
import type { PlannedZone } from './time-zone.ts';

/** A policy before it is written down. */
export interface Plan {
  readonly language: Language;
  readonly form: Form;
  readonly preset?: PresetColumns;
  readonly zone: PlannedZone;
  readonly ticket?: PlannedColumn;
  readonly at?: PlannedColumn;
  /** Event → its column, in form tickets. */
  readonly events: ReadonlyMap<string, PlannedColumn>;
  /** The column of what happened, and our names of its values. */
  readonly event?: {
    readonly column: string;
    readonly values: ReadonlyMap<string, string>;
    readonly profile: ColumnProfile;
  };
  readonly change?: { readonly field: string; readonly to: string; readonly from?: string };
  readonly actor?: { readonly column: string; readonly role?: string };
  readonly sequence?: string;
  readonly durations: ReadonlyMap<string, PlannedLength>;
  readonly fields: ReadonlyMap<string, PlannedColumn>;
  /** Fields that the preset brings and the table has. */
  readonly presetFields: ReadonlySet<string>;
  readonly missing: readonly string[];
  readonly clocks: readonly PlannedClock[];
  /** The field whose values the examples of targets name, and some of them. */
  readonly example?: { readonly field: string; readonly values: readonly string[] };
  /** What it says that nobody has confirmed. */
  readonly doubts: readonly Doubt[];
}

export interface PlannedColumn {
  readonly column: string;
  readonly profile?: ColumnProfile;
  /** Stated formats; empty: they are detected. */
  readonly formats: readonly string[];
  readonly timeOfDay?: string;
  /** A field that is an instant. */
  readonly isTime?: true;
}

export interface PlannedLength {
  readonly column: string;
  readonly unit: string;
  readonly after?: string;
}

export type Doubt =
  | { readonly kind: 'ticket'; readonly column: string }
  | { readonly kind: 'created'; readonly column: string }
  | { readonly kind: 'day-order'; readonly column: string; readonly formats: readonly string[] }
  | { readonly kind: 'no-date'; readonly column: string; readonly date?: string; readonly event?: string }
  | { readonly kind: 'no-end' }
  | { readonly kind: 'unreadable'; readonly column: string; readonly values: readonly string[] };

/** A field of the instant that was promised for a ticket. */
export const PROMISED = 'promised_at';

/** The event of a ticket's last change. */
export const UPDATED = 'updated';

/** A clock of a draft; its rules as YAML writes them. */
export interface PlannedClock {
  readonly id: string;
  readonly title: Title;
  readonly kind?: 'response' | 'resolution';
  readonly start: string;
  readonly stop: string;
  /** Further keys in their order: `pause`, `reopen`, `cancel`, `due`. */
  readonly rules: readonly (readonly [string, string])[];
  /** What the user promised; absent: to be filled in. */
  readonly within?: string;
  /** Its target is a field of the ticket. */
  readonly isPromise: boolean;
  /** Nothing in the table says when it ends: the stop is a stand-in. */
  readonly isEndless: boolean;
}
