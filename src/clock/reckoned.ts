import type { EventLog } from '../domain/event-log.ts';
import type { Reckoned } from '../domain/proof.ts';

type Stamped = EventLog['stamped'][number];

/** How the instant of an event came that no cell of the row says; `undefined` where one does. */
export function reckonedOf(log: EventLog, event: string, row: number): Reckoned | undefined {
  const { stamps, from } = columnOf(log, event) ?? {};
  const base = from && columnOf(log, from.after);
  if (stamps === undefined || from === undefined || base === undefined) return undefined;
  return { after: from.after, column: from.column, length: stamps.at(row) - base.stamps.at(row) };
}

/** Whether an event is so long after another of the same row, or after one that is. */
export function isReckonedFrom(log: EventLog, event: string, base: string): boolean {
  // The policy names them in an order in which each comes after its own: the chain has an end.
  for (let from = columnOf(log, event)?.from; from !== undefined; from = columnOf(log, from.after)?.from) {
    if (from.after === base) return true;
  }
  return false;
}

/** The only column of the event; of two, nobody could say which it was. */
function columnOf({ stamped }: EventLog, event: string): Stamped | undefined {
  const columns = stamped.filter((column) => column.event === event);
  return columns.length === 1 ? columns[0] : undefined;
}
