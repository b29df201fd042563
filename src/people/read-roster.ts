import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Person } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextTable } from '../domain/text-table.ts';
import type { Span } from '../domain/time.ts';
import { type NamedRow, namedRows, namesOf, type RowPlace, type TableKind } from './named-rows.ts';
import { clashesOn } from './roster-clashes.ts';
import { readDate } from './written-time.ts';

/** Columns that it does not name are the personnel office's own. */
const ROSTER = {
  called: 'the roster',
  columns: {
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
  },
  needed: [['name']],
  fault: 'bad-roster',
  divided: '; several aliases are divided by ";" or "、"',
} as const satisfies TableKind<string>;
type Column = keyof typeof ROSTER.columns;

export const ROSTER_COLUMNS = namesOf(ROSTER);

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
  const faults: Diagnostic<Code>[] = [];
  const rows = namedRows<Column>(table, ROSTER, faults);
  if (rows === undefined) return { value: undefined, diagnostics: faults };
  const people = rows.flatMap((row) => readPerson(row, { policy, faults }));
  const clashes = clashesOn(people);
  const all = [...faults, ...clashes.errors];
  return { value: all.length === 0 ? people : undefined, diagnostics: [...all, ...clashes.warnings] };
}

interface Desk {
  readonly policy: Pick<Policy, 'timezone' | 'calendars'>;
  readonly faults: Diagnostic<Code>[];
}

function readPerson({ place, cell }: NamedRow<Column>, desk: Desk): Person[] {
  const { faults } = desk;
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
