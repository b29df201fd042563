import type { CellValue } from 'hucre';
import { badWorkbook } from './bad-workbook.ts';
import { isInexact, numberText } from './number-text.ts';
import { serialText } from './serial-text.ts';
import type { Oddities, Sheet, TakeCells } from './sheet.ts';

const DAY = 86_400_000;
/** Day 0, and the day before the 29 February 1900 that a spreadsheet counts. */
const DAY_0 = Date.UTC(1899, 11, 31);
const LEAP_BUG = 59;
/** As `serialText` has it: below, a time of day or a length. */
const LONGEST_LENGTH = 10_000;

const ERRORS: ReadonlySet<CellValue> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#ERR!',
  '#GETTING_DATA',
]);

/**
 * The sheets of an older .xls (Excel 97 to 2003), read whole, which the format's 65,536 rows allow. The package that reads
 * them gives dates without their formats: how precise those of a column are is told by all of them together.
 */
export async function readXlsWorkbook(content: Uint8Array, file: string): Promise<readonly Sheet[]> {
  const { readXls } = await import('hucre/xlsx');
  const workbook = await readXls(content).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw badWorkbook(
      file,
      `the workbook cannot be read: ${reason}`,
      'Open it in a spreadsheet program and save it as .xlsx.',
    );
  });
  return workbook.sheets.map(({ name, rows, hidden, veryHidden }) => ({
    name,
    isHidden: hidden === true || veryHidden === true,
    read: async (take, oddities) => readRows(rows, take, oddities),
  }));
}

function readRows(rows: readonly (readonly CellValue[] | undefined)[], take: TakeCells, oddities: Oddities): void {
  const precisions = precisionOfColumns(rows);
  // Rows may be holes: entries() gives these, too.
  for (const [index, values] of rows.entries()) {
    const cells = (values ?? []).map((value, column) => {
      if (value instanceof Date) return dateCell(value, precisions.get(column));
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      if (typeof value === 'string' && ERRORS.has(value)) {
        oddities('error', column, index + 1, value);
        return '';
      }
      if (typeof value !== 'number') return value ?? '';
      const text = numberText(value);
      if (isInexact(value)) oddities('inexact', column, index + 1, text);
      return text;
    });
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length > 0) take(cells, index + 1);
  }
}

interface Precision {
  hasTime: boolean;
  hasSeconds: boolean;
}

function precisionOfColumns(rows: readonly (readonly CellValue[] | undefined)[]): ReadonlyMap<number, Precision> {
  const precisions = new Map<number, Precision>();
  for (const values of rows) {
    for (const [column, value] of (values ?? []).entries()) {
      if (!(value instanceof Date)) continue;
      const precision = precisions.get(column) ?? { hasTime: false, hasSeconds: false };
      precision.hasTime ||= value.getTime() % DAY !== 0;
      precision.hasSeconds ||= value.getTime() % 60_000 !== 0;
      precisions.set(column, precision);
    }
  }
  return precisions;
}

function dateCell(date: Date, { hasTime, hasSeconds }: Precision = { hasTime: true, hasSeconds: true }): string {
  const days = (date.getTime() - DAY_0) / DAY;
  if (Number.isNaN(days)) return '';
  const serial = days > LEAP_BUG ? days + 1 : days;
  return serialText(
    numberText(serial),
    { hasDate: serial >= LONGEST_LENGTH, hasTime, hasSeconds, isLength: false },
    false,
  );
}
