import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/locale/width.ts';
import { type Alignment, drawGrid, LONG } from '../../src/report/formats/terminal-grid.ts';

const RED = '\u001b[31m';
const PLAIN = '\u001b[39m';
const line = fc
  .array(fc.constantFrom('a', '9', ' ', '工', '。', 'é'), { maxLength: 6 })
  .map((signs) => signs.join('').trim());
const cell = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([lines, isRed]) => lines.map((text) => (isRed && text !== '' ? RED + text + PLAIN : text)).join('\n'));
const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    alignments: fc.array(fc.constantFrom<Alignment>('left', 'right'), { minLength: columns, maxLength: columns }),
  }),
);

test('a long table is drawn to the bytes of a short one', () => {
  fc.assert(
    fc.property(table, ({ rows, alignments }) => {
      const head = alignments.map((_, column) => `c${column}`);
      const widths = alignments.map(() => 12);
      expect(displayWidth('工。工。工。')).toBe(12);
      const short = drawGrid(head, rows, widths, alignments);
      // The same rows over and over, until they are too many.
      const times = Math.ceil((LONG + 1) / rows.length);
      const long = drawGrid(head, Array.from({ length: times }, () => rows).flat(), widths, alignments);
      const [first = '', rule = '', ...body] = short.split('\n').slice(0, -1);
      const expected = [first, rule, ...Array.from({ length: times }, () => body).flat()];
      expect(long).toBe(expected.map((each) => `${each}\n`).join(''));
    }),
    { seed: 11, numRuns: 30 },
  );
});
