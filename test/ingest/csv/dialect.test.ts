import { describe, expect, test } from 'vitest';
import type { FileOptions } from '../../../src/domain/policy.ts';
import { named } from '../table/read-table-rows.ts';
import { readCsvText } from './read-csv-text.ts';

const wanted = named('id', 'at', 'note');

describe('with a policy', () => {
  const NOTE = '- detected-dialect';
  const cases: readonly [
    name: string,
    text: string,
    fact: string,
    rows: readonly string[],
    told?: string | undefined,
    options?: FileOptions,
  ][] = [
    ['commas', 'id,at,note\n1,2,a;b;c\n', ', " lf', ['2 1|2|a;b;c']],
    ['semicolons and decimal commas', 'id;at;note\n1,5;2,5;3,5\n', '; " lf', ['2 1,5|2,5|3,5']],
    ['tabs, CRLF', 'id\tat\tnote\r\n1\t2\ta, b\r\n', '\t " crlf', ['2 1|2|a, b']],
    ['bars, CR', 'id|at|note\r1|2|a\r', '| " cr', ['2 1|2|a']],
    ['carets', 'id^at^note\n1^2^a,b\n', '^ " lf', ['2 1|2|a,b'], NOTE],
    ['tildes', 'id~at~note\n1~2~a\n', '~ " lf', ['2 1|2|a'], NOTE],
    ['Hive', 'id\u0001at\u0001note\n1\u00012\u0001a\n', '\u0001 " lf', ['2 1|2|a'], NOTE],
    ['unit separators that can be seen', 'id␟at␟note\n1␟2␟a\n', '␟ " lf', ['2 1|2|a'], NOTE],
    ['full-width commas', 'id，at，note\n1，2，a,b\n', '， " lf', ['2 1|2|a,b'], NOTE],
    ['enumeration commas', 'id、at、note\n1、2、a\n', '、 " lf', ['2 1|2|a'], NOTE],
    ['colons', 'id:at:note\n1:2:a\n', ': " lf', ['2 1|2|a'], NOTE],
    ['full-width colons', 'id：at：note\n1：2：a\n', '： " lf', ['2 1|2|a'], NOTE],
    [
      'a header below a title with other delimiters',
      'a;b;c;d;e;f\nid,at,note\n1,2,a\n',
      ', " lf',
      ['3 1|2|a'],
      '2 found-header',
    ],
    ['a title with a quote', 'the "May list\nid,at,note\n1,2,a\n', ', " lf', ['3 1|2|a'], '2 found-header'],
    ['said by the first line', 'sep=;\nid;at;note\n1;2;a\n', '; " lf', ['3 1|2|a']],
    ['said by the first line, in quotes', '"sep=|"\r\nid|at|note\r\n1|2|a\r\n', '| " crlf', ['3 1|2|a']],
    [
      'stated otherwise than the first line says',
      'sep=;\nid,at,note\n1,2,a\n',
      ', " lf',
      ['3 1|2|a'],
      undefined,
      { delimiter: ',' },
    ],
    ['single quotes', "'id','at','note'\n'1','2','it''s, a'\n", ", ' lf", ["2 1|2|it's, a"], NOTE],
    ['single quotes around values only', "id,at,note\n'1','2','a'\n", ", ' lf", ['2 1|2|a'], NOTE],
    ['an apostrophe is no quote', "id,at,note\n1,2,'tis\n2,3,o'clock\n", ', " lf', ["2 1|2|'tis", "3 2|3|o'clock"]],
    ['backslashes before quotes', '"id","at","note"\n"1","2","a \\"b\\", c"\n', ', " lf', ['2 1|2|a "b", c'], NOTE],
    ['backslashes that are text', 'id,at,note\n"1","2","C:\\x\\"\n', ', " lf', ['2 1|2|C:\\x\\']],
    ['\\N without quotes', 'id,at,note\n"1",\\N,"\\\\N"\n', ', " lf', ['2 1||\\N'], NOTE],
    ['a dump without quotes', 'id\tat\tnote\n1\t\\N\ta\\tb\\\\c\\\td"\n', '\t  lf', ['2 1||a\tb\\c\td"'], NOTE],
    ['no quotes, stated', 'id,at,note\n1,2,"a\n', ',  lf', ['2 1|2|"a'], undefined, { quote: '' }],
    ['any quote, stated', 'id,at,note\n1,2,%a,b%\n', ', % lf', ['2 1|2|a,b'], undefined, { quote: '%' }],
    ['any escape, stated', 'id,at,note\n1,2,"a!",b!!"\n', ', " lf', ['2 1|2|a",b!'], undefined, { escape: '!' }],
    [
      'a byte order mark further down',
      'id,at,note\n1,2,a\n\ufeffid,at,note\n3,4,b\n',
      ', " lf',
      ['2 1|2|a', '4 3|4|b'],
      '3 repeated-header',
    ],
    ['CR between some rows', 'id,at,note\r\n1,2,a\r3,4,b\r5,6,c\r\n', ', " cr', ['2 1|2|a', '3 3|4|b', '4 5|6|c']],
    ['a CR at the end of a cell', 'id,at,note\n1,2,a\r\n3,4,b\r\r\n', ', " lf', ['2 1|2|a', '3 3|4|b']],
    ['no line break at the end', 'id,at,note\n1,2,a', ', " lf', ['2 1|2|a']],
  ];
  test.each(cases)('%s', async (_, text, fact, rows, told, options) => {
    for (const size of [65_536, 3, 1]) {
      const heard = await readCsvText(text, wanted, options, size);
      expect([heard.fact, heard.rows, heard.told]).toEqual([fact, rows, told === undefined ? [] : [told]]);
    }
  });
});

