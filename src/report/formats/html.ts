import type { Column, Value } from '../table.ts';
import type { Book, Format, RenderOptions } from './format.ts';

/** One file for the browser, the printer and the mail: nothing in it comes from the network, nothing of the export is run. */
export const html: Format = {
  reader: 'person',
  ending: 'html',
  mostRecords: 5000,
  book: writeBook,
  records: writeRecords,
};

async function* writeBook(book: Book, options: RenderOptions): AsyncIterable<string> {
  const { writeDocument } = await import('./html/write-document.ts');
  yield* writeDocument(book, options);
}

/** Verdict records: one table that can be sorted and filtered. */
async function* writeRecords(
  columns: readonly Column[],
  rows: Iterable<readonly Value[]>,
  options: RenderOptions,
): AsyncIterable<string> {
  const { columnTitle } = await import('../columns/columns.ts');
  const titled = columns.map((column) => ({ ...column, title: columnTitle('verdicts', column.key, options.words) }));
  const records = { columns: titled, rows: [...rows] };
  const { records: title } = options.words.page;
  const chapter = {
    name: '',
    title,
    isMain: true,
    page: [{ kind: 'table', table: records }] as const,
    records: () => records,
  };
  yield* writeBook({ title, chapters: [chapter] }, options);
}
