import type { Records } from '../../../src/domain/policy.ts';
import type { Source } from '../../../src/domain/source.ts';
import { readParts } from '../../../src/ingest/read-parts.ts';
import { collectRows } from '../../../src/ingest/rows/collect-rows.ts';
import { namedColumns } from '../../../src/ingest/rows/named-columns.ts';
import type { RowSink } from '../../../src/ingest/rows/row-sink.ts';
import { contentsOf, type Outcome } from '../csv/both-ways.ts';

/** Reads the same with every row parsed, and with those taken from the bytes that are plain; how many of each there were. */
export async function readBothWays(
  records: Records,
  sources: () => readonly Source[],
): Promise<{ readonly plain: Outcome; readonly reference: Outcome; readonly byLane: number; readonly asText: number }> {
  let [byLane, asText] = [0, 0];
  const counting = (sink: RowSink): RowSink => ({
    ...sink,
    take(cells, line) {
      asText++;
      sink.take(cells, line);
    },
    lane:
      sink.lane &&
      ((shape) =>
        counted(sink.lane?.(shape), (rows) => {
          byLane += rows;
        })),
  });
  const reference = await outcome(records, sources(), (sink) => ({ ...sink, lane: undefined }));
  const plain = await outcome(records, sources(), counting);
  return { reference, plain, byLane, asText };
}

type Lane = ReturnType<NonNullable<RowSink['lane']>>;

function counted(lane: Lane | undefined, count: (rows: number) => void): Lane {
  if (lane === undefined) throw new Error('a sink that has lanes gives one');
  return {
    ...lane,
    add(rows, from, to) {
      count(to - from);
      lane.add(rows, from, to);
    },
  };
}

async function outcome(
  records: Records,
  sources: readonly Source[],
  changed: (sink: RowSink) => RowSink,
): Promise<Outcome> {
  const columns = namedColumns(records);
  const collector = collectRows(records, columns);
  const faults: unknown[] = [];
  await readParts(
    sources,
    { wanted: columns, file: records.file, rows: records.rows },
    {
      open: (name) => ({ sink: changed(collector.open(name)) }),
      done: () => {},
      reject({ diagnostics }, tables) {
        for (const { sink } of tables) sink.reject();
        faults.push(...diagnostics);
      },
    },
    (finding) => faults.push(finding),
  );
  const { log, tallies, diagnostics } = collector.finish();
  return { ...contentsOf(log), tallies, diagnostics: [...faults, ...diagnostics] };
}
