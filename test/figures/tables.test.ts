import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClockFigures, Durations } from '../../src/domain/report.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { collect } from '../../src/figures/figures.ts';
import {
  append,
  appendAll,
  appendMany,
  type Column,
  emptyColumn,
  filledPieces,
} from '../../src/figures/tables/column.ts';
import { durationsByPlace } from '../../src/figures/tables/durations-by-place.ts';
import { ranked } from '../../src/figures/tables/ranked.ts';
import { numbersAt, tupleCounter } from '../../src/figures/tables/tuple-counts.ts';
import { at, HOUR, MINUTE, policy, resolution, response, verdict } from './verdicts.ts';

const length = fc.oneof(
  fc.nat(100),
  fc.nat(2 ** 31 - 1),
  fc.nat(2 ** 31 - 1).map((seconds) => 1000 * seconds),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const oddLength = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });

function columnOf(kind: 'whole' | 'length', numbers: readonly number[]): Column {
  const column = emptyColumn(kind);
  for (const number of numbers) append(column, number);
  return column;
}

test('the keys of some ranks are those that stand there when all are sorted, few or many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(2 ** 32 - 200), { maxLength: 60 }),
      fc.constantFrom(1, 100),
      fc.nat(31),
      fc.array(fc.nat(2 ** 16), { minLength: 1, maxLength: 6 }),
      (some, times, shift, places) => {
        const keys = Uint32Array.from(
          Array.from({ length: times }, (_, index) => some.map((key) => (key >>> shift) + index)).flat(),
        );
        const expected = [...keys].sort((a, b) => a - b);
        if (expected.length === 0) return;
        const ranks = places.map((place) => 1 + (place % expected.length)).sort((a, b) => a - b);
        const cut = places[0]! % expected.length;
        const found = ranked(
          { lists: [keys.slice(0, cut), keys.slice(cut)], n: keys.length, most: expected.at(-1)! },
          ranks,
          new Uint32Array(keys.length + 5),
        );
        expect(found).toEqual(ranks.map((rank) => expected[rank - 1]));
      },
    ),
    { seed: 7, numRuns: 150 },
  );
});

test('each place has the durations of its own lengths, whatever they are whole numbers of', () => {
  const rows = (each: fc.Arbitrary<number>) => fc.array(fc.tuple(each, fc.nat(5)), { maxLength: 80 });
  const seconds = fc.nat(2 ** 32 - 1).map((each) => 1000 * each);
  const placeOf = Int32Array.from([0, 1, -1, 3, 1, 0]);
  fc.assert(
    fc.property(
      fc.oneof(...[fc.nat(5000), seconds, length, oddLength].map(rows)),
      fc.constantFrom(1, 20),
      (some, times) => {
        const all = Array.from({ length: times }, () => some).flat();
        const cells = columnOf(
          'whole',
          all.map(([, cell]) => cell),
        );
        const lengths = columnOf(
          'length',
          all.map(([each]) => each),
        );
        const [one, other] = [placeOf, placeOf.map((place) => (place < 0 ? 2 : 0))];
        const asked = [one, other].map((each) => ({ cells, places: { placeOf: each, places: 4 } }));
        const answers = durationsByPlace(lengths, asked);
        for (const [index, each] of [one, other].entries()) {
          for (const place of [0, 1, 2, 3]) {
            const own = all.flatMap(([length, cell]) => (each[cell] === place ? [length] : []));
            expect(answers[index]?.(place)).toEqual(durations(own));
          }
        }
      },
    ),
    { seed: 8, numRuns: 200 },
  );
});

test('a column holds what was put into it, however many pieces it has, and goes on after another was put behind it', () => {
  // Those of the second half need more room.
  const larger = {
    whole: (number: number) => number * 1000,
    // In whole seconds, and in nothing whole.
    length: (number: number) => (number % 2 === 0 ? number * 1e9 : number * 2 ** 33 + 0.5),
  };
  for (const kind of ['whole', 'length'] as const) {
    const numbers = Array.from({ length: 1000 }, (_, index) => (index * 37) % 251);
    const all = numbers.map((number, index) => (index > 500 ? larger[kind](number) : number));
    const [one, other] = [columnOf(kind, all), columnOf(kind, all.slice(0, 99))];
    appendAll(other, structuredClone(one));
    append(other, 5);
    expect(numbersOf(one)).toEqual(all);
    expect(numbersOf(other)).toEqual([...all.slice(0, 99), ...all, 5]);
    expect(other.n).toBe(1100);
    appendMany(one, Float64Array.from(all), 900);
    expect(numbersOf(one)).toEqual([...all, ...all.slice(0, 900)]);
  }
});

test('codes are put behind others as what they are there', () => {
  const [one, other] = [columnOf('whole', [7]), columnOf('whole', [0, 2, 1])];
  appendAll(one, other, Int32Array.from([10, 70_000, 12]));
  expect(numbersOf(one)).toEqual([7, 10, 12, 70_000]);
});

function numbersOf(column: Column): number[] {
  return filledPieces(column).flatMap((piece, index) =>
    Array.from(piece, (each) => each * (column.scales[index] ?? 0)),
  );
}

