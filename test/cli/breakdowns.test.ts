import { describe, expect, test } from 'vitest';
import { titledDimensions } from '../../src/cli/breakdowns.ts';
import { policy } from './desk.ts';
import { runIn } from './made-world.ts';

const exported = '工单号,创建时间,首次响应时间,负责人\nA-1,2026-10-19 09:00:00,2026-10-19 09:30:00,张敏\n';

const report = (by: string) =>
  runIn(
    { files: { 'policy.yaml': policy, 'tickets.csv': exported } },
    ...['report', '-p', 'policy.yaml', 'tickets.csv', '-f', 'csv', '--by', by],
  );

describe('a report is divided by what its reader sees', () => {
  test('by the title that a field has in a report, in any of its languages', async () => {
    const byName = await report('employee');
    expect(byName.code).toBe(0);
    expect(byName.stdout).toContain('张敏');
    expect(await report('员工')).toEqual(byName);
  });

  test('a word that is nobody’s title is refused', async () => {
    expect(await report('雇员')).toMatchObject({ code: 64, stdout: '' });
  });

  test('two levels may be called so, each for itself', async () => {
    const { code, stdout } = await report('员工,weekday');
    expect(code).toBe(0);
    expect(stdout).toBe((await report('employee,星期')).stdout);
  });
});

describe('titles', () => {
  test('of two things the same title names neither', () => {
    const titled = titledDimensions(
      ['owner', 'assignee', 'team'],
      [{ owner: '负责人', assignee: '负责人', team: '班组' }],
    );
    expect(titled).toEqual(new Map([['班组', 'team']]));
  });

  test('one thing may have the same title in both languages', () => {
    expect(titledDimensions(['vip'], [{ vip: 'VIP' }, { vip: 'VIP' }])).toEqual(new Map([['VIP', 'vip']]));
  });
});
