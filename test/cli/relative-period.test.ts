import { expect, test } from 'vitest';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const report = (period: string, now: string) =>
  runIn({ files, now: Date.parse(now) }, 'report', '-p', 'policy.yaml', '--period', period, 'tickets.csv', '--quiet');

test.each([
  // In Shanghai November has begun.
  ['last-month', '2026-10-31T16:00:00Z', '2026-10'],
  ['last-quarter', '2027-02-01T00:00:00Z', '2026-Q4'],
  ['this-year', '2026-11-01T00:00:00Z', '2026'],
])('--period %s at %s is %s, byte for byte', async (relative, now, absolute) => {
  const outcome = await report(relative, now);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toContain(absolute);
  expect(outcome.stdout).toBe((await report(absolute, '2020-01-01T00:00:00Z')).stdout);
});

test('last-week is none, and what would be is told', async () => {
  const outcome = await report('last-week', '2026-11-01T00:00:00Z');
  expect(outcome).toMatchObject({ code: 64, stdout: '' });
  expect(outcome.stderr).toContain('last-month');
});
