import { Buffer } from 'node:buffer';
import { say } from '../../diagnostics/say.ts';
import { type Peeked, peek } from '../bytes/peek.ts';
import { namesOf, type Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { valueCutter } from './cut-values.ts';
import { type FoundRows, findRows, noRows, otherLists } from './find-rows.ts';
import { flatRows } from './flat-rows.ts';
import { loneHalves } from './lone-halves.ts';
import { namedRows } from './named-rows.ts';
import { outerLevels } from './outer-levels.ts';
import { type Sample, sampleDocuments } from './sample-documents.ts';

interface JsonOptions {
  /** The path as the user gave it. */
  readonly file: string;
  readonly wanted: Wanted;
  /** Where the rows lie, when they are not the file itself. */
  readonly rows: readonly string[];
}

/** How much of the beginning of a file is looked through for its rows, where less does not tell. */
const SAMPLES = [64 * 1024, 1024 * 1024, 16 * 1024 * 1024] as const;

/**
 * Reads a JSON file, of any size, row by row: a list, one object after the other (each on a line or not), or pages with
 * their rows at `rows`; where that does not say and the objects lack the columns, in the only list that has them.
 *
 * Chunks end where a character ends. Throws `Unusable` where the file is not JSON, where there is nothing at `rows`, and
 * for columns that no row has.
 */
export async function readJson(chunks: AsyncIterable<Uint8Array>, options: JsonOptions, sink: RowSink): Promise<void> {
  const { file, wanted, rows: said } = options;
  const { sample, found, bytes } = await look(chunks, options);
  const { path } = found;
  if (found.isFound) sink.remark(rowsFound(path, said));

  const halves = loneHalves(sink);
  const { mend } = halves;
  const doubt = found.isFound ? undefined : otherLists(sample.documents);
  const rows =
    wanted === 'all' ? flatRows({ file, mend }, sink) : namedRows({ file, columns: wanted, mend, doubt }, sink);
  const columns = wanted === 'all' ? [] : wanted.flatMap(namesOf);
  const levels = outerLevels({ file, path, columns, notice: halves.notice }, rows.take);
  const cutter = valueCutter(file, path, { ...levels.taker, takePlain: rows.takePlain });
  for await (const chunk of bytes) {
    try {
      cutter.push(chunk);
    } finally {
      rows.handOver?.();
    }
  }
  const documents = cutter.finish();
  if (!levels.isReached()) throw noRows(file, path, sample.documents);
  halves.finish();
  rows.finish();
  sink.written?.({ format: documents > 1 ? 'ndjson' : 'json' });
}

async function look(
  chunks: AsyncIterable<Uint8Array>,
  { file, wanted, rows }: JsonOptions,
): Promise<{ sample: Sample; found: FoundRows; bytes: AsyncIterable<Uint8Array> }> {
  let peeked: Peeked = { head: new Uint8Array(0), isWhole: false, chunks };
  let sample: Sample = { documents: [], isCut: false };
  let found: FoundRows | undefined;
  for (const size of SAMPLES) {
    peeked = await peek(peeked.chunks, size);
    sample = sampleDocuments(Buffer.from(peeked.head).toString('utf8'));
    found = findRows(sample, { file, wanted, said: rows });
    if (found !== undefined || peeked.isWhole) break;
  }
  return { sample, found: found ?? { path: rows, isFound: false }, bytes: peeked.chunks };
}

function rowsFound(path: readonly string[], said: readonly string[]) {
  const asked = said.join('.');
  const found = path.join('.');
  const isWhole = path.length === 0;
  const message =
    asked === ''
      ? isWhole
        ? say`the file itself has the columns`
        : say`the rows were found at "${found}"`
      : isWhole
        ? say`the file itself has the columns: there is nothing at "${asked}"`
        : say`the rows were found at "${found}": there is nothing at "${asked}"`;
  const hint = isWhole ? say`Leave out records.rows.` : say`To say so: records.rows: ${found}.`;
  return { code: 'rows-found', message, hint } as const;
}
