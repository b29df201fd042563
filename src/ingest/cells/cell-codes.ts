import { ByteDictionary } from '../log/byte-dictionary.ts';
import { type CutRows, LACKING, MOST_ROWS } from './cut-rows.ts';

/** The number of a cell that the file or the row does not have, and of one that is too long to be kept. */
export const ABSENT = 0;
export const UNKEPT = 1;
/** Of the first cell that is kept. */
const FIRST = 2;

/** Longer cells are remarks: they come once. */
const LONGEST = 256;

/** Cells of so many bytes are compared four bytes at a time. */
const SHORT = 16;
const WORDS = SHORT / 4;
/** Short cells that are remembered, by the hash of their bytes: a column of few different cells has all of them here. */
const RECENT = 512;
/** No short cell is so long: nothing is remembered there. */
const NONE = 0xff;
/** By the length of a cell for each of its words which bits of it belong to the cell. */
const MASKS = Int32Array.from({ length: (SHORT + 1) * WORDS }, (_, index) => {
  const bytes = Math.floor(index / WORDS) - 4 * (index % WORDS);
  return bytes >= 4 ? -1 : bytes <= 0 ? 0 : (1 << (8 * bytes)) - 1;
});

/** Numbers for the different cells of a column, so that what each says is found out once. */
export class CellCodes {
  /** Of the cells that were read last, by row. */
  readonly numbers = new Int32Array(MOST_ROWS);
  private readonly known = new ByteDictionary();
  private readonly words = new Int32Array(RECENT * WORDS);
  private readonly lengths = new Uint8Array(RECENT).fill(NONE);
  private readonly codes = new Int32Array(RECENT);

  /** All numbers are less. */
  get end(): number {
    return this.known.size + FIRST;
  }

  /** The cells of a column; -1: the file has none. */
  read(rows: CutRows, cell: number): void {
    if (cell < 0) this.numbers.fill(ABSENT, 0, rows.count);
    else if (this.known.size <= RECENT) this.readFew(rows, cell * rows.capacity);
    else this.readMany(rows, cell);
  }

  /** The number of one cell. */
  of(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) return UNKEPT;
    return this.known.add(bytes, start, end) + FIRST;
  }

  /** Where cells are short and few, a loop over their bytes would take most of the time: for none of them is its end foreseen. */
  private readFew({ starts, ends, count, bytes, words: cut }: CutRows, from: number): void {
    const { numbers, words, lengths, codes } = this;
    for (let row = 0; row < count; row++) {
      const start = starts[from + row]!;
      const end = ends[from + row]!;
      const length = end - start;
      if (start === LACKING) numbers[row] = ABSENT;
      else if (length > SHORT) numbers[row] = this.of(bytes, start, end);
      else {
        const mask = length * WORDS;
        const first = cut.getInt32(start, true) & MASKS[mask]!;
        const second = cut.getInt32(start + 4, true) & MASKS[mask + 1]!;
        const third = cut.getInt32(start + 8, true) & MASKS[mask + 2]!;
        const fourth = cut.getInt32(start + 12, true) & MASKS[mask + 3]!;
        const hash = Math.imul(
          Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ third ^ fourth,
          0x2c1b3c6d,
        );
        const place = (hash >>> 20) & (RECENT - 1);
        const word = place * WORDS;
        const isKnown =
          lengths[place] === length &&
          words[word] === first &&
          words[word + 1] === second &&
          words[word + 2] === third &&
          words[word + 3] === fourth;
        if (!isKnown) {
          codes[place] = this.of(bytes, start, end);
          lengths[place] = length;
          words[word] = first;
          words[word + 1] = second;
          words[word + 2] = third;
          words[word + 3] = fourth;
        }
        numbers[row] = codes[place]!;
      }
    }
  }

  private readMany(rows: CutRows, cell: number): void {
    const { numbers, known } = this;
    const { starts, ends, count, bytes } = rows;
    const from = cell * rows.capacity;
    known.findAll(rows, cell, numbers);
    for (let row = 0; row < count; row++) {
      const code = numbers[row]!;
      const start = starts[from + row]!;
      if (code >= 0) numbers[row] = code + FIRST;
      else numbers[row] = start === LACKING ? ABSENT : this.of(bytes, start, ends[from + row]!);
    }
  }
}
