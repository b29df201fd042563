import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { SourceFigures } from '../../src/domain/source-figures.ts';
import { runIn } from '../cli/made-world.ts';
import { tableAfter } from './shipped-month.ts';

// Real rows of a city that flags each case itself. What is expected is counted here from its own stamps, which are wall-clock
// time of one zone and compare as text once they are written year first, or in UTC; and it must be what the README says.

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'exports', 'city-311');
const expectations = tableAfter(readFileSync(join(folder, 'README.md'), 'utf8'), '| export | as of |');

const POLICY = `slaudit: 1
timezone: America/New_York
records:
  preset: boston-311
  verdict: {column: [on_time, ontime, OnTime_Status], clock: closing, breached: OVERDUE, met: ONTIME}
clocks:
  closing: {start: created, stop: resolved, due: deadline}
`;

/** A stamp that compares as text; '' where there is none. */
function sortable(text = ''): string {
  const [, month = '', day = '', year = '', hour = '', rest = '', half = ''] =
    /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d)(:\d\d:\d\d) (AM|PM)$/.exec(text) ?? [];
  if (year === '') return text;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `${year}-${month}-${day} ${String(hours).padStart(2, '0')}${rest}`;
}

/** The first of the columns that the row has. */
function cell(row: Readonly<Record<string, string>>, ...names: readonly string[]): string {
  return names.map((name) => row[name]).find((text) => text !== undefined) ?? '';
}

test.each(expectations)('$export: the agreement is that of another count, and the README’s', async (expected) => {
  const { export: file = '', 'as of': asOf = '' } = expected;
  const text = readFileSync(join(folder, file), 'utf8');
  const rows = parse(text, { columns: true, bom: true }) as Readonly<Record<string, string>>[];
  let [agree, disagree, silent, open] = [0, 0, 0, 0];
  for (const row of rows) {
    const opened = sortable(cell(row, 'OPEN_DT', 'open_dt', 'open_date'));
    const deadline = sortable(cell(row, 'TARGET_DT', 'target_dt', 'sla_target_dt', 'target_close_date'));
    const closed = sortable(cell(row, 'CLOSED_DT', 'closed_dt', 'close_date'));
    const flag = cell(row, 'OnTime_Status', 'ontime', 'on_time');
    const isJudged = deadline !== '' && !(closed !== '' && closed < opened);
    const isLate = closed === '' ? deadline < asOf : closed > deadline;
    const isKept = closed !== '' && closed <= deadline;
    if (flag !== 'ONTIME' && flag !== 'OVERDUE') silent += 1;
    else if (!isJudged || (!isLate && !isKept)) open += 1;
    else if (isLate === (flag === 'OVERDUE')) agree += 1;
    else disagree += 1;
  }

  const files = { 'policy.yaml': POLICY, [file]: text };
  const args = ['-p', 'policy.yaml', '--view', 'source', '-f', 'json', '--quiet', '--as-of', asOf, file];
  const outcome = await runIn({ files }, 'report', ...args);
  expect(outcome.code).toBe(0);
  const [clock] = (JSON.parse(outcome.stdout) as SourceFigures).clocks;
  expect([clock?.agree, clock?.disagree, clock?.silent, clock?.open]).toEqual([agree, disagree, silent, open]);
  expect(clock?.tickets).toBe(rows.length);
  const sum = (saying: 'met' | 'breached') => String(clock?.confusion.reduce((all, counts) => all + counts[saying], 0));
  expect([sum('met'), sum('breached')]).toEqual([expected['ONTIME'], expected['OVERDUE']]);
});

// Weeks of seven days instead of the city's working days: what was late by the one and not by the other.
test('a target of our own is held against the flag of the city, case by case', async () => {
  const file = '2015.csv';
  const text = readFileSync(join(folder, file), 'utf8');
  const policy = POLICY.replace('due: deadline', 'within: 240h');
  const files = { 'policy.yaml': policy, [file]: text };
  const args = ['-p', 'policy.yaml', '--view', 'source', '-f', 'json', '--quiet', '--as-of', '2016-01-13', file];
  const outcome = await runIn({ files }, 'report', ...args);
  const [clock] = (JSON.parse(outcome.stdout) as SourceFigures).clocks;
  const records = await runIn(
    { files },
    ...['evaluate', '-p', 'policy.yaml', '--quiet', '--as-of', '2016-01-13', '-f', 'csv', file],
  );
  const verdicts = parse(records.stdout, { columns: true }) as Readonly<Record<string, string>>[];
  const apart = verdicts.filter(({ outcome: ours, city_verdict: theirs }) =>
    ours === 'met' ? theirs === 'OVERDUE' : ours === 'breached' && theirs === 'ONTIME',
  );
  expect(apart.length).toBeGreaterThan(20);
  expect(clock?.rows.map(({ ticket }) => ticket).toSorted()).toEqual(apart.map(({ ticket = '' }) => ticket).toSorted());
});
