import type { Block, Page } from '../../page.ts';
import { escaped } from './escape.ts';
import { withTickets } from './link-tickets.ts';
import type { Rendering } from './rendering.ts';
import { renderTable } from './table.ts';

/**
 * The blocks of a page from top to bottom; titles in it are headings of the given level.
 *
 * @param name what stands above it
 */
export function renderBlocks(page: Page, level: number, name: string, rendering: Rendering): string {
  const pieces: string[] = [];
  let above = name;
  let under = level;
  for (const [index, block] of page.entries()) {
    if (block.kind === 'title' || block.kind === 'heading') {
      if (block.kind === 'title') under = level + 1;
      const own = block.kind === 'title' ? level : under;
      above = block.text;
      pieces.push(`<h${own}>${escaped(block.text)}</h${own}>\n`);
    } else pieces.push(renderBlock(block, above, isItem(page[index - 1]), isItem(page[index + 1]), rendering));
  }
  return pieces.join('');
}

function isItem(block: Block | undefined): boolean {
  return block?.kind === 'item';
}

function renderBlock(
  block: Exclude<Block, { kind: 'title' | 'heading' }>,
  above: string,
  goesOn: boolean,
  willGoOn: boolean,
  rendering: Rendering,
): string {
  switch (block.kind) {
    case 'text':
      return `<p>${withTickets(block.text, rendering)}</p>\n`;
    case 'item': {
      const mark = block.mark === '' ? '' : `<span class="mark">${escaped(block.mark)}</span> `;
      const classes = [`in${Math.min(block.level, 3)}`, ...(block.tone === undefined ? [] : [block.tone])];
      const line = `<li class="${classes.join(' ')}">${mark}${withTickets(block.text, rendering)}${toRuns(block, rendering)}</li>\n`;
      return `${goesOn ? '' : '<ul class="items">\n'}${line}${willGoOn ? '' : '</ul>\n'}`;
    }
    case 'table':
      return renderTable(block.table, { caption: above }, rendering);
    case 'chart':
      return rendering.draw(block.chart, rendering.freshId());
    default:
      return '';
  }
}

function toRuns({ selects }: Extract<Block, { kind: 'item' }>, { options, runsOf }: Rendering): string {
  const place = selects === undefined ? undefined : runsOf(selects);
  if (place === undefined) return '';
  return ` <a class="drill" href="${escaped(place)}">${escaped(options.words.page.runs.show)}</a>`;
}
