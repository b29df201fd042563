import { describe, expect, test } from 'vitest';
import { tableRows } from '../../../src/ingest/table/table-rows.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { listener, named, readRecords } from './read-table-rows.ts';

const wanted = named('id', 'at', 'done');
const header = 'no|id|at|done|note';
const row = '1|T-1|2026-03-05|2026-03-06|x';

/** What becomes of one row below the header, with a sound one after it. */
function fate(cells: string): string {
  const heard = readRecords([header, cells, row], wanted);
  const [told = 'used'] = heard.told;
  return heard.rows.length === 2 ? told.replace(/^\d+ /, '') : told.replace(/^2 /, '');
}

describe('totals', () => {
  test.each([
    '合计||||',
    '总计：|5|||',
    '小 计||12.5|80%|',
    '|合计|2026-05||',
    'x|Total|2026-03-05|2026-03-06|y',
    'Grand Total|3||1:30:00|',
    'Sub-total|||-|',
    'SUM|3|1,200|￥300|',
    '共 120 条||||',
    '共120条记录||||',
    '合计：120条||||',
    '本页小计|12|||',
    '平均值|||35分钟|',
    '||合计|3|',
  ])('%s', (cells) => expect(fate(cells)).toBe('total-row'));

  test.each([
    ['a customer of that name', 'Total|T-9|2026-03-05||'],
    ['a text that only begins so', '合计数据异常|T-9|||'],
    ['a ticket with the word in it', '1|Total-7|||'],
    ['the word in another cell', '1|T-9|||Total'],
    ['a count without a word', '120 条|T-9|||'],
    ['a ticket that says how many', '1|5件|2026||'],
  ])('not %s', (_, cells) => expect(fate(cells)).toBe('used'));
});

describe('footers', () => {
  test.each([
    '导出时间：2026-06-01 08:00||||',
    '导出时间：|2026-06-01 08:00|||',
    '|备注：以上数据仅供参考|||',
    '制表人：|高敏|审核：|王芳|',
    '第 1 页 共 3 页||||',
    'Page 1 of 3||||',
    '(120 rows)||||',
    '3 rows in set (0.00 sec)||||',
    'Exported on 1 June||||',
    '--- END OF REPORT ---||||',
  ])('%s', (cells) => expect(fate(cells)).toBe('footer-row'));

  test.each([
    ['a row that begins with such words', '备注：加急|T-9|2026-03-05|x|y'],
    ['a ticket alone', '|T-9|||'],
    ['a date', '2026-03-05|T-9|||'],
  ])('not %s', (_, cells) => expect(fate(cells)).toBe('used'));
});

describe('rows of another width', () => {
  const cases: readonly [name: string, rows: readonly string[], used: readonly number[], told: readonly string[]][] = [
    ['blank cells beyond the header', [`${row}||`], [2], []],
    ['text beyond the header', [`${row}||z`], [], ['2 wrong-cell-count']],
    ['a cell that nobody wants is lacking', ['1|T-1|2026|2027'], [2], []],
    ['cells that are wanted are lacking', ['1|T-1|2026'], [2], ['2 short-rows']],
    ['one cell', ['T-1'], [], ['2 wrong-cell-count']],
    // 2 + 4 cells: a row of 5 whose second was cut in two.
    ['two pieces of one row', ['1|T', '1|2026|2027|x'], [3], ['2 wrong-cell-count']],
    [
      'three pieces of one row',
      ['1|T-1|20', '26|20', '27|x', row],
      [5],
      ['2 wrong-cell-count', '3 wrong-cell-count', '4 wrong-cell-count'],
    ],
    [
      'pieces twice',
      ['1|T-1|20', '26|20|', row, '1|T-1|2', '26|20|'],
      [4],
      ['2 wrong-cell-count', '3 wrong-cell-count', '5 wrong-cell-count', '6 wrong-cell-count'],
    ],
    // Excel's block: of three rows of 2 cells, with 1 delimiter each, none make the 4 of a row.
    ['a block of short rows', ['1|T-1', '2|T-2', '3|T-3', row], [2, 3, 4, 5], ['2 short-rows']],
    [
      'a total between pieces parts them',
      ['1|T-1|2026', '合计||||', '2|T-2|2026'],
      [2, 4],
      ['3 total-row', '2 short-rows'],
    ],
  ];
  test.each(cases)('%s', (_, rows, used, told) => {
    const heard = readRecords([header, ...rows], wanted);
    expect(heard.rows.map((each) => Number(each.split(' ')[0]))).toEqual(used);
    expect(heard.told).toEqual(told);
  });

  test('the last of a text that is cut off', () => {
    expect(readRecords([header, row, '2|T-2|20'], wanted, { isCutOff: true }).told).toEqual(['3 wrong-cell-count']);
    expect(readRecords([header, '2|T-2|20', row], wanted, { isCutOff: true }).told).toEqual(['2 short-rows']);
    expect(readRecords([header, row, '2|T-2|2026|2027'], wanted, { isCutOff: true }).told).toEqual([]);
  });

  test('of a sheet say nothing', () => {
    const heard = readRecords([header, '1|T-1', '2|T-2|2026|2027|x|more'], wanted, { isRagged: true });
    expect(heard.rows).toEqual(['2 T-1||', '3 T-2|2026|2027']);
    expect(heard.told).toEqual([]);
  });
});

