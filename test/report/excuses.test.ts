import { describe, expect, test } from 'vitest';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import type { FormatName } from '../../src/report/formats/formats.ts';
import { render } from '../../src/report/render.ts';
import type { ViewName } from '../../src/report/views/views.ts';
import { excused } from './october.ts';
import { chinese, english } from './reader.ts';
import { written } from './written.ts';

// Two breaches: OPS-118 of 李晓明 was excused, OPS-207 of nobody was not. 2 before, 1 after.

function show(view: ViewName, options: RenderOptions, format: FormatName = 'table', report = excused): string {
  return written(render({ report, findings: [] }, view, format, options));
}

/** The lines of the section under a caption, each as its cells. */
function cellsUnder(page: string, caption: string): string[][] {
  const section = page.split('\n\n').find((part) => part.startsWith(caption)) ?? '';
  return section.split('\n').map((line) => line.trim().split(/ {2,}/));
}

const wide = { ...english, width: 160 };

describe('a summary shows both figures', () => {
  const page = show('summary', wide);

  test('of each clock', () => {
    expect(cellsUnder(page, 'Promises').slice(1)).toEqual([
      ['Clock', 'Met of', 'Attained', 'Objective', 'Before excuses', 'Breached', 'Of them open'],
      expect.anything(),
      ['First response', '9/11', '81.8%', '90% missed', '2', '1', '1'],
      ['First solution by the department after hand-over', '0/0', '-', '-', '0', '0', '0'],
    ]);
  });

  test('of each group, in lines and in detail', () => {
    expect(cellsUnder(page, 'By employee').slice(-2)).toEqual([
      ['李晓明', '14', '69.2%', '9/11', '81.8%', '1', '0', '1:12:06'],
      ['(unassigned)', '14', '69.2%', '9/11', '81.8%', '1', '1', '1:12:06'],
    ]);
    const detailed = { ...excused, groups: excused.groups.map((grouping) => ({ ...grouping, detailed: true })) };
    const lines = cellsUnder(show('summary', wide, 'table', detailed), 'By employee');
    expect(lines.find(([name]) => name === 'First response')).toEqual([
      ...['First response', '9/11', '81.8%', '1:12:06', '82:42:12', '1', '0'],
    ]);
  });

  test('of who answers: bands are of what remains', () => {
    expect(cellsUnder(page, 'Breaches by who answers').slice(1)).toEqual([
      ['Charged to', 'Tickets', '轻微', '严重', 'Before excuses', 'Breaches'],
      expect.anything(),
      ['(unassigned)', '1', '0', '1', '1', '1'],
      ['李晓明', '1', '0', '0', '1', '0'],
    ]);
  });

  test('of objectives, how many are left out', () => {
    expect(cellsUnder(page, 'Objectives').at(-1)).toEqual(['channel: phone', '9/10', '90%', '90% reached', '1']);
  });

  test('and says what became of the excused', () => {
    expect(page).toContain('Breaches that somebody set aside: 1. They are in no attainment');
    expect(show('summary', chinese)).toContain('经决定免责的超时共1次');
  });
});

describe('the list of breaches', () => {
  test('has the excused ones with the decision, a rejected appeal too, and who was away', () => {
    const lines = show('breaches', { ...english, width: 120 }).split('\n');
    expect(lines).toContain('Breaches: 2, of them excused: 1. Of the others still open: 1.');
    expect(lines.map((line) => line.trimEnd())).toEqual(
      expect.arrayContaining([
        // 16:00 UTC is midnight in Shanghai: a date; 06:30 is 14:30.
        '  Excused: 周宁, 2026-11-03, 台风停电, evidence: 公告 17',
        '  was on leave when the time ran out',
        '  Appeal rejected: 周宁, 2026-11-03 14:30:00, 理由不成立',
      ]),
    );
  });

  test('says so in Chinese', () => {
    const page = show('breaches', { ...chinese, width: 120 });
    expect(page).toContain('超时2次，其中免责1次；其余的有1次尚未结束。');
    expect(page).toContain('  免责：周宁，2026-11-03，台风停电，证据：公告 17');
    expect(page).toContain('  时限用尽时正在休假');
  });

  test('has a column for each fact, at the end', () => {
    const ends = show('breaches', english, 'csv')
      .split('\n')
      .map((line) => line.split(',').slice(-7).join(','));
    expect(ends).toEqual([
      'outcome,excuse,excuse_by,excuse_at,excuse_reason,excuse_evidence,off_duty',
      'excused,excused,周宁,2026-11-02T16:00:00Z,台风停电,公告 17,leave',
      'breached,rejected,周宁,2026-11-03T06:30:00Z,理由不成立,,',
      '',
    ]);
  });
});

test('figures for machines have the excused of clocks and of objectives', () => {
  const [head = '', ...rows] = show('summary', english, 'csv').split('\n');
  const position = (key: string) => head.split(',').indexOf(key);
  const of = (by: string, clock: string) =>
    rows.map((row) => row.split(',')).find((cells) => cells[1] === by && cells[2] === '' && cells[3] === clock) ?? [];
  const [breached, apart] = [position('breached'), position('excused')];
  expect([of('', 'first_response')[breached], of('', 'first_response')[apart]]).toEqual(['1', '1']);
  expect(of('objective all', 'first_response')[apart]).toBe('1');
});
