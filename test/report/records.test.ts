import { expect, test } from 'vitest';
import { verdictColumns, verdictRow } from '../../src/report/records.ts';
import { renderVerdicts } from '../../src/report/render.ts';
import { HOUR, MINUTE, policy, response, verdict } from '../figures/verdicts.ts';
import { english } from './reader.ts';
import { written } from './written.ts';

const agreement = policy([response], ['channel', 'assignee']);

const breached = verdict({
  ticket: '297732',
  outcome: 'breached',
  start: '2026-10-08 09:00',
  due: '2026-10-08 13:00',
  stop: '2026-10-08 13:00:20.25',
  elapsed: 4 * HOUR + 20_250,
  within: 4 * HOUR,
  over: 20_250,
  wall: 4 * HOUR + 20_250,
  severity: 'minor',
  charged: { kind: 'employee', to: '李晓明' },
  fields: ['phone', '李晓明'],
});

test('the columns of the contract, in its order, the ticket’s fields before the reason', () => {
  expect(verdictColumns(agreement).map(({ key }) => key)).toEqual([
    ...['ticket', 'clock', 'target', 'cycle', 'outcome', 'started_at', 'due_at', 'stopped_at', 'decided_at'],
    ...[
      'elapsed_s',
      'within_s',
      'over_s',
      'paused_s',
      'excluded_s',
      'wall_s',
      'severity',
      'charged_to',
      'charged_kind',
    ],
    ...['channel', 'assignee', 'reason'],
  ]);
});

test('a breach: milliseconds only where there are any, unknown is empty and never 0', () => {
  expect(
    written(renderVerdicts(agreement, [breached], 'csv', english))
      .split(/(?<=\n)/)
      .at(-1),
  ).toBe(
    [
      '297732,first_response,1,1,breached',
      '2026-10-08T09:00:00Z,2026-10-08T13:00:00Z,2026-10-08T13:00:20.250Z,2026-10-08T13:00:00Z',
      '14420.25,14400,20.25,,,14420.25,minor,李晓明,employee,phone,李晓明,\n',
    ].join(','),
  );
});

test('nobody is charged but for breaches', () => {
  const met = verdict({ outcome: 'met', charged: { kind: 'employee', to: 'Li' } });
  expect(verdictRow(agreement, met).slice(16, 18)).toEqual([null, null]);
  const unassigned = verdict({ outcome: 'breached', charged: { kind: 'unassigned', to: '' } });
  expect(verdictRow(agreement, unassigned).slice(16, 18)).toEqual([null, 'unassigned']);
  const excused = verdict({ outcome: 'excused', charged: { kind: 'employee', to: 'Li' } });
  expect(verdictRow(agreement, excused).slice(16, 18)).toEqual(['Li', 'employee']);
});

test('a stop without a start: no target, no instant but the stop, the reason in code', () => {
  const orphan = verdict({ outcome: 'undecided', stop: '2026-10-08 10:00', fields: ['', ''], reason: 'no-start' });
  expect(
    written(renderVerdicts(agreement, [orphan], 'csv', english))
      .split(/(?<=\n)/)
      .at(-1),
  ).toBe('T-1,first_response,,1,undecided,,,2026-10-08T10:00:00Z,,,,,,,,,,,,,no-start\n');
});

test('zero seconds are 0, not empty', () => {
  const instantly = verdict({ outcome: 'met', elapsed: 0, wall: 0, within: 30 * MINUTE });
  expect(verdictRow(agreement, instantly).slice(9, 15)).toEqual([0, 1800, null, null, null, 0]);
});

test('csv, json and ndjson have the same fields', () => {
  const keys = verdictColumns(agreement).map(({ key }) => key);
  const { verdicts } = JSON.parse(written(renderVerdicts(agreement, [breached], 'json', english)));
  const [json] = verdicts;
  const ndjson = JSON.parse(written(renderVerdicts(agreement, [breached], 'ndjson', english)));
  expect(Object.keys(json)).toEqual(keys);
  expect(ndjson).toEqual(json);
  expect(json).toMatchObject({ ticket: '297732', over_s: 20.25, paused_s: null, reason: null });
});
