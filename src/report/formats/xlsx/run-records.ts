import type { RunDetails, RunLine } from '../../../domain/run-line.ts';
import { type Fact, factColumns, factRow } from '../../facts.ts';
import type { Records } from '../../table.ts';

const FACTS: readonly Fact<RunLine>[] = [
  ['ticket', 'id', (run) => run.ticket],
  ['clock', 'text', (run) => run.clock],
  ['target', 'text', (run) => run.target],
  ['cycle', 'count', (run) => run.cycle],
  ['outcome', 'text', (run) => run.outcome],
  ['is_counted', 'flag', (run) => run.isCounted],
  ['started_at', 'utc', (run) => run.startedAt],
  ['due_at', 'utc', (run) => run.dueAt],
  ['stopped_at', 'utc', (run) => run.stoppedAt],
  ['decided_at', 'utc', (run) => run.decidedAt],
  ['elapsed_s', 'seconds', (run) => run.elapsed],
  ['within_s', 'seconds', (run) => run.within],
  ['over_s', 'seconds', (run) => run.over],
  ['paused_s', 'seconds', (run) => run.paused],
  ['excluded_s', 'seconds', (run) => run.excluded],
  ['wall_s', 'seconds', (run) => run.wall],
  ['severity', 'text', (run) => run.severity],
  ['charged_to', 'id', (run) => run.chargedTo || null],
  ['charged_name', 'text', (run) => run.chargedName ?? null],
  ['charged_kind', 'text', (run) => run.chargedKind],
];

/** The runs behind the figures, a row each, with the ticket's own fields. */
export function runRecords({ fields, runs }: RunDetails): Records {
  return {
    columns: [
      ...factColumns(FACTS),
      ...fields.map((field) => ({ key: field, title: field, kind: 'text' as const })),
      { key: 'lines', title: 'lines', kind: 'place' },
      { key: 'reason', title: 'reason', kind: 'text' },
    ],
    rows: runs.map((run) => [
      ...factRow(FACTS, run),
      ...fields.map((_, index) => run.fields[index] || null),
      run.lines.join(' ') || null,
      run.reason || null,
    ]),
  };
}
