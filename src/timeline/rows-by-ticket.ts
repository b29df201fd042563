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
  for (const ticket of log.elsewhere ?? []) offsets[ticket + 1] = 0;
  for (let ticket = 1; ticket < offsets.length; ticket++) offsets[ticket]! += offsets[ticket - 1]!;

  const next = offsets.slice(0, -1);
  const rows = new Int32Array(offsets[log.tickets.size]!);
  for (let row = 0; row < log.rows; row++) {
    const ticket = log.ticket.at(row);
    if (log.elsewhere?.has(ticket) !== true) rows[next[ticket]!++] = row;
  }
  return { offsets, rows };
}
