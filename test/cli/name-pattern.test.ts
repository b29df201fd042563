import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPattern, type PatternValues, PLACEHOLDERS, safePart } from '../../src/cli/name-pattern.ts';

const values: PatternValues = {
  period: '2026-10',
  year: '2026',
  quarter: 'Q4',
  month: '10',
  as_of: '2026-11-01T00-00-00',
  view: 'breaches',
  format: 'csv',
  lang: 'zh',
  policy: '售后服务',
};

describe('a name from a pattern', () => {
  test.each([
    ['reports/{period}/{view}.{format}', 'reports/2026-10/breaches.csv'],
    ['{year}/{quarter}/{month}-{lang}.html', '2026/Q4/10-zh.html'],
    ['{policy} {as_of}.json', '售后服务 2026-11-01T00-00-00.json'],
    ['../{view}{view}', '../breachesbreaches'],
    ['plain.csv', 'plain.csv'],
  ])('%s: %s', (pattern, expected) => expect(fillPattern(pattern, values)).toBe(expected));

  test.each([
    ['../../etc/passwd', '____etc_passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['..', '_'],
    ['.', '_'],
    ['', '_'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['tab\there\nand\u0000there', 'tab_here_and_there'],
    ['left\u202eright\u200b', 'left_right_'],
    ['ends. ', 'ends'],
    ['a...b', 'a_b'],
    ['{view}', '_view_'],
    // 120 bytes are 40 characters of Chinese.
    ['制'.repeat(200), '制'.repeat(40)],
  ])('the value %j is the part %j', (value, expected) => expect(safePart(value)).toBe(expected));

  test.each(['con', 'NUL', 'Com1', 'lpt9', 'aux.txt', 'CONOUT$'])('%s is kept for a device', (value) => {
    expect(fillPattern('{policy}', { ...values, policy: value })).toBe(`_${value}`);
    expect(fillPattern('out/{policy}.csv', { ...values, policy: value })).toBe(`out/_${value}.csv`);
    expect(fillPattern('{policy}/a.csv', { ...values, policy: value })).toBe(`_${value}/a.csv`);
  });

  test('whatever a value holds, the folder stays', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('.', '..', '/', '\\', ':', ' ', '\0', '\n', 'con', '{view}', '~', '-', '\u2028', 'a'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    const pattern = fc.constantFrom('out/{policy}', 'out/{policy}.csv', 'out/{view}{policy}', 'out/x{policy}y');
    fc.assert(
      fc.property(pattern, nasty, (shape, policy) => {
        const name = fillPattern(shape, { ...values, policy });
        for (const path of [posix, win32]) {
          const whole = path.normalize(name);
          expect(path.dirname(whole)).toBe('out');
          expect(path.basename(whole)).not.toMatch(/^\.{0,2}$/);
        }
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"\\|?*]/u);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
      }),
      { seed: 6, numRuns: 600 },
    );
  });

  test('every placeholder has a value here', () => {
    expect(Object.keys(values).toSorted()).toEqual([...PLACEHOLDERS].toSorted());
  });
});
