import { expect, test } from 'vitest';
import { runIn } from './made-world.ts';

const policy = `slaudit: 1
timezone: UTC
records: {ticket: t, events: {created: a, done: b}, fields: {assignee: who}}
people: staff/roster.csv
clocks: {c: {start: created, stop: done, within: 1h}}`;
const tickets = 't,a,b,who\nT,2026-03-05 09:00:00,2026-03-05 11:00:00,Li Na\n';
const roster = 'id,name\nE1,Li Na\n';
const files = { 'desk/policy.yaml': policy, 'desk/staff/roster.csv': roster, 't.csv': tickets };
const folders = ['desk', 'desk/staff'];

test('the roster is looked for from the folder of the policy', async () => {
  const { code, stdout } = await runIn({ files, folders }, 'evaluate', '-p', 'desk/policy.yaml', 't.csv');
  expect(code).toBe(0);
  expect(stdout).toContain(',E1,employee,Li Na,');
});

test('a report names the person beside the id', async () => {
  const { stdout } = await runIn({ files, folders }, 'report', '-p', 'desk/policy.yaml', '-f', 'json', 't.csv');
  const { groups, breaches } = JSON.parse(stdout) as { groups: { groups: object[] }[]; breaches: object[] };
  expect(groups[0]?.groups).toMatchObject([{ name: 'E1', title: 'Li Na', kind: 'employee' }]);
  expect(breaches).toMatchObject([{ chargedTo: 'E1', chargedName: 'Li Na' }]);
  const page = await runIn({ files, folders }, 'report', '-p', 'desk/policy.yaml', '--view', 'breaches', 't.csv');
  expect(page.stdout).toContain('Li Na (E1)');
});

test('a missing roster is 66, and the policy’s line is told', async () => {
  const { 'desk/staff/roster.csv': _, ...others } = files;
  for (const command of [
    ['evaluate', '-p', 'desk/policy.yaml', 't.csv'],
    ['policy', 'check', 'desk/policy.yaml'],
  ]) {
    const { code, stdout, stderr } = await runIn({ files: others, folders }, ...command);
    expect([code, stdout]).toEqual([66, '']);
    expect(stderr).toContain('"desk/staff/roster.csv"');
    expect(stderr).toContain('desk/policy.yaml:4:9');
  }
});

test.each([
  ['a folder', { folders: [...folders, 'desk/staff/roster.csv'] }, 'unreadable-file'],
  ['not readable', { faults: { 'chunks desk/staff/roster.csv': 'EIO' } }, 'unreadable-file'],
  ['not to be looked at', { faults: { 'look desk/staff/roster.csv': 'EACCES' } }, 'unreadable-file'],
  [
    'not the UTF-8 that its first bytes say it is',
    { files: { ...files, 'desk/staff/roster.csv': Uint8Array.of(0xef, 0xbb, 0xbf, 0x6e, 0x0a, 0xc0, 0xee, 0x0a) } },
    'desk/staff/roster.csv:2: error: the bytes C0 EE 0A are not utf-8, which its byte order mark says [bad-encoding]',
  ],
])('a roster that is %s is 65', async (_, circumstances, told) => {
  for (const command of [
    ['evaluate', '-p', 'desk/policy.yaml', 't.csv'],
    ['policy', 'check', 'desk/policy.yaml'],
  ]) {
    const { code, stdout, stderr } = await runIn({ files, folders, ...circumstances }, ...command);
    expect([code, stdout]).toEqual([65, '']);
    expect(stderr).toContain(told);
    expect(stderr).toContain('roster.csv');
  }
});

test('a result is not written over the roster', async () => {
  const args = ['evaluate', '-p', 'desk/policy.yaml', '-o', 'desk/staff/roster.csv', 't.csv'];
  const outcome = await runIn({ files, folders }, ...args);
  expect(outcome.code).toBe(64);
  expect(outcome.files.get('desk/staff/roster.csv')).toBe(roster);
});
