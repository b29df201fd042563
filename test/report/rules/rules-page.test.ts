import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from '../../../src/locale/catalogue.ts';
import { displayWidth } from '../../../src/locale/width.ts';
import { renderRules } from '../../../src/report/rules/rules-page.ts';
import { escaped, pseudo } from '../pseudo.ts';
import { chinese, english, shanghai } from '../reader.ts';
import { policyOf, policyText } from './telling.ts';

const small = policyText({
  head: 'effective: 2026-01-01\n',
  records: 'records: {ticket: 单号, events: {created: 创建时间, answered: 答复时间}}\n',
  calendars: 'calendars: {office: {hours: {mon-fri: [09:00-12:00, 13:00-18:00]}, holidays: CN}}\n',
  clocks:
    'clocks:\n  answer: {title: {zh: 首次答复, en: First answer}, start: created, stop: answered, calendar: office, targets: [{within: 30m}]}\n',
});

/** From one heading up to, and without, the next one named. */
function excerpt(page: string, from: string, to: string): string {
  const lines = page.split('\n');
  return lines.slice(lines.indexOf(from), lines.indexOf(to)).join('\n').trimEnd();
}

test('in Chinese numbered as company documents are, at 40 columns', () => {
  const page = renderRules(policyOf(small), { ...chinese, width: 40 });
  expect(page.split('\n').slice(0, 6)).toEqual([
    '办法',
    '本文是制度文件 p.yaml 所定规则的文字说',
    '明。凡影响判定的规则均已载明；未载明的，',
    '对判定没有影响。',
    '',
    '一、适用范围',
  ]);
  expect(excerpt(page, '三、工作日历', '四、除外时间')).toBe(`三、工作日历

（一）office
1. 工作时间：周一至周五 09:00-12:00、
   13:00-18:00，其间 12:00-13:00 为休
   息，不计时。
2. 休息日：周六、周日。
3. 法定节假日休息：中国。
4. 调休上班的日期照常上班，工作时间同周
   一。`);
});

test('in English by chapters, sections and letters', () => {
  const page = renderRules(policyOf(small), english);
  expect(excerpt(page, '5. What is timed', '6. How the export is read')).toBe(`5. What is timed

5.1 First answer [answer]
(a) For: every ticket.
(b) Start: as soon as the time in "创建时间" is reached.
(c) Stop: as soon as the time in "答复时间" is reached.
(d) Rests: never.
(e) Reopening: the stop is final, and what happens afterwards changes nothing.
(f) Limit: within 30 minutes, "office" hours; reaching it exactly is in time.
(g) Answers for a breach: whoever held the ticket (assignee) when the time ran
    out. But the export does not say who holds a ticket, so nobody can be told
    by that.`);
});

test.each([
  [1, 'a', '一'],
  [9, 'i', '九'],
  [10, 'j', '十'],
  [11, 'k', '十一'],
  [20, 't', '二十'],
  [26, 'z', '二十六'],
  [27, 'aa', '二十七'],
  [53, 'ba', '五十三'],
])('%i is (%s) and %s', (n, letter, numeral) => {
  expect(catalogues.en.rules.itemMark(n)).toBe(`(${letter})`);
  expect(catalogues.zh.rules.chapterMark(n)).toBe(`${numeral}、`);
});

test.each([
  [1, 'i.'],
  [4, 'iv.'],
  [9, 'ix.'],
  [10, 'x.'],
  [14, 'xiv.'],
])('line %i is %s', (n, mark) => {
  expect(catalogues.en.rules.lineMark(n)).toBe(mark);
});

test('no line is wider than the page, but where a word is', () => {
  for (const options of [chinese, english]) {
    for (const width of [40, 60, 80]) {
      const lines = renderRules(policyOf(small), { ...options, width }).split('\n');
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  }
});

test('a policy without a name or versions in files of their own names its files', () => {
  const policy = policyOf(small);
  const versions = { ...policy, file: 'new.yaml', earlier: [{ ...policy, file: 'old.yaml' }] };
  expect(renderRules(versions, { ...english, width: 200 }).split('\n')[1]).toContain('old.yaml and new.yaml');
});

test('every word comes from the catalogue', () => {
  const own = ['办法', 'p.yaml', 'Asia/Shanghai', '单号', '创建时间', '答复时间', 'office', '首次答复', 'First answer'];
  const reader = { words: pseudo, local: shanghai, width: 100_000, colour: false };
  let rest = escaped(renderRules(policyOf(small), reader));
  for (const word of [...own, 'answer', 'assignee']) rest = rest.replaceAll(word, '');
  expect(rest.match(/\p{Letter}+/gu) ?? []).toEqual([]);
});

test('no sign is one column wide in some terminals and two in others', () => {
  for (const options of [chinese, english]) {
    expect(renderRules(policyOf(small), options)).not.toMatch(/[§°±·×‐-‧‰-※←-⇿①-⓿─-◿]/);
  }
});

const shipped = resolve(import.meta.dirname, '../../../fixtures/policies');

test.each(readdirSync(shipped).filter((name) => name.endsWith('.yaml')))('%s is told in both languages', (name) => {
  const policy = policyOf(readFileSync(join(shipped, name), 'utf8'));
  for (const options of [chinese, english]) {
    const page = renderRules(policy, { ...options, width: 10_000 });
    for (const { id } of policy.clocks) expect(page).toMatch(new RegExp(`^\\S.*\\b${id}\\b`, 'm'));
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/);
    // A sentence that lacks a part leaves two marks side by side.
    expect(page).not.toMatch(/[，、；：]{2}|, [,.;]|「」|""/);
  }
});
