import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ColumnSet } from '../../../src/ingest/log/columns.ts';

const CHUNK = 16_384;

/** Rows of which some are of every chunk, in any order. */
function somewhere(length: number): Int32Array {
  return Int32Array.from({ length: 500 }, (_, index) => (index * 7919) % length);
}

/** Rows that stand side by side: at the beginning, over the border of chunks, at the end, none. */
function stretches(length: number): readonly (readonly [from: number, to: number])[] {
  return [[0, 100], length < CHUNK ? [7, 300] : [CHUNK - 7, CHUNK + 300], [length - 9, length], [50, 50]];
}

describe('what is told to a column is read again, row by row and gathered', () => {
  test.each([
    // How wide the numbers of the chunks are.
    ['bytes', [(row: number) => row % 200, (row: number) => row % 7]],
    ['bytes that become two', [(row: number) => row % 200, (row: number) => row % 7000]],
    ['bytes that become four', [(row: number) => (row % 3) - 2, (row: number) => row * 20_000]],
    ['four of any sign', [(row: number) => (row % 2 === 0 ? -2_000_000_000 : 2_000_000_000)]],
    ['two that become four', [(row: number) => row + 1_000_000, (row: number) => row * 60_000 - 5]],
    ['all of them', [() => 3, (row: number) => row % 9, (row: number) => row, (row: number) => row * 19_999, () => 3]],
    ['nothing', [() => -1, () => -1]],
  ])('codes in %s', (_, chunks) => {
    const rows = new ColumnSet();
    const codes = rows.codes(-1);
    const length = chunks.length * CHUNK - 100;
    const expected = Array.from({ length }, (__, row) => chunks[Math.floor(row / CHUNK)]?.(row) ?? -1);
    for (const code of expected) {
      codes.set(code);
      rows.next();
    }
    const firstWrong = () => expected.findIndex((code, row) => codes.at(row) !== code);
    expect(firstWrong()).toBe(-1);
    rows.seal();
    expect(firstWrong()).toBe(-1);
    expect(codes.isBlank).toBe(expected.every((code) => code === -1));
    const into = new Int32Array(400);
    codes.gather(somewhere(length), 50, 450, into);
    expect([...into]).toEqual([...somewhere(length).subarray(50, 450)].map((row) => expected[row]));
    for (const [from, to] of stretches(length)) {
      codes.copy(from, to, into);
      expect([...into.subarray(0, to - from)]).toEqual(expected.slice(from, to));
    }
  });

  test.each([
    ['in whole seconds', [(row: number) => 1_700_000_000_000 + row * 1000, (row: number) => 5 - row * 1000]],
    ['in seconds, and then in milliseconds', [(row: number) => row * 1000, (row: number) => row * 1001]],
    [
      'in seconds and a part that no number tells exactly',
      [(row: number) => 0.1 + row * 1000, (row: number) => 0.1 + row * 1000],
    ],
    ['centuries apart', [(row: number) => row * 1000, (row: number) => (row % 2) * 9e12]],
    ['with a blank among them', [(row: number) => (row === 7000 ? Number.NaN : row * 1000), (row: number) => row]],
  ])('numbers %s', (_, chunks) => {
    const rows = new ColumnSet();
    const numbers = rows.numbers(Number.NaN);
    const length = chunks.length * CHUNK - 100;
    const expected = Array.from({ length }, (__, row) => chunks[Math.floor(row / CHUNK)]?.(row) ?? 0);
    for (const number of expected) {
      numbers.set(number);
      rows.next();
    }
    rows.seal();
    expect(expected.findIndex((number, row) => !Object.is(numbers.at(row), number))).toBe(-1);
    const into = new Float64Array(500);
    numbers.gather(somewhere(length), 0, 500, into);
    expect([...into]).toEqual([...somewhere(length)].map((row) => expected[row]));
    expect(numbers.isBlank).toBe(false);
    for (const [from, to] of stretches(length)) {
      numbers.copy(from, to, into);
      expect([...into.subarray(0, to - from)]).toEqual(expected.slice(from, to));
    }
  });

  test('stamps, of which some are known to the minute', () => {
    fc.assert(
      fc.property(fc.nat(2 * CHUNK - 1), fc.boolean(), (vague, isVague) => {
        const rows = new ColumnSet();
        const stamps = rows.stamps();
        const length = 2 * CHUNK - 5;
        const at = (row: number) => (row % 10 === 9 ? Number.NaN : 1_700_000_000_000 + row * 1000);
        for (let row = 0; row < length; row++) {
          const doubt = isVague && row === vague ? 59_000 : 0;
          stamps.set(at(row), at(row), at(row) + doubt, doubt > 0 ? 1 : 0);
          rows.next();
        }
        rows.seal();
        const asked = Int32Array.of(0, 9, vague % length, CHUNK, length - 1);
        const into = new Float64Array(5);
        const isKnown = !isVague || vague >= length || Number.isNaN(at(vague));
        expect(stamps.gather(asked, 0, 5, into)).toBe(isKnown);
        expect([...into]).toEqual([...asked].map(at));
        expect(stamps.grade(vague % length)).toBe(isKnown ? 'exact' : 'minute');
        stamps.copy(CHUNK - 2, CHUNK + 3, into);
        expect([...into]).toEqual([-2, -1, 0, 1, 2].map((row) => at(CHUNK + row)));
      }),
      { numRuns: 8, seed: 20_261_123 },
    );
  });

  test('chunks that nothing is told, before, between and behind others', () => {
    const rows = new ColumnSet();
    const [codes, numbers, told] = [rows.codes(-1), rows.numbers(7), rows.codes(0)];
    const length = 4 * CHUNK + 20;
    for (let row = 0; row < length; row++) {
      if (row === CHUNK + 3 || row === 3 * CHUNK) {
        codes.set(70_000);
        numbers.set(0.5);
      }
      told.set(row);
      rows.next();
    }
    rows.seal();
    const tellsOf = (row: number) => row === CHUNK + 3 || row === 3 * CHUNK;
    const all = Array.from({ length }, (_, row) => row);
    expect(all.filter((row) => codes.at(row) !== (tellsOf(row) ? 70_000 : -1))).toEqual([]);
    expect(all.filter((row) => numbers.at(row) !== (tellsOf(row) ? 0.5 : 7))).toEqual([]);
    expect(all.filter((row) => told.at(row) !== row)).toEqual([]);
    expect([codes.isBlank, numbers.isBlank]).toEqual([false, false]);
  });

  test('rows that are added together', () => {
    const rows = new ColumnSet();
    const stamps = rows.stamps();
    const read = {
      ats: Float64Array.of(1000, Number.NaN, 3000, 4000),
      doubts: Float64Array.of(0, 0, 59_000, 0),
      grades: Uint8Array.of(0, 0, 1, 0),
    };
    stamps.append({ ...read, areExact: true }, 0, 2);
    rows.next(2);
    stamps.append({ ...read, areExact: false }, 1, 4);
    rows.next(3);
    rows.seal();
    const said = [0, 1, 2, 3, 4].map((row) => [
      stamps.earliest(row),
      stamps.at(row),
      stamps.latest(row),
      stamps.grade(row),
    ]);
    const blank = [Number.NaN, Number.NaN, Number.NaN, 'exact'];
    expect(said).toEqual([
      [1000, 1000, 1000, 'exact'],
      blank,
      blank,
      [3000, 3000, 62_000, 'minute'],
      [4000, 4000, 4000, 'exact'],
    ]);
  });
});
