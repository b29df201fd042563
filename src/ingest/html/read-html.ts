import type { FileOptions } from '../../domain/policy.ts';
import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { type TakeRecord, tableRows } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';
import { tableCutter } from './table-cutter.ts';

interface HtmlOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
  readonly options: FileOptions;
}

/**
 * Reads the table of a web page, which is what many systems write when they export an ".xls": one row of it a row, cells
 * that span several as a text and blanks. The line is where the row begins. Throws `Unusable` where there is no table.
 */
export async function readHtml(
  chunks: AsyncIterable<Uint8Array>,
  { file, wanted, options }: HtmlOptions,
  sink: RowSink,
): Promise<void> {
  sink.written?.({ format: 'html' });
  const rows = tableRows({ file, wanted, isRagged: true, ...(options.header && { header: options.header }) }, sink);
  const rowCount = await cutHtml(chunks, file, rows.take);
  if (rowCount === 0) {
    throw new Unusable({
      code: 'not-an-export',
      place: { file },
      message: 'the file is a web page without a table',
      hint: 'Perhaps it is the page that asks to log in. Export it again, as CSV or as a workbook.',
    });
  }
  rows.finish();
}

/** Cuts the tables of a page into rows, the header among them, and gives their number. */
export async function cutHtml(chunks: AsyncIterable<Uint8Array>, file: string, take: TakeRecord): Promise<number> {
  const { default: sax } = await import('sax');
  // Not strict: tags of pages need not match, and `<br>` has no end.
  const parser = sax.parser(false, { lowercase: true });
  let count = 0;
  const cutter = tableCutter(file, (cells, line) => {
    count++;
    take(cells, line);
  });
  parser.onopentag = ({ name, attributes }) => cutter.open(name, attributes, parser.line + 1);
  parser.onclosetag = (name) => cutter.close(name);
  parser.ontext = (text) => cutter.text(text);
  parser.oncdata = (text) => cutter.text(text);
  // What a browser would put up with.
  parser.onerror = () => {
    parser.resume();
  };
  const decoder = new TextDecoder();
  for await (const bytes of chunks) parser.write(decoder.decode(bytes, { stream: true }));
  parser.close();
  cutter.finish();
  return count;
}
