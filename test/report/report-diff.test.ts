import { describe, expect, test } from 'vitest';
import { type Catalogue, catalogues } from '../../src/locale/catalogue.ts';
import { nameFigure } from '../../src/report/figure-words.ts';
import { diffResults } from '../../src/report/report-diff.ts';
import { readSavedJson, readSavedTable, type SavedResult, type Unreadable } from '../../src/report/saved-result.ts';
import { runIn } from '../cli/made-world.ts';

const POLICY = `slaudit: 1
timezone: UTC
currency: EUR
records: {ticket: ticket, events: {created: created, resolved: resolved}, fields: {assignee: assignee}}
clocks: {work: {start: created, stop: resolved, within: 1h}}
ladders: [{id: fines, count: {breaches: {}}, per: employee, window: month, apply: each, tiers: [{at: 1, fine: 50, repeat: true}]}]
`;
const at = (time: string) => `2026-10-05T${time}:00Z`;
const exportOf = (...rows: readonly (readonly [ticket: string, resolved: string, who: string])[]) =>
  `ticket,created,resolved,assignee\n${rows.map(([ticket, resolved, who]) => `${ticket},${at('09:00')},${at(resolved)},${who}`).join('\n')}\n`;

async function saved(text: string, ...args: readonly string[]): Promise<string> {
  const [command = 'report', ...options] = args;
  const files = { 'policy.yaml': POLICY, 'tickets.csv': text };
  const outcome = await runIn({ files }, command, '-p', 'policy.yaml', '--quiet', ...options, 'tickets.csv');
  if (outcome.code !== 0) throw new Error(outcome.stderr);
  return outcome.stdout;
}

