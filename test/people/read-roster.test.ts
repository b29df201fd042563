import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/ingest/read-table.ts';
import { ROSTER_COLUMNS, readRoster } from '../../src/people/read-roster.ts';
import { alwaysOpen } from '../../src/policy/calendars.ts';

const policy = {
  timezone: 'Asia/Shanghai',
  calendars: new Map([['night', alwaysOpen('night', 'Asia/Shanghai')]]),
};

async function read(text: string) {
  const source = {
    name: 'roster.csv',
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  };
  const table = await readTable(source, ROSTER_COLUMNS);
  if (table.value === undefined) return { people: undefined, faults: table.diagnostics.map(({ code }) => code) };
  const { value, diagnostics } = readRoster(table.value, policy);
  return { people: value, faults: diagnostics.map(({ code, place }) => `${place?.line} ${code}`) };
}

test('every column, in Chinese, divided by tabs, with columns of the personnel office between', async () => {
  const { people, faults } = await read(
    '\ufeff姓名\t工号\t身份证\t别名\t部门\t班组\t主管\t日历\t绩效基数\t入职\t离职\t角色\r\n' +
      ' 李娜 \tE1\t-\tLi Na；lina、小李;\t客服部\t一组\t王芳\tnight\t3,000.5\t2026年3月1日\t2026/3/31\t主管\r\n\r\n',
  );
  expect(faults).toEqual([]);
  // Shanghai is eight hours ahead: the first day begins, and the last ends, at 16:00 UTC of the day before.
  expect(people).toEqual([
    {
      id: 'E1',
      name: '李娜',
      aliases: ['Li Na', 'lina', '小李'],
      department: '客服部',
      team: '一组',
      manager: '王芳',
      calendar: 'night',
      bonusBase: 300_050,
      role: '主管',
      employed: { start: Date.parse('2026-02-28T16:00Z'), end: Date.parse('2026-03-31T16:00Z') },
      place: { file: 'roster.csv', line: 2 },
    },
  ]);
});

test('a name is enough: it is the id, for ever, of an agent', async () => {
  const { people } = await read('Name\nLi Na\n');
  expect(people?.map(({ id, role, employed }) => ({ id, role, employed }))).toEqual([
    { id: 'Li Na', role: 'agent', employed: { start: -Infinity, end: Infinity } },
  ]);
});

test('a header without rows is a roster of nobody', async () => {
  expect(await read('id,name\n')).toEqual({ people: [], faults: [] });
});

describe('what a roster cannot be', () => {
  test.each([
    ['empty', '', ['empty-file']],
    ['without a column of names', '\nid,department\nE1,Repair\n', ['2 missing-column']],
    ['a row without a name', 'id,name\n\nE1,\n', ['3 bad-roster']],
    ['a row with a cell too many', 'id,name\nE1,Li,Na\n', ['2 bad-roster']],
    ['a day that does not exist', 'name,from\nLi Na,2026-02-30\n', ['2 bad-date']],
    ['a day in another order', 'name,from\nLi Na,03/01/2026\n', ['2 bad-date']],
    ['separators of two kinds', 'name,from\nLi Na,2026-03/01\n', ['2 bad-date']],
    ['a last day before the first', 'name,from,until\nLi Na,2026-03-02,2026-03-01\n', ['2 bad-date']],
    ['a calendar that is not defined', 'name,calendar\nLi Na,nigth\n', ['2 unknown-calendar']],
    ['an amount that is none', 'name,bonus_base\nLi Na,"30,00"\n', ['2 bad-roster']],
    ['one id, two names', 'id,name\nE1,Li Na\nE1,Wang Fang\n', ['3 duplicate-id']],
    ['one id twice at one time', 'id,name,until\nE1,Li Na,\nE1,Li Na,2026-03-01\n', ['3 duplicate-id']],
    ['two of one name that no id tells apart', 'name\nLi Na\nLi Na\n', ['3 duplicate-id']],
    ['several faults', 'id,name,from\n,,\nE1,,\nE2,Li Na,x\n', ['3 bad-roster', '4 bad-date']],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual({ people: undefined, faults: expected });
  });
});

describe('what it can be', () => {
  test.each([
    ['two people of one name', 'id,name\nE1,Li Na\nE2,Li Na\n', []],
    ['one day only', 'name,from,until\nLi Na,2026-03-01,2026-03-01\n', []],
    ['one person, one day after the other', 'id,name,from,until\nE1,A,,2026-03-01\nE1,A,2026-03-02,\n', []],
    ['an alias that is another name', 'id,name,aliases\nE1,Li Na,Wang Fang\nE2,Wang Fang,\n', []],
    ['an alias that is the own id', 'id,name,aliases\nE1,Li Na,E1\n', []],
    ['an alias that is the id of another: told', 'id,name,aliases\nE1,Li Na,E2\nE2,Wang Fang,\n', ['2 alias-is-id']],
    ['a row with fewer cells', 'id,name,department\nE1,Li Na\n', []],
  ])('%s', async (_, text, expected) => {
    const { people, faults } = await read(text);
    expect(people).toBeDefined();
    expect(faults).toEqual(expected);
  });
});
