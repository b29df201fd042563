import { type CellReader, type CutCells, filledEnd, filledStart } from '../cells/cut-cells.ts';
import type { RowLane, RowShape } from '../rows/row-sink.ts';
import type { HeaderSigns } from './header-watch.ts';
import { ordinaryCells } from './ordinary-cells.ts';

/** Takes those records of a table that need no looking at: as many cells as the header, and none of them anything but a row's. */
export interface TableLane {
  /** Cells of a record. */
  readonly width: number;
  /** Which of them must be cut, in rising order, the first one among them. */
  readonly positions: Int32Array;
  /** Of each of them who can read it while it is cut. */
  readonly readers: readonly (CellReader | undefined)[];
  /** A record of so many cells; false: nothing was taken, and it has to come as text. */
  take(cells: CutCells, line: number): boolean;
}

/** What of a layout is asked. */
interface Shape {
  readonly width: number;
  /** Of the wanted columns, the ticket's first. */
  readonly positions: readonly number[];
}

/** `undefined` where rows behind it cannot be taken so. */
export function tableLane(
  { width, positions }: Shape,
  { names, titles, suspects }: HeaderSigns,
  open: (shape: RowShape) => RowLane | undefined,
): TableLane | undefined {
  const cut = [...new Set([0, ...positions.filter((position) => position >= 0)])].sort((a, b) => a - b);
  const cellAt = (position: number | undefined) => (position === undefined ? -1 : cut.indexOf(position));
  const isOrdinary = ordinaryCells(new Set([...names, ...titles.keys()]));
  const rows = open({ count: cut.length, cells: positions.map(cellAt), isOrdinary });
  if (rows === undefined) return undefined;
  // The ticket's own sink asks of the ticket, so that what is known of it is not looked up twice.
  const isTicketFirst = positions[0] === 0;
  // Two names make a header; the ticket is none.
  const [, second, third] = suspects;
  const others = third === undefined ? [] : [cellAt(second), cellAt(third)];
  const areNamesWords = ![...names].some((name) => /^\d/.test(name));

  function isNoName({ bytes, starts, ends }: CutCells, cell: number): boolean {
    const [start, end] = [starts[cell]!, ends[cell]!];
    const first = bytes[start]!;
    return start === end || (areNamesWords && first >= 0x30 && first <= 0x39) || isOrdinary(bytes, start, end);
  }

  return {
    width,
    readers: rows.readers,
    positions: Int32Array.from(cut),
    take(cells, line) {
      const { bytes } = cells;
      const start = filledStart(bytes, cells.starts[0]!, cells.ends[0]!);
      const end = filledEnd(bytes, start, cells.ends[0]!);
      // What the first cell that says something would be has to be looked for.
      if (start === end) return false;
      if (!isTicketFirst && !isOrdinary(bytes, start, end)) return false;
      for (let other = 0; other < others.length; other++) {
        if (isNoName(cells, others[other]!)) return rows.take(cells, line);
      }
      return others.length === 0 && rows.take(cells, line);
    },
  };
}
