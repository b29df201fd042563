import { expect, test } from 'vitest';
import type { FindPerson, Person } from '../../src/domain/person.ts';
import { type DueOptions, dueGroupings, dueList } from '../../src/figures/due-list.ts';
import { at, clock, duty, HOUR, MINUTE, policy, type Told, verdict } from './verdicts.ts';

const desk = policy([]);
const asOf = at('2026-10-08 12:00');
const open = { start: '2026-10-08 09:00' };

function listed(told: readonly Told[], options: Partial<DueOptions> = {}, fields = ['phone', 'Li']) {
  const tickets = told.map((each) => ({ lastAt: asOf, fields, verdicts: [verdict(each)] }));
  return dueList(desk, tickets, { asOf, ...options });
}

const states: [claim: string, told: Told, state: string | undefined][] = [
  ['beyond its target and not stopped', { ...open, outcome: 'breached', due: '2026-10-08 10:00' }, 'overdue'],
  [
    'beyond it and stopped',
    { ...open, outcome: 'breached', due: '2026-10-08 10:00', stop: '2026-10-08 11:00' },
    undefined,
  ],
  [
    'beyond it, then cancelled',
    { ...open, outcome: 'breached', due: '2026-10-08 10:00', cancelled: '2026-10-08 11:00' },
    undefined,
  ],
  ['excused and not stopped: the work is not', { ...open, outcome: 'excused', due: '2026-10-08 10:00' }, 'overdue'],
  [
    'excused and stopped',
    { ...open, outcome: 'excused', due: '2026-10-08 10:00', stop: '2026-10-08 11:00' },
    undefined,
  ],
  ['a duty’s missed interval', { ...open, clock: duty, outcome: 'breached', due: '2026-10-08 10:00' }, undefined],
  ['a duty’s interval going on', { ...open, clock: duty, outcome: 'running', due: '2026-10-08 12:30' }, 'due'],
  ['within its target', { ...open, outcome: 'running', due: '2026-10-08 13:00' }, 'due'],
  ['paused', { ...open, outcome: 'paused' }, 'paused'],
  ['met', { ...open, outcome: 'met', due: '2026-10-08 13:00', stop: '2026-10-08 11:00' }, undefined],
  ['cancelled', { ...open, outcome: 'cancelled', cancelled: '2026-10-08 11:00' }, undefined],
];

test.each(states)('%s: %3$s', (_, told, state) => {
  expect(listed([told]).lines.map((line) => line.state)).toEqual(state === undefined ? [] : [state]);
});

test('what is open and not listed is counted', () => {
  const told: Told[] = [
    { ...open, outcome: 'running', due: '2026-10-08 13:00' },
    { ...open, outcome: 'running' },
    { ...open, outcome: 'undecided' },
    { ...open, outcome: 'undecided', stop: '2026-10-08 11:00' },
    { ...open, outcome: 'no-target' },
    { ...open, outcome: 'no-target', stop: '2026-10-08 11:00' },
  ];
  expect(listed(told, { within: 30 * MINUTE })).toMatchObject({
    within: 1800,
    lines: [],
    notListed: { later: 2, undecided: 1, noTarget: 1 },
  });
});

// Due 13:00, an hour after 12:00.
test.each([
  [HOUR - 1, 0],
  [HOUR, 1],
  [0, 0],
  [undefined, 1],
])('within %s ms of an hour: %s listed', (within, count) => {
  const told: Told[] = [{ ...open, outcome: 'running', due: '2026-10-08 13:00' }];
  expect(listed(told, within === undefined ? {} : { within }).lines).toHaveLength(count);
});

test('who was charged owns what is overdue, who holds the ticket all else', () => {
  const overdue: Told = {
    ...open,
    outcome: 'breached',
    due: '2026-10-08 10:00',
    charged: { to: 'Repair', kind: 'department' },
  };
  const told: Told[] = [overdue, { ...open, outcome: 'paused' }];
  expect(listed(told).lines.map(({ owner }) => owner)).toEqual([
    { kind: 'employee', name: 'Li' },
    { kind: 'department', name: 'Repair' },
  ]);
  expect(listed(told.slice(1), {}, ['phone', '']).lines[0]?.owner).toEqual({ kind: 'unassigned', name: '' });
});

