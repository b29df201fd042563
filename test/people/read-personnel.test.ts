import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/domain/consequence-rules.ts';
import { zh } from '../../src/locale/zh.ts';
import { readBeside } from './companion-file.ts';

const ROSTER = ['roster.csv', 'id,name,aliases\nE1,李娜,Li Na\nE2,王芳,\nE3,王芳,\n'] as const;

const read = (text: string, roster: readonly [string, string] | undefined = ROSTER) =>
  readBeside({ personnel: ['personnel.csv', text], ...(roster !== undefined && { people: roster }) });

test('a file in Chinese: by id, by name, by both; whom the roster calls so', async () => {
  const { value, told } = await read(
    '工号,姓名,事项,时间,事由\n,李娜,口头警告,2026年9月8日,迟到\nE2,,书面警告,2026-09-08 09:00,漏报\nE1,Li Na,考试不合格,2027/1/5,\n',
  );
  expect(told).toEqual([]);
  // The last lies in the future: it is kept with its instant.
  expect(value?.facts).toEqual([
    {
      ...{ who: 'E1', what: 'oral_warning', reason: '迟到', at: Date.parse('2026-09-07T16:00Z') },
      place: { file: 'personnel.csv', line: 2 },
    },
    {
      ...{ who: 'E2', what: 'written_warning', reason: '漏报', at: Date.parse('2026-09-08T01:00Z') },
      place: { file: 'personnel.csv', line: 3 },
    },
    {
      ...{ who: 'E1', what: 'exam_failed', reason: '', at: Date.parse('2027-01-04T16:00Z') },
      place: { file: 'personnel.csv', line: 4 },
    },
  ]);
});

test('every action can be told, and what is taken off', async () => {
  const all = [...ACTIONS, 'fine', 'bonus', 'points'];
  const { value, told } = await read(`who,what,at\n${all.map((what) => `E1,${what},2026-09-08`).join('\n')}\n`);
  expect(told).toEqual([]);
  expect(value?.facts.map(({ what }) => what)).toEqual(all);
});

test('and in the words in which reports tell them in Chinese', async () => {
  const { fine, bonus, points, ...actions } = zh.consequences.brought;
  const words = Object.entries({ ...actions, fine, bonus, points });
  const { value } = await read(`who,what,at\n${words.map(([, word]) => `E1,${word},2026-09-08`).join('\n')}\n`);
  expect(value?.facts.map(({ what }) => what)).toEqual(words.map(([what]) => what));
});

test('without a roster somebody is who the export calls so', async () => {
  const { value } = await readBeside({ personnel: ['personnel.csv', 'who,what,at\nLi Na,training,2026-09-08\n'] });
  expect(value?.facts).toMatchObject([{ who: 'Li Na', what: 'training' }]);
});

describe('whom nobody knows is told, and left out', () => {
  test.each([
    ['a name that is nowhere', 'name,what,at\n李那,training,2026-09-08\n'],
    ['a name of two', 'name,what,at\n王芳,training,2026-09-08\n'],
    ['the id of one, the name of another', '工号,姓名,事项,时间\nE2,李娜,培训,2026-09-08\n'],
  ])('%s', async (_, text) => {
    const { value, told } = await read(text);
    expect(told).toEqual(['2 unknown-person']);
    expect(value?.facts).toEqual([]);
  });
});

describe('what no fact is', () => {
  test.each([
    ['about nobody', 'who,what,at\n,training,2026-09-08\n', ['2 bad-personnel']],
    ['nothing', 'who,what,at\nE1,,2026-09-08\n', ['2 bad-personnel']],
    ['at no time', 'who,what,at\nE1,training,\n', ['2 bad-personnel']],
    ['of another word', 'who,what,at\nE1,trainnig,2026-09-08\n', ['2 bad-personnel']],
    ['of no day', 'who,what,at\nE1,training,8 Sept\n', ['2 bad-date']],
    ['without a column for who', 'what,at\ntraining,2026-09-08\n', ['1 missing-column']],
  ])('%s', async (_, text, faults) => {
    const { value, told } = await read(text);
    expect(value).toBeUndefined();
    expect(told).toEqual(faults);
  });
});
