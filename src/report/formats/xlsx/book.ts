import type { Report } from '../../../domain/report.ts';
import { titleOf } from '../../../locale/catalogue.ts';
import { type Reader, wordFor } from '../../page.ts';
import type { Book, RenderOptions } from '../format.ts';
import { cover } from './cover.ts';
import type { Sources } from './cover-table.ts';
import { countingOver } from './formulas.ts';
import { type RecordSheet, recordSheet } from './record-sheet.ts';
import { runRecords } from './run-records.ts';
import { safeText } from './safe-text.ts';
import { nameSheets } from './sheet-names.ts';
import { FONT, POINTS } from './styles.ts';

/** The sheet of the runs behind the figures, which is no view. */
const RUNS = 'runs';

/** The whole book as the bytes of one file; the same book gives the same bytes. */
export async function* writeBook(book: Book, options: RenderOptions): AsyncGenerator<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { shown } = book;
  const report = shown?.report;
  const { words } = options;
  const nameSheet = nameSheets();
  const coverName = nameSheet(words.workbook.cover);
  const money = moneyFormat(report?.consequences?.currency ?? null, options);
  const clockName = clockNames(report?.clocks ?? [], options);
  const fieldName = fieldNames(report?.objectives ?? [], options);
  const shared = { reader: options, money, clockName, fieldName, head: book.title };
  const sheets: RecordSheet[] = book.chapters.map(({ name, title, records }) =>
    recordSheet(records(), { ...shared, view: name, name: nameSheet(title) }),
  );
  const isWhole = report !== undefined && book.chapters.some(({ name }) => name === 'summary');
  const details = isWhole ? report.details : undefined;
  if (details !== undefined) {
    sheets.push(recordSheet(runRecords(details), { ...shared, view: RUNS, name: nameSheet(words.workbook.runs) }));
  }
  const find = (view: string) => countingOver(sheets.find((sheet) => sheet.view === view));
  const sources: Sources | undefined = isWhole
    ? {
        ...{ report, reader: options, money, clockName },
        runs: details?.leftOut === 0 ? find(RUNS) : undefined,
        breaches: find('breaches'),
        consequences: find('consequences'),
      }
    : undefined;
  const notes = notesOn(sheets, sources, details?.leftOut ?? 0, options);
  const first = cover({ name: coverName, book, reader: options, sheets, notes, sources });
  const provenance = report?.provenance ?? options.provenance;
  const at = report === undefined ? new Date(0) : new Date(report.asOf);
  yield await writeXlsx({
    sheets: [first, ...sheets.map(({ sheet }) => sheet)],
    properties: {
      ...{ title: safeText(book.title), creator: 'slaudit', created: at, modified: at },
      // Read by `slaudit verify`.
      ...(provenance !== undefined && { description: JSON.stringify(provenance) }),
    },
    defaultFont: FONT,
  });
}

function notesOn(
  sheets: readonly RecordSheet[],
  sources: Sources | undefined,
  runsLeftOut: number,
  { words }: Reader,
): string[] {
  const { workbook: say } = words;
  const counted = [
    sources?.runs && words.workbook.runs,
    sources?.breaches && words.views.breaches,
    sources?.consequences && words.views.consequences,
  ];
  const names = counted.filter((name) => name !== undefined);
  const cells = sheets.reduce((sum, { cut }) => sum + cut, 0);
  return [
    ...(names.length === 0 ? [] : [say.formulas(words.list(names))]),
    ...(runsLeftOut > 0 ? [say.runsLeftOut(words.count(runsLeftOut))] : []),
    ...sheets.flatMap(({ view, name, leftOut }) =>
      leftOut === 0 ? [] : [say.rowsLeftOut(name, words.count(leftOut), commandFor(view))],
    ),
    ...(cells === 0 ? [] : [say.cut(words.count(cells))]),
  ];
}

function commandFor(view: string): string {
  return view === RUNS || view === '' ? 'slaudit evaluate -f csv' : `slaudit report --view ${view} -f csv`;
}

/** By the policy's titles, unless two clocks share one. */
function clockNames(clocks: Report['clocks'], { words }: Reader): (id: string) => string {
  const titles = new Map(clocks.map(({ clock, title }) => [clock, titleOf(title, clock, words)]));
  const isClear = new Set(titles.values()).size === titles.size;
  return (id) => safeText((isClear ? titles.get(id) : undefined) ?? id);
}

/** `objective ID FIELD` as the records have it is told by the objective's title and the field's. */
function fieldNames(objectives: Report['objectives'], { words }: Reader): (by: string) => string {
  const known = new Map<string, string>(
    objectives.flatMap(({ id, title, groups }) => {
      const name = words.labelled(words.columns.objective, titleOf(title, id, words));
      const divided = groups.map(({ by }) => [`objective ${id} ${by}`, words.inBrackets(name, word(by))] as const);
      return [[`objective ${id}`, name] as const, ...divided];
    }),
  );
  return (by) => safeText(known.get(by) ?? word(by));

  function word(field: string): string {
    return wordFor(words.fields, field);
  }
}

/** As the language writes amounts: what stands about the digits of nothing at all is text, the digits are places. */
function moneyFormat(currency: string | null, { words }: Reader): string {
  if (currency === null) return POINTS;
  const [, before = '', digits = '', after = ''] =
    /^(\D*)0([.,]0+)?(\D*)$/.exec(words.consequences.money(0, currency)) ?? [];
  const places = digits === '' ? '' : `.${digits.slice(1)}`;
  const around = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);
  return `${around(before)}#,##0${places}${around(after)}`;
}
