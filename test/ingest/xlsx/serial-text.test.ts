import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInFormat, readFormat } from '../../../src/ingest/xlsx/number-format.ts';
import { serialText } from '../../../src/ingest/xlsx/serial-text.ts';

// The days are counted by hand. 1 January 2000 is day 36526 (Microsoft's own example in the DATEVALUE documentation:
// 1 January 2008 is 39448; eight years with leap days in 2000 and 2004 are 8 · 365 + 2 = 2922 less). From 1 January 2008
// to 1 January 2026 are 18 years with leap days in 2008, 12, 16, 20, 24: 18 · 365 + 5 = 6575, so that is day 46023.
// 6 May 2026 is its day 126 (31 + 28 + 31 + 30 + 6): 46023 + 125 = 46148.
// 9:05 is (9 · 60 + 5) / 1440 = 545/1440 = 0.378472222… of a day, one second 1/86400 = 0.0000115740740….
const MINUTE = 'yyyy/m/d h:mm';
const SECOND = 'yyyy-mm-dd hh:mm:ss';
const DATE = 'yyyy/m/d';

test.each([
  // written, format, text
  ['46148', DATE, '2026-05-06'],
  ['46148', 'yyyy"年"m"月"d"日"', '2026-05-06'],
  ['46148', '[$-804]yyyy"年"m"月"d"日" dddd;@', '2026-05-06'],
  ['46148', '[$-F800]dddd, mmmm dd, yyyy', '2026-05-06'],
  ['46148', '[DBNum1][$-804]yyyy"年"m"月"', '2026-05-06'],
  ['46148', '[$-404]e/m/d', '2026-05-06'],
  ['46148', 'd-mmm-yy', '2026-05-06'],
  ['46148', 'm"月"d"日"', '2026-05-06'],
  // Whole days are midnight where the format shows a time, as precise as that.
  ['46148', MINUTE, '2026-05-06 00:00'],
  ['46148', SECOND, '2026-05-06 00:00:00'],
  // The day's fraction counts even where the format hides it.
  ['46148.5', DATE, '2026-05-06 12:00'],
  ['46148.378472222219', MINUTE, '2026-05-06 09:05'],
  ['46148.378472222219', SECOND, '2026-05-06 09:05:00'],
  ['46148.378472222219', '上午/下午h"时"mm"分"', '2026-05-06 09:05'],
  ['46148.378472222219', '[$-409]m/d/yy h:mm AM/PM;@', '2026-05-06 09:05'],
  ['46148.378472222219', 'dd\\.mm\\.yyyy hh:mm', '2026-05-06 09:05'],
  // One second more (+ 0.0000115740741) is told although the format does not show it.
  ['46148.378483796296', MINUTE, '2026-05-06 09:05:01'],
  // 9:04:59.999 is 32699999 ms / 86400000 = 0.37847221064…; nothing is rounded up to the second that was not there.
  ['46148.378472210648', SECOND, '2026-05-06 09:04:59.999'],
  ['46148.378472210648', 'yyyy-mm-dd hh:mm:ss.000', '2026-05-06 09:04:59.999'],
  // Noise of floating numbers far below a millisecond is none of it: ± 0.000000001 of a day is ± 0.09 ms.
  ['46148.378472221', SECOND, '2026-05-06 09:05:00'],
  ['46148.378472223', SECOND, '2026-05-06 09:05:00'],
  // Five decimals are steps of 0.864 s: 0.37847 · 86400 = 32699.808 s, which can only mean 9:05:00.
  ['46148.37847', SECOND, '2026-05-06 09:05:00'],
  // 23:59:59.9999 is the next day.
  ['46148.999999999', DATE, '2026-05-07'],
  // Times of day, and lengths beyond one.
  ['0.378472222222222', 'h:mm', '09:05'],
  ['0.378472222222222', 'h:mm:ss', '09:05:00'],
  ['0.378472222222222', 'h"时"mm"分"ss"秒"', '09:05:00'],
  ['0', 'h:mm', '00:00'],
  // 18 h 47 min are 1127/1440 = 0.782638888…; 42 h 47 min one day more.
  ['0.782638888888889', '[h]:mm:ss', '18:47:00'],
  ['1.782638888888889', '[h]:mm:ss', '42:47:00'],
  ['1.782638888888889', '[h]:mm', '42:47:00'],
  ['1.782638888888889', 'h:mm', '42:47:00'],
  ['0.782638888888889', '[mm]:ss', '18:47:00'],
  // 5 min 30 s = 330/86400.
  ['0.003819444444444444', 'mm:ss', '00:05:30'],
  ['-0.5', '[h]:mm:ss', '-12:00:00'],
  // The days that only spreadsheets know, and those that no calendar has.
  ['1', DATE, '1900-01-01'],
  ['59', DATE, '1900-02-28'],
  ['60', DATE, '1900-02-29'],
  ['61', DATE, '1900-03-01'],
  ['0', DATE, '1900-01-00'],
  ['2958465', DATE, '9999-12-31'],
  ['2958466', DATE, '2958466'],
  ['-1', DATE, '-1'],
])('%s shown as %s is %s', (written, code, text) => {
  const format = readFormat(code);
  expect(format && serialText(written, format, false)).toBe(text);
});

