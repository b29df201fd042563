import { describe, expect, test } from 'vitest';
import type { ClockFigures } from '../../src/domain/figures.ts';
import { withChanges } from '../../src/figures/month-changes.ts';
import { ratio } from '../../src/figures/ratio.ts';

const nothing = { n: 0, mean: null, median: null, p90: null, p95: null, longest: null };

function clock(met: number, breached: number, mean: number | null): ClockFigures {
  return {
    ...{ clock: 'answer', title: {}, kind: 'response' },
    ...{ met, breached, breachedOpen: 0, running: 0, paused: 0, cancelled: 0, undecided: 0, excused: 0, noTarget: 0 },
    ...{ attainment: ratio(met, met + breached), objective: null, severity: [], leftOut: [] },
    ...{ over: nothing, wall: nothing, open: { ...nothing, mean } },
  };
}

function month(label: string, created: number, resolved: number | null, backlog: number | null, own: ClockFigures) {
  return {
    ...{ month: label, start: '', end: '', isPartial: false, resolved, backlog, clocks: [own] },
    tickets: { created, cancelled: 0, resolved: 0, resolution: null, firstContact: null, reopened: null },
  };
}

describe('what is otherwise than in the month before', () => {
  const changes = withChanges([
    month('2026-08', 10, 7, 3, clock(9, 1, 100.5)),
    month('2026-09', 14, null, 6, clock(2, 1, 60.25)),
    month('2026-10', 12, 9, 9, clock(0, 0, null)),
  ]).map(({ change }) => change);

  test('is nothing that anybody could tell in the first', () => {
    expect(changes[0]).toBeNull();
  });

  test('is the difference of both, and unknown where one of them is', () => {
    // 2 of 3 is 66.667 %, 9 of 10 90 %: 23.333 points less; 60.25 s − 100.5 s = −40.25 s.
    expect(changes[1]).toEqual({
      ...{ created: 4, resolved: null, backlog: 3 },
      clocks: [{ clock: 'answer', breached: 0, points: -23.333, openMean: -40.25 }],
    });
    expect(changes[2]).toEqual({
      ...{ created: -2, resolved: null, backlog: 3 },
      clocks: [{ clock: 'answer', breached: -1, points: null, openMean: null }],
    });
  });
});
