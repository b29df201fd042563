import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { Report } from '../../domain/report.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { conditionTexts, consequenceName, sumText, worthText } from '../consequence-words.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, tableAlone, text } from '../page.ts';
import type { Column, Row } from '../table.ts';
import { about } from './about.ts';
import { indented } from './clock-tables.ts';
import type { View } from './view.ts';

const FACTS: readonly Fact<ConsequenceLine>[] = [
  ['customer', 'id', (line) => customerOf(line)],
  ['ticket', 'id', (line) => line.breach?.ticket ?? null],
  ['clock', 'text', (line) => line.breach?.clock ?? null],
  ['cycle', 'count', (line) => line.breach?.cycle ?? null],
  ['over_s', 'seconds', (line) => line.over],
  ['give', 'text', (line) => line.consequence],
  ['amount', 'count', (line) => line.amount],
  ['currency', 'text', (line) => line.currency],
  ['percent', 'percent', (line) => line.percent],
  ['quantity', 'text', (line) => line.quantity],
  ['at', 'utc', (line) => line.at],
  ['rule', 'count', (line) => line.tier],
  ['capped', 'count', (line) => line.capped],
];

/** What customers get, each with the reason: which promise on which ticket was broken, and by how much. */
export const compensation: View = {
  page: ({ report }, reader) => compensationPage(report, reader),
  records: ({ report }) => recordsOf(FACTS, paid(report)),
  hasSubject: ({ report }) => report.consequences !== undefined,
};

function paid({ consequences: figures }: Report): ConsequenceLine[] {
  return (figures?.lines ?? []).filter(({ family }) => family === 'compensation');
}

/** Without a customer the record names the ticket. */
function customerOf({ who, breach }: ConsequenceLine): string | null {
  return who === breach?.ticket ? null : who;
}

function compensationPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { compensation: captions, penalties, columns } = words.consequences;
  const lines = paid(report);
  const none = report.consequences === undefined ? penalties.noRules : penalties.none;
  const head: Column[] = [
    { key: 'customer', title: columns.customer, kind: 'text' },
    { key: 'ticket', title: words.columns.ticket, kind: 'id' },
    { key: 'clock', title: words.columns.clock, kind: 'text' },
    { key: 'over_s', title: words.columns.over, kind: 'seconds' },
    { key: 'give', title: columns.given, kind: 'text' },
    { key: 'amount', title: columns.amount, kind: 'money' },
  ];
  const sums = report.consequences?.totals.find(({ kind }) => kind === 'customer')?.sums ?? [];
  return [
    ...about(report, reader),
    heading(captions.title),
    ...(lines.length > 0 ? [] : [text(none)]),
    ...tableAlone({ columns: head, rows: lines.flatMap((line) => rows(line, report, reader)) }),
    ...(sums.length === 0 ? [] : [heading(captions.sums), ...sums.map((sum) => text(sumLine(sum, reader)))]),
  ];
}

function rows(line: ConsequenceLine, report: Report, reader: Reader): Row[] {
  const { words } = reader;
  const clock = report.clocks.find((figures) => figures.clock === line.breach?.clock);
  const notes = conditionTexts(line, reader);
  return [
    [
      customerOf(line) ?? words.notGiven,
      line.breach?.ticket ?? null,
      clock === undefined ? (line.breach?.clock ?? null) : titleOf(clock.title, clock.clock, words),
      line.over,
      consequenceName(line, words),
      worthText(line, words) || null,
    ],
    ...(notes.length === 0 ? [] : [{ kind: 'note', text: indented(words.clauses(notes)) } as const]),
  ];
}

function sumLine(sum: Parameters<typeof sumText>[0], { words }: Reader): string {
  return words.labelled(sumText(sum, words), words.consequences.times(sum.times));
}
