import type { Durations } from '../../domain/report.ts';
import { durations, ranksOf } from '../lengths.ts';
import type { SortedLengths } from './sorted-lengths.ts';

/** Where the lengths of each cell belong, by the cell's number; -1: nowhere. */
export interface Places {
  readonly placeOf: Int32Array;
  /** All are below. */
  readonly places: number;
}

/** The durations of each place. */
export type DurationsAt = (place: number) => Durations;

/**
 * Goes through all lengths, from the shortest to the longest, and counts along at each place: the length at which its count comes
 * to the rank of a median or a percentile is that one. So there is no list of lengths for any of them.
 */
export function durationsByPlace({ cells, lengths, unit }: SortedLengths, { placeOf, places }: Places): DurationsAt {
  const counts = countByPlace(cells, placeOf, places);
  /** The places that have any, by number; as there may be far more that have none. */
  const slotOf = new Int32Array(places).fill(-1);
  const found: Found[] = [];
  for (let place = 0; place < places; place++) {
    const n = counts[place]!;
    if (n > 0) slotOf[place] = found.push({ n, ranks: ranksOf(n), ranked: [] }) - 1;
  }
  const slotOfCell = placeOf.map((place) => (place < 0 ? -1 : slotOf[place]!));
  const sums = new Float64Array(found.length);
  const seen = new Uint32Array(found.length);
  const next = Uint32Array.from(found, ({ ranks: [first = 0] }) => first);
  for (let at = 0; at < cells.length; at++) {
    const slot = slotOfCell[cells[at]!]!;
    if (slot < 0) continue;
    const length = lengths[at]! * unit;
    // Summed in ascending order: even beyond 2^53 ms the mean does not depend on the order of arrival.
    sums[slot]! += length;
    if (++seen[slot]! === next[slot]) next[slot] = reached(found[slot], length);
  }
  return (place) => {
    const slot = slotOf[place] ?? -1;
    const own = found[slot];
    return own === undefined ? NONE : durations(own.n, sums[slot] ?? 0, own.ranked);
  };
}

interface Found {
  readonly n: number;
  readonly ranks: readonly number[];
  /** The lengths of the ranks that were come to. */
  readonly ranked: number[];
}

const NONE = durations(0, 0, []);

/** Notes the length of a rank, and of those that are the same; gives the rank that is next. */
function reached(found: Found | undefined, length: number): number {
  if (found === undefined) return 0;
  const { ranks, ranked } = found;
  const rank = ranks[ranked.length];
  while (ranked.length < ranks.length && ranks[ranked.length] === rank) ranked.push(length);
  return ranks[ranked.length] ?? 0;
}

function countByPlace(cells: Int32Array, placeOf: Int32Array, places: number): Uint32Array {
  const byCell = new Uint32Array(placeOf.length);
  for (let at = 0; at < cells.length; at++) byCell[cells[at]!]!++;
  const counts = new Uint32Array(places);
  for (let cell = 0; cell < placeOf.length; cell++) if (placeOf[cell]! >= 0) counts[placeOf[cell]!]! += byCell[cell]!;
  return counts;
}
