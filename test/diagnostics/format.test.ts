import { expect, test } from 'vitest';
import type { Code } from '../../src/diagnostics/codes.ts';
import { countBySeverity, formatDiagnostics, inOrder } from '../../src/diagnostics/format.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { displayWidth } from '../../src/locale/width.ts';

type Each = Diagnostic<Code>;

test('place, sentence, excerpt with carets, hint', () => {
  const source = 'a: 1\nb:\n  calendar: office-hour\n';
  const each: Each = {
    code: 'unknown-calendar',
    place: { file: 'policy.yaml', line: 3, column: 13, length: 11 },
    message: 'the policy defines no calendar "office-hour"',
    hint: 'Defined: office-hours (line 2).',
  };
  expect(formatDiagnostics([each], () => source)).toBe(
    `policy.yaml:3:13: error: the policy defines no calendar "office-hour" [unknown-calendar]
   3 |   calendar: office-hour
     |             ^^^^^^^^^^^
  Defined: office-hours (line 2).
`,
  );
});

test('what has no column or no place has no excerpt; an empty line stands between two', () => {
  const row: Each = { code: 'bad-timestamp', place: { file: 't.csv', line: 207 }, message: 'm' };
  const file: Each = { code: 'empty-file', message: 'n' };
  expect(formatDiagnostics([row, file], () => 'text')).toBe(
    'error: n [empty-file]\n\nt.csv:207: warning: m [bad-timestamp]\n',
  );
  expect(formatDiagnostics([], () => undefined)).toBe('');
});

// 紧急 is two letters and four columns wide: "urgency: {" is 10 columns, 紧急 4, ": " 2, so carets begin after 16.
test('carets stand under Chinese letters, which are two columns wide', () => {
  const each: Each = { code: 'bad-value', place: { file: 'p', line: 1, column: 15, length: 2 }, message: 'm' };
  const [, excerpt = '', carets = ''] = formatDiagnostics([each], () => 'urgency: {紧急: 加急}\n').split('\n');
  expect(excerpt).toBe('   1 | urgency: {紧急: 加急}');
  expect(carets).toBe(`     | ${' '.repeat(16)}^^^^`);
});

test('tabs and control characters count as one column', () => {
  const each: Each = { code: 'policy-syntax', place: { file: 'p', line: 1, column: 3, length: 1 }, message: 'm' };
  expect(
    formatDiagnostics([each], () => '\t\0x')
      .split('\n')
      .slice(1, 3),
  ).toEqual(['   1 |  \ufffdx', '     |   ^']);
});

test('a long line is cut around the spot, and the carets are still under it', () => {
  const source = `${'工'.repeat(300)}HERE${'x'.repeat(300)}`;
  const each: Each = { code: 'bad-value', place: { file: 'p', line: 1, column: 301, length: 4 }, message: 'm' };
  const [, excerpt = '', carets = ''] = formatDiagnostics([each], () => source).split('\n');
  expect(displayWidth(excerpt.slice(0, excerpt.indexOf('HERE')))).toBe(carets.indexOf('^'));
  expect(carets.trim().slice(-4)).toBe('^^^^');
  expect(displayWidth(excerpt)).toBeLessThan(170);
});

test('sorted by file, line, column, code; by code units whatever the locale', () => {
  const at = (file: string, line: number, column: number, code: Code): Each => ({
    code,
    place: { file, line, column },
    message: '',
  });
  const sorted = [
    at('B', 9, 1, 'bad-value'),
    at('a', 2, 10, 'bad-value'),
    at('a', 10, 2, 'bad-date'),
    at('a', 10, 2, 'bad-value'),
    at('a', 10, 10, 'bad-date'),
    at('é', 1, 1, 'bad-date'),
  ];
  expect(inOrder([...sorted].reverse())).toEqual(sorted);
});

test('counts by gravity', () => {
  const codes: Code[] = ['bad-value', 'bad-date', 'open-pause', 'as-of-cut'];
  expect(countBySeverity(codes.map((code) => ({ code, message: '' })))).toEqual({ error: 2, warning: 1, note: 1 });
});

// Widths as Unicode's EastAsianWidth.txt gives them.
test.each([
  ['abc', 3],
  ['工单号', 6],
  ['：，（）', 8],
  ['ｶﾅ', 2],
  ['한국', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['…→', 2],
  ['😀', 2],
  ['𠀀', 2],
  ['\u200b', 0],
])('%s is %d columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
