import { say } from '../../diagnostics/say.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { FileOptions } from '../../domain/policy.ts';
import type { WorkbookPart } from '../bytes/unpack.ts';
import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { tableRows } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';
import { lateSink } from './late-sink.ts';
import { oddityLedger } from './oddity-ledger.ts';
import { openWorkbook } from './open-workbook.ts';
import type { Sheet } from './sheet.ts';

interface WorkbookOptions {
  readonly wanted: Wanted;
  readonly options: FileOptions;
}

/** What became of a sheet: it has the columns, it holds nothing, or it lacks columns. */
type Outcome = 'read' | 'empty' | Unusable;

/**
 * Reads the rows of a workbook's sheets, each into a sink of its own, named `book.xlsx#sheet`: the sheets that the policy
 * names, else each that has the columns of the policy, hidden or not; a note tells of the others. To see what a file
 * holds (`wanted` is 'all'), every sheet with anything in it. Throws `Unusable` where no sheet can be read.
 */
export async function readWorkbook(
  { name: file, content }: Pick<WorkbookPart, 'name' | 'content'>,
  { wanted, options }: WorkbookOptions,
  open: (name: string) => RowSink,
): Promise<void> {
  const { format, sheets } = await openWorkbook(content, file);
  const chosen = options.sheets?.map((name) => findSheet(name, sheets, file)) ?? sheets;
  const isNamed = options.sheets !== undefined;
  const names = sheets.map(({ name }) => name);
  const passedOver: Sheet[] = [];
  const lacking: Unusable[] = [];
  let first: RowSink | undefined;
  for (const sheet of chosen) {
    const table = `${file}#${sheet.name}`;
    const sink = lateSink(() => {
      const opened = open(table);
      opened.written?.({ format, sheets: names });
      first ??= opened;
      return opened;
    });
    const outcome = await readSheet(sheet, { file: table, wanted, options }, sink);
    if (outcome === 'empty' && isNamed) throw empty(table, 'the sheet');
    if (outcome instanceof Unusable) {
      if (isNamed) throw outcome;
      lacking.push(outcome);
      passedOver.push(sheet);
    } else if (outcome === 'read' && sheet.isHidden && !isNamed) {
      const hint = say`Where it should not count, name the others in records.file.sheet.`;
      sink.remark({ code: 'hidden-sheet', message: say`the sheet is hidden, and is read`, hint });
    }
  }
  if (first === undefined) {
    if (lacking.length === 0) throw empty(file, 'the workbook');
    throw new Unusable(...lacking.flatMap(({ diagnostics }) => diagnostics));
  }
  if (passedOver.length > 0) first.remark(skipped(passedOver));
}

async function readSheet(
  sheet: Sheet,
  { file, wanted, options }: WorkbookOptions & { readonly file: string },
  sink: RowSink & { readonly isBegun: boolean },
): Promise<Outcome> {
  const rows = tableRows({ file, wanted, isRagged: true, ...(options.header && { header: options.header }) }, sink);
  const oddities = oddityLedger();
  let isEmpty = true;
  try {
    await sheet.read((cells, row) => {
      isEmpty = false;
      rows.take(cells, row);
    }, oddities.add);
    if (isEmpty) return 'empty';
    rows.finish();
  } catch (error) {
    const isLacking =
      error instanceof Unusable &&
      !sink.isBegun &&
      error.diagnostics.every(({ code }) => code === 'missing-column' || code === 'missing-header');
    if (isLacking) return error;
    throw error;
  }
  oddities.tell(sink.remark);
  return 'read';
}

function findSheet(name: string, sheets: readonly Sheet[], file: string): Sheet {
  const found =
    sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => sheet.name.trim() === name.trim());
  if (found !== undefined) return found;
  const names = sheets.map((sheet) => sheet.name);
  const near = suggest(name, names);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new Unusable({
    code: 'unknown-sheet',
    place: { file },
    message: `the workbook has no sheet "${name}"`,
    hint: `It has: ${quoted(names)}.${hint}`,
  });
}

function skipped(sheets: readonly Sheet[]) {
  const names = sheets.map(({ name, isHidden }) => (isHidden ? say`"${name}" (hidden)` : `"${name}"`));
  return {
    code: 'skipped-sheets',
    message:
      sheets.length === 1
        ? say`of the same workbook a sheet is not read: ${names}`
        : say`of the same workbook ${sheets.length} sheets are not read: ${names}`,
    hint: say`They lack columns that the policy names. records.file.sheet says which sheets are to be read.`,
  } as const;
}

function empty(file: string, what: string): Unusable {
  const hint =
    'A header without rows would be an empty report; a table without a header is a failed export. Export it again.';
  return new Unusable({ code: 'empty-file', place: { file }, message: `${what} is empty`, hint });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
