/** Rows lie in chunks: an array that doubles would hold old and new side by side at the peak. */
export const BITS = 14;
export const SIZE = 1 << BITS;
export const MASK = SIZE - 1;

type Numbers = Int32Array | Float64Array;
type Narrow = Uint8Array | Uint16Array | Int32Array;

/** Numbers of a column's rows, chunk by chunk, packed. */
export interface ClosedRows<Chunk extends Numbers> {
  /** How many rows there are: whole chunks. */
  readonly length: number;
  /** Every number is the `fill` of the column. */
  readonly isBlank: boolean;
  /** The next `SIZE` rows, or the last, which may be fewer. */
  add(chunk: Chunk, rows: number): void;
  /** As many rows that are all the `fill`. */
  addBlank(): void;
  at(row: number): number;
  /** As a `NumberColumn` does it. */
  gather(rows: Int32Array, from: number, to: number, into: Numbers): void;
  copy(from: number, to: number, into: Numbers): void;
}

const ZEROS = [new Uint8Array(SIZE), new Uint16Array(SIZE), new Int32Array(SIZE)] as const;
const [BYTES, PAIRS, WHOLE] = [0, 1, 2] as const;

/**
 * Whole numbers in as few bytes each as the column needs: codes are mostly small, and lines and tickets rise slowly. A chunk holds by how much its
 * numbers are more than their least.
 *
 * All chunks of a column are of one type, and each type has a loop of its own: one loop for all would ask for every number what it lies in.
 */
export class CodeRows implements ClosedRows<Int32Array> {
  length = 0;
  isBlank = true;
  private readonly fill: number;
  private width: typeof BYTES | typeof PAIRS | typeof WHOLE = BYTES;
  private chunks: Narrow[] = [];
  private readonly bases: number[] = [];

  constructor(fill: number) {
    this.fill = fill;
  }

  add(chunk: Int32Array, rows: number): void {
    let least = chunk[0]!;
    let most = least;
    for (let index = 0; index < rows; index++) {
      const number = chunk[index]!;
      if (number < least) least = number;
      if (number > most) most = number;
    }
    const range = most - least;
    this.widen(range <= 0xff ? BYTES : range <= 0xffff ? PAIRS : WHOLE);
    this.length += SIZE;
    this.isBlank &&= range === 0 && least === this.fill;
    // The difference of two numbers of 32 bits may not be one.
    const base = range > 0 && this.width === WHOLE ? 0 : least;
    this.bases.push(base);
    this.chunks.push(range === 0 ? ZEROS[this.width] : packed(chunk, rows, base, this.width));
  }

  addBlank(): void {
    this.length += SIZE;
    this.bases.push(this.fill);
    this.chunks.push(ZEROS[this.width]);
  }

  at(row: number): number {
    return this.chunks[row >>> BITS]![row & MASK]! + this.bases[row >>> BITS]!;
  }

  gather(rows: Int32Array, from: number, to: number, into: Numbers): void {
    const { chunks, bases } = this;
    if (this.width === BYTES) gatherBytes(chunks as Uint8Array[], bases, rows, from, to, into);
    else if (this.width === PAIRS) gatherPairs(chunks as Uint16Array[], bases, rows, from, to, into);
    else gatherWhole(chunks as Int32Array[], bases, rows, from, to, into);
  }

  copy(from: number, to: number, into: Numbers): void {
    for (let row = from; row < to; ) {
      const first = row & MASK;
      const rows = Math.min(SIZE - first, to - row);
      into.set(this.chunks[row >>> BITS]!.subarray(first, first + rows), row - from);
      addTo(into, row - from, rows, this.bases[row >>> BITS]!);
      row += rows;
    }
  }

  private widen(width: typeof this.width): void {
    if (width <= this.width) return;
    const zeros: Narrow = ZEROS[this.width];
    const Wide = width === PAIRS ? Uint16Array : Int32Array;
    this.chunks = this.chunks.map((chunk) => (chunk === zeros ? ZEROS[width] : new Wide(chunk)));
    this.width = width;
  }
}

function addTo(numbers: Numbers, from: number, count: number, base: number): void {
  if (base !== 0) for (let index = from; index < from + count; index++) numbers[index]! += base;
}

/** The numbers of a chunk, by how much they are more than `base`. A loop for each type, as above. */
function packed(chunk: Int32Array, rows: number, base: number, width: 0 | 1 | 2): Narrow {
  if (width === BYTES) {
    const bytes = new Uint8Array(rows);
    for (let index = 0; index < rows; index++) bytes[index] = chunk[index]! - base;
    return bytes;
  }
  const numbers = width === PAIRS ? new Uint16Array(rows) : new Int32Array(rows);
  if (numbers instanceof Uint16Array) for (let index = 0; index < rows; index++) numbers[index] = chunk[index]! - base;
  else for (let index = 0; index < rows; index++) numbers[index] = chunk[index]! - base;
  return numbers;
}

