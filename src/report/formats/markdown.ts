import { visible } from '../../locale/visible.ts';
import type { Block, Page, Reader } from '../page.ts';
import { type Column, isCaption, plain, type Row, type Table, toneOf, type Value } from '../table.ts';
import { alignmentOf, cellText } from './cell-text.ts';
import type { TextFormat } from './format.ts';

/** GitHub-flavoured Markdown, for chats, wikis and merge requests. Whatever the export says stays text. */
export const markdown: TextFormat = {
  reader: 'person',
  ending: 'md',
  page: (page, options) => renderPage(page, options),
  records: writeTable,
};

function renderPage(page: Page, reader: Reader): string {
  return page.map((block) => renderBlock(block, reader)).join('\n');
}

function renderBlock(block: Block, reader: Reader): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}\n`;
    case 'heading':
      return `## ${escaped(block.text)}\n`;
    case 'text':
      return `${escaped(block.text)}\n`;
    case 'item':
      return `${'  '.repeat(block.level)}- ${escaped(`${block.mark} ${block.text}`)}\n`;
    case 'table':
      return renderTable(block.table, reader);
    // Its numbers stand in the table beside it.
    case 'chart':
      return `*${escaped(block.chart.summary)}*\n`;
  }
}

function renderTable({ columns, rows }: Table, reader: Reader): string {
  return head(columns) + rows.map((row) => renderRow(columns, row, reader)).join('');
}

/** A text over the whole width has no cell of that width here: it stands bold in the first one. */
function renderRow(columns: readonly Column[], row: Row, reader: Reader): string {
  if (isCaption(row)) {
    const text = row.kind === 'caption' ? `**${escaped(row.text)}**` : `*${escaped(row.text)}*`;
    const last = columns.at(-1);
    const end = last === undefined ? '' : escaped(cellText(last, plain(row.end), reader));
    return line([text, ...columns.slice(2).map(() => ''), ...(columns.length > 1 ? [end] : [])]);
  }
  return line(
    columns.map((column, index) => {
      const text = escaped(cellText(column, plain(row[index]), reader));
      return toneOf(row[index]) === 'bad' && text !== '' ? `**${text}**` : text;
    }),
  );
}

function* writeTable(columns: readonly Column[], rows: Iterable<readonly Value[]>, reader: Reader): Iterable<string> {
  yield head(columns);
  for (const row of rows) yield renderRow(columns, row, reader);
}

function head(columns: readonly Column[]): string {
  const rules = columns.map((column) => (alignmentOf(column) === 'right' ? '---:' : '---'));
  return line(columns.map(({ title }) => escaped(title))) + line(rules);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Signs that would begin a link, a picture, code, emphasis, an element or another cell. */
const SIGNS = /[\\`*_[\]<>|~#&]/g;

const ELEMENTS: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Text that is shown as it is. A line break stays one; a row of a table has only that way to hold it. */
function escaped(text: string): string {
  return (
    visible(text)
      .replaceAll(SIGNS, (sign) => ELEMENTS[sign] ?? `\\${sign}`)
      // Would become a link by itself.
      .replaceAll(/:(?=\/\/)|@|(?<=\bwww)\./gi, '\\$&')
      // Would begin a list.
      .replace(
        /^(\s*)([-+]|\d+(?=[.)](?:\s|$)))/,
        (_, blanks, mark) => blanks + (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`),
      )
      .replaceAll('\n', '<br>')
  );
}
