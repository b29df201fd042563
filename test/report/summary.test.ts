import { describe, expect, test } from 'vitest';
import type { Breakdown, ClockFigures, Report } from '../../src/domain/report.ts';
import { consequenceFigures } from '../../src/figures/consequences.ts';
import { collect } from '../../src/figures/figures.ts';
import { displayWidth } from '../../src/locale/width.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import type { FormatName } from '../../src/report/formats/formats.ts';
import { render } from '../../src/report/render.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import { breaches, consequences, scope } from '../figures/consequences-in-october.ts';
import { policy, response } from '../figures/verdicts.ts';
import { crowded, detailed, excused, findings, firstResponse, handover, october, reread } from './october.ts';
import { chinese, english } from './reader.ts';
import { written } from './written.ts';

function show(view: ViewName, options: RenderOptions, format: FormatName = 'table', report = october): string {
  return written(render({ report, findings }, view, format, options));
}

/** The lines of each table up to the blank line after it, but for its caption or the first line of its head. */
function tables(page: string): string[][] {
  return page
    .split('\n\n')
    .map((part) => part.split('\n'))
    .filter((lines) => lines.some((line) => /^-[- ]*-$/.test(line)))
    .map((lines) => lines.filter((line) => line !== '').slice(1));
}

const figures = consequenceFigures(consequences, breaches, scope);

const languages: [string, RenderOptions][] = [
  ['Chinese', chinese],
  ['English', english],
];

