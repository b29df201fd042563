import { BLANK, type EventLog, type NumberColumn } from '../domain/event-log.ts';
import type { Instant } from '../domain/time.ts';
import type { RowsByTicket } from './rows-by-ticket.ts';

/** What a cell of the source says of one of its promises; '' where it says nothing. */
export interface Opinion {
  readonly text: string;
  /** Row of the event log; of a ticket that says nothing any of its rows. */
  readonly row: number;
}

/**
 * Reads what the source says of a ticket, a text for each column of `Records.verdicts`. Where a ticket has many rows the last that
 * says anything by the as-of instant stands: by instant, then sequence, then the text, never by place. `undefined` where no
 * column is named.
 */
export function opinionReader(
  log: EventLog,
  { offsets, rows }: RowsByTicket,
  asOf: Instant,
): ((ticketCode: number) => readonly Opinion[]) | undefined {
  const { verdicts, moment, sequence } = log;
  if (verdicts === undefined) return undefined;

  const textAt = (cells: NumberColumn, row: number) => (cells.at(row) === BLANK ? '' : log.values.text(cells.at(row)));
  const isKnown = (row: number) => moment === undefined || moment.at(row) <= asOf;

  function isLater(cells: NumberColumn, row: number, than: number): boolean {
    const [at, before] = [moment?.at(row) ?? 0, moment?.at(than) ?? 0];
    if (at !== before) return at > before;
    const [turn, turnBefore] = [sequence?.at(row) ?? Number.NaN, sequence?.at(than) ?? Number.NaN];
    if (turn !== turnBefore && !Number.isNaN(turn) && !Number.isNaN(turnBefore)) return turn > turnBefore;
    return textAt(cells, row) > textAt(cells, than);
  }

  return (ticketCode) =>
    verdicts.map((cells) => {
      let last = -1;
      for (let index = offsets[ticketCode]!; index < offsets[ticketCode + 1]!; index++) {
        const row = rows[index]!;
        if (cells.at(row) === BLANK || !isKnown(row)) continue;
        if (last < 0 || isLater(cells, row, last)) last = row;
      }
      return last < 0 ? { text: '', row: rows[offsets[ticketCode]!]! } : { text: textAt(cells, last), row: last };
    });
}
