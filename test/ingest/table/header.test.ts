import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../src/ingest/table/find-header.ts';
import { readHeader } from '../../../src/ingest/table/header.ts';
import { named, readRecords } from './read-table-rows.ts';

describe('names of columns', () => {
  const cases: readonly [name: string, rows: readonly string[], names: readonly string[]][] = [
    ['are trimmed of everything blank', ['\ufeff id |\u3000at\u3000|\u00a0note'], ['id@0', 'at@1', 'note@2']],
    ['are numbered where they repeat', ['类别|a|类别|类别'], ['类别@0', 'a@1', '类别#2@2', '类别#3@3']],
    ['keep what they are called', ['类别|类别#2|类别'], ['类别@0', '类别#2@1', '类别#3@2']],
    ['are not those of unnamed columns', ['id||at|'], ['id@0', 'at@2']],
    [
      'are joined below a merged cell',
      ['单号|响应||解决|', '|时间|人|时间|人'],
      ['单号@0', '响应/时间@1', '响应/人@2', '解决/时间@3', '解决/人@4'],
    ],
    ['are not joined right of a cell that is merged downwards', ['a|b||', '||x|y'], ['a@0', 'b@1', 'x@2', 'y@3']],
    ['are their own with nothing above', ['|g|', 'a|b|c'], ['a@0', 'g/b@1', 'g/c@2']],
    ['are said once where both rows say the same', ['id|g|', 'id|b|c'], ['id@0', 'g/b@1', 'g/c@2']],
    ['may go on below the end of the upper row', ['id|g', '|b|c'], ['id@0', 'g/b@1', 'g/c@2']],
    ['repeat below one group', ['g||', 'a|a|b'], ['g/a@0', 'g/a#2@1', 'g/b@2']],
  ];
  test.each(cases)('%s', (_, rows, names) => {
    const [first = [], second] = rows.map((row) => row.split('|'));
    expect(readHeader(first, second).columns.map(({ name, position }) => `${name}@${position}`)).toEqual(names);
  });

  test('a lower name that occurs once can stand alone, one that occurs twice cannot', () => {
    const { positions } = readHeader('单号|响应|||备注'.split('|'), '|时间|人|时间|'.split('|'));
    expect([positions.get('人'), positions.get('时间'), positions.get('响应/时间'), positions.get('备注')]).toEqual([
      2,
      undefined,
      1,
      4,
    ]);
  });
});

describe('the header by its shape', () => {
  const cases: readonly [name: string, records: readonly string[], found: readonly number[]][] = [
    ['the first row', ['id|at|note', '1|2026-03-05|a'], [0]],
    ['a header alone', ['id|at|note'], [0]],
    ['one column', ['id', '1', '2'], [0]],
    ['below a title', ['明细表|||', '单号|时间|人|备注', '1|2026-03-05|a|b'], [1]],
    ['below labels and values', ['部门：|客服|导出：|高敏', '单号|时间|人|备注', '1|2026-03-05|a|b'], [1]],
    ['below numbers', ['2026|5|31|x', '单号|时间|人|备注', '1|2026-03-05|a|b'], [1]],
    ['of texts only', ['name|city|state', 'Gao|Bonn|open', 'Li|Köln|open'], [0]],
    ['wider than most rows', ['id|at|note|more', '1|2026-03-05||', '2|2026-03-05|x|'], [0]],
    ['with the same header on the next page', ['id|at', '1|2026-03-05', 'id|at', '2|2026-03-05'], [0]],
    ['of two rows', ['单号|响应||解决|', '|时间|人|时间|人', '1|2026-03-05|a|2026-03-06|b'], [0, 1]],
    [
      'of two rows below a title',
      ['表||||', '单号|响应||解决|', '|时间|人|时间|人', '1|2026-03-05|a|2026-03-06|b'],
      [1, 2],
    ],
    [
      'a title merged over a header is no part of it',
      ['甲|乙|||', '单号|时间|人|状态|备注', '1|2026-03-05|a|b|c'],
      [1],
    ],
    ['unnamed columns do not make a second row', ['id|at||', '1|2026-03-05|x|y', '2|2026-03-06|x|z'], [0]],
    ['none: the first row as wide as the table', ['1|2|3', '4|5|6'], [0]],
  ];
  test.each(cases)('%s', (_, records, found) => {
    expect(findHeader(records.map((record) => record.split('|')))).toEqual(found);
  });
});

