import type { Source } from '../domain/source.ts';
import { unpack } from './bytes/unpack.ts';
import { type PartOptions, readPart } from './read-part.ts';
import type { RowSink } from './rows/row-sink.ts';
import type { Tell } from './tell.ts';
import { Unusable } from './unusable.ts';

/** Takes the tables of all sources: of a part one, or one for each sheet of a workbook. */
interface TableTaker<Table extends { readonly sink: RowSink }> {
  /** A table begins, under the name by which places call it. */
  open(name: string): Table;
  /** A part has been read, and these are its tables. */
  done(tables: readonly Table[]): void;
  /** A part cannot be read to its end, of which these tables were opened; none where it is the source that cannot be unpacked. */
  reject(fault: Unusable, tables: readonly Table[], source: Source): void;
}

/**
 * Reads the rows of all sources, in the order of their names, however they are given. The first part of a source that cannot be
 * read is the last of it that is looked at. An error of a source's own (a file that cannot be opened) rejects the promise.
 */
export async function readParts<Table extends { readonly sink: RowSink }>(
  sources: readonly Source[],
  options: PartOptions,
  { open, done, reject }: TableTaker<Table>,
  tell: Tell,
): Promise<void> {
  for (const source of sources.toSorted(byName)) {
    let tables: Table[] = [];
    const begin = (name: string): RowSink => {
      const table = open(name);
      tables.push(table);
      return table.sink;
    };
    try {
      for await (const part of unpack(source, tell)) {
        await readPart(part, options, begin);
        done(tables);
        tables = [];
      }
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      reject(error, tables, source);
    }
  }
}

/** By code units: the same order on every machine. */
function byName(a: Source, b: Source): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
