import type { CellValue } from 'hucre';
import { DAY, MINUTE } from '../../calendar/dates.ts';
import { badWorkbook } from './bad-workbook.ts';
import type { DateFormat } from './number-format.ts';
import { isInexact, numberText } from './number-text.ts';
import { DAY_0_OF_1900, DAYS_TO_1904, LONGEST_LENGTH, serialText } from './serial-text.ts';
import { type Oddities, readOneByOne, type TakeCells, type Workbook } from './sheet.ts';
import { readXlsFormats } from './xls-formats.ts';

/** The day before the 29 February 1900 that a spreadsheet counts. */
const BEFORE_LEAP_BUG = 59;

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
 * An older .xls (Excel 97 to 2003), read whole, which the format's 65,536 rows allow. The package that reads
 * them gives dates without their formats, which are read beside it. Where they cannot be, how precise the dates of a column
 * are is told by all of them together.
 */
export async function readXlsWorkbook(content: Uint8Array, file: string): Promise<Workbook['read']> {
  const { readXls } = await import('hucre/xlsx');
  const workbook = await readXls(content).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw badWorkbook(
      file,
      `the workbook cannot be read: ${reason}`,
      'Open it in a spreadsheet program and save it as .xlsx.',
    );
  });
  const formats = readXlsFormats(content);
  const is1904 = formats?.is1904 === true;
  return (begin) =>
    readOneByOne(
      workbook.sheets.map(({ name, rows, hidden, veryHidden }, sheet) => ({
        name,
        isHidden: hidden === true || veryHidden === true,
        async read({ take, oddities }) {
          const formatAt: FormatAt = (row, column) => formats?.formatAt(sheet, row, column);
          readRows(rows, { formatAt, is1904 }, take, oddities);
        },
      })),
      begin,
    );
}

type FormatAt = (row: number, column: number) => DateFormat | undefined;

function readRows(
  rows: readonly (readonly CellValue[] | undefined)[],
  { formatAt, is1904 }: { readonly formatAt: FormatAt; readonly is1904: boolean },
  take: TakeCells,
  oddities: Oddities,
): void {
  const precisions = precisionOfColumns(rows);
  // Rows may be holes: entries() gives these, too.
  for (const [index, values] of rows.entries()) {
    const cells = (values ?? []).map((value, column) => {
      const format = formatAt(index, column);
      if (value instanceof Date) {
        const serial = serialOf(value);
        if (Number.isNaN(serial)) return '';
        if (format === undefined) return dateCell(serial, precisions.get(column));
        return serialText(numberText(is1904 ? serial - DAYS_TO_1904 : serial), format, is1904);
      }
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      if (typeof value === 'string' && ERRORS.has(value)) {
        oddities('error', column, index + 1, value);
        return '';
      }
      if (typeof value !== 'number') return value ?? '';
      const text = numberText(value);
      // Formats that only Chinese, Japanese and Korean workbooks have by number alone.
      if (format !== undefined) return serialText(text, format, is1904);
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
      precision.hasSeconds ||= value.getTime() % MINUTE !== 0;
      precisions.set(column, precision);
    }
  }
  return precisions;
}

/** In the system of 1900. */
function serialOf(date: Date): number {
  const days = (date.getTime() - DAY_0_OF_1900) / DAY;
  return days > BEFORE_LEAP_BUG ? days + 1 : days;
}

function dateCell(serial: number, { hasTime, hasSeconds }: Precision = { hasTime: true, hasSeconds: true }): string {
  return serialText(
    numberText(serial),
    { hasDate: serial >= LONGEST_LENGTH, hasTime, hasSeconds, isLength: false },
    false,
  );
}
