import type { EventLog } from '../domain/event-log.ts';
import { ROWS, someCodes } from './some-rows.ts';

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

  // From the last row to the first: where a ticket's rows end moves to where they begin, and no second list of places is needed.
  const total = offsets[log.tickets.size]!;
  const rows = new Int32Array(total);
  const tickets = new Int32Array(ROWS);
  for (let end = log.rows; end > 0; ) {
    const first = Math.max(0, end - ROWS);
    log.ticket.copy(first, end, tickets);
    place(tickets, end - first, first, { offsets, rows, isElsewhere });
    end = first;
  }
  offsets.copyWithin(0, 1);
  offsets[log.tickets.size] = total;
  return { offsets, rows };
}

function countBehind(offsets: Int32Array, tickets: Int32Array): void {
  for (let index = 0; index < tickets.length; index++) offsets[tickets[index]! + 1]! += 1;
}

/** Places rows, the last first, of which these are the tickets. */
function place(
  tickets: Int32Array,
  count: number,
  first: number,
  { offsets, rows, isElsewhere }: RowsByTicket & { readonly isElsewhere: Uint8Array },
): void {
  for (let index = count - 1; index >= 0; index--) {
    const ticket = tickets[index]!;
    if (isElsewhere[ticket] === 1) continue;
    const free = offsets[ticket + 1]! - 1;
    rows[free] = first + index;
    offsets[ticket + 1] = free;
  }
}
