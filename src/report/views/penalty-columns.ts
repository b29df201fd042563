import type { ConsequenceSum, Subject } from '../../domain/consequence-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { amountText, sharesText, sumText } from '../consequence-words.ts';
import type { Cell, CellKind, Column } from '../table.ts';

/** A column of the table of subjects, with what stands in its last row. */
export interface PenaltyColumn {
  readonly column: Column;
  readonly cell: (subject: Subject, sums: readonly ConsequenceSum[]) => Cell;
  readonly total: Cell;
}

type Title = keyof Catalogue['consequences']['columns'];
type OfSums = readonly [
  title: Title,
  kind: CellKind,
  of: (sums: readonly ConsequenceSum[], words: Catalogue) => string,
];

const OF_SUMS: readonly OfSums[] = [
  ['fine', 'money', (sums, words) => amountOf(sums.filter(isFact('fine')), words)],
  ['bonus', 'money', (sums, words) => amountOf(sums.filter(isFact('bonus')), words)],
  [
    'bonusShare',
    'money',
    (sums, words) =>
      sharesText(
        sums.filter(isFact('bonus')).flatMap(({ percents }) => percents),
        words,
      ),
  ],
  ['points', 'money', (sums, words) => amountOf(sums.filter(isFact('points')), words)],
  ['owed', 'money', (sums, words) => amountOf(sums.filter(isOwed), words)],
  ['others', 'text', (sums, words) => textOf(sums.filter(isOther), words)],
  [
    'proposed',
    'text',
    (sums, words) =>
      textOf(
        sums.filter(({ proposal }) => proposal),
        words,
      ),
  ],
];

/** Breaches always; of the rest only what somebody has. */
export function penaltyColumns(
  subjects: readonly Subject[],
  totals: readonly ConsequenceSum[],
  words: Catalogue,
): PenaltyColumn[] {
  const { columns } = words.consequences;
  const counts = (['counted', 'excused', 'offDuty'] as const).flatMap((key): PenaltyColumn[] => {
    const total = subjects.reduce((sum, subject) => sum + subject[key], 0);
    if (key !== 'counted' && total === 0) return [];
    const title = key === 'counted' ? columns.breaches : columns[key];
    return [{ column: { key, title, kind: 'count' }, cell: (subject) => subject[key], total }];
  });
  const sums = OF_SUMS.flatMap(([title, kind, of]): PenaltyColumn[] => {
    const total = of(totals, words);
    if (total === '') return [];
    return [
      {
        column: { key: title, title: columns[title], kind },
        cell: (_, own) => of(own, words) || null,
        total,
      },
    ];
  });
  return [...counts, ...sums];
}

/** Of a penalty that is done, not proposed. */
function isFact(consequence: string): (sum: ConsequenceSum) => boolean {
  return (sum) => sum.family === 'penalty' && !sum.proposal && sum.consequence === consequence;
}

function isOwed({ family, amount }: ConsequenceSum): boolean {
  return family === 'liability' && amount !== null;
}

function isOther(sum: ConsequenceSum): boolean {
  const hasColumn = ['fine', 'bonus', 'points'].some((consequence) => isFact(consequence)(sum)) || isOwed(sum);
  return !hasColumn && !sum.proposal;
}

/** Money of one currency adds up whatever it is owed for. */
function amountOf(sums: readonly ConsequenceSum[], words: Catalogue): string {
  const [first, ...others] = sums.filter(({ amount }) => amount !== null);
  if (first === undefined) return '';
  const PARTS = 1000;
  const sum = [first, ...others].reduce((total, { amount }) => total + Math.round((amount ?? 0) * PARTS), 0) / PARTS;
  return first.currency === null ? words.count(sum) : amountText(sum, first.currency, words);
}

/** A line each; that they are proposed stands above. */
function textOf(sums: readonly ConsequenceSum[], words: Catalogue): string {
  return sums.map((sum) => sumText({ ...sum, proposal: false }, words)).join('\n');
}
