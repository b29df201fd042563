import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.ts';
import { openSpans } from '../../src/figures/open-spans.ts';
import { fateOf } from '../../src/figures/ticket-totals.ts';
import { at, clock, resolution, response, type Told, verdict } from './verdicts.ts';

const created = '2026-10-08 09:00';
const other = clock('finished', { kind: 'resolution' });

function spans(...told: Partial<Told>[]): string[] | undefined {
  const verdicts = told.map((each) => verdict({ clock: resolution, outcome: 'met', start: created, ...each }));
  return show(verdicts);
}

function show(verdicts: readonly Verdict[]): string[] | undefined {
  const text = (instant: number) => (instant === Infinity ? '' : new Date(instant).toISOString().slice(5, 16));
  return openSpans(verdicts, at(created))?.map(({ start, end }) => `${text(start)}..${text(end)}`);
}

test('from creation to the stop', () => {
  expect(spans({ stop: '2026-10-08 11:00' })).toEqual(['10-08T09:00..10-08T11:00']);
});

test('still open', () => {
  expect(spans({ outcome: 'running' })).toEqual(['10-08T09:00..']);
});

test('a ticket resolved at the instant it was created was never open', () => {
  expect(spans({ stop: created })).toEqual([]);
});

test('closed between a stop and its reopening', () => {
  const [reopened] = [verdict({ clock: resolution, outcome: 'met', start: created, stop: '2026-10-12 09:00' })];
  const gap = { start: at('2026-10-08 11:00'), end: at('2026-10-11 09:00') };
  const run = { ...reopened.run, gaps: [{ ...gap, latestStart: gap.start, latestEnd: gap.end }] };
  expect(show([{ ...reopened, run }])).toEqual(['10-08T09:00..10-08T11:00', '10-11T09:00..10-12T09:00']);
});

test('closed between two rounds, the later of which goes on', () => {
  expect(spans({ stop: '2026-10-08 11:00' }, { outcome: 'running', cycle: 2, start: '2026-10-09 09:00' })).toEqual([
    '10-08T09:00..10-08T11:00',
    '10-09T09:00..',
  ]);
});

test('of two clocks of kind resolution both have to stop', () => {
  expect(spans({ stop: '2026-10-08 11:00' }, { clock: other, stop: '2026-10-08 15:00' })).toEqual([
    '10-08T09:00..10-08T15:00',
  ]);
});

test('a clock that starts later finds the ticket open from its creation on', () => {
  expect(spans({ start: '2026-10-08 10:00', stop: '2026-10-08 11:00' })).toEqual(['10-08T09:00..10-08T11:00']);
});

test('open until it is cancelled', () => {
  expect(spans({ outcome: 'cancelled', cancelled: '2026-10-08 09:30' })).toEqual(['10-08T09:00..10-08T09:30']);
});

test('without a clock of kind resolution nobody can say', () => {
  expect(show([verdict({ clock: response, outcome: 'met', start: created, stop: created })])).toBeUndefined();
});

// What is open at the end is what its fate calls open: the backlog and the resolution rate count by one rule.
test('its last span has no end just where the ticket is open by its fate', () => {
  const instant = fc
    .integer({ min: 0, max: 300 })
    .map((hours) => new Date(at(created) + hours * 3_600_000).toISOString().slice(0, 16));
  const run = fc.record({
    stop: fc.option(instant, { nil: undefined }),
    cancelled: fc.option(instant, { nil: undefined }),
    start: instant,
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), fc.array(run, { maxLength: 2 }), (ones, others) => {
      const verdicts = [
        ...ones.map((each) => ({ each, of: resolution })),
        ...others.map((each) => ({ each, of: other })),
      ].map(({ each: { start, stop, cancelled }, of }, index) =>
        verdict({
          ...{ clock: of, cycle: index + 1, start },
          outcome: stop !== undefined ? 'met' : cancelled !== undefined ? 'cancelled' : 'running',
          ...(stop !== undefined ? { stop } : cancelled !== undefined && { cancelled }),
        }),
      );
      const last = openSpans(verdicts, at(created))?.at(-1);
      expect(last?.end === Infinity).toBe(fateOf(verdicts) === 'open');
    }),
    { seed: 41, numRuns: 300 },
  );
});
