import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Records } from '../../../src/domain/policy.ts';
import { peek } from '../../../src/ingest/bytes/peek.ts';
import { readCsv } from '../../../src/ingest/csv/read-csv.ts';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { collectRows } from '../../../src/ingest/rows/collect-rows.ts';
import { namedColumns } from '../../../src/ingest/rows/named-columns.ts';
import type { RowSink } from '../../../src/ingest/rows/row-sink.ts';
import { sharedPath } from '../../setup/shared.ts';
import { column, field, records, source, stamp } from '../exports.ts';
import { recordsOf } from '../presets/presets-page.ts';
import { readBothWays } from './both-ways.ts';

const EXPORTS = new URL('../../../fixtures/exports/', import.meta.url);
const files = readdirSync(EXPORTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));

/** Presets that are called like the folder, or begin so. */
const pairs = files.flatMap((file) =>
  Object.keys(presets)
    .filter((name) => name.startsWith(file.split('/')[0] ?? ''))
    .map((name) => [file, name] as const),
);

describe('the shipped exports are read alike by our own way and by csv-parse', () => {
  test.each(pairs)('%s as %s', async (file, name) => {
    const { records: policy } = recordsOf(name);
    const { plain, reference } = await readBothWays(policy, () => [source(file, readFileSync(new URL(file, EXPORTS)))]);
    expect(plain).toEqual(reference);
  });
});

const incidents = records({
  form: 'events',
  ticket: column('case:concept:name'),
  at: stamp('time:timestamp'),
  event: column('concept:name'),
  actor: column('org:resource'),
  fields: [field('status', 'lifecycle:transition'), field('impact', 'impact')],
});

/** How many rows came by the lane, and how many as text. */
async function lanesOf(policy: Records, content: string | Uint8Array) {
  const columns = namedColumns(policy);
  const sink = collectRows(policy, columns).open('a.csv');
  const counts = { byLane: 0, asText: 0 };
  const counting: RowSink = {
    ...sink,
    take(cells, line) {
      counts.asText++;
      sink.take(cells, line);
    },
    lane(shape) {
      const lane = sink.lane?.(shape);
      if (lane === undefined) throw new Error('there is a lane for such records');
      return {
        ...lane,
        add(rows, from, to) {
          counts.byLane += to - from;
          lane.add(rows, from, to);
        },
      };
    },
  };
  const bytes = await peek(source('a.csv', content).chunks());
  await readCsv(bytes, { file: 'a.csv', wanted: columns, options: {} }, counting);
  return counts;
}

describe('what is plain is not made a text', () => {
  const bpic = sharedPath('exports/bpic2013/incidents.csv.gz');
  test.skipIf(bpic === undefined)('of the 65,533 rows of BPI Challenge 2013 all but the first few', async () => {
    const content = gunzipSync(readFileSync(bpic ?? ''));
    const { byLane, asText } = await lanesOf(incidents, content);
    expect(byLane + asText).toBe(65_533);
    expect(asText).toBeLessThan(10);
    const { plain, reference } = await readBothWays(incidents, () => [source('a.csv', content, 10_000)]);
    expect(plain).toEqual(reference);
  });

  const log = records({
    form: 'events',
    ticket: column('工单'),
    at: stamp('时间', { formats: ['yyyy/M/d H:mm'] }),
    event: column('动作', { 创建: 'created' }),
    actor: column('人'),
    fields: [field('due', '约定', { time: stamp('约定') })],
    missing: ['-'],
  });
  // By hand: six rows, of which one repeats the header, one is a sum and one has a stamp that is none.
  test('and what is not is: repeated headers, sums, stamps of other forms', async () => {
    const text = [
      '序号,工单,时间,动作,人,约定',
      '1,工单2024-001,2024/3/5 9:05,创建,"李, 四",2024-03-06 10:00:00',
      '2,工单2024-001,2024/3/5 9:06,回复,王五,-',
      '序号,工单,时间,动作,人,约定',
      '3,工单2024-002,昨天,创建,王五,-',
      '合计,,,,,',
      '4,工单2024-002,2024/3/5 9:07,"回复",王五,',
      '',
    ].join('\n');
    expect(await lanesOf(log, text)).toEqual({ byLane: 3, asText: 1 });
  });

  test('of thousands of customers, in two columns, with blanks of all kinds among them', async () => {
    const people = records({
      form: 'events',
      ticket: column('ticket'),
      at: stamp('time'),
      event: column('event'),
      actor: column('who'),
      fields: [field('customer', 'who'), field('requester', 'by'), field('seen', 'by', { clearedByEmpty: true })],
      missing: ['-'],
    });
    const odd = ['', '-', '""', ' x ', '"-"', '"a, b"', '"say ""hi"""', '王 五', '\u3000', `${'long '.repeat(60)}.`];
    const who = (index: number) =>
      index % 5 === 4 ? (odd[((index / 5) | 0) % odd.length] ?? '') : `c${index % 4001}@x`;
    const lines = Array.from({ length: 9000 }, (_, index) => {
      const time = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
      return `T${index % 300},${time},reply,${who(index)},${who(index * 7)}`;
    });
    const text = ['ticket,time,event,who,by', ...lines, ''].join('\n');
    expect((await lanesOf(people, text)).byLane).toBeGreaterThan(8000);
    const { plain, reference } = await readBothWays(people, () => [source('a.csv', text, 5000)]);
    expect(plain).toEqual(reference);
  });
});
