import { expect, test } from 'vitest';
import { draftAndRun, textSource } from './drafted.ts';

/**
 * T-2 is opened at 10:00 and open; nothing else happens after that, but its last change was at 11:30. With 30 minutes it is breached
 * at 10:30, an hour before the export was made. Judged as of 10:00, its last mapped event, it would be running.
 */
const export_ = (changed: string) => `Ticket ID,Created at,First reply at,${changed},Agent
T-1,2026-03-02 09:00:00,2026-03-02 09:10:00,2026-03-02 09:40:00,Ann
T-2,2026-03-02 10:00:00,,2026-03-02 11:30:00,Bob
`;

const half = { targets: new Map([['first_response', '30m']]) };

test.each(['updated_at', 'Updated', 'Last modified', '最后更新时间', 'Last sync'])(
  'the column "%s" tells how far the export reaches',
  async (changed) => {
    const { draft, outcomes } = await draftAndRun(textSource('t.csv', export_(changed)), half);
    expect(draft?.text).toMatch(/ {4}updated: .+# tells how far the export reaches; no clock uses it/);
    expect(outcomes.get('first_response')).toEqual(['breached', 'met']);
  },
);

test('of several the one that reaches furthest is taken', async () => {
  const text = `Ticket ID,Created at,Updated at,Last modified
T-1,2026-03-02 09:00:00,2026-03-02 09:40:00,2026-03-02 12:00:00
`;
  const { draft } = await draftAndRun(textSource('t.csv', text));
  expect(draft?.text).toContain('updated: Last modified');
});

test('a login, or a time that somebody was to update it by, tells nothing', async () => {
  const { draft } = await draftAndRun(textSource('t.csv', export_('Last login')), half);
  expect(draft?.text).not.toContain('updated:');
});

test('beside a preset that does not read it', async () => {
  // Made up, with the header of New York's open data; 5 July, the month first.
  const text = `Unique Key,Created Date,Closed Date,Agency,Complaint Type,Status,Resolution Action Updated Date,Borough,Open Data Channel Type
61000001,07/05/2026 09:55:45 PM,,NYPD,Noise,Open,07/06/2026 03:45:24 AM,BROOKLYN,PHONE
`;
  const { draft, outcomes } = await draftAndRun(textSource('t.csv', text), {
    targets: new Map([['resolution', '5h']]),
  });
  expect(draft?.text).toContain('updated: {column: Resolution Action Updated Date, format: "M/d/yyyy h:mm:ss a"}');
  // Open from 21:55:45 to 03:45:24: 5 h 49 min 39 s.
  expect(outcomes.get('resolution')).toEqual(['breached']);
});
