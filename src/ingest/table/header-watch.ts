import { missingColumns, type NamedColumn, namesOf, type Wanted } from '../rows/named-columns.ts';
import { Unusable } from '../unusable.ts';
import { type Header, readHeader } from './header.ts';
import { matchColumns } from './match-columns.ts';

/** A header further down that is not that of the table so far. */
export interface NextHeader {
  readonly header: Header;
  /** Of the wanted columns; without a policy, of the columns of the first header. */
  readonly positions: readonly number[];
}

type Rows = readonly (readonly string[])[];

/** Looks out for headers among the rows: of files put one behind the other, of pages printed one below the other. */
export interface HeaderWatch {
  /** A header holds from here on: its rows, where its wanted columns stand, and what stands above it. */
  follow(header: Header, rows: Rows, positions: readonly number[], above: Rows): void;
  /** Whether a row is the header again or a line from above it, or another header; `undefined`: neither. */
  look(cells: readonly string[], line: number): 'same' | NextHeader | undefined;
  /** What `look` looks for, for those who tell without texts of the cells that it would find nothing. */
  readonly signs: HeaderSigns;
}

export interface HeaderSigns {
  /** The next row may be the second of a header of two. */
  readonly isExpected: boolean;
  /** Texts of a first cell that may be a line from above the header. */
  readonly titles: ReadonlyMap<string, unknown>;
  /** A row is no header unless two of these cells (of one, the one) are among the names. */
  readonly suspects: readonly number[];
  readonly names: ReadonlySet<string>;
}

/** Cells by which a row is suspected: looking at all of them would cost too much. */
const SUSPECTS = 3;

/**
 * Another header is followed if it has all columns that are required, whatever their order. Throws `Unusable` for one that
 * has most of them: by the old header the rows below it would be read wrongly, and by its own not at all.
 */
export function headerWatch(file: string, wanted: Wanted): HeaderWatch {
  let columns: readonly NamedColumn[] = wanted === 'all' ? [] : wanted;
  let rows: Rows = [];
  // Titles that each page repeats, by their first cell.
  let titles = new Map<string, readonly string[]>();
  let suspects: readonly number[] = [];
  let names = new Set<string>();
  // The row of a header of two that would have to come next.
  let expected = 0;

  function isSuspect(cells: readonly string[]): boolean {
    let known = 0;
    for (const position of suspects) if (names.has(cells[position]?.trim() ?? '')) known++;
    return known > 0 && known >= Math.min(2, suspects.length);
  }

  function isSame(cells: readonly string[], row: readonly string[] | undefined): boolean {
    if (row === undefined) return false;
    for (let position = 0; position < Math.max(row.length, cells.length); position++) {
      if ((row[position] ?? '') !== (cells[position]?.trim() ?? '')) return false;
    }
    return true;
  }

  return {
    get signs() {
      return { isExpected: expected > 0, titles, suspects, names };
    },
    follow(header, headerRows, positions, above) {
      if (wanted === 'all' && columns.length === 0) {
        columns = header.columns.map(({ name }) => ({ name, isRequired: true }));
      }
      rows = headerRows.map(trimmed);
      titles = new Map(above.map(trimmed).map((cells) => [cells[0] ?? '', cells]));
      titles.delete('');
      expected = 0;
      const required = positions.filter((position, slot) => position >= 0 && columns[slot]?.isRequired === true);
      suspects = [...new Set(required)].slice(0, SUSPECTS);
      names = new Set([...header.positions.keys(), ...(rows[0] ?? []), ...columns.flatMap(namesOf)]);
      names.delete('');
    },
    look(cells, line) {
      if (expected > 0) {
        const isNext = isSame(cells, rows[expected]);
        expected = isNext && expected + 1 < rows.length ? expected + 1 : 0;
        if (isNext) return 'same';
      }
      if (titles.size > 0 && isSame(cells, titles.get(cells[0]?.trim() ?? ''))) return 'same';
      if (!isSuspect(cells)) return undefined;
      if (isSame(cells, rows[0])) {
        expected = rows.length > 1 ? 1 : 0;
        return 'same';
      }
      const header = readHeader(cells);
      const match = matchColumns(columns, header);
      if (match.required === 0) return undefined;
      if (match.found === match.required) {
        const hasOthers = wanted === 'all' && header.columns.length !== columns.length;
        return hasOthers ? undefined : { header, positions: match.positions };
      }
      const isMost = match.found >= 2 && match.found * 2 >= match.required && match.positions[0] !== -1;
      if (wanted === 'all' || !isMost) return undefined;
      const present = header.columns.map(({ name }) => name);
      const lacking = columns.filter((_, slot) => match.positions[slot] === -1);
      const remark = 'A second header stands here, as in files put one behind the other.';
      throw new Unusable(...missingColumns(lacking, present, { file, line }, remark));
    },
  };
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim());
}
