import type { Grouping, Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { detail, heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { provenanceBlock } from '../provenance/provenance-block.ts';
import type { Table } from '../table.ts';
import { about, rowAccount } from './about.ts';
import { excusedIn, outcomesApart, promises, times } from './clock-tables.ts';
import { groupLines, soleResponse } from './group-lines.ts';
import { groupClocks, groupTickets, ticketTable } from './group-tables.ts';
import { highlightBlocks } from './highlights.ts';
import { breakdownName } from './listed-groups.ts';
import { objectiveTable } from './objective-table.ts';
import { breachesByParty } from './party-table.ts';
import { attainmentChart, partyChart } from './summary-charts.ts';
import { summaryRecords } from './summary-records.ts';
import type { View } from './view.ts';

/** The month on a page or two, from the whole to the parts. */
export const summary: View = {
  isMain: true,
  page: ({ report }, reader) => summaryPage(report, reader),
  records: ({ report }) => summaryRecords(report),
  whole: ({ report }) => report,
};

function summaryPage(report: Report, reader: Reader): Page {
  const { words, isChapter = false, isDrawn = false } = reader;
  const { summary: captions } = words;
  const excused = excusedIn(report.clocks);
  return [
    ...about(report, reader),
    ...highlightBlocks(report, reader),
    ...rowAccount(report, reader),
    ...section(captions.tickets, ticketTable(report.tickets, words)),
    ...section(captions.clocks, promises(report.clocks, words)),
    ...(isDrawn ? attainmentChart(report.clocks, words) : []),
    ...(excused === 0 ? [] : [text(captions.excused(excused))]),
    ...section(captions.objectives, objectiveTable(report, words)),
    ...detail(captions.apart, outcomesApart(report.clocks, words)),
    ...detail(words.inBrackets(captions.times, words.clockDurationForm), times(report.clocks, words)),
    ...sectionOrNone(captions.breaches, breachesByParty(report, words), reader),
    ...(isDrawn ? partyChart(report, words) : []),
    ...report.groups.flatMap((grouping) => groupSections(grouping, report, words)),
    ...findingSection(report, reader),
    ...(isChapter ? [] : provenanceBlock(report.provenance, reader)),
  ];
}

/** A line for each group, as a detail, or, of a dimension that was asked for, a line for each of its clocks. */
function groupSections(grouping: Grouping, report: Report, words: Catalogue): Page {
  const { by, detailed, groups } = grouping;
  const dimension = breakdownName(grouping, words);
  const caption = words.summary.by(dimension);
  const timed = words.inBrackets(caption, words.summary.openTimes);
  if (detailed !== true) {
    return detail(soleResponse(report) === undefined ? caption : timed, groupLines(by, groups, report, words));
  }
  return [
    ...section(timed, groupClocks(grouping, words)),
    ...section(words.summary.ticketsBy(dimension), groupTickets(grouping, words)),
  ];
}

function sectionOrNone(caption: string, table: Table, { words }: Reader): Page {
  return table.rows.length > 0 ? section(caption, table) : [heading(caption), text(words.summary.none)];
}

/** That there is none is told at once, which ones there are to whoever asks. */
function findingSection(report: Report, reader: Reader): Page {
  const table = findingTable(report, reader);
  const { findings: caption } = reader.words.summary;
  return table.rows.length === 0 ? sectionOrNone(caption, table, reader) : detail(caption, table);
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
