import type { Block, Page } from '../../page.ts';
import { isCaption, type Table } from '../../table.ts';
import { escaped } from './escape.ts';
import { fold, foldTitle } from './fold.ts';
import { withTickets } from './link-tickets.ts';
import type { Rendering } from './rendering.ts';
import { renderTable } from './table.ts';

/** A longer table is more than a page of paper. */
const LONG = 40;

export interface Layout {
  /** Of titles. */
  readonly level: number;
  /** What stands above it all. */
  readonly name: string;
  /** Details and long tables are closed until somebody opens them. */
  readonly isFolding?: boolean;
}

/** The blocks of a page from top to bottom. */
export function renderBlocks(page: Page, { level, name, isFolding = false }: Layout, rendering: Rendering): string {
  const pieces: string[] = [];
  let above = name;
  let under = level;
  for (const part of partsOf(page)) {
    const { head } = part;
    if (head?.kind === 'title') under = level + 1;
    const own = head?.kind === 'title' ? level : under;
    above = head?.text ?? above;
    const isFolded = isFolding && head?.kind === 'heading' && head.isDetail === true;
    const look = { above, isFoldingTables: isFolding && !isFolded };
    const body = part.blocks
      .map((block, index) =>
        renderBlock(block, { ...look, before: part.blocks[index - 1], after: part.blocks[index + 1] }, rendering),
      )
      .join('');
    if (isFolded) pieces.push(fold({ look: 'part', summary: foldTitle(above, own), body }));
    else pieces.push(head === undefined ? body : `${foldTitle(above, own)}\n${body}`);
  }
  return pieces.join('');
}

type Head = Extract<Block, { kind: 'title' | 'heading' }>;
type Plain = Exclude<Block, Head>;

function isHead(block: Block): block is Head {
  return block.kind === 'title' || block.kind === 'heading';
}

/** Each heading with what stands under it; first what stands under none. */
function partsOf(page: Page): readonly { readonly head?: Head; readonly blocks: readonly Plain[] }[] {
  const parts: { head?: Head; blocks: Plain[] }[] = [];
  for (const block of page) {
    if (isHead(block)) parts.push({ head: block, blocks: [] });
    else if (parts.length === 0) parts.push({ blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

interface Place {
  readonly above: string;
  readonly isFoldingTables: boolean;
  readonly before: Plain | undefined;
  readonly after: Plain | undefined;
}

function renderBlock(block: Plain, { above, isFoldingTables, before, after }: Place, rendering: Rendering): string {
  switch (block.kind) {
    case 'text':
      return `<p>${withTickets(block.text, rendering)}</p>\n`;
    case 'item': {
      const mark = block.mark === '' ? '' : `<span class="mark">${escaped(block.mark)}</span> `;
      const classes = [`in${Math.min(block.level, 3)}`, ...(block.tone === undefined ? [] : [block.tone])];
      const line = `<li class="${classes.join(' ')}">${mark}${withTickets(block.text, rendering)}${toRuns(block, rendering)}</li>\n`;
      return `${before?.kind === 'item' ? '' : '<ul class="items">\n'}${line}${after?.kind === 'item' ? '' : '</ul>\n'}`;
    }
    case 'table': {
      const table = renderTable(block.table, { caption: above }, rendering);
      return isFoldingTables && block.table.rows.length > LONG ? longTable(block.table, table, rendering) : table;
    }
    case 'chart':
      return rendering.draw(block.chart, rendering.freshId());
  }
}

/** On paper, too, it says how long it is. */
function longTable({ rows }: Table, body: string, { options }: Rendering): string {
  const { folding } = options.words.page;
  const all = rows.filter((row) => !isCaption(row)).length;
  const summary = `<span class="screen">${escaped(folding.longTable(all))}</span><span class="paper">${escaped(folding.longTableOnPaper(all))}</span>`;
  return fold({ look: 'part long', summary, body });
}

function toRuns({ selects }: Extract<Block, { kind: 'item' }>, { options, runsOf }: Rendering): string {
  const place = selects === undefined ? undefined : runsOf(selects);
  if (place === undefined) return '';
  return ` <a class="drill" href="${escaped(place)}">${escaped(options.words.page.runs.show)}</a>`;
}
