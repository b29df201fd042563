import type { WriteSheet } from 'hucre/xlsx';
import type { Block, Reader } from '../../page.ts';
import { highlightBlocks } from '../../views/highlights.ts';
import type { Book } from '../format.ts';
import { money } from './cover-money.ts';
import { parties } from './cover-parties.ts';
import { objectives, tickets } from './cover-shares.ts';
import { heading, type Sources, WIDTH } from './cover-table.ts';
import { createGrid, type Grid } from './grid.ts';
import { promises } from './promises.ts';
import { printed, type RecordSheet } from './record-sheet.ts';
import { safeText } from './safe-text.ts';
import { quoted } from './sheet-names.ts';
import { bodyStyle, ruled, styles } from './styles.ts';

export interface CoverOptions {
  readonly name: string;
  readonly book: Book;
  readonly reader: Reader;
  readonly sheets: readonly RecordSheet[];
  /** What is left out, and where all of it is. */
  readonly notes: readonly string[];
  /** Where the book shows a report as a whole: its key figures. */
  readonly sources?: Sources | undefined;
}

const WIDTHS = [42, ...Array.from({ length: WIDTH - 1 }, () => 11.5)];

/** A page that a manager prints: which policy and period, the figures that matter, and what the other sheets hold. */
export function cover({ name, book, reader, sheets, notes, sources }: CoverOptions): WriteSheet {
  const grid = createGrid(WIDTHS);
  grid.addText(safeText(book.title), styles.title);
  if (book.shown === undefined) opening(grid, book);
  else about(grid, book.shown.report, reader);
  if (sources !== undefined) {
    said(grid, sources);
    promises(grid, sources);
    objectives(grid, sources);
    tickets(grid, sources);
    parties(grid, sources);
    money(grid, sources);
  }
  contents(grid, sheets, reader);
  if (notes.length > 0) grid.skip();
  for (const note of notes) grid.addText(note, styles.note);
  const { pageSetup, headerFooter } = printed(book.title, reader);
  const { printTitlesRow: _, ...page } = pageSetup ?? {};
  return {
    name,
    columns: WIDTHS.map((width) => ({ width })),
    ...grid.finish(),
    view: { showGridLines: false },
    pageSetup: page,
    ...(headerFooter !== undefined && { headerFooter }),
  };
}

/** In a few sentences. */
function said(grid: Grid, { report, reader }: Sources): void {
  const blocks = highlightBlocks(report, reader);
  for (const block of blocks) {
    if (block.kind === 'heading') heading(grid, block.text);
    if (block.kind === 'item') grid.addText(safeText(`${block.mark} ${block.text}`), styles.sentence);
  }
}

/** What the page says before its first table. */
function opening(grid: Grid, { chapters }: Book): void {
  const page = chapters[0]?.page ?? [];
  const end = page.findIndex(({ kind }) => kind === 'table');
  const isText = (block: Block) => block.kind === 'text';
  for (const block of page.slice(0, end < 0 ? page.length : end).filter(isText)) {
    if (block.kind === 'text') grid.addText(safeText(block.text), styles.sentence);
  }
}

type About = Pick<
  NonNullable<Book['shown']>['report'],
  'policy' | 'timezone' | 'asOf' | 'period' | 'dataEnds' | 'rows'
>;

function about(grid: Grid, report: About, reader: Reader): void {
  const { summary } = reader.words;
  const { period, asOf, dataEnds, rows, timezone } = report;
  const at = (instant: string) => reader.local(Date.parse(instant));
  grid.addText(
    period === undefined
      ? summary.everything
      : safeText(summary.period(period.label, at(period.start), at(period.end))),
    styles.sentence,
  );
  grid.addText(summary.asOf(at(asOf), timezone), styles.sentence);
  if (dataEnds !== undefined) grid.addText(summary.dataEnds(at(dataEnds)), styles.sentence);
  grid.addText(summary.rows(rows.files, rows.rows, rows.used), styles.sentence);
}

function contents(grid: Grid, sheets: readonly RecordSheet[], { words: { workbook } }: Reader): void {
  if (sheets.length < 2) return;
  heading(grid, workbook.sheets);
  for (const { name, rows } of sheets) {
    grid.add([
      { value: name, style: { ...ruled(bodyStyle('text')), ...styles.link }, link: `${quoted(name)}!A1` },
      { value: rows, style: ruled(bodyStyle('count')) },
      { value: workbook.rows, style: styles.label },
    ]);
  }
}