test('each tuple has a number of its own, and is counted', () => {
  const tuple = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.nat(2));
  fc.assert(
    fc.property(fc.array(fc.tuple(tuple, fc.nat(3)), { maxLength: 300 }), (all) => {
      const counter = tupleCounter(3);
      const counts = new Map<string, number>();
      const codes = new Map<string, number>();
      for (const [each, times] of all) {
        const code = counter.add(Int32Array.from(each), times);
        expect(code).toBe(codes.get(String(each)) ?? codes.size);
        codes.set(String(each), code);
        counts.set(String(each), (counts.get(String(each)) ?? 0) + times);
      }
      const { n, tuples } = counter.totals;
      const told = Array.from({ length: n }, (_, code) => [
        String(tuples.slice(3 * code, 3 * code + 3)),
        counter.totals.counts[code],
      ]);
      expect(told).toEqual([...counts]);
      expect([...numbersAt(counter.totals, 1)]).toEqual(told.map(([each]) => Number(String(each).split(',')[1])));
    }),
    { seed: 10, numRuns: 60 },
  );
});

// --- the plain form of the figures: every run looked at once for every figure -------------------------------------------

const clocks = [response, resolution];
const made = fc.record({
  clock: fc.constantFrom(...clocks),
  outcome: fc.constantFrom<Verdict['outcome']>('met', 'breached', 'running', 'cancelled', 'undecided'),
  day: fc.integer({ min: 1, max: 28 }),
  hours: fc.option(fc.nat(60), { nil: undefined }),
  isLong: fc.boolean(),
  over: fc.option(fc.nat(HOUR), { nil: undefined }),
  severity: fc.constantFrom('minor', 'severe', 'other', undefined),
  who: fc.constantFrom('Li', 'Wang', ''),
});

function verdictOf({
  clock,
  outcome,
  day,
  hours,
  isLong,
  over,
  severity,
  who,
}: ReturnType<typeof verdictFields>): Verdict {
  const start = `2026-10-${String(day).padStart(2, '0')} 08:00`;
  const stop = hours === undefined ? undefined : new Date(at(start) + hours * HOUR).toISOString().slice(0, -1);
  return verdict({
    ...{ clock, outcome, start, due: start, fields: ['phone', who] },
    ...(stop !== undefined && { stop }),
    ...(isLong && hours !== undefined && { elapsed: hours * MINUTE, wall: hours * HOUR }),
    ...(outcome === 'breached' && {
      charged: who === '' ? { kind: 'unassigned' as const, to: '' } : { kind: 'employee' as const, to: who },
      ...(over !== undefined && { over }),
      ...(severity !== undefined && { severity }),
    }),
  });
}

type Made = typeof made extends fc.Arbitrary<infer Value> ? Value : never;
function verdictFields(value: Made): Made {
  return value;
}

function durations(lengths: readonly (number | undefined)[]): Durations {
  const sorted = lengths.filter((each) => each !== undefined).sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null, longest: null };
  const rank = (which: number) => Math.round(sorted[which - 1] ?? 0) / 1000;
  const middle = ((sorted[Math.ceil(n / 2) - 1] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2;
  return {
    n,
    mean: Math.round(sorted.reduce((sum, each) => sum + each, 0) / n) / 1000,
    median: Math.round(middle) / 1000,
    p90: rank(Math.ceil((90 * n) / 100)),
    p95: rank(Math.ceil((95 * n) / 100)),
    longest: rank(n),
  };
}

/** By the definitions alone, without a period. */
function plainFigures(runs: readonly Verdict[], id: string): Partial<ClockFigures> {
  const own = runs.filter(({ run }) => run.clock.id === id);
  const count = (outcome: Verdict['outcome']) => own.filter((each) => each.outcome === outcome).length;
  const breached = own.filter(({ outcome }) => outcome === 'breached');
  const measured = own.filter(
    ({ run, outcome, elapsed }) =>
      run.stop !== undefined && elapsed !== undefined && outcome !== 'cancelled' && outcome !== 'undecided',
  );
  return {
    ...{ met: count('met'), breached: count('breached'), running: count('running') },
    ...{ cancelled: count('cancelled'), undecided: count('undecided') },
    breachedOpen: breached.filter(({ run }) => run.stop === undefined).length,
    over: durations(breached.map(({ over }) => over)),
    open: durations(measured.map(({ elapsed }) => elapsed)),
    wall: durations(measured.map(({ wall }) => wall)),
  };
}

test('the figures of all runs and of each group are those of looking at every run by itself', () => {
  fc.assert(
    fc.property(fc.array(made, { maxLength: 40 }), (all) => {
      const verdicts = all.map(verdictOf);
      const collector = collect(policy(clocks), { asOf: at('2026-11-01 00:00'), by: [{ by: 'employee' }] });
      for (const each of verdicts) collector.add([each], { createdAt: each.run.start?.at ?? 0, fields: each.fields });
      const rows = { files: 1, rows: 0, used: 0, setAside: [], byFile: [] };
      const report = collector.finish({ rows, findings: [] });
      for (const figures of report.clocks) expect(figures).toMatchObject(plainFigures(verdicts, figures.clock));
      for (const group of report.groups[0]?.groups ?? []) {
        const own = verdicts.filter(({ fields }) => fields[1] === group.name);
        for (const figures of group.clocks) {
          expect(figures).toMatchObject(plainFigures(own, figures.clock));
          for (const { band, runs, over } of figures.severity) {
            const inBand = own.filter(({ run, severity }) => run.clock.id === figures.clock && severity === band);
            expect([runs, over]).toEqual([inBand.length, durations(inBand.map((each) => each.over))]);
          }
        }
        expect(group.clocks.map(({ clock }) => clock)).toEqual(
          clocks.map(({ id }) => id).filter((id) => own.some(({ run }) => run.clock.id === id)),
        );
      }
    }),
    { seed: 9, numRuns: 200 },
  );
});
