import { existingDate } from '../calendar/dates.ts';
import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Person } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextRow, TextTable } from '../domain/text-table.ts';
import type { LocalDate, Span } from '../domain/time.ts';
import { clashesOn } from './roster-clashes.ts';

/** What the columns of a roster may be called. Others are the personnel office's own, and passed over. */
const COLUMNS = {
  id: ['id', '工号'],
  name: ['name', '姓名'],
  aliases: ['aliases', '别名'],
  department: ['department', '部门'],
  team: ['team', '班组', '团队'],
  manager: ['manager', '主管'],
  calendar: ['calendar', '日历'],
  bonusBase: ['bonus_base', '绩效基数'],
  from: ['from', '入职'],
  until: ['until', '离职'],
  role: ['role', '角色'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

export const ROSTER_COLUMNS: readonly string[] = Object.values(COLUMNS).flat();

/** Of the staff, whoever the roster gives no role of their own. */
const AGENT = 'agent';

/**
 * Reads a roster: who is who, in which unit, and from which day to which, both in (in the policy's zone).
 *
 * Only the name must be there; without an id the name is one. Every fault is told at once, and with a fault there is
 * no roster: who answers for a breach is not told from half of one.
 */
export function readRoster(
  table: TextTable,
  policy: Pick<Policy, 'timezone' | 'calendars'>,
): Reading<readonly Person[] | undefined, Code> {
  const positions = locate(table.header);
  if (positions.name === undefined) return { value: undefined, diagnostics: [withoutNames(table)] };
  const faults: Diagnostic<Code>[] = [];
  const people = table.rows.flatMap((row) => readPerson(row, { table, positions, policy, faults }));
  const clashes = clashesOn(people);
  const all = [...faults, ...clashes.errors];
  return { value: all.length === 0 ? people : undefined, diagnostics: [...all, ...clashes.warnings] };
}

type Positions = Readonly<Partial<Record<Column, number>>>;

function locate(header: readonly string[]): Positions {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const positions: Partial<Record<Column, number>> = {};
  for (const [column, known] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const position = names.findIndex((name) => known.includes(name));
    if (position >= 0) positions[column] = position;
  }
  return positions;
}

function withoutNames({ file, header, headerLine }: TextTable): Diagnostic<Code> {
  const list = header.length > 0 ? `The file has: ${header.map((name) => `"${name}"`).join(', ')}.` : 'It has none.';
  return {
    code: 'missing-column',
    place: { file, line: headerLine },
    message: 'the roster lacks the column "name" (or "姓名")',
    hint: `${list} A roster may have: ${ROSTER_COLUMNS.join(', ')}.`,
  };
}

interface Desk {
  readonly table: TextTable;
  readonly positions: Positions;
  readonly policy: Pick<Policy, 'timezone' | 'calendars'>;
  readonly faults: Diagnostic<Code>[];
}

function readPerson(row: TextRow, desk: Desk): Person[] {
  const { table, positions, faults } = desk;
  const place = { file: table.file, line: row.line };
  const cell = (column: Column): string => row.cells[positions[column] ?? -1] ?? '';
  const width = table.header.length;
  if (row.cells.length > width) {
    faults.push({
      code: 'bad-roster',
      place,
      message: `the row has ${row.cells.length} cells, the header ${width}`,
      hint: 'A delimiter inside a cell needs quotes around the cell; several aliases are divided by ";" or "、".',
    });
    return [];
  }
  const name = cell('name');
  if (name === '') {
    const message = `the row names nobody${cell('id') === '' ? '' : `; its id is "${cell('id')}"`}`;
    faults.push({ code: 'bad-roster', place, message, hint: 'Fill in the name, or take the row out.' });
    return [];
  }
  const calendar = readCalendar(cell('calendar'), place, desk);
  const bonusBase = readBonusBase(cell('bonusBase'), place, desk);
  return [
    {
      id: cell('id') || name,
      name,
      aliases: cell('aliases')
        .split(/[;；、]/)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      department: cell('department'),
      team: cell('team'),
      manager: cell('manager'),
      ...(calendar !== undefined && { calendar }),
      ...(bonusBase !== undefined && { bonusBase }),
      role: cell('role') || AGENT,
      employed: readEmployment(cell('from'), cell('until'), place, desk),
      place,
    },
  ];
}

type RowPlace = { readonly file: string; readonly line: number };

function readCalendar(id: string, place: RowPlace, { policy, faults }: Desk): string | undefined {
  if (id === '' || policy.calendars.has(id)) return id || undefined;
  const known = [...policy.calendars.keys()];
  const meant = suggest(id, known);
  faults.push({
    code: 'unknown-calendar',
    place,
    message: `the policy defines no calendar "${id}"`,
    hint: `Defined: ${known.join(', ')}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
  });
  return undefined;
}

/** In hundredths. */
function readBonusBase(text: string, place: RowPlace, { faults }: Desk): number | undefined {
  if (text === '') return undefined;
  const parts = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts !== null)
    return Number((parts[1] ?? '').replaceAll(',', '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  faults.push({
    code: 'bad-roster',
    place,
    message: `the bonus base "${text}" is not an amount`,
    hint: 'Written like 3000 or 3000.50, without the currency.',
  });
  return undefined;
}

function readEmployment(from: string, until: string, place: RowPlace, { policy, faults }: Desk): Span {
  const there = zone(policy.timezone);
  const first = readDate(from, place, faults);
  const last = readDate(until, place, faults);
  if (first !== undefined && last !== undefined && last < first) {
    faults.push({
      code: 'bad-date',
      place,
      message: `the last day, "${until}", lies before the first, "${from}"`,
      hint: 'Both days are in; mend one, or leave it empty.',
    });
  }
  return {
    start: first === undefined || there === undefined ? -Infinity : there.startOf(first),
    end: last === undefined || there === undefined ? Infinity : there.startOf(last + 1),
  };
}

/** `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`. */
function readDate(text: string, place: RowPlace, faults: Diagnostic<Code>[]): LocalDate | undefined {
  if (text === '') return undefined;
  const parts = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/.exec(text);
  const month = parts?.slice(2, 6).find((part) => part !== undefined);
  const date = parts === null ? undefined : existingDate(Number(parts[1]), Number(month), Number(parts[6]));
  if (date === undefined) {
    const what = parts === null ? 'is not a date' : 'is not a date that exists';
    faults.push({
      code: 'bad-date',
      place,
      message: `"${text}" ${what}`,
      hint: 'Written like 2026-10-01 or 2026/10/1.',
    });
  }
  return date;
}
