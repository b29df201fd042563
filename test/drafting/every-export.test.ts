import { createReadStream, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '../setup/shared.ts';
import { draftAndRun } from './drafted.ts';

const repository = resolve(import.meta.dirname, '../..');
const exports = globSync('fixtures/exports/**/*.{csv,json,ndjson,xlsx,xes,tsv,gz,txt}', { cwd: repository }).toSorted();
const shared = sharedPath('exports');
const others = shared === undefined ? [] : globSync('**/*.{csv,gz}', { cwd: shared }).toSorted();

/** Rosters beside exports: nothing in them has a time. */
const TIMELESS = ['fixtures/exports/zendesk/agents.csv'];

/** What an export is without its preset: whose columns are then mapped by their headers alone. */
const WITHOUT_PRESET = { preset: '' } as const;

const file = (folder: string, name: string) => () => ({
  name,
  chunks: () => createReadStream(join(folder, name)) as AsyncIterable<Uint8Array>,
});

describe('a draft passes policy check and runs on its own export', () => {
  test('there are exports', () => expect(exports.length).toBeGreaterThan(10));

  test.each(exports.filter((name) => !TIMELESS.includes(name)))('%s', async (name) => {
    const { draft, faults, outcomes } = await draftAndRun(file(repository, name));
    expect(faults, draft?.text).toEqual([]);
    expect(draft).toBeDefined();
    expect(outcomes.size).toBeGreaterThan(0);
  });

  test.each(exports.filter((name) => !TIMELESS.includes(name)))('%s, without a preset', async (name) => {
    const { draft, faults } = await draftAndRun(file(repository, name), WITHOUT_PRESET);
    expect(faults, draft?.text).toEqual([]);
    expect(draft?.text).not.toContain('preset:');
  });

  test.each(TIMELESS)('%s has no times, and so there is no draft', async (name) => {
    expect((await draftAndRun(file(repository, name))).draft).toBeUndefined();
  });

  const title = shared === undefined ? 'not checked: ../shared is not here' : '../shared/exports/%s';
  test.runIf(shared !== undefined).each(others)(title, async (name) => {
    const { draft, faults, outcomes } = await draftAndRun(file(shared ?? '', name));
    expect(faults, draft?.text).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

/** What the whole product says of an export must not hang on how the file was drafted: the roles are read off by eye. */
describe('what the columns of real exports are taken for', () => {
  const named = (name: string, ...lines: string[]) =>
    test(name, async () => {
      const { draft } = await draftAndRun(file(repository, name));
      for (const line of lines) expect(draft?.text).toContain(line);
    });

  named(
    'fixtures/exports/emergency-plan/orders-2026-09.csv',
    'ticket: 工单号',
    'created: 来电时间',
    'responded: 接听时间',
  );
  named(
    'fixtures/exports/after-sales/2026-10.csv',
    'form: events',
    'at: 时间',
    '首次答复: responded',
    '客户提交: created',
  );
  named('fixtures/exports/tiered-guarantee/2026-10.csv', 'form: changes', 'field: 字段', 'to: 新值', 'from: 原值');
  named('fixtures/exports/city-311/2022-01.csv', 'preset: boston-311');
});
