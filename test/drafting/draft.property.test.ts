import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INSTANT_WORDS } from '../../src/drafting/words/instant-columns.ts';
import { LENGTH_WORDS } from '../../src/drafting/words/length-columns.ts';
import { NOTHING } from '../../src/drafting/words/nothing.ts';
import type { RoleWords } from '../../src/drafting/words/role-words.ts';
import { TEXT_WORDS } from '../../src/drafting/words/text-columns.ts';
import { draftAndRun, textSource } from './drafted.ts';

const wordsOf = (lists: readonly RoleWords[]) => fc.constantFrom(...lists.flatMap(({ words }) => words));

const stamp = fc.constantFrom(
  '2026-03-02 09:00',
  '2026/3/5 9:05:07',
  '2026年3月9日 14:30',
  '2026-03-11T08:00:00+08:00',
  '-',
  '',
);
const texts = fc.constantFrom(
  '处理中',
  '已关闭',
  'open',
  'a "quoted", cell',
  'x: y # z',
  '{a}',
  '[b]',
  '- c',
  '',
  'null',
  '7',
  '李雷',
  'OPS-1',
);

/** A header of the dictionary, with cells as they may stand below it. */
const column = fc.oneof(
  fc.record({ header: wordsOf(INSTANT_WORDS), cell: fc.constant(stamp) }),
  fc.record({ header: wordsOf(LENGTH_WORDS), cell: fc.constant(fc.constantFrom('1h 5m', '15', '2.5', '')) }),
  fc.record({ header: wordsOf(TEXT_WORDS), cell: fc.constant(texts) }),
  fc.record({
    header: fc.constantFrom('a: b', 'c # d', "e's", '"f"', '{g}', 'h,i', '- j', 'true', '第 1 列', 'clock', 'reason'),
    cell: fc.constant(texts),
  }),
);

const table = fc
  .uniqueArray(column, { minLength: 2, maxLength: 9, selector: ({ header }) => header })
  .chain((columns) =>
    fc.record({
      headers: fc.constant(columns.map(({ header }) => header)),
      rows: fc.array(fc.tuple(...columns.map(({ cell }) => cell)), { minLength: 1, maxLength: 6 }),
    }),
  );

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Faults that are the data's: no draft can make a usable row of these. */
const OF_DATA = ['no-usable-rows', 'empty-file'];

test('whatever headers of the dictionary stand together, the draft is a policy and runs', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ headers, rows }) => {
      const text = [headers, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
      const { draft, faults } = await draftAndRun(textSource('tickets.csv', text));
      expect(
        faults.map(({ code }) => code).filter((code) => !OF_DATA.includes(code)),
        `${text}\n${draft?.text}`,
      ).toEqual([]);
      if (draft === undefined) return;
      const again = await draftAndRun(textSource('tickets.csv', text));
      expect(again.draft?.text).toBe(draft.text);
    }),
    { seed: 20261122, numRuns: 150 },
  );
});

test('cells that mean nothing are listed once', () => expect(new Set(NOTHING).size).toBe(NOTHING.length));
