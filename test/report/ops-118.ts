import type { Proof, ProofSpan } from '../../src/domain/proof.ts';
import { at, clock, HOUR, MINUTE, target, verdict } from '../figures/verdicts.ts';

/** By the clock on the wall of Shanghai. */
function on(text: string): number {
  return at(text) - 8 * HOUR;
}

const file = 'tickets.csv';
const instant = (text: string) => new Date(on(text)).toISOString().slice(0, -1);

function span(
  start: string,
  end: string,
  why: ProofSpan['why'],
  total: number,
  more: Partial<ProofSpan> = {},
): ProofSpan {
  return { start: on(start), end: on(end), counts: why === 'hours', why, total, ...more };
}

/**
 * Office hours 09:00–17:00. Opened Friday 2026-03-06 16:00, paused at 16:30, resumed Monday 10:00, solved Monday 12:00:
 * Friday 30 min + Monday 2 h = 2 h 30 min, target 2 h: over by 30 min, the time ran out Monday 11:30.
 */
export const ops118: Proof = {
  ticket: 'OPS-118',
  timezone: 'Asia/Shanghai',
  asOf: on('2026-03-31 00:00'),
  isIncluded: true,
  events: [
    {
      at: on('2026-03-06 16:00'),
      latest: on('2026-03-06 16:00'),
      place: { file, line: 7 },
      event: 'created',
      actor: '王芳',
      changes: [{ field: 'channel', value: 'phone' }],
    },
    {
      at: on('2026-03-06 16:30'),
      latest: on('2026-03-06 16:30:59'),
      place: { file, line: 9 },
      changes: [
        { field: 'status', value: 'waiting_customer' },
        { field: 'note', value: '' },
      ],
    },
    {
      at: on('2026-03-09 12:00'),
      latest: on('2026-03-09 12:00'),
      place: { file, line: 12 },
      event: 'resolved',
      changes: [],
    },
  ],
  runs: [
    {
      verdict: {
        ...verdict({
          ticket: 'OPS-118',
          clock: clock('resolution', { title: { zh: '解决', en: 'Resolution' }, kind: 'resolution' }),
          outcome: 'breached',
          start: instant('2026-03-06 16:00'),
          stop: instant('2026-03-09 12:00'),
          due: instant('2026-03-09 11:30'),
          elapsed: 150 * MINUTE,
          within: 2 * HOUR,
          over: 30 * MINUTE,
          wall: 68 * HOUR,
          severity: 'minor',
          charged: { kind: 'employee', to: '李晓明' },
          reason: 'reopened: 2 rounds, first stop met',
        }),
        paused: 90 * MINUTE,
        excluded: 0,
      },
      start: { file, line: 7 },
      stop: { file, line: 12 },
      targets: [
        {
          target: {
            ...target('chat', 5 * MINUTE),
            when: [{ field: 'channel', kind: 'one-of', values: ['chat', 'social'] }],
          },
          matched: false,
          tests: [
            { test: { field: 'channel', kind: 'one-of', values: ['chat', 'social'] }, value: 'phone', holds: false },
          ],
        },
        {
          target: target('large', 3 * HOUR),
          matched: false,
          tests: [
            { test: { field: 'amount', kind: 'compare', operator: '>=', value: '50000' }, value: '', holds: false },
          ],
        },
        { target: target('3', 2 * HOUR), matched: true, tests: [] },
      ],
      spans: [
        span('2026-03-06 16:00', '2026-03-06 16:30', 'hours', 30 * MINUTE),
        span('2026-03-06 16:30', '2026-03-09 10:00', 'pause', 30 * MINUTE, { detail: 'status = waiting_customer' }),
        span('2026-03-09 10:00', '2026-03-09 12:00', 'hours', 150 * MINUTE, { ranOutAt: on('2026-03-09 11:30') }),
      ],
      passedOver: [],
      morePassedOver: 0,
      reigns: [],
      pauses: [],
      grounds: [],
      shares: [],
      handOvers: [],
      holder: { name: '李晓明', since: on('2026-03-06 16:10'), place: { file, line: 8 } },
    },
  ],
};
