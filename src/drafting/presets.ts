import type { Form } from '../domain/policy.ts';
import type { PresetFit, RowRole, TableProfile } from '../domain/profile.ts';

/** What a built-in mapping names: each column by all its names. */
export interface PresetColumns {
  readonly preset: string;
  readonly title: string;
  readonly form: Form;
  /** Without these no row says anything. */
  readonly needed: readonly (readonly string[])[];
  /** Event → its column. */
  readonly events: ReadonlyMap<string, readonly string[]>;
  /** Event → the column that holds how long after another it was. */
  readonly lengths: ReadonlyMap<string, readonly string[]>;
  /** Value of its event column → the event. */
  readonly eventValues: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Total → the column that holds it: pauses can name it. */
  readonly totals: ReadonlyMap<string, readonly string[]>;
  /** What the columns of a row say beside events and fields. */
  readonly row: ReadonlyMap<RowRole, readonly string[]>;
  readonly others: readonly (readonly string[])[];
  /** Every column that it reads in any way, by all names. */
  readonly read: ReadonlySet<string>;
  /** Column → how it states its stamps; absent: nothing is stated of it. */
  readonly stamps: ReadonlyMap<string, PresetStamp>;
  /** Zone of all its stamps that name none; absent: it is the policy's. */
  readonly zone?: string;
}

export interface PresetStamp {
  /** Empty: they are detected. */
  readonly formats: readonly string[];
  /** Absent: it is the policy's. */
  readonly zone?: string;
}

/** Presets are few; of those that fit hardly at all nothing is told. */
const SHOWN = 3;
const LEAST_COLUMNS = 3;

/** The presets of which a table has columns, the best first. */
export function fitPresets({ columns }: TableProfile, form: Form, presets: readonly PresetColumns[]): PresetFit[] {
  const present = new Set(columns.map(({ name }) => name));
  return presets
    .map((preset): PresetFit => {
      const { needed, events, lengths, totals, fields, others } = preset;
      const named = [events, lengths, totals, fields].flatMap((each) => [...each.values()]);
      const all = [...needed, ...named, ...others];
      const has = (names: readonly string[]): boolean => names.some((name) => present.has(name));
      const found = all.filter(has).length;
      // Its first event is the one from which all is timed.
      const [first] = events.values();
      const isTimed = preset.form !== 'tickets' || (first !== undefined && has(first));
      // What is a log or a list of tickets a preset knows better than a guess, where nearly all of its columns are there.
      const isOfForm = preset.form === form || (all.length >= 5 && found >= all.length * 0.8);
      const isUsable = isOfForm && needed.every(has) && isTimed;
      return { preset: preset.preset, title: preset.title, found, of: all.length, isUsable };
    })
    .filter(({ found, of, isUsable }) => (isUsable && found > 1) || (found >= LEAST_COLUMNS && found * 2 >= of))
    .sort(
      (a, b) =>
        Number(b.isUsable) - Number(a.isUsable) || b.found - a.found || a.of - b.of || (a.preset < b.preset ? -1 : 1),
    )
    .slice(0, SHOWN);
}

/** The events of a preset that a table can have: those whose columns, or whose values, it has. */
export function eventsOf(preset: PresetColumns, { columns }: TableProfile): Set<string> {
  const present = new Set(columns.map(({ name }) => name));
  const values = new Set(columns.flatMap(({ values: each = [] }) => each.map(({ value }) => value)));
  const found = new Set<string>();
  for (const named of [preset.events, preset.lengths]) {
    for (const [event, names] of named) if (names.some((name) => present.has(name))) found.add(event);
  }
  for (const [value, event] of preset.eventValues) if (values.has(value)) found.add(event);
  return found;
}

/** The preset that the user names, else one that fits well enough to be taken without being asked for. */
export function chosenPreset(
  fits: readonly PresetFit[],
  said: string | undefined,
  presets: readonly PresetColumns[],
): PresetColumns | undefined {
  const name = said ?? fits.find(fitsWell)?.preset;
  return name === undefined || name === '' ? undefined : presets.find(({ preset }) => preset === name);
}

/** The order in which a preset states day and month; `undefined` where it does not. */
export function dayOrderOf(formats: Iterable<string>): 'day-first' | 'month-first' | undefined {
  for (const format of formats) {
    const letters = format.replaceAll(/'[^']*'/g, '');
    const [year, month, day] = ['y', 'M', 'd'].map((letter) => letters.indexOf(letter)) as [number, number, number];
    const isFigures = month >= 0 && day >= 0 && !letters.includes('MMM');
    if (isFigures && (year < 0 || year > Math.min(month, day))) return day < month ? 'day-first' : 'month-first';
  }
  return undefined;
}

/** Whether a preset fits well enough to be taken without being asked for. */
function fitsWell({ found, of, isUsable }: PresetFit): boolean {
  return isUsable && found >= 4 && found >= of * 0.75;
}
