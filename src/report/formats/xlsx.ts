import type { Format } from './format.ts';

/**
 * A workbook for Excel and its like: typed cells, a sheet for each view, and on the first one figures that are formulas over
 * the others. What makes it is loaded only when one is asked for.
 */
export const xlsx: Format = {
  reader: 'machine',
  ending: 'xlsx',
  book: async function* (book, options) {
    const { writeBook } = await import('./xlsx/book.ts');
    yield* writeBook(book, options);
  },
  records: async function* (columns, rows, options) {
    const { writeVerdictSheet } = await import('./xlsx/verdict-sheet.ts');
    yield* writeVerdictSheet(columns, rows, options);
  },
};
