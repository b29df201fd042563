/** Draws that look random and are the same on every machine. */
export interface Randomness {
  /** In [0, 1). */
  readonly unit: () => number;
  /** A whole number in [0, end). */
  readonly below: (end: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** One sequence for each pair of numbers: a ticket's story does not depend on who was told before it. */
export function randomness(seed: number, number: number): Randomness {
  let state = mix(mix(seed) ^ number);
  const unit = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(unit() * end);
  return {
    unit,
    below,
    chance: (share) => unit() < share,
    pick: (from) => from[below(from.length)] as (typeof from)[0],
  };
}

/** The finaliser of MurmurHash3: every bit of the input moves half of the output's. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
