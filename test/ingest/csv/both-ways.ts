import { expect } from 'vitest';
import { type Code, codes } from '../../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import type { EventLog, NumberColumn, StampColumn } from '../../../src/domain/event-log.ts';
import type { Records } from '../../../src/domain/policy.ts';
import type { Source } from '../../../src/domain/source.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { readParts } from '../../../src/ingest/read-parts.ts';
import { collectRows } from '../../../src/ingest/rows/collect-rows.ts';
import { namedColumns } from '../../../src/ingest/rows/named-columns.ts';

/** All that comes out of reading, as plain values: of the log each row by its texts. */
export interface Outcome {
  readonly rows: readonly unknown[];
  readonly tickets: readonly string[];
  readonly incomplete: readonly string[];
  readonly tallies: unknown;
  readonly diagnostics: unknown;
}

/**
 * Reads the same in our own way and, as a reference, by csv-parse with every row looked at as text. Cut by csv-parse and looked at
 * otherwise it must come to the same, too.
 */
export async function readBothWays(
  records: Records,
  sources: () => readonly Source[],
): Promise<{ readonly plain: Outcome; readonly reference: Outcome }> {
  const byCsvParse = { ...records, file: { ...records.file, parser: 'csv-parse' } } as const;
  const reference = outcome(await readAsText(byCsvParse, sources()));
  expect(outcome(await readExports(sources(), { records: byCsvParse, timezone: 'Asia/Shanghai' }))).toEqual(reference);
  return { plain: outcome(await readExports(sources(), { records, timezone: 'Asia/Shanghai' })), reference };
}

/** As `readExports` does it, without the lane of the rows. */
async function readAsText(records: Records, sources: readonly Source[]): ReturnType<typeof readExports> {
  const columns = namedColumns(records);
  const collector = collectRows(records, columns);
  const faults: Diagnostic<Code>[] = [];
  const open = (name: string) => {
    const { lane: _, ...sink } = collector.open(name);
    return { sink };
  };
  const options = { wanted: columns, file: records.file, rows: records.rows };
  await readParts(
    sources,
    options,
    {
      open,
      done: () => {},
      reject({ diagnostics }, tables, { name }) {
        for (const { sink } of tables.length > 0 ? tables : [open(name)]) sink.reject();
        faults.push(...diagnostics);
      },
    },
    (finding) => faults.push(finding),
  );
  const { diagnostics: findings, ...collected } = collector.finish();
  const diagnostics = [...faults, ...findings];
  const isUsable = diagnostics.every(({ code }) => codes[code].severity !== 'error');
  return { value: isUsable ? { ...collected, again: [], lines: new Map() } : undefined, diagnostics };
}

function outcome({ value, diagnostics }: Awaited<ReturnType<typeof readExports>>): Outcome {
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
