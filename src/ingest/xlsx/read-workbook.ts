import { say } from '../../diagnostics/say.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { FileOptions } from '../../domain/policy.ts';
import type { WorkbookPart } from '../bytes/unpack.ts';
import type { Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { tableRows } from '../table/table-rows.ts';
import { takeByLane } from '../table/text-lane.ts';
import { Unusable } from '../unusable.ts';
import { lateSink } from './late-sink.ts';
import { oddityLedger } from './oddity-ledger.ts';
import { openWorkbook } from './open-workbook.ts';
import type { SheetName, SheetTaker } from './sheet.ts';

interface WorkbookOptions {
  readonly wanted: Wanted;
  readonly options: FileOptions;
}

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
  const workbook = await openWorkbook(content, file);
  const named = options.sheets?.map((name) => name.trim());
  const opened: RowSink[] = [];
  const readings: SheetReading[] = [];
  const sheets = await workbook.read((sheet) => {
    if (named !== undefined && !named.includes(sheet.name.trim())) return undefined;
    const table = `${file}#${sheet.name}`;
    const sink = lateSink(() => {
      const each = open(table);
      opened.push(each);
      return each;
    });
    const reading = sheetReading(sheet, { file: table, wanted, options }, sink);
    readings.push(reading);
    return reading.taker;
  });
  const names = sheets.map(({ name }) => name);
  for (const sink of opened) sink.written?.({ format: workbook.format, sheets: names });
  for (const name of options.sheets ?? []) requireOne(name, names, file);
  const [first] = opened;
  const lacking = readings.flatMap(({ fault }) => fault()?.diagnostics ?? []);
  if (first === undefined) throw lacking.length > 0 ? new Unusable(...lacking) : empty(file, 'the workbook');
  const passedOver = readings.filter(({ fault }) => fault() !== undefined).map(({ sheet }) => sheet);
  if (passedOver.length > 0) first.remark(skipped(passedOver));
}

interface SheetReading {
  readonly sheet: SheetName;
  readonly taker: SheetTaker;
  /** The columns it lacks, if it does. */
  fault(): Unusable | undefined;
}

function sheetReading(
  sheet: SheetName,
  { file, wanted, options }: WorkbookOptions & { readonly file: string },
  sink: RowSink & { readonly isBegun: boolean },
): SheetReading {
  const rows = tableRows({ file, wanted, isRagged: true, ...(options.header && { header: options.header }) }, sink);
  const byLane = takeByLane(rows, true);
  const oddities = oddityLedger();
  const isNamed = options.sheets !== undefined;
  let isEmpty = true;
  let fault: Unusable | undefined;
  const taker: SheetTaker = {
    take(cells, row) {
      isEmpty = false;
      byLane.take(cells, row);
    },
    oddities: oddities.add,
    finish() {
      if (isEmpty) {
        if (isNamed) throw empty(file, 'the sheet');
        return;
      }
      byLane.handOver();
      rows.finish();
      oddities.tell(sink.remark);
      if (!sheet.isHidden || isNamed) return;
      const hint = say`Where it should not count, name the others in records.file.sheet.`;
      sink.remark({ code: 'hidden-sheet', message: say`the sheet is hidden, and is read`, hint });
    },
    endsSheet(error) {
      byLane.handOver();
      if (isNamed || sink.isBegun || !(error instanceof Unusable)) return false;
      if (!error.diagnostics.every(({ code }) => code === 'missing-column' || code === 'missing-header')) return false;
      fault = error;
      return true;
    },
  };
  return { sheet, taker, fault: () => fault };
}

/** Blanks around names are nothing that anybody sees; a workbook can have two sheets that differ by them. */
function requireOne(name: string, names: readonly string[], file: string): void {
  const found = names.filter((each) => each.trim() === name.trim());
  if (found.length === 1) return;
  const near = suggest(name, names);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new Unusable({
    code: 'unknown-sheet',
    place: { file },
    message: `the workbook has ${found.length === 0 ? 'no sheet' : 'several sheets'} "${name}"`,
    hint: `It has: ${quoted(names)}.${found.length === 0 ? hint : ' Those are read alike: rename them.'}`,
  });
}

function skipped(sheets: readonly SheetName[]) {
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
