import type { ConsequenceSum, Subject } from '../../domain/consequence-figures.ts';
import { ACTIONS } from '../../domain/consequence-rules.ts';
import type { Report } from '../../domain/report.ts';
import { addAmounts, isPenalty } from '../consequence-words.ts';
import { type Fact, recordsOfPeriod } from '../facts.ts';
import type { Records } from '../table.ts';

const FACTS: readonly Fact<Subject>[] = [
  ['who', 'id', ({ name }) => name],
  ['name', 'text', ({ title }) => title ?? null],
  ['kind', 'text', ({ kind }) => kind],
  ['department', 'text', ({ department }) => department ?? null],
  ['breaches', 'count', ({ counted }) => counted],
  ['excused', 'count', ({ excused }) => excused],
  ['off_duty', 'count', ({ offDuty }) => offDuty],
  // The bands are the policy's own, so they are no columns: `minor=2 severe=1`.
  ['severity', 'text', ({ severity }) => bandsText(severity)],
  ['fine', 'count', (subject) => sumOf(subject, 'fine')?.amount ?? null],
  ['bonus', 'count', (subject) => sumOf(subject, 'bonus')?.amount ?? null],
  ['currency', 'text', currencyOf],
  ['bonus_percents', 'text', (subject) => sumOf(subject, 'bonus')?.percents.join(' ') || null],
  ['points', 'count', (subject) => sumOf(subject, 'points')?.amount ?? null],
  ['owed', 'count', owed],
  ...ACTIONS.map((action): Fact<Subject> => [action, 'count', (subject) => sumOf(subject, action)?.times ?? 0]),
];

/** A row for each subject; its columns do not depend on what happened. Actions that a person must decide on count as proposed. */
export function penaltyRecords({ consequences: figures, ...report }: Report): Records {
  const subjects = (figures?.subjects ?? []).filter(
    ({ breaches, sums }) => breaches.length > 0 || sums.some(isPenalty),
  );
  return recordsOfPeriod(report, FACTS, subjects);
}

function bandsText(severity: Subject['severity']): string | null {
  const bands = severity.filter(({ band, counted }) => band !== '' && counted > 0);
  return bands.map(({ band, counted }) => `${band}=${counted}`).join(' ') || null;
}

function sumOf({ sums }: Subject, consequence: string): ConsequenceSum | undefined {
  return sums.find((sum) => sum.family === 'penalty' && sum.consequence === consequence);
}

/** All money of a report is of one currency. */
function currencyOf({ sums }: Subject): string | null {
  return sums.find((sum) => isPenalty(sum) && sum.currency !== null)?.currency ?? null;
}

function owed({ sums }: Subject): number | null {
  const amounts = sums.flatMap(({ family, amount }) => (family === 'liability' && amount !== null ? [amount] : []));
  return amounts.length === 0 ? null : addAmounts(amounts);
}
