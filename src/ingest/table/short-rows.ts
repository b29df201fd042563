import { say } from '../../diagnostics/say.ts';
import type { Sentence } from '../../domain/diagnostic.ts';
import type { Refusal } from '../rows/row-sink.ts';

/** Rows with fewer cells than the header. */
export interface ShortRows {
  /** Rows are kept back: the next has to be told, by `take` or `flush`. */
  isWaiting(): boolean;
  /** `isWhole`: it has all cells that are wanted, and is used whatever stands around it. */
  take(cells: readonly string[], line: number, isWhole: boolean): void;
  /** A row of another kind follows, or the header changes to so many cells. */
  flush(width?: number): void;
  /** The table ends, perhaps in the middle of a row. */
  finish(isCutOff: boolean): Finding | undefined;
}

interface Finding extends Refusal {
  readonly line: number;
}

/** `refuse` sets a row aside for the count of its cells. */
interface Outcomes {
  use(cells: readonly string[], line: number): void;
  refuse(cells: readonly string[], line: number, hint?: Sentence): void;
}

interface Piece {
  readonly cells: readonly string[];
  readonly line: number;
  readonly isWhole: boolean;
}

/** Rows that are kept back to see what follows them. */
const LONGEST_RUN = 200;

/**
 * Spreadsheets leave out blank cells at the end of a row (Excel does so in each block of 16 rows that has none filled
 * there): such a row is used, and what it lacks is blank. But a row also comes short where a line break inside a cell has no
 * quotes. Then the pieces make just one row together, the cell that was cut counting twice, and are set aside; an open ticket would
 * otherwise be made of a finished one. So is the last row of a text without a last line break: there its end may be lost.
 */
export function shortRows(headerWidth: number, { use, refuse }: Outcomes): ShortRows {
  let width = headerWidth;
  let run: Piece[] = [];
  // Delimiters in the run: the pieces of a row have as many as the whole.
  let delimiters = 0;
  let used = 0;
  let firstLine = 0;

  function letGo({ cells, line, isWhole }: Piece): void {
    if (isWhole) return;
    if (cells.length < 2) {
      refuse(cells, line);
      return;
    }
    if (used === 0) firstLine = line;
    used++;
    use(cells, line);
  }

  function letFirstGo(): void {
    const first = run.shift();
    if (first === undefined) return;
    delimiters -= first.cells.length - 1;
    letGo(first);
  }

  function flush(next = width): void {
    for (const piece of run) letGo(piece);
    run = [];
    delimiters = 0;
    width = next;
  }

  return {
    isWaiting: () => run.length > 0,
    take(cells, line, isWhole) {
      if (isWhole) use(cells, line);
      run.push({ cells: [...cells], line, isWhole });
      delimiters += cells.length - 1;
      while (delimiters > width - 1 || run.length > LONGEST_RUN) letFirstGo();
      if (delimiters < width - 1 || run.length < 2) return;
      const from = run[0]?.line ?? line;
      for (const piece of run) {
        if (!piece.isWhole)
          refuse(
            piece.cells,
            piece.line,
            say`Lines ${from} to ${line} make one row: a line break inside a cell needs quotes around it.`,
          );
      }
      run = [];
      delimiters = 0;
    },
    flush,
    finish(isCutOff) {
      const last = isCutOff ? run.pop() : undefined;
      flush();
      if (last !== undefined && !last.isWhole) {
        refuse(
          last.cells,
          last.line,
          say`The file ends in this row, without a line break: the rest may be lost. Export it again.`,
        );
      }
      if (used === 0) return undefined;
      return {
        code: 'short-rows',
        line: firstLine,
        message:
          used === 1
            ? say`one row ends before the last columns; what is lacking is read as blank`
            : say`${used} rows end before the last columns; what is lacking is read as blank`,
        hint: say`Spreadsheets leave out blank cells at the end of a row. Where something did stand there, export again.`,
      };
    },
  };
}
