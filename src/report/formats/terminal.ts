import { Chalk, type ChalkInstance } from 'chalk';
import { displayWidth } from '../../locale/width.ts';
import type { Block, Page } from '../page.ts';
import type { RenderOptions, TextFormat } from './format.ts';
import { renderChart } from './terminal-chart.ts';
import { renderTable } from './terminal-table.ts';
import { wrap } from './wrap.ts';

/** Tables for people: plain characters, aligned also with Chinese in them, colour only where it is asked for. */
export const terminal: TextFormat = {
  reader: 'person',
  ending: 'txt',
  page: renderPage,
  records: (columns, rows, options) => [renderTable({ columns, rows: [...rows] }, options)],
};

export function renderPage(page: Page, options: RenderOptions): string {
  const colours = new Chalk({ level: options.colour ? 1 : 0 });
  return page.map((block, index) => separator(page[index - 1], block) + renderBlock(block, options, colours)).join('');
}

/** A blank line before each heading and about each table and chart; but a table stands right under its own heading. */
function separator(before: Block | undefined, block: Block): string {
  if (before === undefined) return '';
  const isPart = (kind: Block['kind']) => kind === 'table' || kind === 'chart';
  const startsAnew = block.kind === 'heading' || block.kind === 'title' || isPart(before.kind);
  return startsAnew || (isPart(block.kind) && before.kind === 'text') ? '\n' : '';
}

function renderBlock(block: Block, options: RenderOptions, colours: ChalkInstance): string {
  if (block.kind === 'table') return renderTable(block.table, options);
  if (block.kind === 'chart') return renderChart(block.chart, options);
  if (block.kind === 'item') return renderItem(block, options.width);
  const lines = wrap(block.text, options.width);
  return lines.map((line) => `${block.kind === 'text' ? line : colours.bold(line)}\n`).join('');
}

/** Under the text of an item, not under its mark, its lines go on. */
const INDENT = '   ';

function renderItem({ mark, text, level }: Extract<Block, { kind: 'item' }>, width: number): string {
  const outer = INDENT.repeat(level);
  // A full-width mark brings its own distance.
  const lead = displayWidth(mark.slice(-1)) > 1 ? mark : `${mark} `;
  const inner = outer + ' '.repeat(displayWidth(lead));
  const lines = wrap(text, width - displayWidth(inner));
  return lines.map((line, index) => `${index === 0 ? outer + lead : inner}${line}\n`).join('');
}
