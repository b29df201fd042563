import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { TextRow, TextTable } from '../domain/text-table.ts';

/** A file of rows that the personnel office keeps: its columns may have English or Chinese names, in any order. */
export interface TableKind<Column extends string> {
  /** As complaints call it: `the roster`. */
  readonly called: string;
  /** What each column may be called; the first is the name that we tell. Others are passed over. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** Of each of these lists one column must be there. */
  readonly needed: readonly (readonly Column[])[];
  /** What a row is that cannot be used. */
  readonly fault: Code;
  /** How a cell comes to fall in two. */
  readonly divided?: string;
}

export type RowPlace = { readonly file: string; readonly line: number };

/** A row by the names of its columns. */
export interface NamedRow<Column extends string> {
  readonly place: RowPlace;
  /** '' where the cell is blank, or the file has no such column. */
  cell(column: Column): string;
}

/** Every name that the header may hold. */
export function namesOf(kind: TableKind<string>): readonly string[] {
  return Object.values(kind.columns).flat();
}

/** The usable rows; faults are put down. `undefined`: a column is missing, so that no row means anything. */
export function namedRows<Column extends string>(
  table: TextTable,
  kind: TableKind<Column>,
  faults: Diagnostic<Code>[],
): NamedRow<Column>[] | undefined {
  const positions = locate(table.header, kind.columns);
  const missing = kind.needed.filter((either) => either.every((column) => positions[column] === undefined));
  if (missing.length > 0) {
    for (const either of missing) faults.push(missingColumn(table, kind, either));
    return undefined;
  }
  return table.rows.flatMap((row) => {
    const place = { file: table.file, line: row.line };
    if (row.cells.length > table.header.length) {
      faults.push(tooWide(row, table, kind, place));
      return [];
    }
    return [{ place, cell: (column: Column) => row.cells[positions[column] ?? -1] ?? '' }];
  });
}

function locate<Column extends string>(
  header: readonly string[],
  columns: TableKind<Column>['columns'],
): Partial<Record<Column, number>> {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const positions: Partial<Record<Column, number>> = {};
  for (const [column, known] of Object.entries(columns) as [Column, readonly string[]][]) {
    const position = names.findIndex((name) => known.includes(name));
    if (position >= 0) positions[column] = position;
  }
  return positions;
}

function missingColumn<Column extends string>(
  { file, header, headerLine }: TextTable,
  kind: TableKind<Column>,
  either: readonly Column[],
): Diagnostic<Code> {
  const list = header.length > 0 ? `The file has: ${header.map((name) => `"${name}"`).join(', ')}.` : 'It has none.';
  const [first = '', ...others] = either.flatMap((column) => kind.columns[column]);
  const { called } = kind;
  return {
    code: 'missing-column',
    place: { file, line: headerLine },
    message: `${called} lacks the column "${first}"${others.length === 0 ? '' : ` (or ${others.map((name) => `"${name}"`).join(', ')})`}`,
    hint: `${list} ${called.replace(/^the /, 'A ').replace(/^./, (letter) => letter.toUpperCase())} may have: ${namesOf(kind).join(', ')}.`,
  };
}

function tooWide(
  { cells }: TextRow,
  { header }: TextTable,
  { fault, divided = '' }: TableKind<string>,
  place: RowPlace,
): Diagnostic<Code> {
  return {
    code: fault,
    place,
    message: `the row has ${cells.length} cells, the header ${header.length}`,
    hint: `A delimiter inside a cell needs quotes around the cell${divided}.`,
  };
}
