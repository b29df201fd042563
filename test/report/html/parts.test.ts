import { describe, expect, test } from 'vitest';
import type { RunLine } from '../../../src/domain/run-line.ts';
import type { Chart } from '../../../src/report/chart.ts';
import { renderBlocks } from '../../../src/report/formats/html/blocks.ts';
import { drawChart } from '../../../src/report/formats/html/draw-chart.ts';
import { asId, escaped, island } from '../../../src/report/formats/html/escape.ts';
import { withTickets } from '../../../src/report/formats/html/link-tickets.ts';
import { printMargins } from '../../../src/report/formats/html/print-margins.ts';
import { idsOf, type Rendering } from '../../../src/report/formats/html/rendering.ts';
import { isSelected, selectionLink } from '../../../src/report/formats/html/selection-link.ts';
import { sortValue } from '../../../src/report/formats/html/sort-value.ts';
import { heading, item, text } from '../../../src/report/page.ts';
import type { Column } from '../../../src/report/table.ts';
import { runIn } from '../../cli/made-world.ts';
import { english } from '../reader.ts';

const rendering: Rendering = {
  options: english,
  runsOf: () => '#runs?x=1',
  proofOf: (ticket) => (ticket === 'OPS-118' ? '#ticket-OPS-118' : undefined),
  draw: () => '',
  freshId: idsOf('t'),
};

