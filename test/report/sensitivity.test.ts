import { expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import type { FormatName } from '../../src/report/formats/formats.ts';
import { renderTable } from '../../src/report/formats/terminal-table.ts';
import { render } from '../../src/report/render.ts';
import { findings, october, reread } from './october.ts';
import { chinese, english } from './reader.ts';
import { written } from './written.ts';

function show(format: FormatName, report: Report = reread, options: RenderOptions = english): string {
  return written(render({ report, findings }, 'sensitivity', format, options));
}

test('the page is the summary and, after it, every reading with what it means and whose breaches shift', () => {
  const summary = written(render({ report: reread, findings }, 'summary', 'table', english));
  const page = show('table');
  expect(page.startsWith(summary)).toBe(true);
  expect(
    page
      .slice(summary.length)
      .split('\n')
      .map((line) => line.trimEnd()),
  ).toEqual([
    '',
    'If a rule were read otherwise',
    'Each rule of the policy that could also be read otherwise is read so, for all',
    'clocks that it concerns, and all is judged again.',
    'Breaches as the policy is written: 2.',
    '',
    expect.stringMatching(/^Reading +More +Fewer +In other +Breaches$/),
    expect.stringMatching(/^ +hands +then$/),
    expect.stringMatching(/^[- ]+$/),
    expect.stringMatching(/^boundary: exclusive, instead of inclusive +1 +0 +1 +3$/),
    '  What is finished exactly when the time is used up is too late.',
    expect.stringMatching(/^reopen: first, instead of continue, cycle +0 +0 +0 +2$/),
    '  The first stop is final; nothing that follows a reopening is timed.',
    '',
    'Whose breaches hang on a reading',
    expect.stringMatching(/^Reading, +Breaches +More +Taken over +Handed on +Breaches then$/),
    expect.stringMatching(/^Charged to +as written$/),
    expect.stringMatching(/^[- ]+$/),
    'boundary: exclusive',
    expect.stringMatching(/^ {2}李晓明 \(1001\) +1 +1 +0 +1 +1$/),
    expect.stringMatching(/^ {2}\(unassigned\) +1 +0 +1 +0 +2$/),
    '',
  ]);
});

test('where nothing hangs on a reading, the page says so', () => {
  const stable = { ...reread, sensitivity: reread.sensitivity?.slice(1) ?? [] };
  expect(show('table', stable, chinese)).toContain('哪些责任方的超时取决于解读\n没有：无论取哪种解读，');
  expect(show('table', { ...reread, sensitivity: [] })).toContain('No rule of this policy could be read otherwise.');
});

test('a long list of parties says how many are not shown, and how to see them', () => {
  const [first] = reread.sensitivity ?? [];
  const [party] = first?.parties ?? [];
  const parties = Array.from({ length: 30 }, (_, index) => ({ ...party!, name: String(1001 + index) }));
  // 20 are shown; the other 10 have two verdicts each.
  expect(show('table', { ...reread, sensitivity: [{ ...first!, parties }] })).toContain(
    'and 10 more, with 20 verdicts; all of them: --sensitivity -f csv',
  );
});

test('for machines: a row for everything, one for each party, one for each verdict behind its numbers', () => {
  const head = '2026-10,boundary: exclusive,S6,inclusive,first_response';
  expect(show('csv')).toBe(
    [
      'period,reading,question,as_written,clocks,group,group_kind,ticket,clock,cycle,breaches,more,fewer,taken_over,handed_on,breaches_then',
      `${head},,,,,,2,1,0,1,1,3`,
      `${head},1001,employee,,,,1,1,0,0,1,1`,
      `${head},1001,employee,OPS-118,first_response,1,,0,0,0,1,`,
      `${head},1001,employee,OPS-207,first_response,1,,1,0,0,0,`,
      `${head},,unassigned,,,,1,0,0,1,0,2`,
      `${head},,unassigned,OPS-118,first_response,1,,0,0,1,0,`,
      '2026-10,reopen: first,S15,continue+cycle,first_response+x,,,,,,2,0,0,0,0,2',
      '',
    ].join('\n'),
  );
  expect(show('ndjson').split('\n')).toHaveLength(8);
  expect(JSON.parse(show('json'))).toEqual(reread);
});

test('a report that was not asked has neither page nor records', () => {
  expect(show('table', october)).toBe(written(render({ report: october, findings }, 'summary', 'table', english)));
  expect(show('ndjson', october)).toBe('');
});

test('a title of two words is broken between them, however narrow its column', () => {
  const columns = [
    { key: 'name', title: 'Name', kind: 'text' as const },
    { key: 'then', title: 'Breaches then', kind: 'count' as const },
  ];
  const [first, second] = renderTable({ columns, rows: [['x'.repeat(30), 1]] }, { ...english, width: 40 }).split('\n');
  expect([first, second]).toEqual([expect.stringMatching(/ Breaches$/), expect.stringMatching(/ {5}then$/)]);
});
