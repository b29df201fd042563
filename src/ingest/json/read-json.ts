import { lackingColumns, missingColumns, type Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { type CellFinder, cellFinder, columnsOf } from './cell-at.ts';
import { parseJson } from './parse-json.ts';
import { rowLines } from './row-lines.ts';
import { isObject, type Level, rowsAt } from './rows-at.ts';

interface JsonOptions {
  /** The path as the user gave it. */
  readonly file: string;
  readonly wanted: Wanted;
  /** Where the rows lie, when they are not the file itself. */
  readonly rows: readonly string[];
}

/** The longest string V8 can hold. */
const LONGEST_TEXT = 536_870_888;

/**
 * Reads a JSON file: one document with its rows, or one document a line (NDJSON) when the first line is an object by
 * itself. Throws `Unusable` where it is not JSON, where there is nothing at `rows`, and for columns that no row has.
 */
export async function readJson(chunks: AsyncIterable<Uint8Array>, options: JsonOptions, sink: RowSink): Promise<void> {
  const rows = rowTaker(options, sink);
  let text = '';
  let line = 1;
  let isByLine: boolean | undefined;
  for await (const piece of texts(chunks)) {
    text += piece;
    if (text.length > LONGEST_TEXT - piece.length) throw tooLong(options.file);
    if (isByLine === undefined && piece.includes('\n')) isByLine = beginsWithObjectLine(text);
    if (isByLine === true) {
      const end = text.lastIndexOf('\n') + 1;
      line = takeLines(text.slice(0, end), line);
      text = text.slice(end);
    }
  }
  if (isByLine === true) takeLines(text, line);
  else rows.take(parseJson(text, options.file, 1), () => rowLines(text, options.rows));
  rows.finish();

  function takeLines(lines: string, firstLine: number): number {
    let at = firstLine;
    const split = lines.split('\n');
    for (const document of split) {
      const here = at++;
      if (document.trim() !== '') rows.take(parseJson(document, options.file, here), () => here);
    }
    return firstLine + split.length - 1;
  }
}

async function* texts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
}

/** `undefined` while the first line with content has not come to its end. */
function beginsWithObjectLine(text: string): boolean | undefined {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  if (start < 0 || end < 0) return undefined;
  try {
    return isObject(JSON.parse(text.slice(start, end)));
  } catch {
    return false;
  }
}

function rowTaker({ file, wanted, rows: path }: JsonOptions, sink: RowSink) {
  const columns = wanted === 'all' ? [] : wanted;
  const finders = columns.map(({ name, alternatives = [] }) => [name, ...alternatives].map(cellFinder));
  const seen = new Set<string>();
  const cells: (string | undefined)[] = [];
  let first: Level | undefined;
  let documents = 0;
  let lastDocument: unknown;

  return {
    /** `lines`: the line of each row, or the line of all. */
    take(document: unknown, lines: () => Int32Array | number): void {
      documents++;
      lastDocument = document;
      const found = lines();
      let count = 0;
      for (const row of rowsAt(document, path)) {
        first ??= row;
        for (const [slot, find] of finders.entries()) {
          cells[slot] = firstFound(find, row);
          if (cells[slot] !== undefined) seen.add(columns[slot]?.name ?? '');
        }
        sink.take(cells, typeof found === 'number' ? found : (found[count] ?? 1));
        count++;
      }
    },
    /** A column that some rows have is an empty cell in the others; one that none has is not in the file. */
    finish(): void {
      if (first === undefined) {
        const isEmpty = documents === 0 || path.length === 0 || hasEmptyRows(lastDocument, path);
        if (!isEmpty) throw noRows(file, path, lastDocument);
        return;
      }
      const unseen = columns.filter(({ name }) => !seen.has(name));
      const present = [...seen, ...columnsOf(first.value).filter((name) => !seen.has(name))];
      const missing = missingColumns(unseen, present, { file });
      if (missing.length > 0) throw new Unusable(...missing);
      const read = columns
        .filter(({ name }) => seen.has(name))
        .flatMap(({ name, alternatives = [] }) => [name, ...alternatives]);
      const isRead = (column: string) => read.some((name) => name === column || name.startsWith(`${column}.`));
      const lacking = lackingColumns(
        unseen,
        columnsOf(first.value).filter((column) => !isRead(column)),
      );
      if (lacking !== undefined) sink.remark(lacking);
    },
  };
}

function firstFound(finders: readonly CellFinder[], row: Level): string | undefined {
  for (const find of finders) {
    const cell = find(row);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** Is the path there, with nothing at its end? */
function hasEmptyRows(document: unknown, path: readonly string[]): boolean {
  let values: readonly unknown[] = [document];
  for (const key of path) {
    values = values.flat(Number.POSITIVE_INFINITY);
    if (values.length === 0) return true;
    values = values
      .filter(isObject)
      .filter((value) => Object.hasOwn(value, key))
      .map((value) => value[key]);
    if (values.length === 0) return false;
  }
  return true;
}

function noRows(file: string, path: readonly string[], document: unknown): Unusable {
  return new Unusable({
    code: 'missing-column',
    place: { file },
    message: `there are no rows at "${path.join('.')}", where the policy's records.rows looks for them`,
    hint: `The file has: ${columnsOf(document).join(', ') || 'a list'}.`,
  });
}

function tooLong(file: string): Unusable {
  return new Unusable({
    code: 'bad-json',
    place: { file },
    message: 'the JSON document is longer than 512 MB',
    hint: 'Write it as one object a line (NDJSON), or in several files.',
  });
}
