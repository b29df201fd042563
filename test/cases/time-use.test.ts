import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandOverFigures, LoadFigures, TimeUseFigures } from '../../src/domain/time-figures.ts';
import { runCase } from './run-case.ts';

// The shipped month, counted a second time from the bare rows of the export, by nothing of the program's own.

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const file = 'exports/after-sales/2026-10.csv';
const out = mkdtempSync(join(tmpdir(), 'slaudit-time-use-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Told {
  readonly timeUse: TimeUseFigures;
  readonly load: LoadFigures;
  readonly handOvers: HandOverFigures;
}

const rows = parse<Record<string, string>>(readFileSync(join(fixtures, file), 'utf8'), { columns: true, bom: true });
// One row of the export has no ticket number: nobody can use it.
const usable = rows.filter((row) => row['工单号'] !== '');
const tickets = [...Map.groupBy(usable, (row) => row['工单号']).values()].map((own) =>
  own.toSorted((a, b) => String(a['时间']).localeCompare(String(b['时间']), 'en')),
);
/** When it was created, as the clock on the wall of Shanghai has it. */
const createdAt = tickets.map(([first]) => String(first?.['时间']));
const isOctober = (time: string) => time.startsWith('2026-10');

/** Each change from one name to another; a blank cell changes nothing. */
const handOvers = tickets.map((own) => {
  const names = own.flatMap((row) => (row['负责人'] ? [{ name: row['负责人'], time: String(row['时间']) }] : []));
  return names.flatMap(({ name, time }, index) => {
    const before = names[index - 1]?.name;
    return before === undefined || before === name || !isOctober(time) ? [] : [`${before} → ${name}`];
  });
});

describe('after-sales, October 2026', () => {
  let told: Told;
  beforeAll(async () => {
    const words = ['report', file, '-p', 'policies/trading-company.yaml', '--period', '2026-10', '-f', 'json'];
    const program = join(fixtures, '..', 'bin', 'slaudit.js');
    const result = await runCase(
      { folder: fixtures, words, stdin: '' },
      { program, out, timeZone: 'America/New_York' },
    );
    expect(result.exit, result.stderr).toBe(0);
    told = JSON.parse(result.stdout) as Told;
  }, 60_000);

  test('tickets created by hour and by weekday', () => {
    const here = createdAt.filter(isOctober);
    expect(told.load.whole.created).toBe(here.length);
    for (const { hour, created } of told.load.hours) {
      expect(created).toBe(here.filter((time) => Number(time.slice(11, 13)) === hour).length);
    }
    for (const { weekday, created } of told.load.weekdays) {
      // 2026-10-05 was a Monday.
      const isOn = (time: string) => (Number(time.slice(8, 10)) + 2) % 7 === weekday;
      expect(created).toBe(here.filter(isOn).length);
    }
  });

  test('October of the calendar: 31 days, the holiday of the 1st to the 7th, the 10th worked instead', () => {
    // Monday to Friday are 22 days; without the 1st, 2nd, 5th, 6th and 7th 17, and with the Saturday of the 10th 18.
    const { specialDays, whole } = told.load;
    const dates = (which: string) => specialDays.filter(({ is }) => is === which).map(({ date }) => date.slice(8));
    expect(dates('closed')).toEqual(['01', '02', '05', '06', '07']);
    expect(dates('open')).toEqual(['10']);
    expect(whole.workingDays).toBe(18);
    expect(told.load.whole.daysInSpan).toBe(31);
    expect(told.load.weekdays.map(({ daysInSpan }) => daysInSpan)).toEqual([4, 4, 4, 5, 5, 5, 4]);
  });

  test('hand-overs, from whom to whom, and how many of a ticket', () => {
    const pairs = Object.fromEntries(
      told.handOvers.pairs.map(({ from, to, handOvers: count }) => [`${from.name} → ${to.name}`, count]),
    );
    const counted = Map.groupBy(handOvers.flat(), (pair) => pair);
    expect(pairs).toEqual(Object.fromEntries(Array.from(counted, ([pair, all]) => [pair, all.length])));
    for (const { handOvers: count, tickets: found } of told.handOvers.distribution.filter(
      (each) => each.handOvers > 0,
    )) {
      expect(found).toBe(handOvers.filter(({ length }) => length === count).length);
    }
  });

  test('the longest runs: their parts add up to the time on the wall', () => {
    for (const { longest } of told.timeUse.clocks) {
      expect(longest.lines.length).toBe(20);
      for (const { wall, parts } of longest.lines) {
        expect(parts.reduce((sum, { length }) => sum + length * 1000, 0)).toBe(wall * 1000);
      }
    }
  });
});