describe('the header by the columns of a policy', () => {
  const row = 'T-1|2026-03-05 09:00';
  const cases: readonly [
    name: string,
    records: readonly string[],
    columns: readonly string[],
    header: number | undefined,
    told: readonly string[],
  ][] = [
    ['first row: nothing is told', ['id|at', row], ['id', 'at'], 1, []],
    ['below blank rows: nothing is told', ['', '|', 'id|at', row], ['id', 'at'], 3, []],
    ['below a title', ['title', 'id|at', row], ['id', 'at'], 2, ['2 found-header']],
    ['record 50', [...Array(49).fill('x|y'), 'id|at', row], ['id', 'at'], 50, ['50 found-header']],
    [
      'record 51 is too far',
      [...Array(50).fill('x|y'), 'id|at', row],
      ['id', 'at'],
      undefined,
      ['1 missing-column', '1 missing-column'],
    ],
    [
      'the best candidate is complained about',
      ['title', 'id|note', row],
      ['id', 'at'],
      undefined,
      ['2 missing-column'],
    ],
    ['of two rows', ['id|r|', '|at|by', `${row}|x`], ['id', 'r/at'], 1, ['1 found-header']],
    ['of two rows, by a lower name alone', ['id|r|', '|at|by', `${row}|x`], ['id', 'by'], 1, ['1 found-header']],
    [
      'a row below that says the name of a column makes no header of two',
      ['id|at|', 'T-1|2026|status'],
      ['id', 'status'],
      undefined,
      ['1 missing-column'],
    ],
    ['in another case', ['ID|At', row], ['id', 'at'], 1, ['1 near-column']],
    ['in another width', ['工单号（主）|Ａt', row], ['工单号(主)', 'At'], 1, ['1 near-column']],
    ['with a line break inside', ['工单\n编号|at', row], ['工单编号', 'at'], 1, ['1 near-column']],
    ['exactly, though another is near', ['id|ID|at', `${row}|2026`], ['id', 'at'], 1, []],
    [
      'two near ones are not guessed between',
      ['Id|ID|at', `${row}|2026`],
      ['id', 'at'],
      undefined,
      ['1 missing-column'],
    ],
    [
      'one near to two columns is neither',
      ['ID|at', row],
      ['Id', 'id', 'at'],
      undefined,
      ['1 missing-column', '1 missing-column'],
    ],
  ];
  test.each(cases)('%s', (_, records, columns, header, told) => {
    const heard = readRecords(records, named(...columns));
    expect([heard.headerLine, heard.told]).toEqual([header, told]);
    expect(heard.rows.length).toBe(header === undefined ? 0 : 1);
  });

  const stated: readonly [name: string, header: readonly number[], rows: readonly string[], told: readonly string[]][] =
    [
      ['is taken, untold', [2], ['3 T-1|2026', '5 at|id', '6 2027|T-2'], []],
      ['is taken further down', [5], ['6 T-2|2027'], []],
      ['is wrong: above', [1], [], ['1 missing-header']],
      ['is wrong: a row', [3], [], ['3 missing-header']],
      ['is beyond the end', [99], [], ['99 missing-header']],
      ['is a blank line', [4], [], ['4 missing-header']],
    ];
  test.each(stated)('a line that is stated %s', (_, header, rows, told) => {
    const heard = readRecords(['title', 'id|at', 'T-1|2026', '', 'at|id', '2027|T-2'], named('id', 'at'), { header });
    // Line 5 is another header for the table of line 2, and followed.
    const followed = header[0] === 2;
    expect(heard.rows).toEqual(followed ? ['3 T-1|2026', '6 T-2|2027'] : rows);
    expect(heard.told).toEqual(followed ? ['5 header-changed'] : told);
  });

  test('alternatives: the first that the table has', () => {
    const wanted = [
      { name: 'id', alternatives: ['Ticket', 'Key'], isRequired: true },
      { name: 'at', isRequired: true },
    ];
    expect(readRecords(['Key|Ticket|at', 'K-1|T-1|2026'], wanted).rows).toEqual(['2 T-1|2026']);
  });
});

describe('without a policy', () => {
  test('all columns are read, in the order of the table; unnamed ones that say something are numbered', () => {
    const heard = readRecords(['b||a|b|', '1|x|3|4|', '5||7|8|'], 'all');
    expect(heard.columns).toEqual(['b', 'column 2', 'a', 'b#2']);
    expect(heard.rows).toEqual(['2 1|x|3|4', '3 5||7|8']);
  });

  test('an unnamed column that says something only later comes last', () => {
    const heard = readRecords(['a||b', ...Array(60).fill('1||2026'), '3|x|2026'], 'all');
    expect(heard.columns).toEqual(['a', 'b', 'column 2']);
    expect([heard.rows[0], heard.rows.at(-1)]).toEqual(['2 1|2026', '62 3|2026|x']);
  });
});
