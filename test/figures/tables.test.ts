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
import { sortLengths } from '../../src/figures/tables/sorted-lengths.ts';
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

test('lengths in ascending order, as sorting by comparison has them, each with its own cell', () => {
  const lists = fc.oneof(fc.array(length, { maxLength: 60 }), fc.array(oddLength, { maxLength: 60 }));
  fc.assert(
    // Few are compared, many are sorted by their digits.
    fc.property(lists, fc.constantFrom(1, 200), (some, times) => {
      const lengths = Array.from({ length: times }, () => some).flat();
      const {
        cells,
        lengths: sorted,
        unit,
      } = sortLengths(columnOf('whole', [...lengths.keys()]), columnOf('length', lengths));
      expect([...sorted].map((each) => each * unit)).toEqual(lengths.toSorted((a, b) => a - b));
      expect([...cells].map((cell) => lengths[cell])).toEqual([...sorted].map((each) => each * unit));
      expect(new Set(cells).size).toBe(lengths.length);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('each place has the durations of its own lengths', () => {
  const rows = fc.array(fc.tuple(fc.nat(5000), fc.nat(5)), { maxLength: 80 });
  const placeOf = Int32Array.from([0, 1, -1, 3, 1, 0]);
  fc.assert(
    fc.property(rows, (all) => {
      const sorted = sortLengths(
        columnOf(
          'whole',
          all.map(([, cell]) => cell),
        ),
        columnOf(
          'length',
          all.map(([each]) => each),
        ),
      );
      const durationsAt = durationsByPlace(sorted, { placeOf, places: 4 });
      for (const place of [0, 1, 2, 3]) {
        const own = all.flatMap(([each, cell]) => (placeOf[cell] === place ? [each] : []));
        expect(durationsAt(place)).toEqual(durations(own));
      }
    }),
    { seed: 8, numRuns: 200 },
  );
});

test('a column holds what was put into it, however many pieces it has, and goes on after another was put behind it', () => {
  // Of the lengths those of the second half are no whole numbers of 32 bits.
  const numbers = Array.from({ length: 1000 }, (_, index) => (index * 37) % 251);
  for (const kind of ['whole', 'length'] as const) {
    const lengths = numbers.map((number, index) =>
      kind === 'length' && index > 500 ? number * 2 ** 33 + 0.5 : number,
    );
    const [one, other] = [columnOf(kind, lengths), columnOf(kind, lengths.slice(0, 99))];
    appendAll(other, structuredClone(one), (number) => number + 1);
    append(other, 5);
    expect(numbersOf(one)).toEqual(lengths);
    expect(numbersOf(other)).toEqual([...lengths.slice(0, 99), ...lengths.map((number) => number + 1), 5]);
    expect(other.n).toBe(1100);
    appendMany(one, Float64Array.from(lengths), 900);
    expect(numbersOf(one)).toEqual([...lengths, ...lengths.slice(0, 900)]);
  }
});

function numbersOf(column: Column): number[] {
  return filledPieces(column).flatMap((piece) => [...piece]);
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
