import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLocal } from '../../../src/calendar/stamps.ts';
import { zone } from '../../../src/calendar/zone.ts';
import { wallClockAt } from '../../../src/report/formats/xlsx/wall-clock.ts';

const SECOND = 1_000;

// Lord Howe changes its clocks by half an hour, Apia left out 30 December 2011.
it.each(['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
  'the clock of %s, remembered by days, is the one that is asked each time',
  (name) => {
    const there = zone(name);
    if (there === undefined) throw new Error(`no zone ${name}`);
    const local = (at: number) => formatLocal(at, there);
    const span = { min: Date.UTC(1990, 0, 1) / SECOND, max: Date.UTC(2035, 0, 1) / SECOND };
    fc.assert(
      fc.property(fc.integer(span), fc.integer({ min: 0, max: 86_400 }), (second, later) => {
        for (const at of [second * SECOND, (second + later) * SECOND]) {
          expect(wallClockAt(at, local)).toBe(Date.parse(`${local(at).replace(' ', 'T')}Z`));
        }
      }),
      { seed: 7, numRuns: 2_000 },
    );
  },
);
