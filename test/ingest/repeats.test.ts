import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import { column, contentOf, field, read, records, rowsOf, source, stamp } from './exports.ts';

const tickets = records({
  form: 'tickets',
  ticket: column('id'),
  events: ['created', 'done'].map((event) => ({ ...stamp(event, { zone: 'UTC' }), event })),
  fields: [field('owner', 'owner')],
});
const header = 'id,created,done,owner,note\n';

describe('several rows of one ticket', () => {
  const early = '1,2026-03-05T09:00:00,,王,a';
  const late = '1,2026-03-05T09:00:00,2026-03-05T10:00:00,李,b';
  const lateToo = '1,2026-03-05T10:00:00,,王,c';
  const lateOther = '1,2026-03-05T09:00:00,2026-03-05T10:00:00,王,b';
  const other = '2,2026-03-05T09:00:00,,王,a';

  const cases: readonly [
    name: string,
    repeats: 'last' | 'first' | 'error',
    rows: string[],
    kept: number[],
    reasons: object,
  ][] = [
    ['identical in the named columns: one stays', 'last', [early, `${early}!`, other], [2, 4], { 'repeated-row': 1 }],
    ['last: the latest stamp', 'last', [late, early, other], [2, 4], { superseded: 1 }],
    ['first: the earliest', 'first', [late, early, other], [3, 4], { superseded: 1 }],
    ['last: of equally late, more stamps', 'last', [late, lateToo], [2], { superseded: 1 }],
    // 李 is U+674E, 王 is U+738B.
    ['last: of equally many, the greater content', 'last', [late, lateOther], [3], { superseded: 1 }],
    ['first: the lesser content', 'first', [late, lateOther], [2], { superseded: 1 }],
    [
      'copies of the winner and of the loser',
      'last',
      [early, late, early, late],
      [3],
      { superseded: 1, 'repeated-row': 2 },
    ],
    ['error: none', 'error', [early, late, other], [4], { 'duplicate-ticket': 2 }],
    ['error, identical: one', 'error', [early, early, other], [2, 4], { 'repeated-row': 1 }],
  ];
  test.each(cases)('%s', async (_, repeats, rows, kept, reasons) => {
    const { value, faults } = await read({ ...tickets, repeats }, source('a', header + rows.join('\n')));
    expect(value && rowsOf(value.log).map((row) => Number(/:(\d+)/.exec(row)?.[1]))).toEqual(kept);
    expect(Object.fromEntries(value?.tallies[0]?.setAside ?? [])).toEqual(reasons);
    expect(faults).toEqual('superseded' in reasons || 'duplicate-ticket' in reasons ? ['a:2 duplicate-ticket'] : []);
  });

  test('of two files the later snapshot stands, in one note for the two', async () => {
    // September's export knows a resolution at 10:00 that October's, which reaches to 11:00, has taken back.
    const september = source('september', [header + late, '3,2026-03-05T08:00:00,,王,a'].join('\n'));
    const october = source(
      'october',
      [header + early, '2,2026-03-05T11:00:00,,王,a', '3,2026-03-05T08:00:00,,李,a'].join('\n'),
    );
    for (const files of [
      [september, october],
      [october, september],
    ]) {
      const { value, diagnostics } = await read(tickets, ...files);
      expect(
        value &&
          rowsOf(value.log)
            .map((row) => row.split(' ')[0])
            .sort(),
      ).toEqual(['october:2', 'october:3', 'october:4']);
      expect(diagnostics.map(({ code, place, message }) => [code, place, english(message)])).toEqual([
        [
          'overlapping-exports',
          { file: 'september', line: 2 },
          '2 tickets stand otherwise in october, which is used; the first is "1"',
        ],
      ]);
      expect(value?.tallies.map(({ file, setAside }) => [file, Object.fromEntries(setAside)])).toEqual([
        ['october', {}],
        ['september', { superseded: 2 }],
      ]);
    }
    const { value } = await read({ ...tickets, repeats: 'first' }, september, october);
    expect(
      value &&
        rowsOf(value.log)
          .map((row) => row.split(' ')[0])
          .sort(),
    ).toEqual(['october:3', 'september:2', 'september:3']);
  });

  test('a state that the later snapshot shows unchanged is of the later snapshot', async () => {
    const other11 = '2,2026-03-05T11:00:00,,王,a';
    const { value, diagnostics } = await read(
      tickets,
      source('a', header + late),
      source('b', [header + late, other11].join('\n')),
    );
    expect(diagnostics).toEqual([]);
    expect(Object.fromEntries(value?.tallies[0]?.setAside ?? [])).toEqual({ 'repeated-row': 1 });
  });

  test('files that reach equally far contradict each other', async () => {
    const { value, diagnostics } = await read(tickets, source('b', header + late), source('a', header + lateOther));
    expect(diagnostics.map(({ message }) => english(message))).toEqual(['ticket "1" has 2 rows that differ: a:2, b:2']);
    expect(value?.tallies.map(({ file, setAside }) => [file, setAside.size])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  test('error: a ticket without a row left is gone from the dictionary', async () => {
    const { value } = await read(
      { ...tickets, repeats: 'error' },
      source('a', [header + early, late, other].join('\n')),
    );
    expect(value?.log.tickets.size).toBe(1);
    expect(value?.log.tickets.code('1')).toBeUndefined();
    expect(value?.log.tickets.text(0)).toBe('2');
  });
});

test('rows in any order give the same contents, and files that reach equally far in any division', async () => {
  const stamps = fc.constantFrom('', '2026-03-05T09:00:00', '2026-03-05T10:00', '2026-03-06', 'never');
  const row = fc.tuple(fc.constantFrom('', '1', '2', '3'), stamps, stamps, fc.constantFrom('', '王', '李'));
  const shuffled = fc
    .array(row, { minLength: 1, maxLength: 12 })
    .chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length)),
    );
  await fc.assert(
    fc.asyncProperty(shuffled, fc.constantFrom('last', 'first', 'error'), async ([rows, others, cut], repeats) => {
      // A row that is always usable: a file without one would be refused.
      // Its last stamp is the latest of all, so that both files reach equally far.
      const base = ['0,2026-03-05,2026-03-07,'];
      const text = (some: readonly (readonly string[])[]) =>
        [header.trim(), ...base, ...some.map((each) => `${each.join(',')},`)].join('\n');
      const one = await read({ ...tickets, repeats }, source('a', text(rows)));
      const two = await read(
        { ...tickets, repeats },
        source('a', text(others.slice(0, cut))),
        source('b', text(others.slice(cut))),
      );
      const contents = (log: NonNullable<typeof one.value>['log']) =>
        Array.from({ length: log.rows }, (_, at) => contentOf(log, at)).sort();
      expect(two.value && contents(two.value.log)).toEqual(one.value && contents(one.value.log));
      const counted = (tallies: NonNullable<typeof one.value>['tallies'], log: { rows: number }) =>
        tallies.reduce((sum, { setAside }) => [...setAside.values()].reduce((a, b) => a + b, sum), log.rows);
      for (const { value } of [one, two]) {
        const rowsIn = value?.tallies.reduce((sum, tally) => sum + tally.rows, 0);
        expect(value && counted(value.tallies, value.log)).toBe(rowsIn);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a file without a single stamp reaches nowhere, and its place in time is not told', async () => {
  const dated = source('dated', `${header}1,2026-03-05T09:00:00,,王,a`);
  const undated = source('undated', `${header}1,,,王,a`);
  const { value, diagnostics } = await read(tickets, undated, dated);
  expect(value && rowsOf(value.log)).toHaveLength(1);
  expect(diagnostics.map(({ code, place }) => `${place?.file} ${code}`)).toEqual(['undated overlapping-exports']);
  // The one instant there is.
  expect(english(diagnostics[0]?.hint ?? '').match(/\d+-\d+-\d+T[\d:.]+Z/g)).toEqual(['2026-03-05T09:00:00Z']);
});

test('of a ticket with very many rows some are told', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `1,2026-03-05T09:00:00,,owner ${index},`);
  const { diagnostics } = await read(tickets, source('a', header + rows.join('\n')));
  expect(diagnostics.map(({ code }) => code)).toEqual(['duplicate-ticket']);
  expect(english(diagnostics[0]?.message ?? '').length).toBeLessThan(300);
});
