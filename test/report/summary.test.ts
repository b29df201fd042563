import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/locale/width.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import type { FormatName } from '../../src/report/formats/formats.ts';
import { render } from '../../src/report/render.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import { findings, firstResponse, october } from './october.ts';
import { chinese, english } from './reader.ts';

function show(view: ViewName, options: RenderOptions, format: FormatName = 'table', report = october): string {
  return [...render({ report, findings }, view, format, options)].join('');
}

/** The lines of each table up to the blank line after it, but for its caption or the first line of its head. */
function tables(page: string): string[][] {
  return page
    .split('\n\n')
    .map((part) => part.split('\n'))
    .filter((lines) => lines.some((line) => /^-[- ]*-$/.test(line)))
    .map((lines) => lines.filter((line) => line !== '').slice(1));
}

const languages: [string, RenderOptions][] = [
  ['Chinese', chinese],
  ['English', english],
];

describe.each(languages)('on 80 columns, in %s', (_, options) => {
  const everyView = Object.keys(views) as ViewName[];

  test.each(everyView)('no line of %s is wider, and the lines of a table are of one width', (view) => {
    const page = show(view, options);
    expect(page.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(tables(page).length).toBeGreaterThan(0);
    for (const table of tables(page)) expect(new Set(table.map(displayWidth)).size).toBe(1);
  });
});

const summary = show('summary', chinese);

describe('a summary in Chinese', () => {
  const lines = summary.split('\n');

  test('opens with the policy, the period and the instant, by the policy’s clock', () => {
    expect(lines.slice(0, 4)).toEqual([
      '售后服务响应时限控制制度',
      '期间：2026-10（自2026-10-01 00:00:00起，至2026-11-01 00:00:00前）',
      '截至：2026-11-01 00:00:00（时区 Asia/Shanghai）',
      '读取文件1个，共1,302行，采用1,300行，搁置2行。',
    ]);
  });

  test.each([
    ['why rows were set aside', '时间无法读取     1'],
    ['the resolution rate with both its numbers', '14     1       9         9/13  69.231%'],
    ['attainment with both its numbers and the objective', '首次响应 +9     2       1       9/11  81.818%  90% 未达'],
    [
      'runs: 9 + 2 met and breached, 1 going, 1 undecided, 1 cancelled',
      '首次响应 +1         1     1     0       0    14',
    ],
    ['open hours and wall clock side by side, the mean of 4325.5 s to the second', '平均 +1小时12分6秒 +2小时30分0秒'],
    ['4 hours 20 seconds, not 4 hours (S7)', '90分位 +4小时0分20秒 +5小时33分20秒'],
    ['what the averages leave out', '未计入：未结束 +2 +2'],
    ['who breached how gravely', '（未分配） +1     0     1         1'],
    ['each party with its breaches', '李晓明 +2'],
    ['and the clocks under it', '首次响应 +9/11  81.818% +1小时12分6秒 +82小时42分12秒 +2'],
    ['findings in Chinese', '某行没有工单号     1'],
  ])('shows %s', (_, line) => {
    expect(summary).toMatch(new RegExp(`(^|\\n)( *)${line.replaceAll('（', '\\（')} *(\\n|$)`));
  });

  test('titles are the policy’s in the reader’s language', () => {
    expect(summary).toContain('首次响应');
    expect(summary).not.toContain('First');
    expect(show('summary', english)).toContain('First response');
  });
});

test('without breaches and findings it says so', () => {
  const calm = { ...october, breaches: [], findings: [], groups: [] };
  expect(show('summary', english, 'table', calm)).toMatch(
    /Breaches by who answers for them\nNone\.\n\nFindings: .*\nNone\.\n$/,
  );
});

describe('colour', () => {
  const ansi = '\u001b[';

  test('only where it is asked for', () => {
    expect(summary).not.toContain(ansi);
    expect(show('summary', { ...chinese, colour: true })).toContain(`${ansi}31m`);
  });

  test('changes nothing but colour', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colour is made of
    const stripped = show('summary', { ...chinese, colour: true }).replaceAll(/\u001b\[\d+m/g, '');
    expect(stripped).toBe(summary);
  });
});

describe('for machines', () => {
  test('json is the report itself', () => {
    expect(JSON.parse(show('summary', english, 'json'))).toEqual(october);
    expect(show('summary', chinese, 'json')).toBe(`${JSON.stringify(october, undefined, 2)}\n`);
  });

  const [header = '', ...rows] = show('summary', english, 'csv').trimEnd().split('\n');
  const keys = header.split(',');
  const records = rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [keys[index], cell])));

  test('csv is one long table: a row for tickets, a row for each clock, of each group', () => {
    expect(keys.slice(0, 4)).toEqual(['period', 'by', 'group', 'clock']);
    // The whole: 1 + 2. Employees: 1 + 2, 1 + 1, 1 + 1. Channels: 1 + 1.
    expect(rows).toHaveLength(3 + 7 + 2);
    expect(rows.map((row) => row.split(',').length)).toEqual(rows.map(() => keys.length));
  });

  test('its cells are the report’s figures', () => {
    expect(records[0]).toMatchObject({
      ...{ period: '2026-10', by: '', group: '', clock: '', tickets_created: '14', resolution_numerator: '9' },
      ...{ resolution_denominator: '13', resolution_percent: '69.231', runs: '', open_mean_s: '' },
    });
    expect(records[4]).toMatchObject({
      ...{ by: 'employee', group: '李晓明', clock: 'first_response', group_kind: 'employee', tickets_created: '' },
      ...{ runs: '14', met: '9', breached: '2', breached_open: '1', attainment_percent: '81.818' },
      ...{ objective_percent: '90', objective_reached: 'false', severity: '轻微=1 严重=1' },
      ...{ open_n: '10', open_mean_s: '4325.5', wall_p95_s: '400000', left_out_not_stopped: '2' },
    });
    expect(records[6]).toMatchObject({ by: 'employee', group: '', group_kind: 'unassigned', clock: '' });
  });

  test('columns do not depend on what happened', () => {
    const quiet = { ...october, clocks: [{ ...firstResponse, objective: null }], groups: [], breaches: [] };
    expect(show('summary', english, 'csv', quiet).split('\n')[0]).toBe(header);
  });

  test('breaches have a column for each fact of a line', () => {
    expect(show('breaches', english, 'csv').split('\n')).toEqual([
      'ticket,clock,target,cycle,started_at,due_at,stopped_at,elapsed_s,within_s,over_s,severity,charged_to,charged_kind',
      'OPS-118,first_response,phone,1,2026-10-08T01:00:00Z,2026-10-08T05:00:00Z,2026-10-08T05:00:20Z,14420,14400,20,轻微,李晓明,employee',
      'OPS-207,first_response,2,2,2026-10-30T01:00:00Z,2026-10-31T01:00:00.250Z,,140400,86400,54000,严重,,unassigned',
      '',
    ]);
  });

  test('findings have their places', () => {
    expect(
      show('quality', english, 'ndjson')
        .split('\n')
        .map((line) => line && JSON.parse(line).line),
    ).toEqual([12, 207, '']);
  });
});

