import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { sharedPath } from '../../setup/shared.ts';
import { column, field, records, source, stamp } from '../exports.ts';
import { recordsOf } from '../presets/presets-page.ts';
import { filesOf } from '../tar.ts';
import { readBothWays } from './both-ways.ts';

const EXPORTS = new URL('../../../fixtures/exports/', import.meta.url);
const files = readdirSync(EXPORTS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(nd)?json$/.test(name));

/** Presets that are called like the folder, or begin so. */
const pairs = files.flatMap((file) =>
  Object.keys(presets)
    .filter((name) => name.startsWith(file.split('/')[0] ?? ''))
    .map((name) => [file, name] as const),
);

describe('the shipped exports are read alike from bytes and parsed', () => {
  test.each(pairs)('%s as %s', async (file, name) => {
    const { records: policy } = recordsOf(name);
    const { plain, reference } = await readBothWays(policy, () => [source(file, readFileSync(new URL(file, EXPORTS)))]);
    expect(plain).toEqual(reference);
  });
});

// Nicolas Seriot's "Parsing JSON is a minefield", each file as the value of a member that is wanted, and of one that is not.
const suite = sharedPath('robustness/json-test-suite.tar.gz');
describe.skipIf(suite === undefined)(`JSONTestSuite${suite === undefined ? ' (not on this machine)' : ''}`, () => {
  const all = suite === undefined ? [] : filesOf(suite).filter(({ name }) => /\/[yni]_[^/]*\.json$/.test(name));
  const using = records({ form: 'tickets', ticket: column('id'), fields: [field('in', 'in')] });

  test.each(all)('$name', async ({ content }) => {
    for (const member of ['in', 'beside']) {
      const text = Buffer.concat([
        Buffer.from(`[{"id": 1, "in": "x"},\n{"id": 2, "${member}":\n`),
        content,
        Buffer.from('\n},\n{"id": 3}]'),
      ]);
      const { plain, reference } = await readBothWays(using, () => [source('a', text)]);
      expect(plain).toEqual(reference);
    }
  });
});

const log = records({
  form: 'events',
  ticket: column('id'),
  at: stamp('at'),
  event: column('event', { 创建: 'created' }),
  actor: column('who.name'),
  fields: [field('status', 'status', { clearedByEmpty: true }), field('priority', 'fields.priority.name')],
});
const rowOf = (index: number, more = '') =>
  `{"id":${index % 7},"at":"2026-03-05 09:05:07","event":"创建","who":{"name":"王 ${index % 3}"},"note":"\\"${index}\\""${more}}`;

describe('what is plain is not parsed', () => {
  // The first shows what columns there are.
  test('of a thousand rows all but the first', async () => {
    const text = Array.from({ length: 1000 }, (_, index) => rowOf(index)).join('\n');
    const { plain, reference, byLane, asText } = await readBothWays(log, () => [source('a', text, 1 << 20)]);
    expect([byLane, asText]).toEqual([999, 1]);
    expect(plain).toEqual(reference);
  });

  // By hand: the first; one with half a character in a wanted text, one with a list where a column leads on, one that has a key twice,
  // one whose id is written as no program writes it, one without a time.
  test('and what is not is', async () => {
    const rows = [
      rowOf(1),
      rowOf(2, ',"fields":{"priority":{"id":3,"name":"high"}}'),
      rowOf(3, ',"fields":{"priority":{"name":"\\ud83d"}}'),
      rowOf(4, ',"fields":[{"priority":1}]'),
      rowOf(5, ',"fields":{"priority":null},"status":null'),
      rowOf(6, ',"who":{}'),
      rowOf(7).replace('"id":0', '"id":7.0'),
      rowOf(8).replace('"at":', '"then":'),
      rowOf(9, ',"fields":{"priority":{"other":[{"name":"low"}]}}, "status": "open"'),
    ];
    const { plain, reference, byLane, asText } = await readBothWays(log, () => [source('a', `[${rows.join(',\n')}]`)]);
    expect([byLane, asText]).toEqual([3, 6]);
    expect(plain).toEqual(reference);
  });

  test('wherever rows lie across the end of what is looked at together', async () => {
    // Some longer than all that, one longer than a half; half a megabyte and more.
    const lengths = [100, 3000, 140_000, 20, 300_000, 50_000, 100, 90_000, 200_000, 7, 120_000];
    const rows = lengths.flatMap((length, index) => [
      rowOf(index),
      rowOf(index, `,"text":"${'词'.repeat(length / 3)}"`),
    ]);
    const text = `[${rows.join(',')}]`;
    for (const size of [1 << 21, 300_000, 65_536]) {
      const { plain, reference, byLane } = await readBothWays(log, () => [source('a', text, size)]);
      expect(plain).toEqual(reference);
      expect(byLane).toBeGreaterThan(lengths.length);
    }
  });

  test('lists that are nested too deep are told of as they are', async () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    for (const levels of [31, 32, 900, 999, 1000]) {
      const first = rowOf(0, ',"status":"open","fields":{"priority":{"name":"high"}}');
      const text = `${first}\n${rowOf(1, `,"deep":${deep(levels)}`)}\n${rowOf(2)}`;
      const { plain, reference } = await readBothWays(log, () => [source('a', text)]);
      expect(plain).toEqual(reference);
      // A row is a level itself, and a thousand are read.
      expect(plain.diagnostics).toMatchObject(levels === 1000 ? [{ code: 'bad-json' }] : []);
    }
  });
});
