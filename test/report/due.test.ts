import { describe, expect, test } from 'vitest';
import type { DueLine, DueList } from '../../src/domain/due-list.ts';
import { displayWidth } from '../../src/locale/width.ts';
import { renderPage } from '../../src/report/formats/terminal.ts';
import { renderView } from '../../src/report/render.ts';
import { due } from '../../src/report/views/due.ts';
import { escaped, pseudo } from './pseudo.ts';
import { chinese, english } from './reader.ts';
import { written as whole } from './written.ts';

const overdue: DueLine = {
  owner: { kind: 'department', name: '技术部' },
  group: { kind: 'department', name: '技术部' },
  ticket: 'AS-202610-0031',
  clock: 'department_solution',
  title: { zh: '转交后部门首次提出方案', en: 'First solution by the department after hand-over' },
  target: '1',
  cycle: 2,
  startedAt: '2026-10-08T01:00:00Z',
  dueAt: '2026-10-08T03:00:00Z',
  left: -21_600.25,
  over: 9_000.25,
  state: 'overdue',
};
const held = { owner: { kind: 'employee', name: 'E-7', title: '李晓明' } } as const;
const soon: DueLine = {
  ...overdue,
  ...held,
  group: held.owner,
  dueAt: '2026-10-08T09:25:00Z',
  left: 1500,
  over: null,
  state: 'due',
};
const paused: DueLine = { ...soon, dueAt: null, left: null, state: 'paused' };
const nobodys: DueLine = { ...soon, owner: { kind: 'unassigned', name: '' }, group: { kind: 'unassigned', name: '' } };

const list: DueList = {
  policy: { file: 'policy.yaml', name: '售后服务响应时限控制制度' },
  timezone: 'Asia/Shanghai',
  asOf: '2026-10-08T09:00:00Z',
  within: 1800,
  by: 'owner',
  lines: [soon, paused, overdue, nobodys],
  notListed: { later: 2, undecided: 1, noTarget: 0 },
};
const byChannel: DueList = {
  ...list,
  by: 'channel',
  lines: list.lines.map((line) => ({ ...line, group: { kind: 'value', name: '' } })),
};

describe('the page', () => {
  test.each(
    [english, chinese].flatMap((reader) => [
      [reader.words.tag, 'owner', list, reader] as const,
      [reader.words.tag, 'channel', byChannel, reader] as const,
    ]),
  )('in %s, by %s, fits into 80 columns', (_, __, shown, reader) => {
    const lines = renderPage(due.page(shown, reader), reader).split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(lines.length).toBeGreaterThan(15);
  });

  test('says lengths in words, and who is who on the roster', () => {
    const page = renderPage(due.page(list, english), { ...english, width: 200 });
    // 21600.25 s = 6 h and 0.25 s; 9000.25 s = 2 h 30 min and 0.25 s.
    expect(page).toMatch(/AS-202610-0031 .*2026-10-08 11:00:00 +6:00:00\.250 ago +2:30:00\.250/);
    expect(page).toMatch(/2026-10-08 17:25:00 +in 0:25:00\s/);
    expect(page).toContain('李晓明 (E-7)');
    expect(page).toContain('Overdue: 1, due within 30m 0s by the wall clock: 2, paused: 1.');
    expect(page).toContain('Open and not listed: 2 due later, 1 undecided, 0 without a target.');
  });

  test('without anything open has no tables', () => {
    const none = { ...list, within: null, lines: [], notListed: { later: 0, undecided: 0, noTarget: 0 } };
    expect(renderPage(due.page(none, english), english)).toBe(
      '售后服务响应时限控制制度\nAs of 2026-10-08 17:00:00, times in Asia/Shanghai\nOverdue: 0, due: 0, paused: 0.\n',
    );
  });

  test.each([list, byChannel])('every word comes from the catalogue', (shown) => {
    const reader = { ...english, words: pseudo, local: () => '', width: 1000 };
    let rest = escaped(renderPage(due.page(shown, reader), reader));
    for (const own of [
      list.policy.name,
      overdue.title.en ?? '',
      overdue.ticket,
      '技术部',
      '李晓明',
      'E-7',
      'channel',
    ]) {
      rest = rest.replaceAll(own, '');
    }
    expect(rest.match(/\p{Letter}+/gu) ?? []).toEqual([]);
  });
});

describe('for machines', () => {
  const columns = 'owner,owner_kind,ticket,clock,target,cycle,started_at,due_at,left_s,over_s,state,group';
  const written = (format: 'csv' | 'json' | 'ndjson', shown = list) => whole(renderView(due, shown, format, english));

  test('CSV has the same columns whatever is asked for; what is not known is empty', () => {
    const [header, , waiting, late] = written('csv').split('\n');
    expect(header).toBe(columns);
    expect(waiting).toBe('E-7,employee,AS-202610-0031,department_solution,1,2,2026-10-08T01:00:00Z,,,,paused,E-7');
    expect(late).toBe(
      '技术部,department,AS-202610-0031,department_solution,1,2,2026-10-08T01:00:00Z,2026-10-08T03:00:00Z,-21600.25,9000.25,overdue,技术部',
    );
    expect(written('csv', byChannel).split('\n')[0]).toBe(columns);
    expect(written('csv', { ...list, lines: [] })).toBe(`${columns}\n`);
  });

  test('JSON has the lines of NDJSON, and what was asked for', () => {
    const whole = JSON.parse(written('json'));
    expect(whole).toMatchObject({
      schemaVersion: 1,
      asOf: list.asOf,
      timezone: 'Asia/Shanghai',
      within: 1800,
      by: 'owner',
      notListed: list.notListed,
    });
    const lines = written('ndjson').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(whole.due);
    expect(Object.keys(whole.due[0]).join(',')).toBe(columns);
  });
});
