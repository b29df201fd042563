import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { ReadLines } from '../../domain/share.ts';
import { findingIn } from '../rows/file-ledger.ts';
import type { RowLane, RowSink } from '../rows/row-sink.ts';

/** What is to be known of pieces besides their rows: see `ReadShare`. */
export interface PieceNotes {
  readonly again: Diagnostic<Code>[];
  readonly lines: Map<string, ReadLines>;
}

/**
 * The sink of a file of which only a piece is read, behind so many lines of its beginning: their rows are not taken, and what is to be
 * known of the file and of them is noted, for another share tells it. Throws where what becomes of a row hangs on others of the file.
 */
export function pieceOfFile(file: string, beginning: number, sink: RowSink, { again, lines }: PieceNotes): RowSink {
  const piece: RowSink = {
    ...sink,
    clings: () => cling(file),
    ended: (all) => lines.set(file, { beginning, all }),
  };
  if (beginning === 0) return piece;
  const { lane } = sink;
  return {
    ...piece,
    take(cells, line) {
      if (line > beginning) sink.take(cells, line);
    },
    refuse(line, refusal) {
      if (line > beginning) sink.refuse(line, refusal);
    },
    remark(remark, line) {
      // Of the file as a whole another share may have to say the same of an earlier line.
      if (line !== undefined && line > beginning) cling(file);
      again.push(findingIn(file, remark, line));
    },
    ...(lane && { lane: (shape) => laneBehind(lane(shape), beginning) }),
  };
}

function cling(file: string): never {
  throw new Error(`rows of ${file} hang on others`);
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
