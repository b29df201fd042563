import type { ConsequenceSum, Subject } from '../../domain/consequence-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { addAmounts, amountText, sumText } from '../consequence-words.ts';
import { type Cell, type Column, type Row, selecting, type Table } from '../table.ts';
import { indented } from './clock-tables.ts';
import { partyName } from './names.ts';

/** What somebody's breaches come to: a subject, or all of them together. */
interface Bill extends Pick<Subject, 'counted' | 'excused' | 'offDuty' | 'sums'> {
  readonly name: string;
  /** Absent: all together, or a unit. */
  readonly who?: Pick<Subject, 'kind' | 'name'>;
}

const COUNTS = ['counted', 'excused', 'offDuty'] as const;
const MONEY = ['fine', 'bonus', 'points', 'owed'] as const;

/**
 * The subjects of a kind, each with the number of breaches, the money and the points, and under it what is no number; the
 * last row has all of them. Only columns in which somebody has something.
 *
 * @param sums what the subjects bear together
 */
export function penaltyTable(subjects: readonly Subject[], sums: readonly ConsequenceSum[], words: Catalogue): Table {
  const { columns: titles, penalties } = words.consequences;
  const total = (key: (typeof COUNTS)[number]) => subjects.reduce((sum, subject) => sum + subject[key], 0);
  const all: Bill = {
    ...{ name: penalties.total, sums },
    ...{ counted: total('counted'), excused: total('excused'), offDuty: total('offDuty') },
  };
  const bills = subjects.map((subject) => ({
    ...subject,
    name: partyName('value', subject.name, words, subject.title),
    ...(subject.kind === 'employee' && { who: { kind: subject.kind, name: subject.name } }),
  }));
  const counts = COUNTS.filter((key) => key === 'counted' || all[key] > 0);
  const money = MONEY.filter((key) => moneyOf(key, sums, words) !== null);
  const columns: Column[] = [
    { key: 'who', title: titles.who, kind: 'text' },
    ...counts.map((key): Column => {
      return { key, title: key === 'counted' ? titles.breaches : titles[key], kind: 'count' };
    }),
    ...money.map((key): Column => ({ key, title: titles[key], kind: 'money' })),
  ];
  const rowsOf = (bill: Bill): Row[] => {
    const rest = restOf(bill.sums).map((sum) => sumText(sum, words));
    return [
      [
        bill.name,
        ...counts.map((key) => countCell(bill, key)),
        ...money.map((key): Cell => moneyOf(key, bill.sums, words)),
      ],
      ...(rest.length === 0 ? [] : [{ kind: 'note', text: indented(words.clauses(rest)) } as const]),
    ];
  };
  return { columns, rows: (bills.length > 1 ? [...bills, all] : bills).flatMap(rowsOf) };
}

/** An employee's breaches and excused ones are those of the group by employee; while off duty is no condition of a run. */
function countCell({ who, ...bill }: Bill, key: (typeof COUNTS)[number]): Cell {
  if (who === undefined || key === 'offDuty') return bill[key];
  const group = { by: 'employee', kind: who.kind, name: who.name };
  return selecting(bill[key], { outcomes: [key === 'counted' ? 'breached' : 'excused'], group });
}

function isIn(key: (typeof MONEY)[number], { family, consequence, proposal, amount }: ConsequenceSum): boolean {
  if (amount === null || proposal) return false;
  return key === 'owed' ? family === 'liability' : family === 'penalty' && consequence === key;
}

/** Money of one currency adds up whatever it is owed for. */
function moneyOf(key: (typeof MONEY)[number], sums: readonly ConsequenceSum[], words: Catalogue): string | null {
  const own = sums.filter((sum) => isIn(key, sum));
  const [first] = own;
  if (first === undefined) return null;
  const sum = addAmounts(own.flatMap(({ amount }) => amount ?? []));
  return first.currency === null ? words.count(sum) : amountText(sum, first.currency, words);
}

/** What has no column: actions, what is owed in kind, proposals, and shares of which nobody knows what they are of. */
function restOf(sums: readonly ConsequenceSum[]): ConsequenceSum[] {
  return sums.flatMap((sum) => {
    if (!MONEY.some((key) => isIn(key, sum))) return [sum];
    return sum.percents.length === 0 ? [] : [{ ...sum, amount: null }];
  });
}
