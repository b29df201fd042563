import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { collectRows } from '../../../src/ingest/rows/collect-rows.ts';
import { namedColumns } from '../../../src/ingest/rows/named-columns.ts';
import { column, contentOf, field, read, records, source, stamp } from '../exports.ts';
import { readStamp } from './read-stamp.ts';

const utc = { zone: 'UTC' } as const;
const tickets = records({
  form: 'tickets',
  ticket: column('id'),
  events: [
    { ...stamp('created', utc), event: 'created' },
    { ...stamp('done', utc), event: 'done' },
  ],
  fields: [field('promised', 'promised', { time: stamp('promised', utc) })],
});
const HEADER = 'id,created,done,promised\n';

describe('one stamp after others of its column', () => {
  const march = '2024-03-04T16:00:00Z … 2024-03-05T15:59:59Z day';
  const may = '2024-05-02T16:00:00Z … 2024-05-03T15:59:59Z day';
  test.each([
    ['05/03/2024', [], 'undecided'],
    ['05/03/2024', ['25/03/2024'], march],
    ['05/03/2024', ['03/25/2024'], may],
    ['05-03-2024', ['25.03.2024'], march],
    // The same in either order.
    ['05/05/2024', [], '2024-05-04T16:00:00Z … 2024-05-05T15:59:59Z day'],
    ['05/03/2024', ['05/05/2024', '12/12/2024'], 'undecided'],
    // A day of the week shows it as well: 5 March 2024 was a Tuesday, 3 May a Friday.
    ['Tue 05/03/2024', [], march],
    ['Fri 05/03/2024', [], may],
    ['05/03/2024', ['Fri 05/03/2024'], may],
    // Years of two digits leave a third order, and say nothing about those of four.
    ['05/03/24', [], 'undecided'],
    ['05/03/24', ['25/03/24'], 'undecided'],
    ['05/03/24', ['25/03/2024'], 'undecided'],
    ['05/03/24', ['03/25/24'], may],
    ['05/03/24', ['25/03/99'], march],
    ['24/03/05', ['99/03/05'], march],
    ['05/03/2024', ['03/25/24'], 'undecided'],
    ['25/03/24', ['99/03/05'], '2025-03-23T16:00:00Z … 2025-03-24T15:59:59Z day'],
  ] as const)('%s after %j', (text, before, expected) => expect(readStamp(text, {}, before)).toBe(expected));
});

describe('a column over all files', () => {
  test('is decided by one date, wherever it stands', async () => {
    const a = source('a', `${HEADER}1,05/03/2024,2024-03-05,06/03/2024\n`);
    const b = source('b', `${HEADER}2,25/03/2024,2024-03-25,26/03/2024\n`);
    const { value, faults } = await read(tickets, a, b);
    expect(faults).toEqual(['a:2 time-format', 'a:2 time-format']);
    expect(value && [0, 1].map((row) => contentOf(value.log, row)).sort()).toEqual([
      '1 2024-03-05T00:00:00.000Z 2024-03-05T00:00:00.000Z promised=2024-03-06T00:00:00Z/2024-03-06T23:59:59.999Z',
      '2 2024-03-25T00:00:00.000Z 2024-03-25T00:00:00.000Z promised=2024-03-26T00:00:00Z/2024-03-26T23:59:59.999Z',
    ]);
    expect(value?.tallies.map(({ rows }) => rows)).toEqual([1, 1]);
  });

  test('that nothing decides makes the exports unusable, once a column', async () => {
    const { value, faults } = await read(
      tickets,
      source('a', `${HEADER}1,05/03/2024,06/03/2024,\n2,06/03/2024,,\n3,2024-03-05,,07/03/2024\n`),
    );
    expect(value).toBeUndefined();
    expect(faults.toSorted()).toEqual(['a:2 day-or-month', 'a:2 day-or-month', 'a:4 day-or-month']);
  });

  test('that shows both orders makes the exports unusable, with both lines', async () => {
    const a = source('a', `${HEADER}1,25/03/2024,,\n2,05/03/2024,,\n`);
    const { value, faults, diagnostics } = await read(tickets, a, source('b', `${HEADER}3,03/25/2024,,\n`));
    expect(value).toBeUndefined();
    expect(faults).toEqual(['b:2 two-date-orders']);
    expect(english(diagnostics[0]?.message ?? '')).toContain('(a:2)');
  });

  test('a row that cannot be used for another reason does not wait, and what its dates show counts', async () => {
    const text = `${HEADER}1,05/03/2024,soon,\n2,06/03/2024,,\n3,never,,25/03/2024\n4,2024-03-05,,07/03/2024\n5,25/03/2024,,`;
    const { value, faults } = await read(tickets, source('a', text));
    expect(faults.filter((each) => !each.endsWith('time-format'))).toEqual(['a:2 bad-timestamp', 'a:4 bad-timestamp']);
    expect(value?.log.rows).toBe(3);
    expect(value?.tallies[0]?.rows).toBe(5);
  });

  test('keeps no more rows waiting than it may', () => {
    const collector = collectRows(tickets, namedColumns(tickets), { mostHeld: 3 });
    const sink = collector.open('a');
    const rows = ['05/03/2024', '06/03/2024', '07/03/2024', '08/03/2024', '25/03/2024'];
    for (const [index, created] of rows.entries()) sink.take([String(index), created, '', ''], index + 2);
    const errors = collector.finish().diagnostics.filter(({ code }) => code === 'day-or-month');
    expect(errors.map(({ place }) => place?.line)).toEqual([2]);
  });
});

// What waits, and for how long, must not change what is read.
test('shuffled rows give the same log', async () => {
  const day = fc.constantFrom('05/03/2024', '06/03/2024', '25/03/2024', '11/12/2024', '07/07/2024');
  const month = fc.constantFrom('03/05/24', '03/25/24', '12/11/24', '2024-03-25', '');
  const promised = fc.constantFrom('1/2/2024 3:05 PM', '2/1/2024 3:05 PM', '1/31/2024 3:05 PM', 'soon', '');
  const row = fc.tuple(day, month, promised);
  const shuffled = fc
    .array(row, { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map((cells, index) => `${index},${cells.join(',')}`))
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
  const outcome = async (rows: readonly string[]) => {
    const { value, diagnostics } = await read(tickets, source('a', `${HEADER}${rows.join('\n')}\n`));
    const log = value?.log;
    const contents = Array.from({ length: log?.rows ?? 0 }, (_, at) => (log === undefined ? '' : contentOf(log, at)));
    return [...diagnostics.map(({ code, ticket }) => `${code} ${ticket ?? ''}`), ...contents].sort();
  };
  await fc.assert(
    fc.asyncProperty(shuffled, async ([rows, others]) => {
      expect(await outcome(others)).toEqual(await outcome(rows));
    }),
    { numRuns: 300, seed: 3 },
  );
});
