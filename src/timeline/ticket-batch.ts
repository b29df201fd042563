import { BLANK, type EventLog, type StampColumn } from '../domain/event-log.ts';
import type { RowsByTicket } from './rows-by-ticket.ts';

/** Rows, and tickets, that are gathered at once: what is made of them stays in the caches of a processor. */
export const ROOM = 1 << 12;

/** What of the rows is wanted besides their instants, events and fields. */
export interface BatchWishes {
  readonly actors: boolean;
  readonly roles: boolean;
}

/**
 * The rows of some hundred tickets, column by column in arrays, those of a ticket side by side. A row for itself lies all over the
 * log's columns: to gather many of them at once is many times as fast.
 */
export class TicketBatch {
  /** Codes of its tickets: from `first` up to, not including, `end`. */
  first = 0;
  end = 0;
  /** Of each row its instant, and the code of its event. */
  readonly at = new Float64Array(ROOM);
  readonly event = new Int32Array(ROOM);
  readonly actor: Int32Array | undefined;
  readonly role: Int32Array | undefined;
  /** Of each field of the records what the row itself says. */
  readonly fields: readonly Int32Array[];
  /** Of each event with a column of its own its instants, and the code of the event. */
  readonly stamped: readonly Float64Array[];
  readonly stampedEvents: readonly number[];
  /** All stamps of these rows are known to the second. */
  isExact = true;

  readonly log: EventLog;
  private readonly grouped: RowsByTicket;

  constructor(log: EventLog, grouped: RowsByTicket, { actors, roles }: BatchWishes) {
    this.log = log;
    this.grouped = grouped;
    this.actor = actors && log.actor !== undefined ? new Int32Array(ROOM) : undefined;
    this.role = roles && log.role !== undefined ? new Int32Array(ROOM) : undefined;
    this.fields = log.fields.map(() => new Int32Array(ROOM));
    this.stamped = log.stamped.map(() => new Float64Array(ROOM));
    this.stampedEvents = log.stamped.map(({ event }) => log.values.code(event) ?? BLANK);
  }

  /** Gathers the rows of tickets from this one on; the rows of one that has too many are left where they are. */
  gatherFrom(first: number): void {
    const { log } = this;
    const { offsets, rows } = this.grouped;
    const from = offsets[first]!;
    let end = first + 1;
    while (end + 1 < offsets.length && offsets[end + 1]! - from <= ROOM && end - first < ROOM) end++;
    this.first = first;
    this.end = end;
    const to = offsets[end]!;
    if (to - from > ROOM) return;
    this.isExact = true;
    if (log.moment !== undefined) this.gatherStamps(log.moment, from, to, this.at);
    if (log.event !== undefined) log.event.gather(rows, from, to, this.event);
    else this.event.fill(BLANK, 0, to - from);
    for (let column = 0; column < this.stamped.length; column++) {
      this.gatherStamps(log.stamped[column]!.stamps, from, to, this.stamped[column]!);
    }
    if (this.actor !== undefined) log.actor?.gather(rows, from, to, this.actor);
    if (this.role !== undefined) log.role?.gather(rows, from, to, this.role);
    for (let field = 0; field < this.fields.length; field++) {
      log.fields[field]!.values.gather(rows, from, to, this.fields[field]!);
    }
  }

  /** Where the rows of a ticket begin in the arrays. */
  firstRowOf(ticket: number): number {
    return this.grouped.offsets[ticket]! - this.grouped.offsets[this.first]!;
  }

  /** The row of the log that stands at a place in the arrays. */
  rowAt(place: number): number {
    return this.grouped.rows[this.grouped.offsets[this.first]! + place]!;
  }

  /** Whether the ticket's rows were gathered. */
  has(ticket: number): boolean {
    return this.grouped.offsets[ticket + 1]! - this.grouped.offsets[this.first]! <= ROOM;
  }

  /** Whether all stamps of a ticket are known to the second. */
  isExactOf(ticket: number): boolean {
    if (this.isExact) return true;
    const { offsets, rows } = this.grouped;
    for (let index = offsets[ticket]!; index < offsets[ticket + 1]!; index++) {
      const row = rows[index]!;
      if (this.log.moment !== undefined && this.log.moment.grade(row) !== 'exact') return false;
      for (const { stamps } of this.log.stamped) {
        if (!Number.isNaN(stamps.at(row)) && stamps.grade(row) !== 'exact') return false;
      }
    }
    return true;
  }

  private gatherStamps(stamps: StampColumn, from: number, to: number, into: Float64Array): void {
    if (!stamps.gather(this.grouped.rows, from, to, into)) this.isExact = false;
  }
}