function gatherBytes(
  chunks: readonly Uint8Array[],
  bases: readonly number[],
  rows: Int32Array,
  from: number,
  to: number,
  into: Numbers,
): void {
  for (let index = from; index < to; index++) {
    const row = rows[index]!;
    into[index - from] = chunks[row >>> BITS]![row & MASK]! + bases[row >>> BITS]!;
  }
}

function gatherPairs(
  chunks: readonly Uint16Array[],
  bases: readonly number[],
  rows: Int32Array,
  from: number,
  to: number,
  into: Numbers,
): void {
  for (let index = from; index < to; index++) {
    const row = rows[index]!;
    into[index - from] = chunks[row >>> BITS]![row & MASK]! + bases[row >>> BITS]!;
  }
}

function gatherWhole(
  chunks: readonly Int32Array[],
  bases: readonly number[],
  rows: Int32Array,
  from: number,
  to: number,
  into: Numbers,
): void {
  for (let index = from; index < to; index++) {
    const row = rows[index]!;
    into[index - from] = chunks[row >>> BITS]![row & MASK]! + bases[row >>> BITS]!;
  }
}

const SECOND = 1000;

/**
 * Numbers of any kind, eight bytes each; four as long as all are whole seconds, as the instants of nearly every log, no further
 * than 68 years from the first of their chunk. All chunks of a column are of one type, as above.
 */
export class NumberRows implements ClosedRows<Float64Array> {
  length = 0;
  isBlank = true;
  private readonly fill: number;
  private readonly blank: Float64Array;
  /** In seconds after the base of the chunk; `undefined`: there is one that has others. */
  private seconds: Int32Array[] | undefined = [];
  private readonly bases: number[] = [];
  private chunks: Float64Array[] = [];

  constructor(fill: number) {
    this.fill = fill;
    this.blank = new Float64Array(SIZE).fill(fill);
  }

  add(chunk: Float64Array, rows: number): void {
    const isBlank = chunk.subarray(0, rows).every((number) => Object.is(number, this.fill));
    this.isBlank &&= isBlank;
    this.length += SIZE;
    const seconds = this.seconds && secondsIn(chunk, rows);
    if (seconds === undefined) {
      this.widen();
      this.chunks.push(isBlank ? this.blank : chunk.slice(0, rows));
    } else {
      this.bases.push(chunk[0]!);
      this.seconds?.push(seconds);
    }
  }

  addBlank(): void {
    this.add(this.blank, SIZE);
  }

  at(row: number): number {
    const { seconds } = this;
    if (seconds === undefined) return this.chunks[row >>> BITS]![row & MASK]!;
    return this.bases[row >>> BITS]! + seconds[row >>> BITS]![row & MASK]! * SECOND;
  }

  gather(rows: Int32Array, from: number, to: number, into: Numbers): void {
    const { seconds, bases, chunks } = this;
    if (seconds !== undefined) {
      gatherSeconds(seconds, bases, rows, from, to, into);
      return;
    }
    for (let index = from; index < to; index++) {
      const row = rows[index]!;
      into[index - from] = chunks[row >>> BITS]![row & MASK]!;
    }
  }

  copy(from: number, to: number, into: Numbers): void {
    const { seconds, bases, chunks } = this;
    for (let row = from; row < to; ) {
      const first = row & MASK;
      const rows = Math.min(SIZE - first, to - row);
      const chunk = (seconds ?? chunks)[row >>> BITS]!;
      into.set(chunk.subarray(first, first + rows), row - from);
      if (seconds !== undefined) intoInstants(into, row - from, rows, bases[row >>> BITS]!);
      row += rows;
    }
  }

  private widen(): void {
    if (this.seconds === undefined) return;
    this.chunks = this.seconds.map((chunk, index) => {
      const base = this.bases[index]!;
      return Float64Array.from(chunk, (second) => base + second * SECOND);
    });
    this.seconds = undefined;
  }
}

/** By how many whole seconds each is after the first; `undefined` where that does not tell one of them exactly. */
function secondsIn(chunk: Float64Array, rows: number): Int32Array | undefined {
  const base = chunk[0]!;
  const seconds = new Int32Array(rows);
  for (let index = 0; index < rows; index++) {
    seconds[index] = (chunk[index]! - base) / SECOND;
    if (base + seconds[index]! * SECOND !== chunk[index]) return undefined;
  }
  return seconds;
}

function intoInstants(seconds: Numbers, from: number, count: number, base: number): void {
  for (let index = from; index < from + count; index++) seconds[index] = base + seconds[index]! * SECOND;
}

function gatherSeconds(
  chunks: readonly Int32Array[],
  bases: readonly number[],
  rows: Int32Array,
  from: number,
  to: number,
  into: Numbers,
): void {
  for (let index = from; index < to; index++) {
    const row = rows[index]!;
    into[index - from] = bases[row >>> BITS]! + chunks[row >>> BITS]![row & MASK]! * SECOND;
  }
}
