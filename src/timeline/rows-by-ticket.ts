import type { EventLog } from '../domain/event-log.ts';
import { someCodes } from './some-rows.ts';

/** The rows of each ticket, side by side: those of ticket `t` are `rows[offsets[t]]` up to, not including, `rows[offsets[t + 1]]`. */
export interface RowsByTicket {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** Groups by counting sort: two walks over the log, whatever its order. Tickets that are judged elsewhere have no rows. */
export function groupRows(log: EventLog): RowsByTicket {
  const offsets = new Int32Array(log.tickets.size + 1);
  for (const tickets of someCodes(log.ticket)) countBehind(offsets, tickets);
  const isElsewhere = new Uint8Array(log.tickets.size);
  for (const ticket of log.elsewhere ?? []) {
    offsets[ticket + 1] = 0;
    isElsewhere[ticket] = 1;
  }
  for (let ticket = 1; ticket < offsets.length; ticket++) offsets[ticket]! += offsets[ticket - 1]!;

  // Where a ticket's rows begin moves to where they end, which is where the next begin: no second list of places is needed.
  const rows = new Int32Array(offsets[log.tickets.size]!);
  let row = 0;
  for (const tickets of someCodes(log.ticket)) {
    place(tickets, row, { offsets, rows, isElsewhere });
    row += tickets.length;
  }
  offsets.copyWithin(1, 0, log.tickets.size);
  offsets[0] = 0;
  return { offsets, rows };
}

function countBehind(offsets: Int32Array, tickets: Int32Array): void {
  for (let index = 0; index < tickets.length; index++) offsets[tickets[index]! + 1]! += 1;
}

/** Places rows, from `first` on, of which these are the tickets. */
function place(
  tickets: Int32Array,
  first: number,
  { offsets, rows, isElsewhere }: RowsByTicket & { readonly isElsewhere: Uint8Array },
): void {
  for (let index = 0; index < tickets.length; index++) {
    const ticket = tickets[index]!;
    if (isElsewhere[ticket] === 1) continue;
    const free = offsets[ticket]!;
    rows[free] = first + index;
    offsets[ticket] = free + 1;
  }
}
