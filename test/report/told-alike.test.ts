import { describe, expect, test } from 'vitest';
import { en } from '../../src/locale/en.ts';
import { zh } from '../../src/locale/zh.ts';
import { roleWord } from '../../src/report/page.ts';
import { periodName } from '../../src/report/period-name.ts';
import { shareBeside, shownPercent } from '../../src/report/shares.ts';

describe('a measured share has one decimal', () => {
  test.each([
    [66.667, undefined, 66.7],
    [63.855, undefined, 63.9],
    [40, undefined, 40],
    // Not all, and not nothing.
    [99.97, undefined, 99.97],
    [0.04, undefined, 0.04],
    [0, undefined, 0],
    [100, undefined, 100],
    // Not what it is held against, which it misses; at or above it, it may be.
    [94.96, 95, 94.96],
    [94.94, 95, 94.9],
    [95, 95, 95],
    [95.04, 95, 95],
    [99.96, 99.95, 99.96],
  ])('%d against %s: %d', (percent, aim, shown) => expect(shownPercent(percent, aim)).toBe(shown));

  test('in a column beside its aim it is a number to be rounded, else a text', () => {
    expect(shareBeside(66.667, 90, en)).toBe(66.667);
    expect(shareBeside(94.96, 95, en)).toBe('94.96%');
    expect(shareBeside(null, 95, en)).toBe(en.unknown);
  });
});

test.each([
  ['2026-10', 'October 2026', '2026年10月'],
  ['2026-Q4', 'Q4 2026', '2026年第四季度'],
  ['2026', '2026', '2026年'],
  ['2026-10-01..2026-11-15', '1 October 2026 to 15 November 2026', '2026年10月1日至11月15日'],
  ['2026-12-15..2027-01-14', '15 December 2026 to 14 January 2027', '2026年12月15日至2027年1月14日'],
  ['whatever', 'whatever', 'whatever'],
])('the period %s is %s, %s', (label, english, chinese) => {
  expect(periodName(label, en)).toBe(english);
  expect(periodName(label, zh)).toBe(chinese);
});

test('a role is called as the policy calls it, else as it is usually called, else as it is written', () => {
  const titled = { ...zh, titles: { specialist: '二线' } };
  expect(['customer', 'specialist', '班长', 'toString'].map((role) => roleWord(role, titled))).toEqual([
    ...['客户', '二线', '班长', 'toString'],
  ]);
});
