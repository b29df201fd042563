import { expect, test } from 'vitest';
import { isCounted, isWithin } from '../../src/figures/counted.ts';
import { at, october, type Told, verdict } from './verdicts.ts';

test.each([
  ['2026-09-30 23:59:59.999', false],
  ['2026-10-01 00:00', true],
  ['2026-10-31 23:59:59.999', true],
  ['2026-11-01 00:00', false],
])('the start of a period is in, its end is out: %s', (instant, within) => {
  expect(isWithin(october, at(instant))).toBe(within);
});

const cases: [claim: string, told: Told, counted: boolean][] = [
  [
    'breached in September, stopped in October: September (S27)',
    { outcome: 'breached', start: '2026-09-29 09:00', due: '2026-09-30 09:00', stop: '2026-10-02 09:00' },
    false,
  ],
  [
    'breached in October, stopped in November: October',
    { outcome: 'breached', start: '2026-10-30 09:00', due: '2026-10-31 09:00', stop: '2026-11-02 09:00' },
    true,
  ],
  [
    'begun in September, met in October: October',
    { outcome: 'met', start: '2026-09-30 09:00', due: '2026-10-02 09:00', stop: '2026-10-01 00:00' },
    true,
  ],
  [
    'met at the first instant of November: November',
    { outcome: 'met', start: '2026-10-31 09:00', stop: '2026-11-01 00:00' },
    false,
  ],
  [
    'still running at the end: counted',
    { outcome: 'running', start: '2026-10-31 09:00', due: '2026-11-03 09:00' },
    true,
  ],
  ['still paused since September: counted', { outcome: 'paused', start: '2026-09-12 09:00' }, true],
  ['begun after the end: not counted', { outcome: 'running', start: '2026-11-01 00:00' }, false],
  [
    'cancelled in October: counted',
    { outcome: 'cancelled', start: '2026-09-30 09:00', cancelled: '2026-10-05 09:00' },
    true,
  ],
  [
    'cancelled in November: not',
    { outcome: 'cancelled', start: '2026-10-30 09:00', cancelled: '2026-11-05 09:00' },
    false,
  ],
  ['undecided goes by its stop', { outcome: 'undecided', start: '2026-09-30 09:00', stop: '2026-10-01 10:00' }, true],
  ['undecided without a stop goes by its start', { outcome: 'undecided', start: '2026-09-30 09:00' }, false],
  ['undecided without a start goes by its stop', { outcome: 'undecided', stop: '2026-10-01 10:00' }, true],
  [
    'without a target, stopped in October',
    { outcome: 'no-target', start: '2026-09-30 09:00', stop: '2026-10-01 10:00' },
    true,
  ],
  ['without a target, still going', { outcome: 'no-target', start: '2026-09-30 09:00' }, true],
];

test.each(cases)('%s', (_, told, counted) => {
  expect(isCounted(verdict(told), october)).toBe(counted);
  expect(isCounted(verdict(told), undefined)).toBe(true);
});
