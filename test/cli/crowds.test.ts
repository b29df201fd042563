import { expect, test } from 'vitest';
import { policy } from './desk.ts';
import { runIn } from './made-world.ts';

/** As many tickets as there are people, each with one of its own. */
function exportOf(people: number): string {
  const rows = Array.from({ length: people }, (_, at) => `A-${at},2026-10-19 09:00:00,2026-10-19 09:30:00,职员${at}`);
  return `${['工单号,创建时间,首次响应时间,负责人', ...rows].join('\n')}\n`;
}

const report = (people: number, ...more: string[]) =>
  runIn(
    { files: { 'policy.yaml': policy, 'tickets.csv': exportOf(people) } },
    'report',
    '-p',
    'policy.yaml',
    'tickets.csv',
    ...more,
  );

test('a report by more employees than there can be is refused before anything is judged', async () => {
  const outcome = await report(50_001);
  expect(outcome).toMatchObject({ code: 65, stdout: '' });
  expect(outcome.stderr).toContain(
    'the field "assignee" has 50001 different values, and a report divides by 50000 at most',
  );
  expect(outcome.stderr).toContain('Is "负责人" the right column?');
}, 60_000);

test('a few hundred are as ever', async () => {
  const { code, stdout } = await report(300, '-f', 'csv');
  expect(code).toBe(0);
  expect(stdout).toContain('职员299');
});
