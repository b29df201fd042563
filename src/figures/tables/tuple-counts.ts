/**
 * Tuples of whole numbers, each once in the order in which they turned up, and how often each came. Plain values: a thread can
 * post them to another.
 */
export interface TupleCounts {
  readonly width: number;
  n: number;
  /** One tuple behind the other; longer than what is in it. */
  tuples: Int32Array;
  counts: Int32Array;
}

/** Counts tuples, and gives each a number of its own. */
export interface TupleCounter {
  readonly totals: TupleCounts;
  /** The number of the tuple, which is copied. */
  add(tuple: Int32Array, times?: number): number;
}

export function tupleCounter(width: number): TupleCounter {
  const totals: TupleCounts = { width, n: 0, tuples: new Int32Array(FEW * width), counts: new Int32Array(FEW) };
  /** By hash the number of a tuple and 1; 0: none. Never more than half full. */
  let slots = new Int32Array(2 * FEW);

  function enter(tuple: Int32Array, slot: number): number {
    const code = totals.n++;
    if (code === totals.counts.length) {
      totals.counts = roomier(totals.counts);
      totals.tuples = roomier(totals.tuples);
    }
    totals.tuples.set(tuple, code * width);
    slots[slot] = code + 1;
    if (2 * totals.n > slots.length) slots = entered(totals, new Int32Array(2 * slots.length));
    return code;
  }

  return {
    totals,
    add(tuple, times = 1) {
      let slot = hash(tuple, 0, width) & (slots.length - 1);
      let code = slots[slot]! - 1;
      while (code >= 0 && !isAt(totals.tuples, code * width, tuple)) {
        slot = (slot + 1) & (slots.length - 1);
        code = slots[slot]! - 1;
      }
      if (code < 0) code = enter(tuple, slot);
      totals.counts[code]! += times;
      return code;
    },
  };
}

/**
 * Counts the tuples of another, too.
 *
 * @param recode makes each what it is here
 * @returns the number here of each
 */
export function taken(
  counter: TupleCounter,
  { n, width, tuples, counts }: TupleCounts,
  recode: (tuple: Int32Array) => void,
): Int32Array {
  const codes = new Int32Array(n);
  for (let code = 0; code < n; code++) {
    const tuple = tuples.slice(code * width, (code + 1) * width);
    recode(tuple);
    codes[code] = counter.add(tuple, counts[code]);
  }
  return codes;
}

const FEW = 64;

function isAt(tuples: Int32Array, first: number, tuple: Int32Array): boolean {
  for (let index = 0; index < tuple.length; index++) if (tuples[first + index] !== tuple[index]) return false;
  return true;
}

function entered({ n, width, tuples }: TupleCounts, slots: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  for (let code = 0; code < n; code++) {
    let slot = hash(tuples, code * width, width) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = code + 1;
  }
  return slots;
}

function hash(numbers: Int32Array, first: number, width: number): number {
  let mixed = 0;
  for (let at = first; at < first + width; at++) {
    mixed = Math.imul(mixed ^ numbers[at]!, 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

function roomier(numbers: Int32Array): Int32Array {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** The number that stands at a place of each tuple, by the tuple's number. */
export function numbersAt({ n, width, tuples }: TupleCounts, place: number): Int32Array {
  const numbers = new Int32Array(n);
  for (let code = 0; code < n; code++) numbers[code] = tuples[code * width + place]!;
  return numbers;
}
