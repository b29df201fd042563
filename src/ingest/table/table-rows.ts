import type { Code } from '../../diagnostics/codes.ts';
import { say } from '../../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../../domain/diagnostic.ts';
import { lackingColumns, type Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import type { Header } from './header.ts';
import { type FoundHeader, headerSearch, listed, written } from './header-search.ts';
import { headerWatch, type NextHeader } from './header-watch.ts';
import { firstFilled, isFooter, isTotal } from './no-row.ts';
import { type ShortRows, shortRows } from './short-rows.ts';
import { type TableLane, tableLane } from './table-lane.ts';

/** A record of a text or a row of a sheet, and its line or row number, from 1. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** A table's records as they come, header and all. */
export interface TableRows {
  readonly take: TakeRecord;
  /**
   * A way for records as they stand in a buffer; `undefined` where the next has to come by `take`, as before the header is found. To be
   * asked for again after each record that was taken as text.
   */
  lane?(): TableLane | undefined;
  /** To be called after the last record. `isCutOff`: the text ends without a line break, as one does whose end is lost. */
  finish(isCutOff?: boolean): void;
}

export interface TableOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
  /** The lines that make the header, from 1; absent: found. */
  readonly header?: readonly number[];
  /** A row's length says nothing, as in sheets: cells that it lacks are blank, those beyond the header are of no column. */
  readonly isRagged?: boolean;
  /** Says what may be wrong with the header, for a complaint about missing columns. */
  readonly doubt?: (cells: readonly string[]) => string | undefined;
}

/** What the header in force says of the rows below it. */
interface Layout {
  /** Position of each wanted column; -1 where there is none. */
  positions: number[];
  width: number;
  /** Where a row must reach to have all wanted cells. */
  needed: number;
  /** Without a policy: columns without a name that have said nothing so far. */
  unnamed: number[];
  /** Without a policy: the names of the columns, in the order of `positions`. */
  names: string[];
}

/** Cells that all rows together lack of their header, where every column is read: each takes time, and none a byte. */
const MOST_LACKING = 50_000_000;

/**
 * Turns the records of a table into rows: finds the header, and hands over the cells of the wanted columns of what stands
 * below it. Rows of totals, footers and repeated headers are set aside with a note; a header further down that has the
 * columns in another order is followed. Throws `Unusable` where wanted columns are missing.
 */
