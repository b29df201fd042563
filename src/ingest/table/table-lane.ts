import type { CutRows } from '../cells/cut-rows.ts';
import type { RowLane, RowShape } from '../rows/row-sink.ts';
import type { HeaderSigns } from './header-watch.ts';
import { ordinaryCells } from './ordinary-cells.ts';

/** Takes those records of a table that need no looking at: as many cells as the header, and none of them anything but a row's. */
export interface TableLane extends RowLane {
  /** Cells of a record. */
  readonly width: number;
  /** Which of them must be cut, in rising order, the first one among them. */
  readonly positions: Int32Array;
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

  /** Where the first cell says nothing, what would be the first that does has to be looked for. The ticket's own sink looks at the ticket. */
  function markFirst(rows: CutRows): void {
    if (isTicketFirst) return;
    const { bytes, starts, ends, isOdd, count } = rows;
    for (let row = 0; row < count; row++) {
      rows.trim(row);
      if (starts[row] === ends[row] || !isOrdinary(bytes, starts[row]!, ends[row]!)) isOdd[row] = 1;
    }
  }

  /** A header has names in both of two cells. */
  function markHeaders({ bytes, starts, ends, isOdd, capacity, count }: CutRows): void {
    if (others.length === 0) return;
    for (let row = 0; row < count; row++) {
      let isHeader = true;
      for (let other = 0; other < others.length && isHeader; other++) {
        const at = others[other]! * capacity + row;
        const first = bytes[starts[at]!]!;
        const isFigure = areNamesWords && first >= 0x30 && first <= 0x39;
        isHeader = starts[at] !== ends[at] && !isFigure && !isOrdinary(bytes, starts[at]!, ends[at]!);
      }
      if (isHeader) isOdd[row] = 1;
    }
  }

  return {
    width,
    positions: Int32Array.from(cut),
    read(cutRows) {
      markFirst(cutRows);
      markHeaders(cutRows);
      rows.read(cutRows);
    },
    add: rows.add,
  };
}
