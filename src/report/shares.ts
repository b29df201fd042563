import type { Ratio } from '../domain/report.ts';
import type { Catalogue } from '../locale/catalogue.ts';

/** Up to three decimals, as all percentages of a report; `null` over a denominator of 0. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * 100_000) / denominator) / 1000;
}

/**
 * A measured share as people read it, to one decimal. Rounding never makes it all or nothing, nor carries it to the other side of
 * what it is held against: 94.96 % is not 95 %.
 */
export function shownPercent(percent: number, aim = 100): number {
  const rounded = Math.round(percent * 10) / 10;
  const isCarried = [aim, 100].some((edge) => percent < edge && rounded >= edge) || (percent > 0 && rounded === 0);
  return isCarried ? percent : rounded;
}

/** The same in a column of shares, which are written to one decimal unless they come as texts. */
export function shareBeside(percent: number | null, aim: number, words: Catalogue): number | string {
  if (percent === null) return words.unknown;
  const shown = shownPercent(percent, aim);
  return shown === shownPercent(percent) ? percent : words.percent(shown);
}

/** A share in one cell, its percentage before both its numbers; `unknown` where there is none, or it is one of nothing. */
export function shareText(share: Ratio | null, words: Catalogue, unknown = words.unknown): string {
  if (share === null || share.percent === null) return unknown;
  return words.inBrackets(words.percent(shownPercent(share.percent)), words.share(share.numerator, share.denominator));
}