describe('headers among the rows', () => {
  const cases: readonly [name: string, records: readonly string[], rows: readonly string[], told: readonly string[]][] =
    [
      [
        'the same again',
        ['a|id|at|done', 'x|1|2|3', 'a|id|at|done', 'y|4|5|6'],
        ['2 1|2|3', '4 4|5|6'],
        ['3 repeated-header'],
      ],
      [
        'with its title',
        ['t', 'id|at|done', '1|2|3', 't', 'id|at|done', '4|5|6'],
        ['3 1|2|3', '6 4|5|6'],
        ['2 found-header', '4 repeated-header', '5 repeated-header'],
      ],
      [
        'both rows of two',
        ['id|at|g|', '||done|by', '1|2|3|4', 'id|at|g|', '||done|by', '5|6|7|8'],
        ['3 1|2|3', '6 5|6|7'],
        ['1 found-header', '4 repeated-header', '5 repeated-header'],
      ],
      [
        'in another order',
        ['id|at|done', '1|2|3', 'done|more|id|at', '6|x|4|5'],
        ['2 1|2|3', '4 4|5|6'],
        ['3 header-changed'],
      ],
      [
        'and back',
        ['id|at|done', '1|2|3', 'at|id|done', '5|4|6', 'id|at|done', '7|8|9'],
        ['2 1|2|3', '4 4|5|6', '6 7|8|9'],
        ['3 header-changed', '5 header-changed'],
      ],
      ['that lacks a column', ['id|at|done', '1|2|3', 'id|at|x', '4|5|6'], ['2 1|2|3'], ['3 missing-column']],
      ['a value that is the name of a column', ['id|at|done', 'done|2|3'], ['2 done|2|3'], []],
    ];
  test.each(cases)('%s', (_, records, rows, told) => {
    const heard = readRecords(records, wanted);
    expect([heard.rows, heard.told]).toEqual([rows, told]);
  });

  test('without a policy: the same columns in another order', () => {
    const heard = readRecords(['id|at||note', '1|2|u|3', 'note|id|at', '6|4|5'], 'all');
    expect(heard.columns).toEqual(['id', 'at', 'column 3', 'note']);
    expect(heard.rows).toEqual(['2 1|2|u|3', '4 4|5|·|6']);
  });
});

describe('a table without a header', () => {
  test('is no table', () => {
    expect(readRecords([], wanted).told).toEqual(['- empty-file']);
    expect(readRecords(['', '|'], 'all').told).toEqual(['- empty-file']);
    expect(readRecords([], wanted, { isRagged: true }).told).toEqual([]);
  });

  test('has at most 16,384 columns', () => {
    const columns = (count: number) => ['id|at|done', ...Array(count - 3).fill('c')].join('|');
    expect(readRecords([columns(16_384), '1|2|3'], wanted).rows).toEqual(['2 1|2|3']);
    expect(readRecords([columns(16_385), '1|2|3'], wanted).told).toEqual(['1 too-many-columns']);
    expect(readRecords([columns(16_385), '1|2|3'], 'all').told).toEqual(['1 too-many-columns']);
  });
});

test.each([false, true])(
  'short rows below a header of thousands of columns end in a fault (ragged: %s)',
  (isRagged) => {
    // 15,998 cells are lacking in each of 3,200 rows: 51,193,600.
    const columns = Array.from({ length: 16_000 }, (_, index) => `c${index}`);
    const sink = { ...listener().sink, take: () => {} };
    const rows = tableRows({ file: 'a.csv', wanted: 'all', isRagged }, sink);
    const takeAll = () => {
      rows.take(columns, 1);
      for (let line = 2; line < 3202; line++) rows.take(['1', '2'], line);
      rows.finish();
    };
    expect(takeAll).toThrow(Unusable);
  },
);
