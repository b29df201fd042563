import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/locale/width.ts';
import type { Chart } from '../../src/report/chart.ts';
import { renderChart } from '../../src/report/formats/terminal-chart.ts';
import { chinese, english } from './reader.ts';

const bars: Chart = {
  kind: 'bars',
  title: 'Attainment',
  summary: 'One is missed.',
  categories: ['First answer', 'Solved'],
  series: [{ name: 'attained', values: [100, 45] }],
  unit: 'percent',
  mark: { value: 90, title: 'At least' },
};

test('bars of percent end at 100, and the mark stands in each', () => {
  // 40 columns: label 12, gap 2, value 4, gap 2, so 20 for the bar: 100 % is 20 signs, 45 % are 9, 90 % the 18th column.
  expect(renderChart(bars, { ...english, width: 40 }).split('\n')).toEqual([
    'Attainment',
    `First answer  100%  ${'#'.repeat(17)}|##`,
    `Solved         45%  ${'#'.repeat(9)}${' '.repeat(8)}|`,
    '| At least: 90%',
    'One is missed.',
    '',
  ]);
});

test('more than nothing is never no bar; nothing and unknown are', () => {
  const counts: Chart = {
    ...{ kind: 'bars', title: 'Counts', summary: 'So.', unit: 'count' },
    categories: ['a', 'b', 'c', 'd'],
    series: [{ name: 'n', values: [1000, 1, 0, null] }],
  };
  // Label 1, gap 2, value 5 (1,000), gap 2: 30 of 40 for the bar.
  expect(
    renderChart(counts, { ...english, width: 40 })
      .split('\n')
      .slice(1, 5),
  ).toEqual([`a  1,000  ${'#'.repeat(30)}`, 'b      1  #', 'c      0', 'd      -']);
});

test('parts of a whole make up its bar, however they are rounded', () => {
  const parts: Chart = {
    ...{ kind: 'stacked', title: 'Parts', summary: 'So.', unit: 'count' },
    categories: ['x'],
    series: ['p', 'q', 'r'].map((name) => ({ name, values: [1] })),
  };
  // Label 1, value 1, gaps 4: 34 columns, ends of the parts at 11, 23 and 34.
  expect(
    renderChart(parts, { ...english, width: 40 })
      .split('\n')
      .slice(1, 3),
  ).toEqual([`x  3  ${'#'.repeat(11)}${'='.repeat(12)}${'+'.repeat(11)}`, '# p  = q  + r']);
});

describe('lines', () => {
  const lines: Chart = {
    ...{ kind: 'lines', title: '各月工单量', summary: '如上。', unit: 'count' },
    categories: ['2026-08', '2026-09', '2026-10'],
    series: [
      { name: '创建', values: [0, 35, 70] },
      { name: '月末未结', values: [null, 2, 1] },
    ],
  };

  test('a sign for each value, each line against its own greatest, with first and last category', () => {
    // 35 of 70 is half of 7 steps, 3.5: the fifth sign; 1 of 2 likewise. The labels are 8 columns wide.
    expect(renderChart(lines, { ...chinese, width: 40 }).split('\n')).toEqual([
      '各月工单量',
      '创建      ▁▅█  最高70',
      '月末未结   █▅  最高2',
      '          2026-08 .. 2026-10',
      '如上。',
      '',
    ]);
  });

  test('more values than fit go on in further rows, each with its first and last category', () => {
    const months = Array.from({ length: 60 }, (_, index) => `m${index}`);
    const long: Chart = {
      ...lines,
      categories: months,
      series: [{ name: '创建', values: months.map((_, index) => index) }],
    };
    const page = renderChart(long, { ...chinese, width: 40 });
    // 40 columns but for label 4, gap 2, end 6 (最高59) and gap 2: 26 a row.
    expect(page).toContain('m0 .. m25');
    expect(page).toContain('m26 .. m51');
    expect(page).toContain('m52 .. m59');
    expect([...page.matchAll(/[▁▂▃▄▅▆▇█]/g)]).toHaveLength(60);
  });
});

test('a grid holds its rows against each other', () => {
  const grid: Chart = {
    ...{ kind: 'cells', title: 'Load', summary: 'So.', unit: 'count' },
    categories: ['0', '1'],
    series: [
      { name: 'Mon', values: [8, 0] },
      { name: 'Tuesday', values: [4, null] },
    ],
  };
  // 4 of 8 is half, here of the greatest of all.
  expect(
    renderChart(grid, { ...english, width: 40 })
      .split('\n')
      .slice(1, 5),
  ).toEqual(['Mon      █▁', 'Tuesday  ▅', '         0 .. 1', 'most 8']);
});

test.each([40, 60, 80, 120])('no line is wider than %d, whatever the labels are', (width) => {
  const name = '逐单约定的回电时间是否兑现（欧洲客户按柏林时间计算，含节假日与夏令时）';
  for (const kind of ['bars', 'stacked', 'lines', 'cells'] as const) {
    const chart: Chart = {
      ...{ kind, title: name, summary: `${name}。`, unit: 'seconds' },
      categories: Array.from({ length: 30 }, (_, index) => `${name}${index}`),
      series: [name, `${name} 2`].map((each) => ({
        name: each,
        values: Array.from({ length: 30 }, (_, index) => index * 3600),
      })),
      mark: { value: 7200, title: name },
    };
    for (const words of [chinese, english]) {
      const widths = renderChart(chart, { ...words, width })
        .split('\n')
        .map(displayWidth);
      expect(Math.max(...widths), kind).toBeLessThanOrEqual(width);
    }
  }
});

test('an empty chart is its title and its sentence', () => {
  for (const kind of ['bars', 'stacked', 'lines', 'cells'] as const) {
    const chart: Chart = { kind, title: 'Nothing', summary: 'Nothing.', categories: [], series: [], unit: 'count' };
    expect(renderChart(chart, { ...english, width: 40 })).toMatch(/^Nothing\n(?:.*\n)*Nothing\.\n$/);
  }
});
