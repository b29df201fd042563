import { say } from '../../diagnostics/say.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { DurationColumn } from '../../domain/policy.ts';
import type { Instant, Millis } from '../../domain/time.ts';
import { type LengthReader, lengthReader } from '../stamps/length-reader.ts';
import type { Refusal } from './row-sink.ts';

/** A length of the row last read; `NaN` where the cell is blank. */
export interface ReadLength {
  length: Millis;
  /** By how much it may be longer. */
  doubt: Millis;
}

/** The instant that a length leads to. */
interface ReachedStamp {
  at: Instant;
  earliest: Instant;
  latest: Instant;
  grade: number;
}

interface LengthColumns {
  /** The instants of those lengths that say after what, in the order of the records; filled again for each row. */
  readonly events: readonly ReachedStamp[];
  /** The others, in the order of the records. */
  readonly totals: readonly ReadLength[];
  /** Reads a row's lengths, after its stamps; returns why the row must be set aside, if it must. */
  read(cells: Cells, said: (cells: Cells, from: LengthSlot) => string, ticket: string): Refusal | undefined;
}

type Cells = readonly (string | undefined)[];

interface LengthSlot {
  readonly mapping: DurationColumn;
  readonly slot: number;
  readonly reader: LengthReader;
  readonly base: ReachedStamp | undefined;
  readonly event: ReachedStamp | undefined;
  readonly total: ReadLength;
}

const RANKS = ['exact', 'ambiguous', 'shifted', 'minute', 'hour', 'day'] as const;

/** @param known the stamps of the row by their events */
export function lengthColumns(
  durations: readonly DurationColumn[],
  slots: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, ReachedStamp | undefined>,
): LengthColumns {
  const stamps = new Map(known);
  const columns = durations.map((mapping): LengthSlot => {
    const { after, name } = mapping;
    const blank = Number.NaN;
    const event = after === undefined ? undefined : { at: blank, earliest: blank, latest: blank, grade: 0 };
    const base = after === undefined ? undefined : stamps.get(after);
    if (event !== undefined) stamps.set(name, event);
    const slot = slots.get(mapping.column) ?? -1;
    return { mapping, slot, reader: lengthReader(mapping), base, event, total: { length: blank, doubt: 0 } };
  });

  function take(
    { mapping, reader, base, event, total }: LengthSlot,
    text: string,
    ticket: string,
  ): Refusal | undefined {
    total.length = Number.NaN;
    if (event !== undefined) event.at = Number.NaN;
    if (text === '') return undefined;
    const name = say`"${text}" in column "${mapping.column}"`;
    if (!reader.read(text)) {
      const message = say`${name} is not a length of time: ${reader.fault}`;
      return { code: 'bad-length', message, ticket, ...(reader.hint !== '' && { hint: reader.hint }) };
    }
    total.length = reader.length;
    total.doubt = reader.doubt;
    if (event === undefined) return undefined;
    if (base === undefined || Number.isNaN(base.at)) {
      const message = say`${name} counts from "${mapping.after ?? ''}", which has no time in this row`;
      return { code: 'bad-length', message, ticket, hint: say`Nobody can say when "${mapping.name}" was.` };
    }
    event.at = base.at + reader.length;
    event.earliest = base.earliest + reader.length;
    event.latest = base.latest + reader.length + reader.doubt;
    event.grade = rankOf(base.grade) >= rankOf(reader.grade) ? base.grade : reader.grade;
    return undefined;
  }

  return {
    events: columns.flatMap(({ event }) => event ?? []),
    totals: columns.flatMap(({ event, total }) => (event === undefined ? total : [])),
    read(cells, said, ticket) {
      let refused: Refusal | undefined;
      for (const column of columns) {
        const fault = take(column, said(cells, column), ticket);
        refused ??= fault;
      }
      return refused;
    },
  };
}

/** Missing digits weigh more than an odd hour. */
function rankOf(grade: number): number {
  return RANKS.indexOf(GRADES[grade] ?? 'exact');
}
