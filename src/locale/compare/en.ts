import { changesInEnglish } from './changes-en.ts';
import { diffInEnglish } from './diff-en.ts';
import { sourceInEnglish } from './source-en.ts';

/** What comparisons say, in English. */
export const compareInEnglish = {
  source: sourceInEnglish,
  changes: changesInEnglish,
  diff: diffInEnglish,
};
