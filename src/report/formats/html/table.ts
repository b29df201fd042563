import { isCaption, type Row, type Table } from '../../table.ts';
import { alignmentOf } from '../cell-text.ts';
import { renderCell } from './cell.ts';
import { escaped } from './escape.ts';
import { withTickets } from './link-tickets.ts';
import type { Rendering } from './rendering.ts';

export interface TableLook {
  /** What it is called for those who hear the page; '' where nothing stands above it. */
  readonly caption: string;
  /** Attributes of the table's own, ready for HTML, beginning with a blank. */
  readonly attributes?: string;
  /** The same of a row, by its index. */
  readonly rowAttributes?: (index: number) => string;
}

/**
 * A table that scrolls by itself where the window is narrow. Rows under one that runs over the whole width are a body of their
 * own, so that sorting leaves them together.
 */
export function renderTable(table: Table, look: TableLook, rendering: Rendering): string {
  const { columns } = table;
  const head = columns.map((column) => {
    const side = alignmentOf(column) === 'right' ? ' class="r"' : '';
    return `<th scope="col"${side}>${escaped(column.title)}</th>`;
  });
  const label = escaped(look.caption || rendering.options.words.page.table);
  return [
    `<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table${look.attributes ?? ''}>`,
    look.caption === '' ? '' : `<caption class="unseen">${label}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>\n`,
    ...bodies(table.rows).map((body) => renderBody(body, table, look, rendering)),
    '</table></div>\n',
  ].join('');
}

interface Body {
  readonly rows: { readonly row: Row; readonly index: number }[];
}

function bodies(rows: readonly Row[]): Body[] {
  const found: Body[] = [];
  for (const [index, row] of rows.entries()) {
    const begins = isCaption(row) && row.kind === 'caption';
    const last = found.at(-1);
    if (last === undefined || begins) found.push({ rows: [{ row, index }] });
    else last.rows.push({ row, index });
  }
  return found;
}

function renderBody({ rows }: Body, table: Table, look: TableLook, rendering: Rendering): string {
  const lines = rows.map(({ row, index }) => renderRow(row, table, look.rowAttributes?.(index) ?? '', rendering));
  return `<tbody>${lines.join('')}</tbody>\n`;
}

function renderRow(row: Row, { columns }: Table, attributes: string, rendering: Rendering): string {
  if (isCaption(row)) return renderCaption(row, columns, rendering);
  const [first] = columns;
  const hasHeader = first !== undefined && (first.kind === 'text' || first.kind === 'id') && first.align !== 'right';
  const cells = columns.map((column, index) => renderCell(column, row[index], hasHeader && index === 0, rendering));
  return `<tr${attributes}>${cells.join('')}</tr>\n`;
}

/** A note that is indented is about the row before it and goes where that goes; any other ends what it stands under. */
function renderCaption(row: Extract<Row, { kind: string }>, columns: Table['columns'], rendering: Rendering): string {
  const last = columns.at(-1);
  const end = row.end === undefined || last === undefined ? '' : renderCell(last, row.end, false, rendering);
  const width = columns.length - (end === '' ? 0 : 1);
  const text = withTickets(row.text.trimStart(), rendering);
  if (row.kind === 'caption') {
    return `<tr class="group"><th scope="rowgroup" colspan="${width}">${text}</th>${end}</tr>\n`;
  }
  const depth = (/^ */.exec(row.text)?.[0].length ?? 0) / 2;
  const kind = depth > 0 ? `note with in${Math.min(Math.ceil(depth), 3)}` : 'note';
  return `<tr class="${kind}"><td colspan="${width}">${text}</td>${end}</tr>\n`;
}
