import type { Change, RatioChange } from '../../domain/comparison.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { shareText } from '../shares.ts';
import type { Cell, Tone } from '../table.ts';
import { legible } from './clock-tables.ts';

// Three cells of a figure: what it is on both sides, and by how much it differs, with its sign.

/** `better`: whether more of it is good news. */
export function countCells({ before, after, change }: Change, words: Catalogue, better?: 'more' | 'fewer'): Cell[] {
  const { nothing, plus } = words.compare.changes;
  const shown = (count: number | null) => (count === null ? nothing : words.count(count));
  return [shown(before), shown(after), toned(change === null ? nothing : plus(change), change, better)];
}

export function shareCells({ before, after, change }: RatioChange, words: Catalogue): Cell[] {
  const { nothing, points, plus } = words.compare.changes;
  const shown = (share: RatioChange['before']) => shareText(share, words, nothing);
  return [shown(before), shown(after), toned(change === null ? nothing : points(plus(tenths(change))), change, 'more')];
}

export function lengthCells({ before, after, change }: Change, words: Catalogue): Cell[] {
  const { nothing, sign } = words.compare.changes;
  const shown = (seconds: number | null) => (seconds === null ? nothing : words.clockDuration(legible(seconds) ?? 0));
  return [
    shown(before),
    shown(after),
    change === null ? nothing : `${sign(change)}${words.clockDuration(legible(Math.abs(change)) ?? 0)}`,
  ];
}

/** As shares are told to people; never -0. */
export function tenths(number: number): number {
  return Math.round(number * 10) / 10 + 0;
}

export function toned(value: string, change: number | null, better: 'more' | 'fewer' | undefined): Cell {
  if (better === undefined || change === null || change === 0) return value;
  const tone: Tone = change > 0 === (better === 'more') ? 'good' : 'bad';
  return { value, tone };
}
