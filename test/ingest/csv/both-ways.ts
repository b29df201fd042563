import type { EventLog, NumberColumn, StampColumn } from '../../../src/domain/event-log.ts';
import type { Records } from '../../../src/domain/policy.ts';
import type { Source } from '../../../src/domain/source.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';

/** All that comes out of reading, as plain values: of the log each row by its texts. */
export interface Outcome {
  readonly rows: readonly unknown[];
  readonly tickets: readonly string[];
  readonly incomplete: readonly string[];
  readonly tallies: unknown;
  readonly diagnostics: unknown;
}

/** Reads the same by csv-parse and in our own way. */
export async function readBothWays(
  records: Records,
  sources: () => readonly Source[],
): Promise<{ readonly plain: Outcome; readonly reference: Outcome }> {
  const reference = { ...records, file: { ...records.file, parser: 'csv-parse' } } as const;
  return { plain: await outcome(records, sources()), reference: await outcome(reference, sources()) };
}

async function outcome(records: Records, sources: readonly Source[]): Promise<Outcome> {
  const { value, diagnostics } = await readExports(sources, { records, timezone: 'Asia/Shanghai' });
  if (value === undefined) return { rows: [], tickets: [], incomplete: [], tallies: undefined, diagnostics };
  const { log, tallies } = value;
  return { ...contentsOf(log), tallies, diagnostics };
}

/** What a log holds, by texts. */
export function contentsOf(log: EventLog): Pick<Outcome, 'rows' | 'tickets' | 'incomplete'> {
  return {
    rows: Array.from({ length: log.rows }, (_, row) => rowOf(log, row)),
    tickets: Array.from({ length: log.tickets.size }, (_, code) => log.tickets.text(code)),
    incomplete: [...log.incomplete].map((code) => log.tickets.text(code)),
  };
}

function rowOf(log: EventLog, row: number): unknown {
  const code = (column: NumberColumn | undefined) => {
    const at = column?.at(row);
    return at === undefined || at < 0 ? at : log.values.text(at);
  };
  const stamp = (column: StampColumn | undefined) =>
    column && [column.earliest(row), column.at(row), column.latest(row), column.grade(row)];
  return [
    [log.files[log.file.at(row)], log.line.at(row), log.tickets.text(log.ticket.at(row))],
    [stamp(log.moment), ...log.stamped.map(({ stamps }) => stamp(stamps))],
    [code(log.event), code(log.actor), code(log.role), log.sequence?.at(row)],
    log.fields.map(({ values, before }) => [code(values), code(before)]),
    [...log.totals.map(({ lengths, doubts }) => [lengths.at(row), doubts.at(row)])],
    log.verdicts?.map(code),
  ];
}
