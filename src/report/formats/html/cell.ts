import { displayWidth } from '../../../locale/width.ts';
import { type Cell, type Column, plain, type Selection, toneOf } from '../../table.ts';
import { alignmentOf, cellText } from '../cell-text.ts';
import { escaped } from './escape.ts';
import type { Rendering } from './rendering.ts';
import { sortValue } from './sort-value.ts';

/** In columns of a terminal. */
const SHORT = 10;
const LONG = 18;

/** A cell of the body; `isHeader` where it says what its row is about. */
export function renderCell(column: Column, cell: Cell | undefined, isHeader: boolean, rendering: Rendering): string {
  const value = plain(cell);
  const text = cellText(column, value, rendering.options);
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  const classes = [
    ...(alignmentOf(column) === 'right' ? ['r'] : []),
    ...(indent > 0 ? [`in${Math.min(Math.ceil(indent / 2), 3)}`] : []),
    ...(column.kind === 'text' ? extent(text) : [column.kind]),
    ...(toneOf(cell) === undefined ? [] : [toneOf(cell)]),
  ];
  const sorted = sortValue(column, value);
  const attributes = [
    ...(isHeader ? [' scope="row"'] : []),
    ...(classes.length > 0 ? [` class="${classes.join(' ')}"`] : []),
    ...(sorted === undefined || String(sorted) === text ? [] : [` data-v="${sorted}"`]),
  ].join('');
  const name = isHeader ? 'th' : 'td';
  return `<${name}${attributes}>${linked(column, cell, escaped(text.slice(indent)), rendering)}</${name}>`;
}

/** Chinese could be broken down to a character a line: a short text is not broken, a long one keeps some width. */
function extent(text: string): string[] {
  if (text.includes('\n') || text === '') return [];
  const width = displayWidth(text);
  return width <= SHORT ? ['s'] : width > LONG ? ['l'] : [];
}

/** To the runs behind a figure, to the proof of a ticket. */
function linked(column: Column, cell: Cell | undefined, inner: string, rendering: Rendering): string {
  const value = plain(cell);
  const selection = selectionOf(cell);
  if (selection !== undefined && value !== 0 && inner !== '') {
    const place = rendering.runsOf(selection);
    if (place !== undefined) return `<a class="drill" href="${escaped(place)}">${inner}</a>`;
  }
  if (column.key === 'ticket' && column.kind === 'id' && typeof value === 'string') {
    const place = rendering.proofOf(value);
    if (place !== undefined) return `<a href="${escaped(place)}">${inner}</a>`;
  }
  return inner;
}

function selectionOf(cell: Cell | undefined): Selection | undefined {
  return typeof cell === 'object' && cell !== null ? cell.selects : undefined;
}
