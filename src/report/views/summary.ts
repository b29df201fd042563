import type { Report } from '../../domain/report.ts';
import { heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import type { Table } from '../table.ts';
import { about, rowAccount } from './about.ts';
import { outcomesApart, promises, times } from './clock-tables.ts';
import { breachesByParty, groupClocks, groupTickets, ticketTable } from './group-tables.ts';
import { summaryRecords } from './summary-records.ts';
import type { View } from './view.ts';

/** The month on a page or two, from the whole to the parts. */
export const summary: View = {
  page: ({ report }, reader) => summaryPage(report, reader),
  records: ({ report }) => summaryRecords(report),
  whole: ({ report }) => report,
};

function summaryPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { summary: captions } = words;
  return [
    ...about(report, reader),
    ...rowAccount(report, reader),
    ...section(captions.tickets, ticketTable(report.tickets, words)),
    ...section(captions.clocks, promises(report.clocks, words)),
    ...section(captions.apart, outcomesApart(report.clocks, words)),
    ...section(captions.times, times(report.clocks, words)),
    ...sectionOrNone(captions.breaches, breachesByParty(report, words), reader),
    ...report.groups.flatMap(({ by, groups }) => [
      ...section(captions.by(wordFor(words.fields, by)), groupClocks(by, groups, words)),
      ...section(captions.ticketsBy(wordFor(words.fields, by)), groupTickets(by, groups, words)),
    ]),
    ...sectionOrNone(captions.findings, findingTable(report, reader), reader),
  ];
}

function sectionOrNone(caption: string, table: Table, { words }: Reader): Page {
  return table.rows.length > 0 ? section(caption, table) : [heading(caption), text(words.summary.none)];
}

function findingTable({ findings }: Report, { words }: Reader): Table {
  return {
    columns: [
      { key: 'finding', title: words.columns.finding, kind: 'text' },
      { key: 'count', title: words.columns.times, kind: 'count' },
    ],
    rows: findings.map(({ code, title, count }) => [wordFor({ [code]: title, ...words.findings }, code), count]),
  };
}
