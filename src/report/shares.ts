import type { Ratio } from '../domain/report.ts';
import type { Catalogue } from '../locale/catalogue.ts';

/** Up to three decimals, as all percentages of a report; `null` over a denominator of 0. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * 100_000) / denominator) / 1000;
}

/** A share in one cell, its percentage before both its numbers; `unknown` where there is none, or it is one of nothing. */
export function shareText(share: Ratio | null, words: Catalogue, unknown = words.unknown): string {
  if (share === null || share.percent === null) return unknown;
  return words.inBrackets(words.percent(share.percent), words.share(share.numerator, share.denominator));
}
