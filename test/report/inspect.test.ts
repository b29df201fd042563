import { expect, test } from 'vitest';
import type { ColumnProfile, InspectedTable, Oddity } from '../../src/domain/profile.ts';
import { renderPage } from '../../src/report/formats/terminal.ts';
import { inspectPage } from '../../src/report/inspect/inspect-page.ts';
import { escaped, pseudo } from './pseudo.ts';

const column = (name: string, rest: Partial<ColumnProfile>): ColumnProfile => ({
  ...{ name, kind: 'text', filled: 1, distinct: 1, isCapped: true, filledByCap: 1, examples: ['1'] },
  ...rest,
});

const oddities: readonly Oddity[] = [
  { kind: 'repeated-ids', column: '1', value: '2', line: 3 },
  { kind: 'end-before-start', start: '1', end: '2', rows: 3, of: 4, line: 5 },
  { kind: 'damaged-ids', column: '1', rows: 2, value: '3', line: 4 },
  { kind: 'totals', rows: 1, line: 2 },
  { kind: 'mixed-formats', column: '1', patterns: [{ value: '2', rows: 3 }] },
  { kind: 'day-month', column: '1', order: 'undecided' },
  { kind: 'day-month', column: '1', order: 'contradictory' },
  { kind: 'unreadable-times', column: '1', rows: 2, values: [{ value: '3', rows: 4 }] },
  { kind: 'same-content', columns: ['1', '2'] },
  { kind: 'gap', column: '1', from: 0, to: 3 },
];

const table: InspectedTable = {
  profile: {
    file: '1',
    written: {
      delimiter: ';',
      quote: '',
      lineEnds: 'crlf',
      headerLine: 3,
      preamble: ['4'],
      sheets: ['5', '6'],
      encoding: 'utf-8',
    },
    rows: 7,
    refused: 2,
    columns: [
      column('1', { kind: 'choice', values: [{ value: '8', rows: 1 }] }),
      column('2', { kind: 'number', numbers: { least: 1, greatest: 2 } }),
      column('3', {
        kind: 'instant',
        stamps: {
          patterns: [{ value: '99', rows: 1 }],
          precision: [
            { grade: 'second', rows: 1 },
            { grade: 'day', rows: 2 },
          ],
          from: 0,
          to: 86_400_000,
          withZone: 1,
          offsets: [480, -210],
          dayOrder: 'undecided',
          unreadable: [],
          unreadableRows: 0,
          gaps: [],
        },
      }),
    ],
    orders: [],
    twins: [],
    totals: [],
  },
  guess: {
    form: 'changes',
    roles: [
      { role: 'ticket', column: '1', why: 'rest' },
      { role: 'created', column: '3', why: 'header' },
    ],
    others: [],
    presets: [{ preset: '1', title: '2', found: 3, of: 4, isUsable: false }],
    stated: [],
    oddities,
  },
};

const page = renderPage(inspectPage([table], 20_000, pseudo), {
  words: pseudo,
  local: () => '',
  width: 2000,
  colour: false,
});

test('every word of an inspected export comes from the catalogue', () => {
  expect(escaped(page).match(/\p{Letter}+/gu) ?? []).toEqual([]);
});

test('an offset is told with its sign, to the minute', () => {
  // 480 minutes are 8 hours, 210 are 3 and a half.
  expect(page).toContain('+08:00');
  expect(page).toContain('-03:30');
});