test.each([
  // The system of 1904 begins 1462 days later: 46148 − 1462 = 44686.
  ['44686', DATE, '2026-05-06'],
  ['44686.378472222219', SECOND, '2026-05-06 09:05:00'],
  ['0', DATE, '1904-01-01'],
  ['60', DATE, '1904-03-01'],
  ['2957003', DATE, '9999-12-31'],
  ['2957004', DATE, '2957004'],
])('in the system of 1904 %s shown as %s is %s', (written, code, text) => {
  const format = readFormat(code);
  expect(format && serialText(written, format, true)).toBe(text);
});

test.each([
  ['General'],
  ['G/通用格式'],
  ['0'],
  ['0.00'],
  ['#,##0.00_);[Red](#,##0.00)'],
  ['0.00E+00'],
  ['0%'],
  ['@'],
  ['"共"0"小时"'],
  ['0"d"'],
  ['¥#,##0.00'],
  ['[>=100]0;0.0'],
  ['_ * #,##0.00_ '],
  ['[$€-407]#,##0'],
])('the format %s is of plain numbers', (code) => {
  expect(readFormat(code)).toBeUndefined();
});

test.each([
  [14, '2026-05-06 09:05'],
  [22, '2026-05-06 09:05'],
  [31, '2026-05-06 09:05'],
  [57, '2026-05-06 09:05'],
  [21, '2026-05-06 09:05:00'],
  [33, '2026-05-06 09:05:00'],
  [56, '2026-05-06 09:05:00'],
])('the format that is number %i tells how precise it is', (id, text) => {
  const format = builtInFormat(id);
  expect(format && serialText('46148.378472222219', format, false)).toBe(text);
});

test('numbers 0 to 13, 37 to 40, 48 and 49 are no dates', () => {
  const numbers = [...Array.from({ length: 14 }, (_, id) => id), 37, 38, 39, 40, 48, 49];
  expect(numbers.filter((id) => builtInFormat(id) !== undefined)).toEqual([]);
});

test('every millisecond of a century comes back, written with 17 digits or 15', () => {
  const from = Date.UTC(1950, 0, 1);
  const format = readFormat('yyyy-mm-dd hh:mm:ss.000');
  if (format === undefined) throw new Error('a date');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 365 * 86_400_000 }), fc.boolean(), (millis, isShort) => {
      const at = from + millis;
      // Day 25569 is 1 January 1970: 70 years with 17 leap days, 25567, day 1 being the first, and the day that never was.
      const serial = at / 86_400_000 + 25_569;
      // 15 digits of a number of five before the point are steps of 0.00000864 ms.
      const written = isShort ? serial.toPrecision(15) : String(serial);
      // Of so few decimals nobody knows the millisecond: 46148.37847 is taken for the second that is near.
      fc.pre((written.split('.')[1] ?? '').length > 8);
      const iso = new Date(at)
        .toISOString()
        .replace('T', ' ')
        .replace(/(\.000)?Z$/, '');
      expect(serialText(written, format, false)).toBe(iso);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
