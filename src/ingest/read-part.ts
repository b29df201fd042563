import type { Records } from '../domain/policy.ts';
import { decode } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import { type Part, requireText } from './bytes/unpack.ts';
import { readCsv } from './csv/read-csv.ts';
import { readJson } from './json/read-json.ts';
import type { Wanted } from './rows/named-columns.ts';
import type { RowSink } from './rows/row-sink.ts';

/** What is asked of a part, whatever its format. */
export interface PartOptions {
  readonly wanted: Wanted;
  readonly file: Records['file'];
  /** JSON: path of the rows; `undefined`: found. */
  readonly rows: Records['rows'];
}

/** Enough to see a text's format and its header. */
const HEAD = 65_536;

/**
 * Reads the rows of a part into sinks: one for the part, or one for each sheet of a workbook that is read. `open` begins
 * a file under the name by which places call it. Throws `Unusable` after which nothing more of the part can be read.
 */
export async function readPart(part: Part, options: PartOptions, open: (name: string) => RowSink): Promise<void> {
  const file = part.name;
  const sink = open(file);
  const { wanted, rows } = options;
  const text = decode(requireText(part), {
    encoding: options.file.encoding,
    isStatable: true,
    wanted,
    tell: ({ place, ...remark }) => sink.remark(remark, place?.line),
    settled: (encoding) => sink.written?.({ encoding }),
  });
  const bytes = await peek(text, HEAD);
  const first = bytes.head.find((byte) => byte > 0x20);
  if (first === 0x5b || first === 0x7b) await readJson(bytes.chunks, { file, wanted, rows }, sink);
  else await readCsv(bytes, { file, wanted, options: options.file }, sink);
}
