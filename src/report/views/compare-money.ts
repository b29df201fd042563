import type {
  Change,
  ClockChange,
  Comparison,
  ConsequenceChange,
  MoneyChanges,
  SumChange,
} from '../../domain/comparison.ts';
import type { BreachRef } from '../../domain/consequence.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { amountText, consequenceName } from '../consequence-words.ts';
import { heading, type Page, section, text, wordFor } from '../page.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { indented } from './clock-tables.ts';
import { clockName } from './compare-flips.ts';
import { bearerName } from './names.ts';

/** What follows on both sides: sums, who bears what, and which consequences come or go because of which breaches. */
export function moneySections({ money, clocks }: Comparison, words: Catalogue): Page {
  const { changes: captions } = words.compare;
  if (money === null) return [heading(captions.money), text(captions.noMoney)];
  const isSame = money.parties.length + money.lines.length === 0;
  return [
    heading(captions.money),
    ...(isSame ? [text(captions.sameMoney)] : []),
    ...section(captions.totals, totalTable(money, words)),
    ...section(captions.each, partyTable(money, words)),
    ...section(captions.consequences, lineTable(money, clocks, words)),
  ];
}

function totalTable({ totals }: MoneyChanges, words: Catalogue): Table {
  const { changes: captions } = words.compare;
  return sumTable(
    totals.map((sum) => [wordFor({ ...words.consequences.kinds, customer: captions.customers }, sum.kind), sum]),
    words,
  );
}

function partyTable({ parties }: MoneyChanges, words: Catalogue): Table {
  return sumTable(
    parties.map((party) => [bearerName(party, words), party]),
    words,
  );
}

function sumTable(sums: readonly (readonly [name: string, sum: SumChange])[], words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const columns: Column[] = [
    { key: 'who', title: words.columns.charged, kind: 'text' },
    { key: 'what', title: captions.what, kind: 'text' },
    { key: 'times_before', title: captions.timesBefore, kind: 'count' },
    { key: 'times_after', title: captions.timesAfter, kind: 'count' },
    { key: 'amount_before', title: captions.amountBefore, kind: 'money' },
    { key: 'amount_after', title: captions.amountAfter, kind: 'money' },
    { key: 'amount_change', title: captions.change, kind: 'money' },
  ];
  return {
    columns,
    rows: sums.map(
      ([name, sum]): Row => [
        name,
        consequenceName(sum, words),
        sum.times.before,
        sum.times.after,
        ...amountCells(sum.amount, sum.currency, words),
      ],
    ),
  };
}

function amountCells({ before, after, change }: Change, currency: string | null, words: Catalogue): Cell[] {
  const { nothing, sign } = words.compare.changes;
  const shown = (amount: number | null) => (amount === null ? nothing : amountText(amount, currency, words));
  const moved = change === null ? nothing : `${sign(change)}${amountText(Math.abs(change), currency, words)}`;
  return [shown(before), shown(after), moved];
}

/** A page is to be read; all of them are in the records. */
const SHOWN = 50;

function lineTable({ lines }: MoneyChanges, clocks: readonly ClockChange[], words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const shown = lines.length > SHOWN + 5 ? lines.slice(0, SHOWN) : lines;
  const worth = (line: ConsequenceChange, side: 'before' | 'after') => {
    const amount = line.amount[side];
    const percent = line.percent[side];
    if (amount !== null) return amountText(amount, line.currency, words);
    return percent === null ? captions.nothing : words.percent(percent);
  };
  return {
    columns: [
      { key: 'who', title: words.columns.charged, kind: 'text' },
      { key: 'what', title: captions.what, kind: 'text' },
      { key: 'change', title: captions.change, kind: 'text' },
      { key: 'amount_before', title: captions.amountBefore, kind: 'text', align: 'right' },
      { key: 'amount_after', title: captions.amountAfter, kind: 'text', align: 'right' },
    ],
    rows: [
      ...shown.flatMap((line): Row[] => [
        [
          bearerName(line, words),
          words.inBrackets(consequenceName(line, words), titleOf(line.title, line.ladder, words)),
          captions.consequenceChanges[line.change],
          worth(line, 'before'),
          worth(line, 'after'),
        ],
        { kind: 'note', text: indented(causeText(line, clocks, words)) },
      ]),
      ...(shown.length < lines.length
        ? [{ kind: 'note' as const, text: captions.moreFlips(lines.length - shown.length) }]
        : []),
    ],
  };
}

function causeText({ because }: ConsequenceChange, clocks: readonly ClockChange[], words: Catalogue): string {
  const { changes: captions } = words.compare;
  if (because.length === 0) return captions.rules;
  const named = (ref: BreachRef) => words.inBrackets(ref.ticket, clockName(ref, clocks, words));
  return captions.because(words.list(because.map(named)));
}
