/** Buckets by some bits of a number: a table of their counts stays in the nearest cache. */
const MOST_BITS = 11;
/** Fewer are sorted more quickly. */
const FEW = 256;

/** Keys in several lists. */
export interface Keys {
  readonly lists: readonly Uint32Array[];
  /** How many they are, and the greatest of them. */
  readonly n: number;
  readonly most: number;
}

/**
 * The keys that would have these ranks, counted from 1 in ascending order, if all were sorted: of many only those are looked at again
 * that share their upper bits with such a key.
 *
 * @param ranks in ascending order, and none beyond the last key
 * @param scratch as long as there are keys, at least
 */
export function ranked({ lists, n, most }: Keys, ranks: readonly number[], scratch: Uint32Array): number[] {
  return select(lists, n, 32 - Math.clz32(most), ranks, scratch);
}

/** Of keys that are alike but for this many of their lower bits. */
function select(
  lists: readonly Uint32Array[],
  n: number,
  bits: number,
  ranks: readonly number[],
  scratch: Uint32Array,
): number[] {
  if (n < FEW) {
    const sorted = putTogether(lists, scratch).sort();
    return ranks.map((rank) => sorted[rank - 1]!);
  }
  // Half as many buckets as keys, at the most.
  const shift = Math.max(0, bits - Math.min(MOST_BITS, 30 - Math.clz32(n)));
  const counts = new Int32Array(1 << (bits - shift));
  for (const keys of lists) countIn(counts, keys, shift);
  const wanted = bucketsOf(ranks, counts);
  // Where the next key of each bucket goes; below 0: it is not wanted.
  const next = counts.fill(-1);
  for (const { bucket, from } of wanted) next[bucket] = from;
  for (const keys of lists) gather(keys, shift, next, scratch);
  return wanted.flatMap(({ from, n: count, ranks: own }) => {
    const alike = scratch.subarray(from, from + count);
    return shift === 0 ? own.map(() => alike[0]!) : select([alike], count, shift, own, new Uint32Array(count));
  });
}

function putTogether(lists: readonly Uint32Array[], scratch: Uint32Array): Uint32Array {
  let end = 0;
  for (const list of lists) {
    scratch.set(list, end);
    end += list.length;
  }
  return scratch.subarray(0, end);
}

function countIn(counts: Int32Array, keys: Uint32Array, shift: number): void {
  const mask = counts.length - 1;
  for (let at = 0; at < keys.length; at++) counts[(keys[at]! >>> shift) & mask]!++;
}

/** A bucket in which keys of some ranks are. */
interface Wanted {
  readonly bucket: number;
  readonly n: number;
  /** Where it stands among all that are wanted. */
  readonly from: number;
  /** Among its own keys. */
  readonly ranks: number[];
}

function bucketsOf(ranks: readonly number[], counts: Int32Array): Wanted[] {
  const wanted: Wanted[] = [];
  let bucket = 0;
  let before = 0;
  let last: Wanted | undefined;
  for (const rank of ranks) {
    while (before + counts[bucket]! < rank) before += counts[bucket++]!;
    if (last?.bucket !== bucket) {
      last = { bucket, n: counts[bucket]!, from: last === undefined ? 0 : last.from + last.n, ranks: [] };
      wanted.push(last);
    }
    last.ranks.push(rank - before);
  }
  return wanted;
}

function gather(keys: Uint32Array, shift: number, next: Int32Array, into: Uint32Array): void {
  const mask = next.length - 1;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    const bucket = (key >>> shift) & mask;
    const place = next[bucket]!;
    if (place < 0) continue;
    into[place] = key;
    next[bucket] = place + 1;
  }
}
