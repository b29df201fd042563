import { type Zone, zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Leave } from '../domain/personnel.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextTable } from '../domain/text-table.ts';
import { type NamedRow, namedRows, namesOf, type TableKind } from './named-rows.ts';
import { WHOM, type Whom } from './whom.ts';
import { readTime } from './written-time.ts';

const LEAVE = {
  called: 'the leave file',
  columns: {
    ...WHOM,
    from: ['from', '开始'],
    until: ['until', '结束'],
    reason: ['reason', '事由'],
  },
  needed: [['id', 'name'], ['from'], ['until']],
  fault: 'bad-leave',
} as const satisfies TableKind<string>;
type Column = keyof typeof LEAVE.columns;

export const LEAVE_COLUMNS = namesOf(LEAVE);

/**
 * Reads who was away: of days both are in, in the policy's zone; of instants the first is in and the last is out. Who is
 * on nobody's roster is a finding and left out; any other fault makes the file useless.
 */
export function readLeave(
  table: TextTable,
  { timezone }: Pick<Policy, 'timezone'>,
  whom: Whom,
): Reading<readonly Leave[] | undefined, Code> {
  const faults: Diagnostic<Code>[] = [];
  const there = zone(timezone);
  const rows = namedRows<Column>(table, LEAVE, faults);
  if (rows === undefined || there === undefined) return { value: undefined, diagnostics: faults };
  const findings: Diagnostic<Code>[] = [];
  const leaves = rows.flatMap((row): Leave[] => {
    const span = readSpan(row, there, faults);
    if (span === undefined) return [];
    const found = whom(row, span.from);
    if ('who' in found) return [{ ...found, ...span, reason: row.cell('reason'), place: row.place }];
    findings.push(found);
    return [];
  });
  return { value: faults.length === 0 ? leaves : undefined, diagnostics: [...faults, ...findings] };
}

function readSpan(
  { place, cell }: NamedRow<Column>,
  there: Zone,
  faults: Diagnostic<Code>[],
): Pick<Leave, 'from' | 'until'> | undefined {
  const silent = [
    ...(cell('id') === '' && cell('name') === '' ? ['who was away'] : []),
    ...(cell('from') === '' ? ['from when'] : []),
    ...(cell('until') === '' ? ['until when'] : []),
  ];
  if (silent.length > 0) {
    const hint = 'Who, from and until must be there; for one day, both are that day.';
    faults.push({ code: 'bad-leave', place, message: `the row does not say ${silent.join(', nor ')}`, hint });
  }
  const from = readTime(cell('from'), there, place, faults)?.start;
  const until = readTime(cell('until'), there, place, faults)?.end;
  if (silent.length > 0 || from === undefined || until === undefined) return undefined;
  if (until > from) return { from, until };
  const message = `the leave ends, "${cell('until')}", before it begins, "${cell('from')}"`;
  faults.push({ code: 'bad-leave', place, message, hint: 'Of days both are in; mend one.' });
  return undefined;
}
