import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { missingColumns, type NamedColumn, type Wanted } from '../rows/named-columns.ts';
import { Unusable } from '../unusable.ts';
import { findHeader } from './find-header.ts';
import { type Header, isMergedOver, readHeader } from './header.ts';
import { type Match, matchColumns } from './match-columns.ts';

export interface TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface FoundHeader {
  readonly header: Header;
  /** Where the wanted columns are; `undefined` where all are wanted. */
  readonly match: Match | undefined;
  /** One or two, as they stand. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly above: readonly TableRecord[];
  /** What had to be looked at below it. */
  readonly below: readonly TableRecord[];
}

/** Takes the records of a table, none of them blank, until its header is known. */
export interface HeaderSearch {
  take(cells: readonly string[], line: number): FoundHeader | undefined;
  /** The table has no more records; `undefined` where it had none at all. */
  finish(): FoundHeader | undefined;
}

interface Asked {
  readonly file: string;
  readonly wanted: Wanted;
  /** The lines that make the header, where the policy says so. */
  readonly stated: readonly number[] | undefined;
  readonly doubt: ((cells: readonly string[]) => string | undefined) | undefined;
}

interface Candidate {
  readonly header: Header;
  readonly match: Match;
  readonly first: number;
  readonly last: number;
}

/** Records in which a header is looked for, and how much text they may be. */
const RECORDS = 50;
const LENGTH = 8 * 1024 * 1024;
/** As many as a sheet has. */
const COLUMNS = 16_384;

/**
 * With a policy the header is the first record, or the first two of which the upper is merged over the lower, that has all
 * required columns; without one it is told by its shape. Throws `Unusable` where required columns are missing: told of
 * the record that has most of them, or of the one that the policy names.
 */
