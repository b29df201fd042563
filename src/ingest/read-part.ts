import type { Records } from '../domain/policy.ts';
import type { Part } from './bytes/unpack.ts';
import { readCsv } from './csv/read-csv.ts';
import { readHtml } from './html/read-html.ts';
import { readJson } from './json/read-json.ts';
import type { Wanted } from './rows/named-columns.ts';
import type { RowSink } from './rows/row-sink.ts';
import { openText } from './text-format.ts';
import { readXes } from './xes/read-xes.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { otherMarkup } from './xml/other-markup.ts';

/** What is asked of a part, whatever its format. */
export interface PartOptions {
  readonly wanted: Wanted;
  readonly file: Records['file'];
  /** JSON: path of the rows; empty: the file itself, or found. */
  readonly rows: Records['rows'];
}

/**
 * Reads the rows of a part into sinks: one for the part, or one for each sheet of a workbook that is read. `open` begins
 * a file under the name by which places call it. Throws `Unusable` after which nothing more of the part can be read.
 */
export async function readPart(part: Part, options: PartOptions, open: (name: string) => RowSink): Promise<void> {
  const file = part.name;
  const { wanted, rows } = options;
  if (part.kind === 'workbook') {
    await readWorkbook(part, { wanted, options: options.file }, open);
    return;
  }
  const sink = open(file);
  const { format, bytes } = await openText(part, {
    encoding: options.file.encoding,
    isStatable: true,
    wanted,
    tell: ({ place, ...remark }) => sink.remark(remark, place?.line),
    settled: (encoding) => sink.written?.({ encoding }),
    ended: (breaks) => sink.ended?.(breaks),
  });
  if (format === 'json') await readJson(bytes.chunks, { file, wanted, rows }, sink);
  else if (format === 'xes') await readXes(bytes.chunks, { file, wanted }, sink);
  else if (format === 'html') await readHtml(bytes.chunks, { file, wanted, options: options.file }, sink);
  else if (format === 'csv') await readCsv(bytes, { file, wanted, options: options.file }, sink);
  else throw otherMarkup(file, format);
}
