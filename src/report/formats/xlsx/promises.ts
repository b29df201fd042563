import type { ClockFigures } from '../../../domain/report.ts';
import type { Outcome } from '../../../domain/verdict.ts';
import { cellName, letters } from './cell-name.ts';
import { colourShares, figure, header, heading, looks, type Sources, shareCell, statusCell } from './cover-table.ts';
import { type Grid, type GridCell, span } from './grid.ts';
import { literal } from './record-sheet.ts';
import { FONT } from './styles.ts';

/** What becomes of runs, in the order of the columns from the third on; the second is their sum. */
const COUNTED: readonly (readonly [outcomes: readonly Outcome[], of: (clock: ClockFigures) => number])[] = [
  [['met'], (clock) => clock.met],
  [['breached'], (clock) => clock.breached],
  [['excused'], (clock) => clock.excused],
  [['running', 'paused'], (clock) => clock.running + clock.paused],
  [['cancelled'], (clock) => clock.cancelled],
  [['undecided'], (clock) => clock.undecided],
  [['no-target'], (clock) => clock.noTarget],
];
const [RUNS, MET, BREACHED] = [1, 2, 3];
const LAST = MET + COUNTED.length - 1;
const [ATTAINED, OBJECTIVE, STATUS] = [LAST + 1, LAST + 2, LAST + 3];

/** Each clock with its counts, of which the shares are made; what is counted stands in the sheet of runs. */
export function promises(grid: Grid, sources: Sources): void {
  const { report, reader } = sources;
  const { columns, workbook } = reader.words;
  if (report.clocks.length === 0) return;
  heading(grid, workbook.promises);
  header(grid, [
    ...[columns.clock, columns.runs, columns.met, columns.breached, columns.excused, columns.going, columns.cancelled],
    ...[columns.undecided, columns.noTarget, columns.attainment, columns.objective, workbook.status],
  ]);
  const first = grid.next;
  for (const clock of report.clocks) grid.add(clockRow(clock, grid.next, sources));
  colourShares(grid, first, letters(ATTAINED), letters(OBJECTIVE), [ATTAINED, STATUS]);
  const bad = { font: { ...FONT, bold: true, color: { rgb: '9C0006' } } };
  const range = span(BREACHED, first, grid.next - 1);
  grid.colour({ type: 'expression', formula: `${cellName(first, BREACHED)}>0`, style: bad, range });
  if (report.clocks.length > 1) grid.add(totalRow(report.clocks, first, grid.next - 1, workbook.total));
}

function clockRow(clock: ClockFigures, row: number, { reader, runs, clockName }: Sources): GridCell[] {
  const { words } = reader;
  const count = (outcome: Outcome) =>
    runs?.count(
      ['clock', `$A${row + 1}`],
      ['outcome', literal(words.outcomes[outcome])],
      ['is_counted', literal(words.yes)],
    );
  const cell = (column: number) => cellName(row, column);
  return [
    { value: clockName(clock.clock), style: looks.text },
    figure(sumOf([clock]), looks.count, `SUM(${cell(MET)}:${cell(LAST)})`),
    ...COUNTED.map(([outcomes, of]) => figure(of(clock), looks.count, runs && outcomes.map(count).join('+'))),
    shareCell(clock.attainment, cell(MET), `${cell(MET)}+${cell(BREACHED)}`),
    { value: clock.objective === null ? null : clock.objective.percent / 100, style: looks.percent },
    clock.objective === null
      ? { value: null, style: looks.text }
      : statusCell(clock.objective.reached, cell(ATTAINED), cell(OBJECTIVE), reader),
  ];
}

function totalRow(clocks: readonly ClockFigures[], first: number, last: number, title: string): GridCell[] {
  const total = (value: number, column: number): GridCell =>
    figure(value, looks.total, `SUM(${span(column, first, last)})`);
  return [
    { value: title, style: looks.totalText },
    total(sumOf(clocks), RUNS),
    ...COUNTED.map(([, of], index) =>
      total(
        clocks.reduce((sum, clock) => sum + of(clock), 0),
        MET + index,
      ),
    ),
  ];
}

function sumOf(clocks: readonly ClockFigures[]): number {
  return clocks.reduce((all, clock) => all + COUNTED.reduce((sum, [, of]) => sum + of(clock), 0), 0);
}