test('with a roster owners are its ids, each with the name; a name that it does not know is unmatched', () => {
  const person: Person = {
    id: 'E-7',
    name: 'Li Xiaoming',
    aliases: ['Li'],
    department: 'Repair',
    team: '',
    manager: '',
    role: '',
    employed: { start: -Infinity, end: Infinity },
    place: { file: 'roster.csv', line: 2 },
  };
  const find: FindPerson = (name) => (name === 'Li' || name === 'E-7' ? { kind: 'one', person } : { kind: 'none' });
  const known = { kind: 'employee', name: 'E-7', title: 'Li Xiaoming' };
  const charged = { to: 'E-7', kind: 'employee' } as const;
  const told: Told[] = [
    { ...open, outcome: 'breached', due: '2026-10-08 10:00', charged },
    { ...open, outcome: 'paused' },
  ];
  expect(listed(told, { find }).lines.map(({ owner }) => owner)).toEqual([known, known]);
  expect(listed(told.slice(1), { find }, ['phone', 'Lee']).lines[0]?.owner).toEqual({ kind: 'unmatched', name: 'Lee' });
});

test('lengths are those of the wall to the due instant, and of service time beyond it', () => {
  const told: Told[] = [
    { ...open, ticket: 'A', outcome: 'breached', due: '2026-10-08 10:00', over: 30 * MINUTE },
    { ...open, ticket: 'B', outcome: 'running', due: '2026-10-08 12:00:00.001' },
    // Used up at closing time, kept until the next opening (S5).
    { ...open, ticket: 'C', outcome: 'running', due: '2026-10-08 11:00' },
    { ...open, ticket: 'D', outcome: 'paused' },
  ];
  const lines = Object.fromEntries(listed(told).lines.map(({ ticket, left, over }) => [ticket, [left, over]]));
  expect(lines).toEqual({ A: [-7200, 1800], B: [0.001, null], C: [0, null], D: [null, null] });
});

test('the order is that of group, due instant, ticket, clock and cycle, whatever the order given', () => {
  const first = clock('a');
  const told: [Told, string[]][] = [
    [{ ticket: 'T-2', clock: first, outcome: 'running', due: '2026-10-08 13:00' }, ['phone', 'Li']],
    [{ ticket: 'T-1', clock: first, outcome: 'running', due: '2026-10-08 14:00' }, ['chat', 'Li']],
    [{ ticket: 'T-1', clock: first, cycle: 2, outcome: 'running', due: '2026-10-08 14:00' }, ['chat', 'Li']],
    [{ ticket: 'T-1', clock: duty, outcome: 'running', due: '2026-10-08 14:00' }, ['chat', 'Li']],
    [{ ticket: 'T-0', clock: first, outcome: 'paused' }, ['', 'Li']],
    [{ ticket: 'T-3', clock: first, outcome: 'running', due: '2026-10-08 12:30' }, ['chat', '王芳']],
    [{ ticket: 'T-4', clock: first, outcome: 'running', due: '2026-10-08 12:10' }, ['phone', '']],
  ];
  const tickets = told.map(([each, fields]) => ({
    lastAt: asOf,
    fields,
    verdicts: [verdict({ start: '2026-10-08 09:00', ...each })],
  }));
  const order = (by?: string) =>
    dueList(desk, tickets.toReversed(), { asOf, ...(by !== undefined && { by }) }).lines.map(
      ({ ticket, clock: id, cycle }) => `${ticket} ${id} ${cycle}`,
    );
  expect(order()).toEqual(['T-2 a 1', 'T-1 a 1', 'T-1 a 2', 'T-1 progress 1', 'T-0 a 1', 'T-3 a 1', 'T-4 a 1']);
  expect(order('channel')).toEqual([
    'T-3 a 1',
    'T-1 a 1',
    'T-1 a 2',
    'T-1 progress 1',
    'T-4 a 1',
    'T-2 a 1',
    'T-0 a 1',
  ]);
  expect(order('owner')).toEqual(order());
});

test('lines are grouped by owner or a field', () => {
  expect(dueGroupings(desk)).toEqual(['owner', 'channel', 'assignee']);
});
