import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { testShippedConsequences } from './shipped-consequences.ts';
import { type Row, tableAfter, testShippedMonth } from './shipped-month.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const folder = 'exports/channel-promises';
const policy = 'policies/channel-promises.yaml';
const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-channel-promises-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('channel promises, October 2026', () => {
  const records = testShippedMonth({ folder, files: ['2026-10.csv'], policy, asOf: '2026-11-01' });
  const breaches = () => records().filter(({ outcome }) => outcome === 'breached');

  const severities = tableAfter(readme, '| clock | 轻微 |');

  test.each(severities)('$clock is over by the bands of the README', (expected) => {
    const count = (band: string) =>
      breaches().filter(({ clock, severity }) => clock === expected['clock'] && severity === band).length;
    const bands = Object.keys(expected).filter((column) => column !== 'clock');
    expect(Object.fromEntries(bands.map((band) => [band, String(count(band))]))).toEqual(
      Object.fromEntries(bands.map((band) => [band, expected[band]])),
    );
  });

  testShippedConsequences({ folder, files: ['2026-10.csv'], policy }, [{ period: '2026-10' }]);

  test('every breach is in a band', () => {
    const banded = severities.flatMap(({ clock: _, ...bands }) => Object.values(bands).map(Number));
    expect(banded.reduce((sum, each) => sum + each, 0)).toBe(breaches().length);
  });

  test('the exchanges of a chat are those of the README', () => {
    const expected = tableAfter(readme, '| ticket | exchange |');
    const chats = new Set(expected.map(({ ticket }) => ticket));
    const found = records().flatMap((run): Row[] => {
      if (run['clock'] !== 'next_reply' || !chats.has(run['ticket'] ?? '')) return [];
      const { ticket = '', cycle: exchange = '', outcome = '', elapsed_s: seconds = '' } = run;
      return [{ ticket, exchange, outcome, seconds }];
    });
    expect(found).toEqual(expected);
  });

  test('the objective is told for each channel', async () => {
    const words = ['report', `${folder}/2026-10.csv`, '-p', policy, '--period', '2026-10', '-f', 'json'];
    const { stdout, stderr, exit } = await runCase(
      { folder: fixtures, words, stdin: '' },
      { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'Europe/Berlin' },
    );
    expect(exit, stderr).toBe(0);
    const objective = (JSON.parse(stdout) as { objectives: Objective[] }).objectives.find(
      ({ id }) => id === 'answered-in-time',
    );
    const shares = [...(objective?.groups ?? []), { ...objective, name: 'all' }].map(({ name, share }) => ({
      channel: name,
      'in time': String(share?.numerator),
      judged: String(share?.denominator),
    }));
    const expected = tableAfter(readme, '| channel | in time |');
    expect(shares).toHaveLength(expected.length);
    expect(shares).toEqual(expect.arrayContaining(expected));
  });
});

interface Objective {
  readonly id: string;
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly groups: readonly { readonly name: string; readonly share: Objective['share'] }[];
}