describe('without a policy', () => {
  const cases: readonly [name: string, text: string, fact: string, columns: readonly string[]][] = [
    ['the same count in every line', 'a;b;c\n1,2;3,4;5\n6;7,8,9;10\n', '; " lf', ['a', 'b', 'c']],
    ['delimiters in quotes do not count', 'a,b\n"x;y;z",1\n"x;y;w",2\n', ', " lf', ['a', 'b']],
    ['below a title', 'May, June; July\na\tb\tc\n1\t2\t3\n', '\t " lf', ['a', 'b', 'c']],
    ['carets', 'a^b^c\n1^2,5^3\n4^5^6\n', '^ " lf', ['a', 'b', 'c']],
    ['times are not divided', 'at\n09:05:00\n10:06:00\n', ', " lf', ['at']],
    ['one column', 'id\nT-1\nT-2\n', ', " lf', ['id']],
  ];
  test.each(cases)('%s', async (_, text, fact, columns) => {
    const heard = await readCsvText(text, 'all');
    expect([heard.fact, heard.columns]).toEqual([fact, columns]);
  });
});

describe('bounds', () => {
  const MEBI = 1024 * 1024;
  const rows = 'id,at,note\n1,2,a\n';

  test('a record of 16 MiB is read, a longer one is not', async () => {
    const long = await readCsvText(`${rows}2,3,"${'x'.repeat(15 * MEBI)}"\n`, wanted);
    expect([long.rows.length, long.told]).toEqual([2, []]);
    const longer = await readCsvText(`${rows}2,3,"${'x\n'.repeat(7 * MEBI)}"\n3,4,${'x'.repeat(17 * MEBI)}`, wanted);
    // The second of its rows takes the 7 Mi + 1 lines from the third on.
    expect([longer.rows.length, longer.told]).toEqual([2, [`${4 + 7 * MEBI} too-long-record`]]);
  });

  test('a quote that is never closed ends after as much', async () => {
    const heard = await readCsvText(`${rows}2,3,"x\n${'4,5,"y"\n'.repeat(3 * MEBI)}`, wanted);
    expect(heard.told).toEqual(['3 bad-csv']);
  });

  test('so does a dump without line breaks', async () => {
    const options = { quote: '', escape: '\\' };
    const heard = await readCsvText(`${rows}${'x'.repeat(17 * MEBI)}`, wanted, options);
    expect(heard.told).toEqual(['3 too-long-record']);
  });

  test('10,000 columns of 300 rows', async () => {
    const header = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    const row = `${Array.from({ length: 10_000 }, (_, index) => index % 7).join(',')}\n`;
    // 9998 = 7 · 1428 + 2, 9999 = 7 · 1428 + 3.
    const heard = await readCsvText(`${header}\n${row.repeat(300)}`, named('c9999', 'c0', 'c9998'));
    expect([heard.rows.length, heard.rows.at(-1)]).toEqual([300, '301 3|0|2']);
  });
});
