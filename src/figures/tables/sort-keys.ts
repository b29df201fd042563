/** Digits of so many bits: a table of their counts stays in the nearest cache. */
const BITS = 11;
const RADIX = 1 << BITS;
/** Fewer are sorted more quickly by comparing. */
const FEW = 512;

/**
 * Sorts in place, in ascending order: many by their digits, from the lowest to the highest, which takes a fraction of what comparing
 * them takes.
 *
 * @param scratch as long as they are, at least
 */
export function sortKeys(keys: Uint32Array, scratch: Uint32Array): void {
  if (keys.length < FEW) {
    keys.sort();
    return;
  }
  let most = 0;
  for (let at = 0; at < keys.length; at++) if (keys[at]! > most) most = keys[at]!;
  let [from, to] = [keys, scratch.subarray(0, keys.length)];
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += BITS) {
    deal(from, to, shift);
    [from, to] = [to, from];
  }
  if (from !== keys) keys.set(from);
}

/** In the order of one digit; of equal ones in the order that there was. */
function deal(from: Uint32Array, to: Uint32Array, shift: number): void {
  const next = new Uint32Array(RADIX + 1);
  for (let at = 0; at < from.length; at++) next[((from[at]! >>> shift) & (RADIX - 1)) + 1]!++;
  for (let digit = 0; digit < RADIX; digit++) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < from.length; at++) {
    const key = from[at]!;
    to[next[(key >>> shift) & (RADIX - 1)]!++] = key;
  }
}
