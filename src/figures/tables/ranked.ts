/** Buckets by the upper bits of a number: a table of their counts stays in the nearest cache. */
const BITS = 11;
const BUCKETS = 1 << BITS;
/** Fewer are sorted more quickly. */
const FEW = 512;

/**
 * The keys that would have these ranks, counted from 1 in ascending order, if they were sorted: of many only those are, whose upper bits
 * such a key has. `keys` may be in another order afterwards.
 *
 * @param ranks in ascending order, and none beyond the last key
 * @param scratch as long as the keys, at least
 */
export function ranked(keys: Uint32Array, ranks: readonly number[], scratch: Uint32Array): number[] {
  if (keys.length < FEW) {
    keys.sort();
    return ranks.map((rank) => keys[rank - 1]!);
  }
  let most = 0;
  for (let at = 0; at < keys.length; at++) if (keys[at]! > most) most = keys[at]!;
  const shift = Math.max(0, 32 - Math.clz32(most) - BITS);
  const counts = new Uint32Array(BUCKETS);
  for (let at = 0; at < keys.length; at++) counts[keys[at]! >>> shift]!++;

  // Of each bucket that is wanted where its keys begin in the scratch; those before it, and how many they are.
  const starts = new Int32Array(BUCKETS).fill(-1);
  const found: { bucket: number; before: number }[] = [];
  let room = 0;
  let bucket = 0;
  let before = 0;
  for (const rank of ranks) {
    while (before + counts[bucket]! < rank) before += counts[bucket++]!;
    if (starts[bucket]! < 0) {
      starts[bucket] = room;
      room += counts[bucket]!;
    }
    found.push({ bucket, before });
  }
  const next = starts.slice();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    const place = next[key >>> shift]!;
    if (place < 0) continue;
    scratch[place] = key;
    next[key >>> shift] = place + 1;
  }
  const own = (each: number) => scratch.subarray(starts[each], next[each]);
  for (const each of new Set(found.map((one) => one.bucket))) own(each).sort();
  return ranks.map((rank, index) => own(found[index]!.bucket)[rank - found[index]!.before - 1]!);
}
