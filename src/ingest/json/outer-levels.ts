import { columnPath } from './cell-at.ts';
import type { Cut, ValueTaker } from './cut-values.ts';
import { badJson, keyTwice } from './json-fault.ts';
import { rowLines } from './row-lines.ts';
import { type Level, leadsOn, rowsAt } from './rows-at.ts';

/** Takes rows in the order of the file, with the line where each begins. */
export type TakeRow = (row: Level, line: number) => void;

interface OuterOptions {
  readonly file: string;
  readonly path: readonly string[];
  /** All names of the columns that are asked for. */
  readonly columns: readonly string[];
  /** Gets the text of every value that cells are taken from. */
  readonly notice: (text: string) => void;
}

/** What columns such as `../../exported_at` ask of an object around the list of rows. */
interface Question {
  readonly column: string;
  readonly depth: number;
  readonly keys: readonly string[];
  readonly find: (value: unknown) => string | undefined;
}

/** An object around the list of rows, of which only the members are kept that columns ask for. */
interface Outer extends Level {
  readonly value: Record<string, unknown>;
  readonly depth: number;
  /** Rows have been given away that know no more of it than was known by then. */
  isGiven: boolean;
}

interface Waiting {
  readonly rows: readonly Level[];
  readonly lines: readonly number[];
}

/** Characters of rows that wait for what stands behind them. */
const LONGEST_WAIT = 16 * 1024 * 1024;

/**
 * Gives each row the objects that it lies in. The elements of the outermost list are read one by one, so what stands
 * around it must be kept, and may stand behind the rows: those wait then, as far as `LONGEST_WAIT`. Throws `Unusable`
 * where something that a column asks for turns up only after that.
 */
export function outerLevels({ file, path, columns, notice }: OuterOptions, take: TakeRow) {
  const questions = columns.map((column): Question => {
    const { ups, keys, find } = columnPath(column);
    return { column, depth: path.length - ups, keys, find };
  });
  const byDepth = path.map((_, depth) => questions.filter((each) => each.depth === depth));
  const asked = (depth: number) => byDepth[depth] ?? [];
  const outer: Outer[] = [];
  let waiting: Waiting[] = [];
  let length = 0;
  let isReached = path.length === 0;

  function isAnswered(object: Outer): boolean {
    return object.isGiven || asked(object.depth).every(({ find }) => find(object.value) !== undefined);
  }

  function give(): void {
    for (const { rows, lines } of waiting) for (const [index, row] of rows.entries()) take(row, lines[index] ?? 1);
    if (waiting.length > 0) for (const object of outer) object.isGiven = true;
    waiting = [];
    length = 0;
  }

  const taker: ValueTaker = {
    keeps: (depth, key) => asked(depth).some(({ keys }) => keys.includes(key)),
    enter(depth) {
      const value: Record<string, unknown> = Object.create(null);
      outer.push({ value, parent: outer.at(-1), depth, isGiven: false });
    },
    keep(depth, key, { value, text, line }) {
      notice(text);
      const object = outer.at(-1);
      if (object === undefined) return;
      const before = asked(depth).map(({ find }) => find(object.value));
      object.value[key] = value;
      const changed = asked(depth).find(({ find }, index) => find(object.value) !== before[index]);
      if (object.isGiven && changed !== undefined) throw tooLate(changed.column, line);
      if (outer.every(isAnswered)) give();
    },
    leave() {
      outer.pop();
      if (outer.every(isAnswered)) give();
    },
    take(depth, cut) {
      notice(cut.text);
      if (depth === path.length && outer.length === 0) {
        isReached = true;
        take({ value: cut.value, parent: undefined }, cut.line);
        return;
      }
      const inner = path.slice(depth);
      isReached ||= leadsOn(cut.value, inner);
      const rows = rowsIn(cut, inner);
      if (outer.length === 0) {
        for (const [index, row] of rows.rows.entries()) take(row, rows.lines[index] ?? 1);
        return;
      }
      waiting.push(rows);
      length += cut.text.length;
      if (length > LONGEST_WAIT || outer.every(isAnswered)) give();
    },
    nothing() {
      isReached = true;
    },
  };

  function rowsIn({ value, text, line }: Cut, inner: readonly string[]): Waiting {
    const parent = outer.at(-1);
    if (inner.length === 0) return { rows: [{ value, parent }], lines: [line] };
    const lines = rowLines(text, inner, line, (key, at) => {
      throw keyTwice(file, key, at);
    });
    return { rows: [...rowsAt(value, inner, parent)], lines };
  }

  function tooLate(column: string, line: number) {
    return badJson(
      file,
      { line },
      `what column "${column}" asks for stands here, behind more rows than are kept waiting (${LONGEST_WAIT >> 20} MB)`,
      'Put it before the rows, or split the file.',
    );
  }

  return {
    taker,
    /** Did the path lead anywhere, be it to an empty list? */
    isReached: () => isReached,
  };
}
