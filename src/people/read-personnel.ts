import { type Zone, zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { ACTIONS, type Countable } from '../domain/consequence-rules.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { PersonnelFact } from '../domain/personnel.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextTable } from '../domain/text-table.ts';
import { type NamedRow, namedRows, namesOf, type TableKind } from './named-rows.ts';
import { WHOM, type Whom } from './whom.ts';
import { readTime } from './written-time.ts';

const PERSONNEL = {
  called: 'the personnel file',
  columns: { ...WHOM, what: ['what', '事项'], at: ['at', '时间'], reason: ['reason', '事由'] },
  needed: [['id', 'name'], ['what'], ['at']],
  fault: 'bad-personnel',
} as const satisfies TableKind<string>;
type Column = keyof typeof PERSONNEL.columns;

export const PERSONNEL_COLUMNS = namesOf(PERSONNEL);

const IN_CHINESE: Readonly<Record<Countable, string>> = {
  oral_warning: '口头警告',
  written_warning: '书面警告',
  self_review: '书面检讨',
  training: '培训',
  exam: '考试',
  exam_failed: '考试不合格',
  promotion_bar: '暂停晋升',
  reassignment_review: '调岗评议',
  suspension: '停职',
  dismissal_review: '辞退评议',
  notice: '通报',
  commendation: '表彰',
  fine: '罚款',
  bonus: '扣绩效',
  points: '扣分',
};

const FACTS: ReadonlyMap<string, Countable> = new Map(
  [...ACTIONS, 'fine', 'bonus', 'points'].flatMap((what) =>
    isCountable(what) ? [[what, what] as const, [IN_CHINESE[what], what] as const] : [],
  ),
);

function isCountable(what: string): what is Countable {
  return Object.hasOwn(IN_CHINESE, what);
}

/**
 * Reads what is known of people beside the export: earlier warnings, trainings, exams failed. Facts of later than the
 * as-of instant stay among them. Who is on nobody's roster is a finding and left out; any other fault makes the file
 * useless. A date without a time is the beginning of that day in the policy's zone.
 */
export function readPersonnel(
  table: TextTable,
  { timezone }: Pick<Policy, 'timezone'>,
  whom: Whom,
): Reading<readonly PersonnelFact[] | undefined, Code> {
  const faults: Diagnostic<Code>[] = [];
  const there = zone(timezone);
  const rows = namedRows<Column>(table, PERSONNEL, faults);
  if (rows === undefined || there === undefined) return { value: undefined, diagnostics: faults };
  const findings: Diagnostic<Code>[] = [];
  const facts = rows.flatMap((row): PersonnelFact[] => {
    const read = readFact(row, there, faults);
    if (read === undefined) return [];
    const found = whom(row, read.at);
    if ('who' in found) return [{ ...found, ...read }];
    findings.push(found);
    return [];
  });
  return { value: faults.length === 0 ? facts : undefined, diagnostics: [...faults, ...findings] };
}

function readFact(
  { place, cell }: NamedRow<Column>,
  there: Zone,
  faults: Diagnostic<Code>[],
): Omit<PersonnelFact, 'who'> | undefined {
  const text = cell('what');
  const silent = [
    ...(cell('id') === '' && cell('name') === '' ? ['whom it is about'] : []),
    ...(text === '' ? ['what it was'] : []),
    ...(cell('at') === '' ? ['when it was'] : []),
  ];
  if (silent.length > 0) {
    const hint = 'Who, what and when must be there.';
    faults.push({ code: 'bad-personnel', place, message: `the row does not say ${silent.join(', nor ')}`, hint });
  }
  const at = readTime(cell('at'), there, place, faults)?.start;
  const what = FACTS.get(text.toLowerCase());
  if (what === undefined && text !== '') {
    const meant = suggest(text, [...FACTS.keys()]);
    faults.push({
      code: 'bad-personnel',
      place,
      message: `"${text}" is nothing that a ladder can count`,
      hint: `${meant === undefined ? '' : `Did you mean "${meant}"? `}Known: ${[...FACTS.keys()].join(', ')}.`,
    });
  }
  if (silent.length > 0 || at === undefined || what === undefined) return undefined;
  return { what, at, reason: cell('reason'), place };
}
