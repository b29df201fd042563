import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClockFigures, Durations } from '../../src/domain/report.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { collect } from '../../src/figures/figures.ts';
import { ascending, sortedGroups } from '../../src/figures/tables/ascending.ts';
import { append, appendAll, emptyColumn, flat } from '../../src/figures/tables/column.ts';
import { at, HOUR, MINUTE, policy, resolution, response, verdict } from './verdicts.ts';

const length = fc.oneof(
  fc.nat(100),
  fc.nat(2 ** 31 - 1),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  fc.constant(Number.NaN),
);

test('indexes in ascending order, as sorting by comparison has them; equal lengths stay in their order', () => {
  fc.assert(
    fc.property(fc.array(length, { maxLength: 60 }), fc.constantFrom(1, 200), (some, times) => {
      // Few are compared, many are sorted by their digits.
      const lengths = Float64Array.from(Array.from({ length: times }, () => some).flat());
      const known = [...lengths.keys()].filter((index) => !Number.isNaN(lengths[index]));
      const expected = known.sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
      expect([...ascending(lengths)]).toEqual(expected);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('what is no whole number is sorted, too', () => {
  const lengths = Float64Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 5000) / 2 - 100);
  const sorted = [...ascending(lengths)].map((index) => lengths[index]);
  expect(sorted).toEqual([...lengths].sort((a, b) => a - b));
});

test('each group has its own lengths in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: -1, max: 3 })), { maxLength: 80 }), (rows) => {
      const lengths = Float64Array.from(rows, ([each]) => each);
      const groups = Int32Array.from(rows, ([, group]) => group);
      const sorted = sortedGroups(lengths, ascending(lengths), groups, 4);
      for (const group of [0, 1, 2, 3]) {
        const own = rows.flatMap(([each, other]) => (other === group ? [each] : []));
        expect([...sorted.of(group)]).toEqual(own.sort((a, b) => a - b));
      }
    }),
    { seed: 8, numRuns: 100 },
  );
});

test('a column holds what was put into it, however many pieces it has, and goes on after another was put behind it', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => (index * 37) % 251);
  const [one, other] = [emptyColumn('byte'), emptyColumn('byte')];
  for (const number of numbers) append(one, number);
  for (const number of numbers.slice(0, 99)) append(other, number);
  appendAll(other, structuredClone(one), (number) => number + 1);
  append(other, 5);
  expect([...flat(one)]).toEqual(numbers);
  expect([...flat(other)]).toEqual([...numbers.slice(0, 99), ...numbers.map((number) => number + 1), 5]);
  expect(other.n).toBe(1100);
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
