import { BLANK } from '../domain/event-log.ts';
import type { Instant } from '../domain/time.ts';
import type { TicketBatch } from './ticket-batch.ts';

/**
 * One ticket's steps, where each step is a single fact: a plain timeline. All that a `Timeline` can hold besides, several facts of
 * one instant, vague stamps, rows after the as-of instant, is left to that. Filled anew for each ticket: keep nothing of it.
 */
export class TicketSteps {
  count = 0;
  at = new Float64Array(64);
  /** Codes of the log; `BLANK` where a row has none. */
  event = new Int32Array(64);
  /** `BLANK` throughout where the batch has none. */
  actor = new Int32Array(64).fill(BLANK);
  role = new Int32Array(64).fill(BLANK);
  /** How many fields each step has … */
  readonly width: number;
  /** … and where what they are from a step on is written: the first step's begin at `from`. */
  values: Int32Array = new Int32Array(0);
  from = 0;
  /** By field: 1 where its value is not the same in all steps. */
  readonly varies: Uint8Array;
  /** Of each step where its row stands in the batch. */
  private order = new Int32Array(64);
  private batch: TicketBatch | undefined;

  constructor(width: number) {
    this.width = width;
    this.varies = new Uint8Array(width);
  }

  /** Code of a field's value from this step on, as `Timeline.value`. */
  value(step: number, field: number): number {
    return step < 0 || field < 0 ? BLANK : this.values[this.from + step * this.width + field]!;
  }

  /** The row of the log that a step is of. */
  row(step: number): number {
    return this.batch?.rowAt(this.order[step]!) ?? -1;
  }

  /** The step in force at an instant, that instant included; -1 before the first. */
  stepIn(instant: Instant): number {
    let step = this.count - 1;
    while (step >= 0 && this.at[step]! > instant) step--;
    return step;
  }

  /**
   * Lays out a ticket of the batch, its values from `from` on; false where it is not of this kind.
   *
   * @param values must have room for as many steps as the ticket has rows or stamps
   */
  layOut(batch: TicketBatch, ticket: number, asOf: Instant, values: Int32Array, from: number): boolean {
    this.batch = batch;
    this.values = values;
    this.from = from;
    if (!batch.has(ticket) || !batch.isExactOf(ticket)) return false;
    return batch.log.moment === undefined
      ? this.layOutStamps(batch, ticket, asOf)
      : this.layOutRows(batch, ticket, asOf);
  }

  /** Each row is a fact. */
  private layOutRows(batch: TicketBatch, ticket: number, asOf: Instant): boolean {
    const first = batch.firstRowOf(ticket);
    const count = batch.firstRowOf(ticket + 1) - first;
    if (batch.stamped.length > 0 || count === 0) return false;
    this.makeRoom(count);
    this.count = count;
    const { at, event, order } = this;
    let isInOrder = true;
    let last = -Infinity;
    for (let index = 0; index < count; index++) {
      const here = batch.at[first + index]!;
      if (here <= last) isInOrder = false;
      last = here;
      order[index] = first + index;
      at[index] = here;
    }
    if (!isInOrder && !this.sort(batch.at)) return false;
    if (!(at[count - 1]! <= asOf)) return false;
    for (let step = 0; step < count; step++) event[step] = batch.event[order[step]!]!;
    if (batch.actor !== undefined)
      for (let step = 0; step < count; step++) this.actor[step] = batch.actor[order[step]!]!;
    if (batch.role !== undefined) for (let step = 0; step < count; step++) this.role[step] = batch.role[order[step]!]!;
    for (let field = 0; field < this.width; field++) this.fillField(batch.fields[field]!, field);
    return true;
  }

  /** What a row says of a field is so from then on; a blank cell says nothing, and one that empties the field leaves it blank. */
  private fillField(own: Int32Array, field: number): void {
    const { values, width, order, count } = this;
    let value = BLANK;
    let isSame = true;
    let place = this.from + field;
    for (let step = 0; step < count; step++) {
      const said = own[order[step]!]!;
      if (said !== BLANK) {
        const next = said < BLANK ? BLANK : said;
        if (step > 0 && next !== value) isSame = false;
        value = next;
      }
      values[place] = value;
      place += width;
    }
    this.varies[field] = isSame ? 0 : 1;
  }

  /** One row stands for the ticket: each column with a stamp is a fact, and fields hold throughout. */
  private layOutStamps(batch: TicketBatch, ticket: number, asOf: Instant): boolean {
    const row = batch.firstRowOf(ticket);
    if (batch.firstRowOf(ticket + 1) - row !== 1) return false;
    this.makeRoom(batch.stamped.length);
    const { at, event } = this;
    let count = 0;
    for (let column = 0; column < batch.stamped.length; column++) {
      const here = batch.stamped[column]![row]!;
      if (Number.isNaN(here)) continue;
      let place = count++;
      while (place > 0 && at[place - 1]! > here) {
        at[place] = at[place - 1]!;
        event[place] = event[place - 1]!;
        place--;
      }
      if (place > 0 && at[place - 1] === here) return false;
      at[place] = here;
      event[place] = batch.stampedEvents[column]!;
    }
    this.order.fill(row, 0, count);
    if (count === 0 || !(at[count - 1]! <= asOf)) return false;
    this.count = count;
    for (let field = 0; field < this.width; field++) {
      const value = Math.max(BLANK, batch.fields[field]![row]!);
      this.varies[field] = 0;
      for (let step = 0; step < count; step++) this.values[this.from + step * this.width + field] = value;
    }
    return true;
  }

  /** Puts the rows in the order of their instants; false where two are of one. Most logs are nearly in order. */
  private sort(instants: Float64Array): boolean {
    const { at, order, count } = this;
    for (let index = 1; index < count; index++) {
      const row = order[index]!;
      const here = instants[row]!;
      let place = index;
      while (place > 0 && at[place - 1]! > here) {
        at[place] = at[place - 1]!;
        order[place] = order[place - 1]!;
        place--;
      }
      if (place > 0 && at[place - 1] === here) return false;
      at[place] = here;
      order[place] = row;
    }
    return true;
  }

  private makeRoom(count: number): void {
    if (count <= this.at.length) return;
    const room = 2 * count;
    this.at = new Float64Array(room);
    this.event = new Int32Array(room);
    this.actor = new Int32Array(room).fill(BLANK);
    this.role = new Int32Array(room).fill(BLANK);
    this.order = new Int32Array(room);
  }
}
