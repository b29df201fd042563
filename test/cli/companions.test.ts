import { describe, expect, test } from 'vitest';
import { runIn } from './made-world.ts';

const policy = `slaudit: 1
timezone: UTC
records: {ticket: t, events: {created: a, done: b}, fields: {assignee: who}}
people: office/roster.csv
excuses: {file: office/excuses.yaml, within: 30d}
personnel: office/personnel.csv
leave: office/leave.csv
clocks: {c: {start: created, stop: done, within: 1h}}`;
const files = {
  'desk/policy.yaml': policy,
  'desk/office/roster.csv': 'id,name\nE1,Li Na\n',
  'desk/office/excuses.yaml': '- {ticket: T, clock: c, decision: excused, by: Zhou, at: 2026-03-06, reason: storm}\n',
  'desk/office/personnel.csv': 'who,what,at\nE1,training,2026-02-01\n',
  'desk/office/leave.csv': 'who,from,until\nE1,2026-03-05,2026-03-05\n',
  't.csv': 't,a,b,who\nT,2026-03-05 09:00:00,2026-03-05 11:00:00,Li Na\n',
};
const folders = ['desk', 'desk/office'];
const commands = [
  ['evaluate', '-p', 'desk/policy.yaml', 't.csv'],
  ['policy', 'check', 'desk/policy.yaml'],
];

test('the files that a policy names are looked for from its folder', async () => {
  const { code, stdout, stderr } = await runIn({ files, folders }, ...commands[0]!);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(',excused,');
  expect((await runIn({ files, folders }, ...commands[1]!)).code).toBe(0);
});

test.each(commands)(
  '%s: those that are missing are all told at once, with the lines that name them: 66',
  async (...words) => {
    const { 'desk/office/excuses.yaml': _, 'desk/office/leave.csv': __, ...others } = files;
    const { code, stdout, stderr } = await runIn({ files: others, folders }, ...words);
    expect([code, stdout]).toEqual([66, '']);
    expect(stderr).toContain('desk/policy.yaml:5:17');
    expect(stderr).toContain('desk/policy.yaml:7:8');
  },
);

describe.each(['excuses.yaml', 'personnel.csv', 'leave.csv'])('%s', (name) => {
  const path = `desk/office/${name}`;
  test.each([
    ['is a folder', { folders: [...folders, path] }],
    ['cannot be read', { faults: { [`chunks ${path}`]: 'EIO' } }],
    ['is empty', { files: { ...files, [path]: '' } }],
    ['is not UTF-8', { files: { ...files, [path]: Uint8Array.of(0x6e, 0x0a, 0xc0, 0xee, 0x0a) } }],
    ['means nothing', { files: { ...files, [path]: 'a,b\n1,2\n' } }],
  ])('%s: 65', async (_, circumstances) => {
    for (const words of commands) {
      const { code, stdout, stderr } = await runIn({ files, folders, ...circumstances }, ...words);
      expect([code, stdout]).toEqual([65, '']);
      expect(stderr).toContain(path);
    }
  });

  test('is not overwritten by a result', async () => {
    const outcome = await runIn({ files, folders }, 'evaluate', '-p', 'desk/policy.yaml', '-o', path, 't.csv');
    expect(outcome.code).toBe(64);
    expect(outcome.files.get(path)).toBe(files[path as keyof typeof files]);
  });
});
