import { type Zone, zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { Policy } from '../domain/policy.ts';
import type { TextTable } from '../domain/text-table.ts';
import { type NamedRow, namedRows, namesOf, type TableKind } from './named-rows.ts';
import { readTime } from './written-time.ts';

const EXCUSES = {
  called: 'the file of excuses',
  columns: {
    ticket: ['ticket', '工单号', '工单'],
    clock: ['clock', '时限'],
    cycle: ['cycle', '轮次'],
    decision: ['decision', '决定'],
    by: ['by', '决定人'],
    at: ['at', '决定时间'],
    reason: ['reason', '理由'],
    evidence: ['evidence', '证据'],
  },
  needed: [['ticket'], ['clock'], ['decision'], ['by'], ['at'], ['reason']],
  fault: 'bad-excuse',
} as const satisfies TableKind<string>;
type Column = keyof typeof EXCUSES.columns;

export const EXCUSE_COLUMNS = namesOf(EXCUSES);

const DECISIONS: ReadonlyMap<string, Excuse['decision']> = new Map([
  ['excused', 'excused'],
  ['upheld', 'upheld'],
  ['rejected', 'rejected'],
  ['免责', 'excused'],
  ['申诉成立', 'upheld'],
  ['申诉驳回', 'rejected'],
]);

/**
 * Reads decisions on breaches. One that does not say on what, who, when and why is a fault, and with a fault there are
 * none: nobody's record is mended, or left, by half a file. A date without a time is the beginning of that day in the
 * policy's zone: within a deadline for as long as can be.
 */
export function readExcuses(
  table: TextTable,
  { timezone }: Pick<Policy, 'timezone'>,
): Reading<readonly Excuse[] | undefined, Code> {
  const faults: Diagnostic<Code>[] = [];
  const there = zone(timezone);
  const rows = namedRows<Column>(table, EXCUSES, faults);
  if (rows === undefined || there === undefined) return { value: undefined, diagnostics: faults };
  faults.push(...misspelt(table));
  const excuses = rows.flatMap((row) => readExcuse(row, there, faults));
  return { value: faults.length === 0 ? excuses : undefined, diagnostics: faults };
}

/** A decision on one cycle would set aside all of them, were its column passed over for a letter. */
function misspelt({ file, header, headerLine }: TextTable): Diagnostic<Code>[] {
  const known = header.map((name) => name.toLowerCase());
  const optional = ['cycle', 'evidence'].filter((name) => !known.includes(name));
  return header.flatMap((name): Diagnostic<Code>[] => {
    const meant = suggest(name, optional);
    if (meant === undefined) return [];
    const place = { file, line: headerLine };
    const message = `the column "${name}" is none of a file of excuses`;
    return [{ code: 'bad-excuse', place, message, hint: `Did you mean "${meant}"? Rename it, or take it out.` }];
  });
}

const NEEDED: readonly (readonly [Column, string])[] = [
  ['ticket', 'on which ticket'],
  ['clock', 'on which clock'],
  ['decision', 'what was decided'],
  ['by', 'by whom'],
  ['at', 'when'],
  ['reason', 'why'],
];

function readExcuse({ place, cell }: NamedRow<Column>, there: Zone, faults: Diagnostic<Code>[]): Excuse[] {
  const silent = NEEDED.filter(([column]) => cell(column) === '').map(([, what]) => what);
  if (silent.length > 0) {
    const message = `the decision does not say ${silent.join(', nor ')}`;
    const hint = 'Ticket, clock, decision, who, when and why must be there: a decision has to stand up to a challenge.';
    faults.push({ code: 'bad-excuse', place, message, hint });
  }
  const at = readTime(cell('at'), there, place, faults)?.start;
  const decision = readDecision(cell('decision'), place, faults);
  const cycle = readCycle(cell('cycle'), place, faults);
  if (silent.length > 0 || at === undefined || decision === undefined || cycle === 'fault') return [];
  return [
    {
      ticket: cell('ticket'),
      clock: cell('clock'),
      ...(cycle !== undefined && { cycle }),
      decision,
      by: cell('by'),
      at,
      reason: cell('reason'),
      evidence: cell('evidence'),
      place,
    },
  ];
}

function readDecision(
  text: string,
  place: Excuse['place'],
  faults: Diagnostic<Code>[],
): Excuse['decision'] | undefined {
  const decision = DECISIONS.get(text.toLowerCase());
  if (decision !== undefined || text === '') return decision;
  const meant = suggest(text, [...DECISIONS.keys()]);
  faults.push({
    code: 'bad-excuse',
    place,
    message: `"${text}" is no decision`,
    hint: `Decisions: ${[...DECISIONS.keys()].join(', ')}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
  });
  return undefined;
}

function readCycle(text: string, place: Excuse['place'], faults: Diagnostic<Code>[]): number | undefined | 'fault' {
  if (text === '') return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  const hint = 'Cycles count from 1; left empty, the decision is on every breached cycle of the clock.';
  faults.push({ code: 'bad-excuse', place, message: `the cycle "${text}" is not a whole number from 1`, hint });
  return 'fault';
}
