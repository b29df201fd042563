import type { Records } from '../domain/policy.ts';
import { decode } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import type { Part } from './bytes/unpack.ts';
import { readCsv } from './csv/read-csv.ts';
import { readHtml } from './html/read-html.ts';
import { looksLikeJson } from './json/looks-like-json.ts';
import { readJson } from './json/read-json.ts';
import type { Wanted } from './rows/named-columns.ts';
import type { RowSink } from './rows/row-sink.ts';
import { readXes } from './xes/read-xes.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { kindOfMarkup } from './xml/kind-of-markup.ts';
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
  const text = decode(part, {
    encoding: options.file.encoding,
    isStatable: true,
    wanted,
    tell: ({ place, ...remark }) => sink.remark(remark, place?.line),
    settled: (encoding) => sink.written?.({ encoding }),
  });
  const bytes = await peek(text);
  const first = bytes.head.find((byte) => byte > 0x20);
  const markup = first === 0x3c ? kindOfMarkup(new TextDecoder().decode(bytes.head)) : undefined;
  if (looksLikeJson(bytes.head)) await readJson(bytes.chunks, { file, wanted, rows }, sink);
  else if (markup === 'xes') await readXes(bytes.chunks, { file, wanted }, sink);
  else if (markup === 'html') await readHtml(bytes.chunks, { file, wanted, options: options.file }, sink);
  else if (markup !== undefined) throw otherMarkup(file, markup);
  else await readCsv(bytes, { file, wanted, options: options.file }, sink);
}
