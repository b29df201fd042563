import { changesInChinese } from './changes-zh.ts';
import { diffInChinese } from './diff-zh.ts';
import { sourceInChinese } from './source-zh.ts';

/** What comparisons say, in Chinese. */
export const compareInChinese = {
  source: sourceInChinese,
  changes: changesInChinese,
  diff: diffInChinese,
};
