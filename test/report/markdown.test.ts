import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/formats/markdown.ts';
import type { Page } from '../../src/report/page.ts';
import type { Column } from '../../src/report/table.ts';
import { english } from './reader.ts';

const columns: Column[] = [
  { key: 'ticket', title: 'Ticket', kind: 'id' },
  { key: 'over_s', title: 'Over by', kind: 'seconds' },
  { key: 'rate', title: 'Rate', kind: 'percent' },
];

/** As a reader of Markdown that is not ours shows it, without the marks of elements. */
function shown(page: Page): string {
  return marked.parse(markdown.page?.(page, english) ?? '', { async: false, gfm: true });
}

const plainText = (html: string) =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('a page: title, heading, text, and a table whose quantities stand to the right', () => {
  const page: Page = [
    { kind: 'title', text: '售后服务' },
    { kind: 'heading', text: 'Breaches' },
    { kind: 'text', text: 'As of 2026-10-31.' },
    { kind: 'item', mark: '(a)', text: 'each', level: 0 },
    {
      kind: 'table',
      table: {
        columns,
        rows: [
          ['OPS-1', 90, { value: 87.5, tone: 'bad' }],
          { kind: 'caption', text: 'By phone', end: 50 },
          ['OPS-2', null, 100],
        ],
      },
    },
  ];
  // 90 s are 1m 30s.
  expect(markdown.page?.(page, english)).toBe(`# 售后服务

## Breaches

As of 2026-10-31.

- (a) each

| Ticket | Over by | Rate |
| --- | ---: | ---: |
| OPS-1 | 1m 30s | **87.5%** |
| **By phone** |  | 50% |
| OPS-2 |  | 100% |
`);
  expect(shown(page)).toContain('<td align="right"><strong>87.5%</strong></td>');
});

describe('what an export says stays text', () => {
  test.each([
    '<script>alert(1)</script>',
    '[a link](https://example.org)',
    '![a picture](https://example.org/x.png)',
    '**bold** _slanted_ ~~struck~~ `code`',
    'a | b',
    '# heading',
    '1. a list',
    '- a list',
    '&lt;b&gt;',
    'C:\\Users\\x',
    'two\nlines',
    '<https://example.org>',
  ])('%j', (text) => {
    const html = shown([{ kind: 'table', table: { columns, rows: [[text, 1, 2]] } }]);
    const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
    expect(cells).toHaveLength(3);
    expect(cells[0]?.replaceAll('<br>', '')).not.toMatch(/<(?!br)/);
    expect(plainText(cells[0] ?? '')).toBe(text);
    expect(plainText(shown([{ kind: 'text', text }])).trimEnd()).toBe(text);
  });

  test('whatever signs it has', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab1.)<>&|\\`*_[]()!#~-+ ='), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(signs, (text) => {
        fc.pre(text.trim() === text && !/ {2}/.test(text));
        const html = shown([{ kind: 'table', table: { columns, rows: [[text, 1, 2]] } }]);
        const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
        expect(cells).toHaveLength(3);
        expect(cells[0]).not.toContain('<');
        expect(plainText(cells[0] ?? '')).toBe(text);
        const paragraph = shown([{ kind: 'text', text }]);
        expect(paragraph).toMatch(/^<p>[^<]*<\/p>\n$/);
        expect(plainText(paragraph).trimEnd()).toBe(text);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
