import { describe, expect, test } from 'vitest';
import { evaluateReport } from '../audit/evaluate.ts';

// A16: at least 90 % of all requests effectively answered within 24 h, over all clocks of the first response.

const policy = (objectives: string) => `slaudit: 1
name: objectives
timezone: UTC
records: {form: tickets, ticket: ticket, events: {created: created, responded: responded}, fields: {department: department, type: type, assignee: assignee}}
clocks:
  first_response: {start: created, stop: responded, targets: [{when: {type: repair}, within: 48h}, {within: 1h}]}
objectives: ${objectives}
`;

// Service time is wall time. A 2 h, B 24 h exactly, C 30 h (in time by its own target), D open for 30 h, E open for 10 h,
// F 1 s more than 24 h, G has no stop before its start: undecided.
const tickets = `ticket,created,responded,department,type,assignee
A,2026-03-05T00:00:00Z,2026-03-05T02:00:00Z,north,inquiry,Li
B,2026-03-05T00:00:00Z,2026-03-06T00:00:00Z,north,inquiry,Li
C,2026-03-05T00:00:00Z,2026-03-06T06:00:00Z,south,repair,Wang
D,2026-03-05T00:00:00Z,,south,inquiry,Wang
E,2026-03-05T20:00:00Z,,south,inquiry,Wang
F,2026-03-05T00:00:00Z,2026-03-06T00:00:01Z,north,inquiry,Li
G,2026-03-05T10:00:00Z,2026-03-05T09:00:00Z,north,inquiry,Li
`;

const objectivesOf = async (objectives: string) =>
  (await evaluateReport(policy(objectives), { 'a.csv': tickets }, '--as-of', '2026-03-06T06:00:00Z')).objectives;

describe('an objective', () => {
  test('with a length of its own counts what is decided by that length: 2 kept (A, B), 3 failed (C, D, F), E and G neither', async () => {
    const [all] = await objectivesOf('[{id: day, clock: first_response, within: 24h, at_least: 40%, by: department}]');
    expect(all).toMatchObject({
      id: 'day',
      within: 86_400,
      atLeast: 40,
      share: { numerator: 2, denominator: 5, percent: 40 },
      reached: true,
      groups: [
        { by: 'department', name: 'north', share: { numerator: 2, denominator: 3 }, reached: true },
        { by: 'department', name: 'south', share: { numerator: 0, denominator: 2 }, reached: false },
      ],
    });
  });

  test("without one counts each run's own target: C met of A, B, C, D, E, F", async () => {
    const [all] = await objectivesOf('[{at_least: 50%}]');
    expect(all).toMatchObject({ id: '1', within: null, share: { numerator: 1, denominator: 6 }, reached: false });
  });

  test('counts only runs for which its condition holds: C', async () => {
    const [all] = await objectivesOf('[{when: {type: repair}, at_least: 100%}]');
    expect(all).toMatchObject({ share: { numerator: 1, denominator: 1, percent: 100 }, reached: true });
  });

  test('with nothing to count is neither reached nor missed', async () => {
    const [all] = await objectivesOf('[{when: {type: complaint}, at_least: 90%}]');
    expect(all).toMatchObject({ share: { numerator: 0, denominator: 0, percent: null }, reached: null });
  });
});