function known(result: SavedResult | Unreadable): SavedResult {
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

const EARLIER = exportOf(['A', '09:30', 'ann'], ['B', '09:50', 'bob'], ['C', '11:00', 'bob']);
// B is answered after 100 min instead of 50, C is gone, D is new.
const LATER = exportOf(['A', '09:30', 'ann'], ['B', '10:40', 'bob'], ['D', '09:10', 'ann']);

async function reports(): Promise<[SavedResult, SavedResult]> {
  const [before, after] = [await saved(EARLIER, 'report', '-f', 'json'), await saved(LATER, 'report', '-f', 'json')];
  return [known(readSavedJson('old.json', before)), known(readSavedJson('new.json', after))];
}

describe('two reports', () => {
  test('figures by what they are called, runs field by field, consequences and inputs', async () => {
    const [before, after] = await reports();
    const diff = diffResults(before, after);
    expect(diff.isSame).toBe(false);
    // (30 + 50 + 120) ÷ 3 min, then (30 + 100 + 10) ÷ 3 min; one breach either way, 60 min over and then 40.
    const figure = (name: string) => diff.figures.find((each) => each.figure === name);
    expect(figure('clocks.work.open.mean')).toMatchObject({ before: 4000, after: 2800, change: -1200 });
    expect(figure('clocks.work.over.longest')).toMatchObject({ before: 3600, after: 2400, change: -1200 });
    expect(figure('clocks.work.breached')).toBeUndefined();
    expect(diff.runs).toMatchObject({ of: 'runs', isPartial: false, compared: 4 });
    expect(diff.runs.added).toEqual([
      { ticket: 'D', clock: 'work', cycle: 1, outcome: 'met', chargedTo: null, lines: 'tickets.csv:4' },
    ]);
    expect(diff.runs.gone).toEqual([
      { ticket: 'C', clock: 'work', cycle: 1, outcome: 'breached', chargedTo: 'bob', lines: 'tickets.csv:4' },
    ]);
    const [changed] = diff.runs.changed;
    expect(diff.runs.changed).toHaveLength(1);
    expect(changed).toMatchObject({ ticket: 'B', linesBefore: 'tickets.csv:3', linesAfter: 'tickets.csv:3' });
    const fields = new Map(changed?.fields.map(({ field, ...values }) => [field, values]));
    expect(fields.get('outcome')).toEqual({ before: 'met', after: 'breached' });
    expect(fields.get('stopped_at')).toEqual({ before: at('09:50'), after: at('10:40') });
    expect(fields.get('elapsed_s')).toEqual({ before: 3000, after: 6000 });
    expect(fields.get('charged_to')).toEqual({ before: null, after: 'bob' });
    expect(fields.has('started_at')).toBe(false);
    expect(diff.consequences.map(({ change, who, ticket }) => [change, who, ticket])).toEqual([
      ['added', 'bob', 'B'],
      ['gone', 'bob', 'C'],
    ]);
    expect(diff.inputs.map(({ what, file }) => [what, file])).toEqual([['export', 'tickets.csv']]);
  });

  test('each figure names the runs that count in it otherwise', async () => {
    const { figures } = diffResults(...(await reports()));
    const tickets = (name: string) =>
      figures.find(({ figure }) => figure === name)?.because.map(({ ticket, clock }) => `${ticket} ${clock}`);
    // B is timed otherwise, C is gone, D is new: each is in the mean. Bob has B in place of C, and D is nobody's breach.
    expect(tickets('clocks.work.open.mean')).toEqual(['B work', 'C work', 'D work']);
    expect(tickets('clocks.work.over.longest')).toEqual(['B work', 'C work']);
    expect(tickets('groups.employee.groups.employee/bob.clocks.work.open.mean')).toEqual([]);
    expect(tickets('consequences.lines')).toBeUndefined();
  });

  test('figures are named in the words of the report, and by who a group is', async () => {
    const { figures } = diffResults(...(await reports()));
    const told = (name: string, words: Catalogue) => {
      const { of, figure } = nameFigure(figures.find((each) => each.figure === name)?.parts ?? [], words);
      return `${of} | ${figure}`;
    };
    expect(told('clocks.work.open.mean', catalogues.en)).toBe('work | Mean, open hours');
    expect(told('clocks.work.open.mean', catalogues.zh)).toBe('work | 工作时间：平均');
    const bob = 'groups.employee.groups.employee/bob.tickets.created';
    expect(told(bob, catalogues.en)).toBe('Summary: By employee: bob | Tickets created');
    expect(told(bob, catalogues.zh)).toBe('总览：按员工：bob | 新建工单数');
  });

  test('rows of tables go together by what they are, wherever they stand', async () => {
    const [before] = await reports();
    const turned = JSON.parse(JSON.stringify(before.report), (_, value) =>
      Array.isArray(value) ? value.toReversed() : value,
    );
    expect(diffResults(before, { ...before, report: turned }).figures).toEqual([]);
  });

  test('a report and itself: nothing', async () => {
    const [before] = await reports();
    expect(diffResults(before, before)).toMatchObject({
      isSame: true,
      figures: [],
      runs: { compared: 3, added: [], gone: [], changed: [] },
      consequences: [],
      inputs: [],
    });
  });

  test('the other way round every difference is mirrored', async () => {
    const [before, after] = await reports();
    const [there, back] = [diffResults(before, after), diffResults(after, before)];
    expect(back.runs.added).toEqual(there.runs.gone);
    expect(back.runs.changed[0]?.fields.find(({ field }) => field === 'outcome')).toEqual({
      field: 'outcome',
      before: 'breached',
      after: 'met',
    });
    const name = ({ figure }: { readonly figure: string }) => figure;
    expect(back.figures.map(name).toSorted()).toEqual(there.figures.map(name).toSorted());
  });

  test('runs that a report does not list may differ unseen, and it says so', async () => {
    const [before, after] = await reports();
    expect(diffResults({ ...before, leftOut: 5 }, after).runs.isPartial).toBe(true);
    const { runs: _, ...breachesOnly } = before;
    expect(diffResults(breachesOnly, after).runs).toMatchObject({ of: 'breaches', compared: 2 });
  });
});

describe('verdict records', () => {
  test('of JSON, NDJSON and CSV are the same', async () => {
    const json = known(readSavedJson('a', await saved(EARLIER, 'evaluate', '-f', 'json')));
    const lines = known(readSavedJson('b', await saved(EARLIER, 'evaluate', '-f', 'ndjson')));
    const csv = await saved(EARLIER, 'evaluate', '-f', 'csv');
    const [header = [], ...rows] = csv
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const table = known(readSavedTable('c', header, rows));
    for (const other of [lines, table])
      expect(diffResults(json, other)).toMatchObject({ isSame: true, runs: { compared: 3 } });
  });

  test('against a report only what both say is held against each other', async () => {
    const [report] = await reports();
    const verdicts = known(readSavedJson('b', await saved(EARLIER, 'evaluate', '-f', 'ndjson')));
    expect(diffResults(report, verdicts)).toMatchObject({ isSame: true, runs: { of: 'runs', compared: 3 } });
  });
});

describe('what is no result is refused', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['a number', '42'],
    ['another JSON', '{"a": 1}'],
    ['a list of other things', '[{"a": 1}]'],
    ['lines that break off', '{"ticket":"A","clock":"w","cycle":1,"outcome":"met"}\n{"ticket":'],
    ['a report of another version', '{"schemaVersion":2,"policy":{"name":"p"},"clocks":[]}'],
    ['a schema version that is none', '{"policy":{"name":"p"},"clocks":[]}'],
    ['deep nonsense', `${'['.repeat(2000)}${']'.repeat(2000)}`],
  ])('%s', (_, text) => {
    expect(readSavedJson('x', text)).toHaveProperty('fault');
  });

  test('a deep report does not overflow', () => {
    const deep = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`;
    const text = (end: string) =>
      `{"schemaVersion":1,"policy":{"name":"p"},"clocks":[],"rows":${deep.replace('1', end)}}`;
    const [one, other] = [known(readSavedJson('x', text('1'))), known(readSavedJson('y', text('2')))];
    expect(diffResults(one, other).figures).toHaveLength(1);
  });

  test.each([
    ['a missing file', ['old.json', 'none.json'], 66],
    ['a file that is no result', ['old.json', 'policy.yaml'], 65],
    ['a result over one of them', ['old.json', 'old.json', '-o', 'old.json'], 64],
    ['a format that is not there', ['old.json', 'old.json', '-f', 'pdf'], 64],
  ])('%s', async (_, args, code) => {
    const files = { 'old.json': await saved(EARLIER, 'report', '-f', 'json'), 'policy.yaml': POLICY };
    expect((await runIn({ files }, 'diff', ...args)).code).toBe(code);
  });

  test('0 where nothing differs, 1 where something does', async () => {
    const files = {
      'old.json': await saved(EARLIER, 'report', '-f', 'json'),
      'new.json': await saved(LATER, 'report', '-f', 'json'),
    };
    const quiet = await runIn({ files }, 'diff', 'old.json', 'old.json', '--quiet');
    expect([quiet.code, quiet.stdout, quiet.stderr]).toEqual([0, '', '']);
    expect((await runIn({ files }, 'diff', 'old.json', 'new.json')).code).toBe(1);
  });

  test('a document is refused with the command that makes it again as JSON', async () => {
    const html = await saved(EARLIER, 'report', '-f', 'html');
    const outcome = await runIn({ files: { 'r.html': html } }, 'diff', 'r.html', 'r.html');
    expect(outcome).toMatchObject({ code: 65, stdout: '' });
    expect(outcome.stderr).toContain('slaudit report -p policy.yaml -f json tickets.csv -o r.html.json');
    const bare = await runIn({ files: { 'bare.html': '<!DOCTYPE html><p>x' } }, 'diff', 'bare.html', 'bare.html');
    expect(bare.code).toBe(65);
    expect(bare.stderr).toContain('-f json');
  });
});
