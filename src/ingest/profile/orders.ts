import type { StampOrder } from '../../domain/profile.ts';
import type { Instant } from '../../domain/time.ts';

/** Columns of instants that are compared with each other: pairs grow by the square. */
const MOST = 16;

interface Pair {
  rows: number;
  secondEarlier: number;
  secondEarlierLine: number;
  firstEarlier: number;
  firstEarlierLine: number;
}

/** Counts, of the instants of one row, which come before which. */
export function orderTally() {
  const compared: number[] = [];
  const pairs = new Map<number, Pair>();

  return {
    /** `at[column]` is `NaN` where the row has no instant there. */
    take(at: readonly Instant[], line: number): void {
      for (let column = 0; column < at.length && compared.length < MOST; column++) {
        if (!Number.isNaN(at[column] ?? Number.NaN) && !compared.includes(column)) compared.push(column);
      }
      for (let one = 0; one < compared.length; one++) {
        const first = at[compared[one] ?? 0] ?? Number.NaN;
        if (Number.isNaN(first)) continue;
        for (let other = one + 1; other < compared.length; other++) {
          const second = at[compared[other] ?? 0] ?? Number.NaN;
          if (Number.isNaN(second)) continue;
          const pair = pairOf(one, other);
          pair.rows++;
          if (second < first && pair.secondEarlier++ === 0) pair.secondEarlierLine = line;
          if (first < second && pair.firstEarlier++ === 0) pair.firstEarlierLine = line;
        }
      }
    },
    finish(names: readonly string[]): StampOrder[] {
      return [...pairs].map(([key, pair]) => ({
        first: names[compared[Math.floor(key / MOST)] ?? 0] ?? '',
        second: names[compared[key % MOST] ?? 0] ?? '',
        ...pair,
      }));
    },
  };

  function pairOf(one: number, other: number): Pair {
    const key = one * MOST + other;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const fresh = { rows: 0, secondEarlier: 0, secondEarlierLine: 0, firstEarlier: 0, firstEarlierLine: 0 };
    pairs.set(key, fresh);
    return fresh;
  }
}