export function headerSearch({ file, wanted, stated, doubt }: Asked): HeaderSearch {
  const held: TableRecord[] = [];
  const required = wanted === 'all' ? [] : wanted.filter(({ isRequired }) => isRequired);
  let length = 0;
  const lines = stated?.toSorted((a, b) => a - b);
  let best: Candidate | undefined;
  let instead: Candidate | undefined;

  function found(header: Header, match: Match | undefined, first: number, last: number): FoundHeader {
    const records = held.slice(first, last + 1);
    const at = { rows: records.map(({ cells }) => cells), lines: records.map(({ line }) => line) };
    return { header, match, ...at, above: held.slice(0, first), below: held.slice(last + 1) };
  }

  /** The last record that is held as the header, or with the one above it; remembers the likeliest. */
  function candidate(columns: readonly NamedColumn[]): Candidate | undefined {
    const last = held.length - 1;
    const [upper, cells] = [held[last - 1]?.cells, held[last]?.cells ?? []];
    for (const isPair of [false, true]) {
      if (isPair && (upper === undefined || !isMergedOver(upper, cells))) continue;
      const header = isPair && upper !== undefined ? readHeader(upper, cells) : readHeader(cells);
      const match = matchColumns(columns, header);
      const each = { header, match, first: isPair ? last - 1 : last, last };
      if (match.found === match.required) return each;
      if (best === undefined || match.found > best.match.found) best = each;
    }
    return undefined;
  }

  /** The best of them lacks columns; where none has any, the one that has the shape of a header. */
  function missing(columns: readonly NamedColumn[]): Unusable {
    const [shaped] = findHeader(held.map(({ cells }) => cells));
    const cells = held[shaped]?.cells ?? [];
    const likeliest =
      best !== undefined && best.match.found > 0
        ? best
        : { header: readHeader(cells), match: undefined, first: shaped };
    const { header, first } = likeliest;
    const unclear = (likeliest.match?.unclear ?? []).map(
      ({ column, headers }) =>
        `"${column}" could be ${headers.map((name) => JSON.stringify(name)).join(' or ')}: name the one that is meant.`,
    );
    const doubted = doubt?.(held[first]?.cells ?? []);
    const further =
      held.length >= RECORDS
        ? `It is looked for in the first ${RECORDS} records; records.file.header states one further down.`
        : undefined;
    const remarks = [doubted, ...unclear, further].filter((each) => each !== undefined);
    const place = { file, ...(held[first] !== undefined && { line: held[first].line }) };
    // What was found under a name that differs a little is not missing.
    const present = header.columns.map(({ name }) => name);
    const known = likeliest.match;
    const lacking = known === undefined ? columns : columns.filter((_, slot) => known.positions[slot] === -1);
    return new Unusable(...missingColumns(lacking, present, place, remarks.join(' ') || undefined));
  }

  function search(columns: readonly NamedColumn[]): FoundHeader | undefined {
    const here = candidate(columns);
    if (here !== undefined) return found(here.header, here.match, here.first, here.last);
    if (held.length >= RECORDS || length > LENGTH) throw missing(columns);
    return undefined;
  }

  /** @param isHeld the record that came is the last one held, and not one of very many above a header stated far below */
  function searchStated(lines: readonly number[], line: number, isHeld: boolean): FoundHeader | undefined {
    const columns = wanted === 'all' ? [] : wanted;
    if (wanted !== 'all' && isHeld) instead ??= candidate(wanted);
    const bottom = lines.at(-1) ?? 0;
    if (line < bottom) return undefined;
    const rows = lines.map((each) => held.findIndex((record) => record.line === each));
    const [first = -1, second] = rows;
    if (line === bottom && !rows.includes(-1)) {
      const header = readHeader(held[first]?.cells ?? [], second === undefined ? undefined : held[second]?.cells);
      const match = matchColumns(columns, header);
      if (match.found === match.required) {
        return found(header, wanted === 'all' ? undefined : match, first, held.length - 1);
      }
    }
    // It is not where it was said to be: it is told where else it is.
    const isEnough = instead !== undefined || held.length >= RECORDS || length > LENGTH;
    if (wanted === 'all' || isEnough) throw notThere(lines);
    return undefined;
  }

  function notThere(lines: readonly number[]): Unusable {
    const records = held.filter(({ line }) => lines.includes(line));
    const what = lines.length > 1 ? `lines ${lines.join(' and ')} are` : `line ${lines[0]} is`;
    const says = records.map(({ cells }) => listed(cells)).join(' / ');
    const right = instead && held.slice(instead.first, instead.last + 1).map(({ line }) => line);
    const there = readHeader(records[0]?.cells ?? [], records[1]?.cells);
    const { positions } = matchColumns(required, there);
    const lacking = required.filter((_, slot) => positions[slot] === -1);
    const hints = [
      says === '' ? 'No record begins there.' : `It says: ${says}.`,
      right === undefined
        ? lacking.length > 0 && `It should have: ${lacking.map(({ name }) => `"${name}"`).join(', ')}.`
        : `The columns stand in ${right.length > 1 ? 'lines' : 'line'} ${right.join(' and ')}: set records.file.header to ${written(right)}, or leave it out.`,
    ];
    return new Unusable({
      code: 'missing-header',
      place: { file, ...(lines[0] !== undefined && { line: lines[0] }) },
      message: `${what} not a header with the columns of the policy`,
      hint: hints.filter((hint) => typeof hint === 'string').join(' '),
    });
  }

  function shaped(): FoundHeader | undefined {
    if (held.length === 0) return undefined;
    const [first, last = first] = findHeader(held.map(({ cells }) => cells));
    const header = readHeader(held[first]?.cells ?? [], last === first ? undefined : held[last]?.cells);
    return found(header, undefined, first, last);
  }

  return {
    take(cells, line) {
      // A header that is stated may stand far below.
      if (cells.length > COLUMNS) throw tooWide(file, line, cells.length);
      const isHeld = lines === undefined || held.length < RECORDS || line >= (lines[0] ?? 0);
      if (isHeld) {
        held.push({ cells: [...cells], line });
        for (const cell of cells) length += cell.length;
      }
      if (lines !== undefined) return searchStated(lines, line, isHeld);
      if (wanted !== 'all') return search(wanted);
      return held.length >= RECORDS || length > LENGTH ? shaped() : undefined;
    },
    finish() {
      if (held.length === 0) return undefined;
      if (lines !== undefined) throw notThere(lines);
      if (wanted === 'all') return shaped();
      throw missing(wanted);
    },
  };
}

/** As the policy has it. */
export function written(lines: readonly number[]): string {
  return lines.length === 1 ? String(lines[0]) : `[${lines.join(', ')}]`;
}

/** The first cells that say something, shortened. */
export function listed(cells: readonly string[]): string {
  const says = cells.map((cell) => cell.trim().replaceAll(/\s+/g, ' ')).filter((cell) => cell !== '');
  const shown = says.slice(0, 6).map((cell) => `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`);
  return shown.join(', ') + (says.length > shown.length ? ' …' : '');
}

function tooWide(file: string, line: number, width: number): Unusable {
  const fault: Diagnostic<Code> = {
    code: 'too-many-columns',
    place: { file, line },
    message: `the record has ${width} cells`,
    hint: `A table has at most ${COLUMNS} columns. Is the delimiter right, and do the lines end where they should?`,
  };
  return new Unusable(fault);
}