describe('texts', () => {
  test.each([
    [`<a href="x">'&`, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;'],
    // What turns around the order of letters, and controls, are shown as signs.
    ['\u202eevil\u0007', '\ufffdevil\ufffd'],
  ])('%j stands as %j', (given, shown) => expect(escaped(given)).toBe(shown));

  test('an island of data says the same when it is read', () => {
    const value = { a: '</script><!--', b: ['\u2028', '&'] };
    const html = island('x', value);
    expect(html).toBe(
      '<script type="application/json" id="x">{"a":"\\u003c/script\\u003e\\u003c!--","b":["\\u2028","\\u0026"]}</script>\n',
    );
    expect(JSON.parse(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<')))).toEqual(value);
  });

  test('different tickets have different ids, all of plain signs', () => {
    const tickets = ['OPS-118', 'OPS 118', 'OPS.118', 'OPS.0020118', 'OPS\t118', '工单1', '%41', 'A', '', '"><b>'];
    const ids = tickets.map(asId);
    expect(new Set(ids).size).toBe(tickets.length);
    for (const id of ids) expect(id).toMatch(/^[\w.-]*$/);
    expect(asId('OPS 118')).toBe('OPS.0020118');
  });

  test('a string of CSS cannot be ended from within', () => {
    expect(printMargins('a"}</style>', '制度 1')).toBe(
      '@page{@top-left{content:"a\\22 \\7d \\3c \\2f style\\3e "}@top-right{content:"制度 1"}}',
    );
  });

  test('tickets named in a sentence lead to their proof, and only they', () => {
    expect(withTickets('第1档：OPS-118，OPS-1180 and <OPS-119>', rendering)).toBe(
      '第1档：<a href="#ticket-OPS-118">OPS-118</a>，OPS-1180 and &lt;OPS-119&gt;',
    );
  });

  test('headings go down by one; items are one list', () => {
    const page = [{ kind: 'title', text: 'T' } as const, heading('H'), text('p'), item('1.', 'a'), item('2.', 'b')];
    expect(renderBlocks(page, { level: 3, name: '' }, rendering)).toBe(
      '<h3>T</h3>\n<h4>H</h4>\n<p>p</p>\n<ul class="items">\n<li class="in0"><span class="mark">1.</span> a</li>\n' +
        '<li class="in0"><span class="mark">2.</span> b</li>\n</ul>\n',
    );
  });
});

describe('by what a cell is sorted', () => {
  const column = (kind: Column['kind'], align?: 'right'): Column => ({
    key: 'k',
    title: 'K',
    kind,
    ...(align && { align }),
  });
  test.each([
    [column('seconds'), 14_420, 14_420],
    [column('flag'), true, 1],
    [column('percent'), null, undefined],
    [column('instant'), '1970-01-01T00:00:01Z', 1000],
    [column('instant'), 'still open', undefined],
    // 9 of 12.
    [column('text', 'right'), '9/12', 0.75],
    [column('text', 'right'), '0/0', undefined],
    [column('text', 'right'), '95% missed', 95],
    [column('money'), 'CNY 1,350.00 (5%)', 1350],
    [column('money'), '-¥20.50', 20.5],
    [column('text'), '9/12', undefined],
  ] as const)('%o of %j: %j', (given, value, by) => expect(sortValue(given, value)).toBe(by));
});

describe('the runs behind a figure', () => {
  const run: RunLine = {
    ...{ ticket: 'OPS-118', clock: 'resolution', target: null, cycle: 1, outcome: 'breached', severity: 'minor' },
    ...{ startedAt: null, dueAt: null, stoppedAt: null, decidedAt: null, elapsed: null, within: null, over: null },
    ...{ paused: null, excluded: null, wall: null, chargedTo: 'Li', chargedKind: 'employee', reason: '' },
    ...{ isCounted: true, fields: [], lines: [] },
    groups: [
      { kind: 'employee', name: 'Li', inner: { kind: 'value', name: 'phone' } },
      { kind: 'value', name: 'phone' },
    ],
  };
  const groupings = [{ by: 'employee', inner: 'channel' }, { by: 'channel' }];
  const li = { by: 'employee', kind: 'employee', name: 'Li' };

  test.each([
    [{}, true],
    [{ clock: 'resolution', outcomes: ['met', 'breached'], severity: 'minor' }, true],
    [{ clock: 'first_response' }, false],
    [{ outcomes: ['met'] }, false],
    [{ severity: 'severe' }, false],
    [{ group: li }, true],
    [{ group: { ...li, kind: 'department' } }, false],
    [{ group: { by: 'channel', kind: 'value', name: 'phone' } }, true],
    [{ group: { ...li, inner: { by: 'channel', kind: 'value', name: 'phone' } } }, true],
    [{ group: { ...li, inner: { by: 'channel', kind: 'value', name: 'chat' } } }, false],
    [{ group: { ...li, inner: { by: 'urgency', kind: 'value', name: 'phone' } } }, false],
  ] as const)('%j: %s', (selection, is) => {
    expect(isSelected(run, selection, groupings)).toBe(is);
    expect(isSelected({ ...run, isCounted: false }, selection, groupings)).toBe(false);
  });

  test('an address says all of a selection', () => {
    const inner = { by: 'channel', kind: 'value', name: '电话 & more' };
    const link = selectionLink({
      clock: 'a b',
      outcomes: ['met', 'breached'],
      severity: '严重',
      group: { ...li, inner },
    });
    expect([...new URLSearchParams(link.slice('#runs?'.length))]).toEqual([
      ...[
        ['clock', 'a b'],
        ['outcome', 'met'],
        ['outcome', 'breached'],
        ['severity', '严重'],
      ],
      ...[
        ['by', 'employee'],
        ['kind', 'employee'],
        ['name', 'Li'],
      ],
      ...[
        ['by2', 'channel'],
        ['kind2', 'value'],
        ['name2', '电话 & more'],
      ],
    ]);
  });
});

describe('pictures', () => {
  const bars: Chart = {
    kind: 'bars',
    title: 'Kept <b>',
    summary: 'A 90%, B nothing',
    categories: ['<script>alert(1)</script>', 'class="zr0-cls-1" style="x:y"'],
    series: [{ name: 'Kept', values: [90, null], tone: 'good' }],
    unit: 'percent',
    mark: { value: 95, title: 'At least 95%' },
  };

  test.each<Chart['kind']>(['bars', 'stacked', 'lines', 'cells'])(
    '%s: no style, no script, and the same twice',
    (kind) => {
      const chart = { ...bars, kind };
      const svg = drawChart(chart, 'c1', english);
      expect(drawChart(chart, 'c1', english)).toBe(svg);
      const tags = svg.match(/<[^>]*>/g)?.join('') ?? '';
      expect(tags).not.toMatch(/<style|<script| style=| class="zr|href/);
      expect(svg.match(/<svg /g)).toHaveLength(2);
      expect(svg.match(/role="img"/g)).toHaveLength(2);
      expect(svg).toContain('<title id="c1-wide-t">Kept &lt;b&gt;</title><desc id="c1-wide-d">A 90%, B nothing</desc>');
    },
  );

  test('colours are those of the page’s style, and the value stands at the bar', () => {
    const svg = drawChart(bars, 'c1', english);
    expect(svg).toContain('fill="var(--good)"');
    expect(svg).toContain('>90%</text>');
    expect(svg).toContain('>At least 95%</text>');
    expect(svg.match(/(?:fill|stroke)="(?!none|var\()[^"]*"/g)).toBe(null);
  });

  test('nothing to draw is no picture', () => expect(drawChart({ ...bars, categories: [] }, 'c1', english)).toBe(''));
});

describe('commands beside report', () => {
  const policy = `slaudit: 1
name: P
timezone: UTC
records: {form: tickets, ticket: id, events: {created: a, responded: b}, fields: {assignee: who}}
clocks:
  first_response: {kind: response, start: created, stop: responded, attain: 50%, targets: [{within: 1h}]}
`;
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => `T${index},2026-10-01 09:00:00,2026-10-01 09:30:00,Li`);
  const files = (count: number) => ({ 'p.yaml': policy, 't.csv': ['id,a,b,who', ...rows(count), ''].join('\n') });

  test.each([
    ['evaluate', ['evaluate'], 'Verdict records'],
    ['explain', ['explain', 'T1'], 'Ticket T1'],
    ['check', ['check'], 'P'],
    ['due', ['due'], 'P'],
  ])('%s writes a page that is called after what it shows', async (_, command, title) => {
    const { code, stdout } = await runIn({ files: files(3) }, ...command, '-p', 'p.yaml', '-f', 'html', 't.csv');
    expect(code).toBe(0);
    expect(stdout).toContain(`<h1>${title}</h1>`);
    expect(stdout.trimEnd().endsWith('</html>')).toBe(true);
  });

  test('inspect writes one, too', async () => {
    const { code, stdout } = await runIn({ files: files(3) }, 'inspect', '-f', 'html', 't.csv');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
  });

  test('verdict records are a page as long as a browser can sort them', async () => {
    const five = await runIn({ files: files(5000) }, 'evaluate', '-p', 'p.yaml', '-f', 'html', 't.csv');
    expect(five.code).toBe(0);
    const more = await runIn({ files: files(5001) }, 'evaluate', '-p', 'p.yaml', '-f', 'html', 't.csv');
    expect(more.code).toBe(64);
    expect(more.stdout).toBe('');
    expect(more.stderr).toContain('-f xlsx or -f csv');
  });

  test('of too many tickets a report lists those that somebody will ask about, proves some, and says what it left out', async () => {
    const late = ['L1,2026-10-01 09:00:00,2026-10-01 11:00:00,Li', 'L2,2026-10-01 09:00:00,2026-10-01 12:00:00,Li'];
    const many = { 'p.yaml': policy, 't.csv': ['id,a,b,who', ...rows(5000), ...late, ''].join('\n') };
    const { code, stdout } = await runIn(
      { files: many },
      'report',
      '-p',
      'p.yaml',
      '-f',
      'html',
      '--view',
      'summary',
      't.csv',
    );
    expect(code).toBe(0);
    // 5,002 runs are more than 5,000: only the two breaches are listed.
    expect(stdout.match(/<tr data-k=/g)).toHaveLength(2);
    expect(stdout).toContain('2 of 5,002 are listed here');
    expect(stdout).toMatch(/<code>slaudit evaluate -p p\.yaml --as-of \S+ t\.csv -f csv -o runs\.csv<\/code>/);
    expect(stdout.match(/<details class="proof"/g)).toHaveLength(2);
  });
});
