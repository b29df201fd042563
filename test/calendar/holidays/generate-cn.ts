import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseDate } from '../../../src/calendar/dates.ts';

// Prints src/calendar/holidays/cn.ts from the development dependency chinese-days:
//   node test/calendar/holidays/generate-cn.ts > src/calendar/holidays/cn.ts

/** Date → "Spring Festival,春节,4": English name, Chinese name, days of the holiday that the law grants. */
type Days = Readonly<Record<string, string>>;

const require = createRequire(import.meta.url);

export function generateCn(): string {
  const source: { holidays: Days; workdays: Days } = readJson('chinese-days/dist/chinese-days.json');
  const { version }: { version: string } = readJson('chinese-days/package.json');
  const dates = Object.keys({ ...source.holidays, ...source.workdays }).sort();
  const years = Map.groupBy(dates, (date) => date.slice(0, 4));
  return [
    `// Printed by test/calendar/holidays/generate-cn.ts from chinese-days ${version} (MIT): do not edit.`,
    `import type { HolidayTable } from './holiday-table.ts';`,
    '',
    `/** Mainland China: days off and make-up working days (调休) as the State Council announces them each November. */`,
    'export const cn: HolidayTable = {',
    ...Array.from(years, ([year, ofYear]) => `  ${year}: [\n${rowsOf(source, ofYear).join('')}  ],`),
    '};',
    '',
  ].join('\n');
}

function rowsOf(source: { holidays: Days; workdays: Days }, dates: readonly string[]): string[] {
  const names = new Set(dates.map((date) => chineseName(source.holidays[date] ?? source.workdays[date])));
  return Array.from(names, (name) => {
    const daysOff = dates.filter((date) => chineseName(source.holidays[date]) === name);
    const makeUpDays = dates.filter((date) => chineseName(source.workdays[date]) === name);
    const monthAndDay = makeUpDays.map((date) => date.slice(5));
    return `    ['${name}', '${ranges(daysOff)}', '${monthAndDay.join(' ')}'],\n`;
  });
}

function chineseName(names: string | undefined): string | undefined {
  return names?.split(',')[1];
}

function ranges(dates: readonly string[]): string {
  const runs: string[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && dayNumber(date) === dayNumber(last) + 1) run.push(date);
    else runs.push([date]);
  }
  return runs.map((run) => [...new Set([run.at(0), run.at(-1)])].map((date) => date?.slice(5)).join('..')).join(' ');
}

function dayNumber(date: string): number {
  const number = parseDate(date);
  if (number === undefined) throw new Error(`chinese-days has a date "${date}"`);
  return number;
}

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(generateCn());
