import type { Refusal, RowLane, RowSink } from '../rows/row-sink.ts';

/**
 * The sink of a piece that is read behind the file's beginning: of the lines up to `beginning` its rows are not taken.
 *
 * @param again hears what is to be known of the file and of its beginning, instead of the sink: another share tells it
 */
export function behindBeginning(
  sink: RowSink,
  beginning: number,
  again: (remark: Refusal, line: number | undefined) => void,
): RowSink {
  const { lane } = sink;
  return {
    ...sink,
    take(cells, line) {
      if (line > beginning) sink.take(cells, line);
    },
    refuse(line, refusal) {
      if (line > beginning) sink.refuse(line, refusal);
    },
    remark(remark, line) {
      if (line === undefined || line <= beginning) {
        again(remark, line);
        return;
      }
      // Of the file as a whole another share may have to say the same of an earlier line.
      sink.clings?.();
      sink.remark(remark, line);
    },
    ...(lane && { lane: (shape) => laneBehind(lane(shape), beginning) }),
  };
}

function laneBehind({ read, add }: RowLane, beginning: number): RowLane {
  return {
    read(rows) {
      // They come by `take`, which passes them over.
      for (let row = 0; row < rows.count && rows.lines[row]! <= beginning; row++) rows.isOdd[row] = 1;
      read(rows);
    },
    add,
  };
}
