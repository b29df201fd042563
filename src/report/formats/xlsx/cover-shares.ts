import { titleOf } from '../../../locale/catalogue.ts';
import { cellName } from './cell-name.ts';
import { colourShares, header, heading, looks, type Sources, shareCell, statusCell } from './cover-table.ts';
import type { Grid } from './grid.ts';
import { safeText } from './safe-text.ts';

/** Tickets of the period and how many are resolved: counts of the report, for tickets without a run are in no sheet. */
export function tickets(grid: Grid, { report, reader: { words } }: Sources): void {
  const { created, cancelled, resolution } = report.tickets;
  const { columns, columnTitles: titles } = words;
  const counts = [
    [columns.created, created],
    [columns.cancelled, cancelled],
    ...(resolution === null
      ? []
      : ([
          [titles.resolution_numerator, resolution.numerator],
          [titles.resolution_denominator, resolution.denominator],
        ] as const)),
  ] as const;
  heading(grid, words.summary.tickets);
  header(grid, ['', ...counts.map(([title]) => title), ...(resolution === null ? [] : [columns.resolutionRate])]);
  const row = grid.next;
  grid.add([
    { value: words.summary.tickets, style: looks.text },
    ...counts.map(([, value]) => ({ value, style: looks.count })),
    ...(resolution === null ? [] : [shareCell(resolution, cellName(row, 3), cellName(row, 4))]),
  ]);
}

/** Objectives over several clocks: their conditions are the policy's, so only the share is made again. */
export function objectives(grid: Grid, { report, reader }: Sources): void {
  const { words } = reader;
  const { columns, columnTitles: titles } = words;
  if (report.objectives.length === 0) return;
  heading(grid, words.workbook.objectives);
  header(grid, [
    columns.objective,
    titles.attainment_numerator,
    titles.attainment_denominator,
    columns.excused,
    columns.attainment,
    columns.aim,
    words.workbook.status,
  ]);
  const first = grid.next;
  for (const { id, title, share, excused, atLeast, reached } of report.objectives) {
    const row = grid.next;
    grid.add([
      { value: safeText(titleOf(title, id, words)), style: looks.text },
      ...[share.numerator, share.denominator, excused].map((value) => ({ value, style: looks.count })),
      shareCell(share, cellName(row, 1), cellName(row, 2)),
      { value: atLeast / 100, style: looks.percent },
      statusCell(reached, cellName(row, 4), cellName(row, 5), reader),
    ]);
  }
  colourShares(grid, first, 'E', 'F', [4, 6]);
}
