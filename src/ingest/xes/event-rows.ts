import { lackingColumns, missingColumns, type NamedColumn, namesOf, type Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import type { Attribute } from './attributes.ts';

/** Before the name of a trace's attribute, as pm4py has it. */
const OF_CASE = 'case:';
/** As many columns as a sheet has. */
const MOST_COLUMNS = 16_384;

interface EventRows {
  take(attributes: readonly Attribute[], ofCase: readonly Attribute[], line: number): void;
  /** To be called after the last event. Throws `Unusable` for columns that no event has. */
  finish(): void;
}

/** Turns events into rows of the columns that are wanted; where all are, these are found as events have them. */
export function eventRows(
  { file, wanted }: { readonly file: string; readonly wanted: Wanted },
  sink: RowSink,
): EventRows {
  const columns: string[] = [];
  // Slots that an attribute fills; of a column's names the first has it over the others.
  const slots = new Map<string, { readonly slot: number; readonly rank: number }[]>();
  const seen = new Set<string>();
  let cells: (string | undefined)[] = [];
  let ranks: number[] = [];
  let events = 0;

  const asked: readonly NamedColumn[] = wanted === 'all' ? [] : wanted;
  for (const [slot, column] of asked.entries()) {
    for (const [rank, each] of namesOf(column).entries()) {
      const places = slots.get(each) ?? [];
      places.push({ slot, rank });
      slots.set(each, places);
    }
  }

  function put(name: string, value: string): void {
    if (!seen.has(name)) discover(name);
    for (const { slot, rank } of slots.get(name) ?? []) {
      if (cells[slot] !== undefined && (ranks[slot] ?? 0) <= rank) continue;
      cells[slot] = value;
      ranks[slot] = rank;
    }
  }

  function discover(name: string): void {
    seen.add(name);
    if (seen.size > MOST_COLUMNS) {
      throw new Unusable({
        code: 'too-many-columns',
        place: { file },
        message: `the events have more than ${MOST_COLUMNS} different attributes`,
        hint: 'Keys of attributes are names, not values. Export the log again.',
      });
    }
    if (wanted !== 'all') return;
    slots.set(name, [{ slot: columns.length, rank: 0 }]);
    columns.push(name);
  }

  return {
    take(attributes, ofCase, line) {
      const known = columns.length;
      const width = wanted === 'all' ? known : asked.length;
      cells = Array.from({ length: width }, () => undefined);
      ranks = [];
      for (const { key, value } of ofCase) put(OF_CASE + key, value);
      for (const { key, value } of attributes) put(key, value);
      if (events === 0 || columns.length > known) sink.begin(wanted === 'all' ? [...columns] : [...seen]);
      events++;
      sink.take(cells, line);
    },
    finish() {
      const present = [...seen];
      const missing = events === 0 ? [] : missingColumns(asked, present, { file });
      if (missing.length > 0) throw new Unusable(...missing);
      if (events === 0) sink.begin([]);
      const lacking = events === 0 ? undefined : lackingColumns(asked, present);
      if (lacking !== undefined) sink.remark(lacking);
    },
  };
}
