import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { zipMember } from '../../../src/cli/verifying/zip-member.ts';
import type { FileOptions } from '../../../src/domain/policy.ts';
import type { Provenance } from '../../../src/domain/provenance.ts';
import type { BreachLine } from '../../../src/domain/report.ts';
import { profileExports } from '../../../src/ingest/profile/profile-exports.ts';
import { withTitles } from '../../../src/locale/catalogue.ts';
import { safeText } from '../../../src/report/formats/xlsx/safe-text.ts';
import { nameSheets } from '../../../src/report/formats/xlsx/sheet-names.ts';
import { localDate, typedCell } from '../../../src/report/formats/xlsx/typed-cell.ts';
import { xlsx } from '../../../src/report/formats/xlsx.ts';
import { verdictColumns } from '../../../src/report/records.ts';
import { render } from '../../../src/report/render.ts';
import type { Value } from '../../../src/report/table.ts';
import { source } from '../../ingest/exports.ts';
import { emptyReport } from '../../setup/empty-report.ts';
import { bytesOf, formulasIn, readerOf } from './workbook.ts';

const shanghai = readerOf('zh', 'Asia/Shanghai');
const newYork = readerOf('en', 'America/New_York');

describe('texts', () => {
  test.each([
    ['=1+1', '=1+1'],
    ['a\u0000b\u001b[2Jc', 'a\ufffdb\ufffd[2Jc'],
    ['\ufffe \uffff', '\ufffd \ufffd'],
    ['\ud83d half', '\ufffd half'],
    ['whole 😀', 'whole 😀'],
    // Excel would read the letter A.
    ['_x0041_', '_x005F_x0041_'],
    ['a\r\nb', 'a\nb'],
  ])('%j is written %j', (text, expected) => expect(safeText(text)).toBe(expected));

  test('of more than 32,767 characters are cut, not in the middle of one', () => {
    expect(safeText('工'.repeat(32_767))).toHaveLength(32_767);
    expect(safeText('工'.repeat(32_768))).toBe(`${'工'.repeat(32_766)}…`);
    expect(safeText(`${'a'.repeat(32_765)}😀😀`)).toBe(`${'a'.repeat(32_765)}…`);
  });
});

describe('names of sheets', () => {
  test('are legal, short and unlike one another', () => {
    const name = nameSheets();
    expect(name('[a]:*?/\\b')).toBe('a      b');
    expect(name('A'.repeat(40))).toBe('A'.repeat(31));
    expect(name('a'.repeat(40))).toBe(`${'a'.repeat(29)} 2`);
    expect(name("'quoted'")).toBe('quoted');
    expect(name('History')).toBe('History 2');
    expect(name('  ')).toBe('_');
    expect(name('超时明细')).toBe('超时明细');
    expect(name('超时明细')).toBe('超时明细 2');
  });
});

describe('values', () => {
  const of = (kind: 'percent' | 'seconds' | 'signed-seconds' | 'count' | 'flag', value: Value) =>
    typedCell({ kind, meaning: '' }, value, shanghai);

  test('have the type that Excel counts with', () => {
    expect(of('percent', 95)).toBe(0.95);
    // A day and a half.
    expect(of('seconds', 129_600)).toBe(1.5);
    // Excel shows no negative times: an hour and a half too late, in hours.
    expect(of('signed-seconds', -5400)).toBe(-1.5);
    expect(of('count', 0)).toBe(0);
    expect(of('count', null)).toBeNull();
    expect(of('flag', true)).toBe('是');
  });

  // 2026-11-01 the clocks of New York go back from 02:00 to 01:00: 05:30Z and 06:30Z are both half past one.
  test.each([
    ['2026-10-31T16:00:00Z', shanghai, '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T05:30:00Z', newYork, '2026-11-01T01:30:00.000Z'],
    ['2026-11-01T06:30:00Z', newYork, '2026-11-01T01:30:00.000Z'],
    ['2026-03-08T07:00:00Z', newYork, '2026-03-08T03:00:00.000Z'],
  ])('%s is the wall-clock time of the zone', (instant, reader, expected) => {
    expect(localDate(instant, reader)?.toISOString()).toBe(expected);
  });

  test('an instant that Excel has no date for stays a text', () => {
    expect(typedCell({ kind: 'utc', meaning: '' }, '1850-01-01T00:00:00Z', shanghai)).toBe('1850-01-01T00:00:00Z');
  });
});

const HOSTILE = [
  '=HYPERLINK("http://evil")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '#N/A',
  '#REF!',
  '_x0041_',
  ' blank ',
  '007',
];

function breach(ticket: string): BreachLine {
  return {
    ...{ ticket, clock: 'answer', target: '1', cycle: 1, severity: null, chargedTo: ticket, chargedKind: 'employee' },
    ...{ startedAt: '2026-10-01T00:00:00Z', dueAt: '2026-10-01T01:00:00Z', stoppedAt: '2026-10-01T02:00:00.500Z' },
    ...{
      cancelledAt: null,
      elapsed: 7200.5,
      within: 3600,
      over: 3600.5,
      offDuty: null,
      outcome: 'breached',
      excuse: null,
    },
  };
}