export function tableRows(options: TableOptions, sink: RowSink): TableRows {
  const { file, wanted, header: stated, doubt, isRagged = false } = options;
  const search = headerSearch({ file, wanted, stated, doubt });
  const watch = headerWatch(file, wanted);
  const row: (string | undefined)[] = [];
  let layout: Layout | undefined;
  let short: ShortRows | undefined;
  let lacking = 0;
  /** `undefined` where it has to be looked for; `null` where there is none under this header. */
  let lane: TableLane | undefined | null;

  function begin(found: FoundHeader): void {
    const { header, rows, lines, above, below } = found;
    const [line] = lines;
    layout = wanted === 'all' ? layoutOfAll(found) : layoutOf(header, found.match?.positions ?? []);
    short = shortRows(layout.width, { use: handOver, refuse: refuseCount });
    watch.follow(
      header,
      rows,
      layout.positions,
      above.map(({ cells }) => cells),
    );
    const preamble = above.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '));
    sink.written?.({ ...(line !== undefined && { headerLine: line }), ...(above.length > 0 && { preamble }) });
    sink.begin(wanted === 'all' ? [...layout.names] : header.columns.map(({ name }) => name), line);
    tell(found);
    for (const each of below) takeRow(each.cells, each.line, layout, short);
  }

  /** What was found and not said by the policy. */
  function tell({ header, match, lines, above }: FoundHeader): void {
    const line = lines[0];
    if (stated === undefined && (above.length > 0 || lines.length > 1)) {
      const where = lines.length > 1 ? say`lines ${lines[0] ?? 0} and ${lines[1] ?? 0}` : say`line ${lines[0] ?? 0}`;
      const shown = above
        .slice(0, 5)
        .map(({ cells }) => listed(cells))
        .join(' / ');
      const rest = above.length - 5;
      sink.remark(
        {
          code: 'found-header',
          message:
            above.length === 0
              ? say`the header is ${where}`
              : rest > 0
                ? say`the header is ${where}; above it: ${shown} and ${rest} more`
                : say`the header is ${where}; above it: ${shown}`,
          hint: say`records.file.header: ${written(lines)} in the policy states it.`,
        },
        line,
      );
    }
    if (wanted === 'all' || match === undefined) return;
    if (match.near.length > 0) {
      const pairs = match.near.map(({ column, header: name }) => say`${JSON.stringify(name)} as "${column}"`);
      sink.remark(
        {
          code: 'near-column',
          message: say`headers that differ a little from the policy are read: ${pairs}`,
          hint: say`They differ only in case, width or blanks, and no other header comes near. Write them as the export does.`,
        },
        line,
      );
    }
    const found = wanted.filter((_, slot) => match.positions[slot] !== -1).map(({ name }) => name);
    const others = header.columns.filter(({ position }) => !match.positions.includes(position));
    const lacking = lackingColumns(wanted, [...found, ...others.map(({ name }) => name)]);
    if (lacking !== undefined) sink.remark(lacking, line);
  }

  function takeRow(cells: readonly string[], line: number, to: Layout, pieces: ShortRows): void {
    const again = watch.look(cells, line);
    if (again === 'same') {
      pieces.flush();
      const message = say`${listed(cells)} stands here again`;
      sink.refuse(line, {
        code: 'repeated-header',
        message,
        hint: say`It is the header, or stands above it: no ticket, and left out.`,
      });
      return;
    }
    if (again !== undefined) {
      pieces.flush(again.header.width);
      change(again, cells, line, to);
      return;
    }
    const first = firstFilled(cells);
    const aside = isTotal(cells, first, wanted === 'all' ? undefined : to.positions)
      ? 'total-row'
      : isFooter(cells, first)
        ? 'footer-row'
        : undefined;
    if (aside !== undefined) {
      pieces.flush();
      sink.refuse(line, {
        code: aside,
        message: aside === 'total-row' ? say`${listed(cells)} is a row of totals` : say`${listed(cells)} is a footer`,
        hint: say`It is no ticket, and left out.`,
      });
    } else if (isRagged) {
      handOver(cells, line);
    } else if (cells.length > to.width && cells.slice(to.width).some((cell) => cell.trim() !== '')) {
      pieces.flush();
      refuseCount(cells, line);
    } else if (cells.length < to.width) {
      const isWhole = cells.length >= to.needed;
      if (!isWhole) sink.clings?.();
      pieces.take(cells, line, isWhole);
    } else {
      pieces.flush();
      handOver(cells, line);
    }
  }

  function change({ header, positions }: NextHeader, cells: readonly string[], line: number, to: Layout): void {
    sink.clings?.();
    lane = undefined;
    const next = layoutOf(header, positions);
    to.positions = wanted === 'all' ? to.names.map((name) => header.positions.get(name) ?? -1) : next.positions;
    to.width = next.width;
    to.needed = wanted === 'all' ? next.width : next.needed;
    watch.follow(header, [cells], to.positions, []);
    sink.remark(
      {
        code: 'header-changed',
        message: say`a second header stands here, with other columns or in another order: ${listed(cells)}`,
        hint: say`The rows below it are read by it; it has all columns that are needed.`,
      },
      line,
    );
  }

  function refuseCount(cells: readonly string[], line: number, hint?: Sentence): void {
    const { width = 0, positions = [] } = layout ?? {};
    sink.refuse(line, {
      code: 'wrong-cell-count',
      message:
        cells.length === 1
          ? say`the row has 1 cell, the header ${width}`
          : say`the row has ${cells.length} cells, the header ${width}`,
      hint: hint ?? say`A delimiter or a line break inside a cell needs quotes around the cell.`,
      ticket: wanted === 'all' ? undefined : cells[positions[0] ?? -1]?.trim(),
    });
  }

  function handOver(cells: readonly string[], line: number): void {
    if (layout === undefined) return;
    if (layout.unnamed.length > 0) nameFilled(layout, cells);
    const { positions } = layout;
    if (wanted === 'all') lacking += Math.max(0, positions.length - cells.length);
    if (lacking > MOST_LACKING) throw new Unusable(tooShort(file, line));
    for (let slot = 0; slot < positions.length; slot++) {
      const position = positions[slot] ?? -1;
      row[slot] = position < 0 ? undefined : (cells[position] ?? '');
    }
    sink.take(row, line);
  }

  /** A column without a name that says something after all gets one. */
  function nameFilled(to: Layout, cells: readonly string[]): void {
    if ((to.unnamed[0] ?? 0) >= cells.length) return;
    const filled = new Set(to.unnamed.filter((position) => (cells[position]?.trim() ?? '') !== ''));
    if (filled.size === 0) return;
    to.unnamed = to.unnamed.filter((position) => !filled.has(position));
    for (const position of filled) {
      to.names.push(nameOf(position, to.names));
      to.positions.push(position);
    }
    sink.begin([...to.names]);
  }

  return {
    take(cells, line) {
      if (isBlank(cells)) return;
      if (layout !== undefined && short !== undefined) {
        takeRow(cells, line, layout, short);
        return;
      }
      const found = search.take(cells, line);
      if (found !== undefined) begin(found);
    },
    lane() {
      if (layout === undefined || short === undefined || sink.lane === undefined || wanted === 'all') return undefined;
      if (lane === undefined) lane = tableLane(layout, watch.signs, (shape) => sink.lane?.(shape)) ?? null;
      return lane === null || short.isWaiting() || watch.signs.isExpected ? undefined : lane;
    },
    finish(isCutOff = false) {
      if (layout === undefined) {
        const found = search.finish();
        if (found !== undefined) begin(found);
        else if (!isRagged) throw new Unusable(nothing(file));
      }
      const finding = short?.finish(isCutOff);
      if (finding !== undefined) sink.remark(finding, finding.line);
    },
  };
}