describe('breaches for people', () => {
  test('a thousand of them are one table', () => {
    const breaches = Array.from({ length: 1000 }, (_, n) => ({ ...october.breaches[n % 2]!, ticket: `OPS-${n}` }));
    const [table = []] = tables(show('breaches', { ...chinese, width: 200 }, 'table', { ...october, breaches }));
    // The rule, then a line for each: the head was left out.
    expect(table).toHaveLength(1 + 1000);
    expect(new Set(table.map(displayWidth)).size).toBe(1);
    expect(table.slice(1).map((line) => line.split(' ')[0])).toEqual(breaches.map(({ ticket }) => ticket));
  });

  test('the time it ran out by the policy’s clock, and by how much, exactly', () => {
    const wide = show('breaches', { ...english, width: 200 });
    expect(wide).toMatch(/OPS-118 .* 2026-10-08 13:00:00 +2026-10-08 13:00:20 +20s\n/);
    expect(wide).toMatch(/OPS-207 .* \(unassigned\) .* 2026-10-31 09:00:00\.250 +still open +15h 0m 0s\n/);
  });

  test('a duty’s missed interval is not called open', () => {
    const duties = { ...october, clocks: [{ ...firstResponse, kind: 'duty' }] };
    expect(show('breaches', english, 'table', duties)).not.toContain('still open\n');
    expect(show('breaches', { ...english, width: 200 }, 'table', duties)).toContain('interval missed');
  });
});

test('findings for people stand under their kind, with file and line', () => {
  const page = show('quality', english);
  expect(page).toMatch(/A row without a ticket \[missing-ticket\]: 1\n.*\n.*\n.* tickets\.csv:12\n/);
  expect(page).toMatch(/OPS-118 +tickets\.csv:207:3\n/);
});