describe('a sheet', () => {
  const report = { ...emptyReport, breaches: HOSTILE.map(breach) };
  const shown = { report, findings: [] };
  const made = bytesOf(render(shown, 'breaches', 'xlsx', readerOf('en', 'UTC')));

  test('holds texts as they are, and none as a formula or an error', async () => {
    const { sheets } = await readXlsx(await made);
    const rows = sheets[1]?.rows ?? [];
    expect(rows.slice(1).map(([ticket]) => ticket)).toEqual(HOSTILE.map((text) => text));
    expect(await formulasIn(await made)).toEqual([]);
  });

  test('is read by our own reader, too', async () => {
    const { value: tables } = await profileExports([source('book.xlsx', await made)], {
      sheets: ['Breaches'],
    } as FileOptions);
    const [table] = tables;
    expect(table?.rows).toBe(HOSTILE.length);
    expect(table?.columns[0]).toMatchObject({ name: 'Ticket', filled: HOSTILE.length });
  });

  test('has lengths exact to the millisecond, and instants as dates', async () => {
    const { sheets } = await readXlsx(await made);
    const [header = [], first = []] = sheets[1]?.rows ?? [];
    // The reader takes a length for a time of Excel's day 0.
    const elapsed = first[header.indexOf('Elapsed')];
    expect(Number(elapsed) - Date.UTC(1899, 11, 31)).toBe(7_200_500);
    expect(first[header.indexOf('Stopped\n(UTC)')]).toEqual(new Date('2026-10-01T02:00:00.500Z'));
  });

  test('is the same bytes each time', async () => {
    expect(
      Buffer.from(await bytesOf(render(shown, 'breaches', 'xlsx', readerOf('en', 'UTC')))).equals(await made),
    ).toBe(true);
  });

  test('of nothing has its header and no more', async () => {
    const empty = await bytesOf(render({ report: emptyReport, findings: [] }, 'breaches', 'xlsx', shanghai));
    const { sheets } = await readXlsx(empty);
    expect(sheets[1]?.rows).toHaveLength(1);
  });
});

test('verdict records are written while they come, to the last of them', async () => {
  const columns = verdictColumns({ records: { fields: [] } });
  let open = 0;
  function* rows(): Iterable<Value[]> {
    for (open = 0; open < 20_000; open += 1) yield columns.map(({ key }) => (key === 'ticket' ? `=T${open}` : null));
  }
  let before = 0;
  const bytes: Uint8Array[] = [];
  for await (const piece of xlsx.records(columns, rows(), shanghai)) {
    if (open < 20_000) before += 1;
    bytes.push(piece as Uint8Array);
  }
  expect(before).toBeGreaterThan(0);
  const { sheets } = await readXlsx(Buffer.concat(bytes));
  expect(sheets[0]?.rows).toHaveLength(20_001);
  expect(sheets[0]?.rows[20_000]?.[0]).toBe('=T19999');
});

describe('a workbook that is written while its rows come', () => {
  const provenance: Provenance = {
    tool: { name: 'slaudit', version: '0.1.0', build: 'source' },
    command: ['slaudit', 'evaluate', '<&>\ufffe'],
    files: [],
    timeZoneData: '2026a',
    holidayData: [],
  };
  const columns = verdictColumns({ records: { fields: [{ field: 'channel' }] } } as never);
  const row = (ticket: string): Value[] =>
    columns.map(({ key }) =>
      key === 'ticket' ? ticket : key === 'channel' ? 'mail' : key === 'severity' ? 'slight' : null,
    );
  const words = withTitles(
    shanghai.words,
    new Map([
      ['mail', { zh: '邮件' }],
      ['slight', { zh: '轻微' }],
    ]),
  );

  // 1 row lies within the held-back end of the file, 40,000 far before it.
  test.each([1, 40_000])('of %i rows says what it was made from, and is whole', async (count) => {
    const rows = Array.from({ length: count }, (_, index) => row(`T${index}`));
    const bytes = await bytesOf(xlsx.records(columns, rows, { ...shanghai, words, provenance }));
    const core = zipMember(bytes, 'docProps/core.xml') ?? '';
    const [, told = ''] = /<dc:description>(.*)<\/dc:description>/s.exec(core) ?? [];
    expect(JSON.parse(told.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))).toEqual(
      provenance,
    );
    expect(core).not.toContain('\ufffe');
    const { sheets, properties } = await readXlsx(bytes);
    expect(properties?.description).toBe(JSON.stringify(provenance).replace('\ufffe', '\\ufffe'));
    const cells = sheets[0]?.rows ?? [];
    expect(cells).toHaveLength(count + 1);
    const at = (key: string) => cells[count]?.[columns.findIndex((column) => column.key === key)];
    // Values go by the policy's titles.
    expect([at('ticket'), at('channel'), at('severity')]).toEqual([`T${count - 1}`, '邮件', '轻微']);
    // Without its origin it is the same but for the parts that tell of it.
    const bare = await bytesOf(xlsx.records(columns, rows, { ...shanghai, words }));
    expect(zipMember(bare, 'docProps/core.xml')).toBeUndefined();
    expect(zipMember(bare, 'xl/styles.xml')).toBe(zipMember(bytes, 'xl/styles.xml'));
  });
});
