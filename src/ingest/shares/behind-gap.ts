import type { LineGap } from '../../domain/share.ts';
import type { CutRows } from '../cells/cut-rows.ts';
import type { RowLane, RowSink } from '../rows/row-sink.ts';

/** The sink of a file of which only a piece is read: it hears of the rows of the piece, on the lines on which they stand in the file. */
export function behindGap(sink: RowSink, { after, skipped }: LineGap): RowSink {
  const { lane } = sink;
  return {
    ...sink,
    take(cells, line) {
      if (line > after) sink.take(cells, line + skipped);
    },
    refuse(line, refusal) {
      if (line > after) sink.refuse(line + skipped, refusal);
    },
    remark(remark, line) {
      if (line === undefined) sink.remark(remark);
      else if (line > after) sink.remark(remark, line + skipped);
    },
    ...(lane && { lane: (shape) => laneBehind(lane(shape), after, skipped) }),
  };
}

function laneBehind({ read, add }: RowLane, after: number, skipped: number): RowLane {
  return {
    read(rows) {
      // They come by `take`, which passes them over.
      for (let row = 0; row < rows.count && rows.lines[row]! <= after; row++) rows.isOdd[row] = 1;
      read(rows);
    },
    add(rows, from, to) {
      moveOn(rows, from, to, skipped);
      add(rows, from, to);
    },
  };
}

function moveOn({ lines }: CutRows, from: number, to: number, skipped: number): void {
  for (let row = from; row < to; row++) lines[row]! += skipped;
}