function nothing(file: string): Diagnostic<Code> {
  const hint =
    'A header without rows would be an empty report; a file without a header is a failed export. Export it again.';
  return { code: 'empty-file', place: { file }, message: 'the file has no header', hint };
}

function tooShort(file: string, line: number): Diagnostic<Code> {
  return {
    code: 'too-many-columns',
    place: { file, line },
    message: `the rows so far lack more than ${MOST_LACKING} cells of the header`,
    hint: 'Is the line that was taken for the header one? records.file.header, or --header, says which it is.',
  };
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false;
  return true;
}

function layoutOf({ width }: Header, positions: readonly number[]): Layout {
  const needed = positions.reduce((most, position) => Math.max(most, position + 1), 0);
  return { positions: [...positions], width, needed, unnamed: [], names: [] };
}

function layoutOfAll({ header, below }: FoundHeader): Layout {
  const named = new Map(header.columns.map(({ name, position }) => [position, name]));
  const names: string[] = [];
  const positions: number[] = [];
  const unnamed: number[] = [];
  const taken = header.columns.map(({ name }) => name);
  for (let position = 0; position < header.width; position++) {
    const name = named.get(position);
    if (name === undefined && !below.some(({ cells }) => (cells[position]?.trim() ?? '') !== '')) {
      unnamed.push(position);
      continue;
    }
    names.push(name ?? nameOf(position, taken));
    positions.push(position);
  }
  return { positions, width: header.width, needed: header.width, unnamed, names };
}

/** `column 7`, unless a column is called so. */
function nameOf(position: number, taken: readonly string[]): string {
  const name = `column ${position + 1}`;
  return taken.includes(name) ? `${name} (unnamed)` : name;
}
