import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/locale/width.ts';
import { fitWidths } from '../../src/report/formats/fit-widths.ts';
import { wrap } from '../../src/report/formats/wrap.ts';

describe('lines break', () => {
  test.each([
    ['at spaces', 'First solution by the department', 14, ['First solution', 'by the', 'department']],
    ['between Chinese characters', '转交部门后首次解决方案', 8, ['转交部门', '后首次解', '决方案']],
    ['not before a closing mark', '等待用户回复，后恢复', 12, ['等待用户回', '复，后恢复']],
    ['not after an opening bracket', '维修部（部门）', 8, ['维修部', '（部门）']],
    ['inside a word only where it alone is too long', 'waiting_customer now', 8, ['waiting_', 'customer', 'now']],
    ['and hang by their indent', '  转交部门后首次', 8, ['  转交部', '  门后首', '  次']],
    ['where they already did', '甲\n乙', 8, ['甲', '乙']],
    ['nowhere, when there is room', 'a  b', 8, ['a  b']],
  ])('%s', (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

test('nothing is lost but spaces, and no line is too long', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab Z9,.()等待，。；「」（）𠮷é👍🏽'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (long, width) => {
      const lines = wrap(long, width);
      const dense = (part: string) => part.replaceAll(' ', '');
      expect(dense(lines.join(''))).toBe(dense(long));
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }),
    { seed: 31, numRuns: 500 },
  );
});

describe('columns fit', () => {
  const column = (natural: number, least: number, cells = natural, floor = least) => ({ natural, cells, least, floor });

  test.each([
    // 10 + 2 + 20 + 2 + 6 = 40
    ['as they are', [column(10, 4), column(20, 4), column(6, 6)], 40, [10, 20, 6]],
    // Five too many: all from the widest.
    ['the widest yields', [column(10, 4), column(20, 4), column(6, 6)], 35, [10, 15, 6]],
    // 10 + 20 must come to 14: level at 7.
    ['then both do', [column(10, 4), column(20, 4), column(6, 6)], 24, [7, 7, 6]],
    // The second's title may wrap down to its cells: 10 + 14 + 6 = 30, and 4 of gaps.
    ['titles wrap before cells do', [column(10, 4), column(20, 4, 8), column(6, 6)], 34, [10, 14, 6]],
    // Its cells are 8 wide: 10 + 8 + 6 = 24 is 2 too many for 22, so the cells of the widest have to wrap, too.
    ['and then the cells', [column(10, 4), column(20, 4, 8), column(6, 6)], 26, [8, 8, 6]],
    // 9 + 15 + 6 is two more than 28: the widest gives them, down to its floor of 13.
    ['none below its least', [column(10, 9), column(20, 15, 20, 13), column(6, 6)], 34, [9, 15, 6]],
    ['but where that is still too wide', [column(10, 9), column(20, 15, 20, 13), column(6, 6)], 32, [9, 13, 6]],
    ['never below its floor', [column(10, 9), column(20, 15, 20, 13), column(6, 6)], 20, [9, 13, 6]],
  ])('%s', (_, columns, width, widths) => {
    expect(fitWidths(columns, 2, width)).toEqual(widths);
  });
});
