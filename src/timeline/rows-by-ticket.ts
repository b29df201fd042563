import type { EventLog } from '../domain/event-log.ts';

/** The rows of each ticket, side by side: those of ticket `t` are `rows[offsets[t]]` up to, not including, `rows[offsets[t + 1]]`. */
export interface RowsByTicket {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** Groups by counting sort: two walks over the log, whatever its order. Tickets that are judged elsewhere have no rows. */
export function groupRows(log: EventLog): RowsByTicket {
  const offsets = new Int32Array(log.tickets.size + 1);
  for (let row = 0; row < log.rows; row++) offsets[log.ticket.at(row) + 1]! += 1;
  const isElsewhere = new Uint8Array(log.tickets.size);
  for (const ticket of log.elsewhere ?? []) {
    offsets[ticket + 1] = 0;
    isElsewhere[ticket] = 1;
  }
  for (let ticket = 1; ticket < offsets.length; ticket++) offsets[ticket]! += offsets[ticket - 1]!;

  // From the last row to the first: where a ticket's rows end moves to where they begin, and no second list of places is needed.
  const total = offsets[log.tickets.size]!;
  const rows = new Int32Array(total);
  for (let row = log.rows - 1; row >= 0; row--) {
    const ticket = log.ticket.at(row);
    if (isElsewhere[ticket] === 1) continue;
    const place = offsets[ticket + 1]! - 1;
    rows[place] = row;
    offsets[ticket + 1] = place;
  }
  offsets.copyWithin(0, 1);
  offsets[log.tickets.size] = total;
  return { offsets, rows };
}
