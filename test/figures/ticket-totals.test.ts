import { expect, test } from 'vitest';
import { type Fate, fateOf, type TicketTotals, ticketFigures } from '../../src/figures/ticket-totals.ts';
import { clock, resolution, response, type Told, verdict } from './verdicts.ts';

const start = '2026-10-08 09:00';
const stop = '2026-10-08 10:00';

const answered: Told = { clock: response, outcome: 'met', start, stop };
const solved: Told = { clock: resolution, outcome: 'met', start, stop };
const unsolved: Told = { clock: resolution, outcome: 'running', start };

const nothing: TicketTotals = {
  created: 0,
  cancelled: 0,
  resolved: 0,
  contactKnown: 0,
  firstContact: 0,
  everResolved: 0,
  reopened: 0,
};

const cases: [claim: string, runs: Told[], fate: Fate][] = [
  ['no runs at all', [], 'open'],
  ['answered and still being worked on', [answered, unsolved], 'open'],
  ['answered, no clock of kind resolution', [answered], 'open'],
  ['stopped late is resolved, too', [{ ...solved, outcome: 'breached', due: '2026-10-08 09:30' }], 'resolved'],
  ['overdue and open', [{ ...unsolved, outcome: 'breached', due: '2026-10-08 09:30' }], 'open'],
  ['reopened into a second round', [solved, { ...unsolved, cycle: 2 }], 'open'],
  ['rounds told in any order', [{ ...unsolved, cycle: 2 }, solved], 'open'],
  [
    'second round stopped',
    [
      { ...solved, cycle: 2 },
      { ...solved, cycle: 1 },
    ],
    'resolved',
  ],
  [
    'one of two resolution clocks stopped',
    [solved, { ...unsolved, clock: clock('repair', { kind: 'resolution' }) }],
    'open',
  ],
  ['a stop of unknown start is a stop', [{ clock: resolution, outcome: 'undecided', stop }], 'resolved'],
  [
    'cancelled after the answer',
    [answered, { clock: resolution, outcome: 'cancelled', start, cancelled: stop }],
    'cancelled',
  ],
  [
    'cancelled after its breach, the verdict stays',
    [{ clock: resolution, outcome: 'breached', start, due: stop, cancelled: '2026-10-09 10:00' }],
    'cancelled',
  ],
  [
    'cancelled where only a response was timed',
    [{ clock: response, outcome: 'cancelled', start, cancelled: stop }],
    'cancelled',
  ],
  [
    'one step cancelled, the ticket resolved',
    [{ clock: response, outcome: 'cancelled', start, cancelled: stop }, solved],
    'resolved',
  ],
];

test.each(cases)('%s', (_, runs, fate) => {
  expect(fateOf(runs.map(verdict))).toBe(fate);
});

test('cancelled tickets are in no denominator (S29): 12 − 1 = 11, 9 ÷ 11', () => {
  const totals = { ...nothing, created: 12, cancelled: 1, resolved: 9 };
  expect(ticketFigures(totals, { resolution: true, firstContact: false, reopened: false })).toEqual({
    created: 12,
    cancelled: 1,
    resolved: 9,
    resolution: { numerator: 9, denominator: 11, percent: 81.818 },
    firstContact: null,
    reopened: null,
  });
});

test('without a clock of kind resolution there is no rate', () => {
  const tells = { resolution: false, firstContact: false, reopened: false };
  expect(ticketFigures({ ...nothing, created: 3 }, tells).resolution).toBeNull();
});
