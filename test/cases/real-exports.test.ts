import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { sharedPath } from '../setup/shared.ts';
import { runCase } from './run-case.ts';

// Exports that nobody on this project wrote, under the policies shipped for them. The counts were made by other
// programs, straight from the rules, on the same files: sums over lists of office hours, differences of dates.

const root = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'slaudit-real-exports-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const exports = [
  {
    policy: 'bpic2013.yaml',
    file: 'exports/bpic2013/incidents.csv.gz',
    counts: {
      'response met': 7431,
      'response breached': 123,
      'queue met': 6269,
      'queue breached': 1279,
      'queue running or paused': 6,
      'resolution met': 6948,
      'resolution breached': 601,
      'resolution running or paused': 5,
    },
  },
  {
    // A date's own day counts whole: 14 days later is 13 to 15 days. 1,662 issues end before they start.
    policy: 'jira-days.yaml',
    file: 'exports/jira/agile_project_dataset_jira.csv',
    counts: { 'completion met': 1982, 'completion breached': 458, 'completion undecided': 21 + 1662 },
  },
  {
    // 11071: 78 days from new to solved; pending 4 + 10 + 1 + 13 = 28 days, on hold 3 + 14 + 3 = 20 days.
    // Urgent (4 h) only from the 66th day on. All others begin with "solved".
    policy: 'zendesk-changes.yaml',
    file: 'exports/zendesk-tables/ticket_field_history_data.csv',
    counts: {
      'requester_wait breached': 1,
      'requester_wait undecided': 14,
      'agent_work breached': 1,
      'agent_work undecided': 14,
    },
    elapsed: { 'requester_wait 11071': (78 - 28) * 86_400, 'agent_work 11071': (78 - 28 - 20) * 86_400 },
  },
];

describe.each(exports)('$policy', ({ policy, file, counts, elapsed }) => {
  const path = sharedPath(file);
  test.skipIf(path === undefined)(`agrees with other programs about ${file}`, { timeout: 120_000 }, async () => {
    const result = await runCase(
      {
        folder: join(root, 'fixtures', 'policies'),
        words: ['evaluate', '-p', policy, '-f', 'csv', path ?? ''],
        stdin: '',
      },
      { program: join(root, 'bin', 'slaudit.js'), out, timeZone: 'Asia/Shanghai' },
    );
    expect(result.exit, result.stderr).toBe(0);
    const records = parse<Record<string, string>>(result.stdout, { columns: true });
    const found: Record<string, number> = {};
    for (const { clock, outcome } of records) {
      const name = outcome === 'running' || outcome === 'paused' ? 'running or paused' : outcome;
      found[`${clock} ${name}`] = (found[`${clock} ${name}`] ?? 0) + 1;
    }
    expect(found).toEqual(counts);
    for (const [run, seconds] of Object.entries(elapsed ?? {})) {
      const record = records.find(({ clock, ticket }) => `${clock} ${ticket}` === run);
      expect(record?.['elapsed_s'], run).toBe(String(seconds));
    }
  });
});