describe.each(languages)('in %s', (_, options) => {
  const everyView = Object.keys(views) as ViewName[];
  const months = {
    october,
    detailed,
    excused,
    'excused, detailed': inDetail(excused),
    reread,
    crowded: crowded(30),
    'crowded and detailed': inDetail(crowded(30)),
  };
  const pages = everyView.flatMap((view) =>
    Object.entries(months).flatMap(([name, month]) => {
      const report = { ...month, consequences: figures };
      return [80, 120].map((width) => ({ view, name, report, width }));
    }),
  );

  test.each(pages)('no line of $view of $name is wider than $width, the lines of a table are of one width', (page) => {
    const { view, width } = page;
    const shown = show(view, { ...options, width }, 'table', page.report);
    expect(shown.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
    const hasSubject = views[view].hasSubject?.({ report: page.report, findings }) ?? true;
    if (hasSubject) expect(tables(shown).length).toBeGreaterThan(0);
    for (const table of tables(shown)) expect(new Set(table.map(displayWidth)).size).toBe(1);
  });
});

function inDetail(report: Report): Report {
  return { ...report, groups: report.groups.map((grouping) => ({ ...grouping, detailed: true })) };
}

const summary = show('summary', chinese);

describe('a summary in Chinese', () => {
  const lines = summary.split('\n');

  test('opens with the policy, the period and the instant, by the policy’s clock', () => {
    expect(lines.slice(0, 4)).toEqual([
      '售后服务响应时限控制制度',
      '期间：2026-10（自2026-10-01 00:00:00起，至2026-11-01 00:00:00前）',
      '截至：2026-11-01 00:00:00（时区 Asia/Shanghai）',
      '读取文件1个，共1,302行，采用1,300行，未采用2行。',
    ]);
  });

  test.each([
    ['why rows were set aside', '时间无法读取     1'],
    ['the resolution rate with both its numbers', '14     1       9         9/13   69.2%'],
    [
      'attainment with both its numbers, the objective, breaches and those still open',
      '首次响应 +9/11   81.8%  90% 未达     2           1',
    ],
    ['runs: 9 + 2 met and breached, 1 going, 1 undecided, 1 cancelled', '首次响应 +1         1     1    14'],
    // 1 + 2 + 1 left out. 4325.5 s to the second, 600 s, 4 h 20 s (not 4 h, S7), 297732 s = 82 · 3600 + 42 · 60 + 12.
    ['times in open hours', '工作时间    10       4  1:12:06  0:10:00  4:00:20   82:42:12   82:42:12'],
    // 9000 s, 660 s, 20000 = 5 · 3600 + 33 · 60 + 20, 400000 = 111 · 3600 + 6 · 60 + 40.
    ['and on the wall, under it', '自然时间    10       4  2:30:00  0:11:00  5:33:20  111:06:40  111:06:40'],
    ['who breached how gravely', '（未分配） +1     0     1         1'],
    // Both clocks: 9 + 0 of 11 + 0, 2 + 0 breaches; the mean is that of the one clock of kind response.
    ['each employee on one line', '李晓明            14   69.2%       9/11   81.8%         2       1:12:06'],
    ['a group nobody of which was ever judged', '维修部（部门）     0   69.2%        0/0       -         0 +-'],
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

describe('times', () => {
  const timesOf = (clock: Partial<ClockFigures>, report = october) =>
    show('summary', { ...english, width: 120 }, 'table', { ...report, clocks: [{ ...firstResponse, ...clock }] });
  const durations = { n: 3, mean: 10.5, median: 61.25, p90: 3600.004, p95: 3600.004, longest: 3600.004 };

  test('a run’s own length keeps its milliseconds, a mean above a minute has none', () => {
    // Of three runs the median is one of them.
    expect(timesOf({ open: durations })).toMatch(
      /Open hours +3 +4 +0:00:10.500 +0:01:01.250 +1:00:00.004 +1:00:00.004/,
    );
    // Of four it is the mean of two: 61.25 s to the second.
    expect(timesOf({ open: { ...durations, n: 4, mean: 100.4 } })).toMatch(/Open hours +4 +4 +0:01:40 +0:01:01 +1:00/);
  });

  test('a clock none of whose runs can be measured says so, one without runs is not there', () => {
    const unmeasured = { n: 0, mean: null, median: null, p90: null, p95: null, longest: null };
    expect(timesOf({ open: unmeasured, wall: unmeasured })).toMatch(/Open hours +0 +4 +- +- +- +- +-\n/);
    expect(timesOf(handover)).not.toContain('Times of finished runs');
  });

  test('a long title has a line of its own, wrapped only at the end of the screen', () => {
    const title = { en: `${'First solution by the department '.repeat(2)}after hand-over` };
    // 33 · 2 + 15 = 81.
    expect(timesOf({ title })).toContain(`\n${title.en} `);
    const narrow = show('summary', english, 'table', { ...october, clocks: [{ ...firstResponse, title }] });
    expect(narrow).toMatch(/P90 .*\n-[- ]*\nFirst solution by .* after +\nhand-over +\n {2}Open hours/);
  });
});

describe('runs in no attainment', () => {
  const calm = { ...firstResponse, running: 0, cancelled: 0, undecided: 0 };
  const page = (...clocks: ClockFigures[]) => show('summary', english, 'table', { ...october, clocks, groups: [] });

  test('are not spoken of where there are none', () => {
    expect(page(calm, handover)).not.toContain('Runs in no attainment');
  });

  test('only clocks and columns that have some: 2 going (1 running, 1 paused) of 9 + 2 + 2', () => {
    expect(page({ ...calm, running: 1, paused: 1 }, handover)).toMatch(
      /Runs in no attainment\nClock +In time so far +Runs\n[- ]+\nFirst response +2 +13\n\n/,
    );
  });
});

describe('groups', () => {
  const groupsOf = (report: Report) => show('summary', english, 'table', report).split('\nBy employee')[1] ?? '';

  test('without a clock of kind response, or with several, no mean is given', () => {
    const plain = { ...firstResponse, kind: 'plain' };
    expect(groupsOf(october)).toContain('Mean first');
    expect(groupsOf({ ...october, clocks: [plain] })).not.toContain('Mean first');
    expect(groupsOf({ ...october, clocks: [firstResponse, { ...firstResponse, clock: 'next' }] })).not.toContain(
      'Mean',
    );
  });

  test('without a clock of kind resolution no rate is given', () => {
    expect(groupsOf({ ...october, tickets: { ...october.tickets, resolution: null } })).not.toContain('Resolution');
  });

  test('promises kept are summed up over the clocks: 9 + 3 of 11 + 4, 12/15 = 80 %, 2 + 1 breaches', () => {
    const other = { ...handover, met: 3, breached: 1, attainment: { numerator: 3, denominator: 4, percent: 75 } };
    const [employee] = october.groups;
    const groups = [{ by: 'employee', groups: [{ ...employee!.groups[0]!, clocks: [firstResponse, other] }] }];
    expect(groupsOf({ ...october, groups })).toMatch(/李晓明 +14 +69.2% +12\/15 +80% +3 +1:12:06\n/);
  });

  test('25 of them are all shown', () => {
    const page = groupsOf(crowded(25));
    expect(page).toContain('\n1025 ');
    expect(page).not.toContain('more');
  });

  test('of 26, the 20 with most breaches; the others have 6 + 5 + 4 + 3 + 2 + 1', () => {
    const page = show('summary', english, 'table', crowded(26));
    const note = 'and 6 more, with 21 breaches; all of them: --by employee -f csv';
    expect(page.match(/\n1020 /g)).toHaveLength(2);
    expect(page).not.toContain('\n1021 ');
    expect(page.match(new RegExp(`\\n1020 .*\\n${note} *\\n`, 'g'))).toHaveLength(2);
  });

  test('that were asked for are shown each with its clocks, however many', () => {
    const page = show('summary', english, 'table', inDetail(crowded(26)));
    // Breaches by who answers, the group, its tickets.
    expect(page.match(/\n1026 /g)).toHaveLength(3);
    expect(page).not.toContain('more');
  });

  test('are in detail only where somebody asked for them by name', () => {
    const rest = { rows: october.rows, findings: [] };
    const groupings = (by?: readonly Breakdown[]) =>
      collect(policy([response], ['channel']), { asOf: 0, ...(by && { by }) }).finish(rest).groups;
    expect(groupings([{ by: 'channel' }]).map(({ by, detailed: asked }) => [by, asked])).toEqual([['channel', true]]);
    expect(groupings().map(({ by, detailed: asked }) => [by, asked])).toEqual([
      ['employee', undefined],
      ['channel', undefined],
    ]);
  });

  test('in detail: the name with its breaches, a line for each clock, and the tickets', () => {
    const page = show('summary', chinese, 'table', detailed);
    expect(page).toMatch(
      /\n李晓明 +2\n {2}首次响应 +9\/11 +81.8% +1:12:06 +82:42:12 +2\n {2}转交部门后首次解决方案 +0\/0 +-/,
    );
    expect(page).toMatch(/\n按员工：工单\n.*\n.*\n李晓明 +14 +1 +9 +9\/13 +69.2%\n\n/);
  });
});

describe('colour', () => {
  const ansi = '\u001b[';

  test('only where it is asked for', () => {
    expect(summary).not.toContain(ansi);
    expect(show('summary', { ...chinese, colour: true })).toContain(`${ansi}31m`);
  });

  test.each(Object.entries({ october, detailed, crowded: crowded(30) }))(
    'changes nothing but colour: %s',
    (_, report) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colour is made of
      const stripped = show('summary', { ...chinese, colour: true }, 'table', report).replaceAll(/\u001b\[\d+m/g, '');
      expect(stripped).toBe(show('summary', chinese, 'table', report));
    },
  );

  test('what stands over the whole width is bold, a breach beside it red', () => {
    const page = show('summary', { ...chinese, colour: true }, 'table', detailed);
    expect(page).toContain(`\n${ansi}1m李晓明${ansi}22m`);
    expect(page).toContain(` ${ansi}31m2${ansi}39m\n  首次响应`);
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
      'ticket,clock,target,cycle,started_at,due_at,stopped_at,elapsed_s,within_s,over_s,severity,charged_to,charged_kind,cancelled_at,outcome,excuse,excuse_by,excuse_at,excuse_reason,excuse_evidence,off_duty',
      'OPS-118,first_response,phone,1,2026-10-08T01:00:00Z,2026-10-08T05:00:00Z,2026-10-08T05:00:20Z,14420,14400,20,轻微,李晓明,employee,,breached,,,,,,',
      'OPS-207,first_response,2,2,2026-10-30T01:00:00Z,2026-10-31T01:00:00.250Z,,140400,86400,54000,严重,,unassigned,,breached,,,,,,',
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

  test('nor is what was cancelled after the breach', () => {
    const [, open] = october.breaches;
    const cancelled = { ...october, breaches: [{ ...open!, cancelledAt: '2026-10-31T02:00:00Z' }] };
    const page = show('breaches', { ...chinese, width: 200 }, 'table', cancelled);
    expect(page).toContain('  其后取消  ');
    expect(page).not.toContain('  尚未结束  ');
    expect(show('breaches', english, 'csv', cancelled)).toMatch(
      /,,140400,.*,unassigned,2026-10-31T02:00:00Z,breached,/,
    );
  });

  test.each(languages)(
    'a ticket’s id stands on one line at 80 columns, in %s; the words beside it give way',
    (_, options) => {
      const [stopped, open] = october.breaches;
      // As the roster and the longest of titles have it: nothing here fits at its natural width.
      const clock = {
        ...firstResponse,
        title: { en: 'First response (30 working minutes)', zh: '首次响应（30 分钟工时）' },
      };
      const breaches = [
        { ...stopped!, ticket: 'XY-202610-015', chargedTo: '客服一部', chargedKind: 'department', over: 11_100 },
        {
          ...open!,
          ticket: '工单202610016',
          dueAt: '2026-10-31T01:00:00Z',
          severity: 'severe',
          chargedTo: 'E1002',
          chargedName: '欧阳晓明',
        },
      ];
      const page = show('breaches', options, 'table', { ...october, clocks: [clock], breaches });
      for (const { ticket } of breaches) expect(page).toMatch(new RegExp(`^${ticket}  `, 'm'));
      expect(page.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    },
  );

  test('an id that is wider than the screen makes the table as wide as it must be', () => {
    const ticket = `OPS-${'9'.repeat(90)}`;
    const page = show('breaches', english, 'table', { ...october, breaches: [{ ...october.breaches[0]!, ticket }] });
    expect(page).toContain(`\n${ticket}  `);
  });
});

test('findings for people stand under their kind, with file and line', () => {
  const page = show('quality', english);
  expect(page).toMatch(/A row without a ticket \[missing-ticket\]: 1\n.*\n.*\n.* tickets\.csv:12\n/);
  expect(page).toMatch(/OPS-118 +tickets\.csv:207:3\n/);
});
