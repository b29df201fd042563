import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Records } from '../../../src/domain/policy.ts';
import { column, field, records, source, stamp } from '../exports.ts';
import { readBothWays } from './both-ways.ts';

const NAMES = ['ticket', 'time', 'event', 'actor', 'role', 'status', 'due', 'number', 'kept', 'note'] as const;

const events = records({
  form: 'events',
  ticket: column('ticket'),
  at: stamp('time'),
  event: column('event', { 关闭: 'closed' }),
  actor: { ...column('actor', { bot: 'system' }), role: column('role') },
  sequence: column('number'),
  fields: [
    field('status', 'status', { clearedByEmpty: true }),
    field('assignee', 'actor', { values: new Map([['王 五', 'wang']]) }),
    field('promised_at', 'due', { time: stamp('due', { zone: 'Europe/Berlin' }) }),
    field('absent', 'nowhere', { isOptional: true }),
  ],
  missing: ['-', ' NULL ', '1900-01-01 00:00:00', '?'],
});
const tickets = records({
  form: 'tickets',
  ticket: column('ticket'),
  events: [
    { ...stamp('time', { zone: 'Europe/Berlin' }), event: 'created' },
    { ...stamp('due', { zone: 'Europe/Berlin', assume: 'end' }), event: 'resolved', isOptional: true },
  ],
  fields: [field('status', 'status'), field('note', 'note')],
  verdicts: [{ ...column('kept'), clock: 'response', breached: ['no'], met: ['yes'] }],
  missing: ['-'],
});
const stated = records({
  ...events,
  at: stamp('time', { formats: ['yyyy-MM-dd HH:mm:ss', 'd/M/yyyy H:mm'], zone: 'Europe/Berlin' }),
});
const policies: readonly Records[] = [events, tickets, stated];

const STAMPS = [
  '2026-03-05T09:05:07Z',
  '2026-03-05 09:05:07',
  '2026/3/5 9:05',
  '2026-03-05T09:05:07.123456+08:00',
  '2026-03-05 09:05:07 UTC',
  '2026-03-05 09:05:07+00',
  '2026-03-05',
  // The clocks of Berlin go forward and back on these days.
  '2026-03-29 02:30:00',
  '2026-10-25 02:30:00',
  '2026-10-25',
  '2026-10-24',
  '2026-03-28',
  '2026-02-30 10:00:00',
  '2026年3月5日 9:05',
  '5/3/2026 9:05',
  '25/3/2026 9:05',
  '1900-01-01 00:00:00',
  '2026-03-05 24:00',
  '20260305090507',
  'soon',
  '',
  '-',
  ' 2026-03-05 09:05:07 ',
];
const TEXTS = [
  '',
  '-',
  'NULL',
  'open',
  '处理中',
  '关闭',
  'bot',
  '王 五',
  'a "b" c',
  'two\nlines',
  'x,y',
  ' padded ',
  '\u00a0',
  'Total',
  'event',
  '"',
  'é',
  '😀',
];
const TICKETS = [
  'T1',
  'T1',
  'T2',
  'T000003',
  '4',
  '5-6',
  '工单7',
  'note 8',
  '',
  '-',
  '合计',
  'ticket',
  '2.02403E+13',
  'T 9',
  ' T1',
  'T\u3000',
  'total120',
  '\u00a0T1',
];

const cell = {
  ticket: fc.constantFrom(...TICKETS),
  time: fc.constantFrom(...STAMPS),
  due: fc.constantFrom(...STAMPS),
  number: fc.constantFrom('', '1', '12', '007', '1.5', 'x', '-', '12345678901234567'),
  text: fc.constantFrom(...TEXTS),
};
/** Mostly rows that are as they should be, so that what is odd stands among them. */
const usual = fc.record({
  ticket: fc.constantFrom('T1', 'T2', 'T31', '工单7'),
  time: fc.constantFrom(...STAMPS.slice(0, 6)),
  due: fc.constantFrom('', '2026-03-06 10:00:00'),
  number: fc.constantFrom('', '1', '2'),
  texts: fc.array(fc.constantFrom('open', '处理中', 'bot', 'x,y', 'a "b" c', 'two\nlines', 'two\r\nlines'), {
    minLength: 6,
    maxLength: 6,
  }),
});
const odd = fc.record({
  ticket: cell.ticket,
  time: cell.time,
  due: cell.due,
  number: cell.number,
  texts: fc.array(cell.text, { minLength: 6, maxLength: 6 }),
});
const row = fc
  .oneof({ weight: 4, arbitrary: usual }, { weight: 3, arbitrary: odd })
  .map(({ ticket, time, due, number, texts }) => {
    const rest = [...texts];
    return NAMES.map((name) =>
      name === 'ticket'
        ? ticket
        : name === 'time'
          ? time
          : name === 'due'
            ? due
            : name === 'number'
              ? number
              : (rest.pop() ?? ''),
    );
  });

/** What may stand in a file beside rows; the text of whole lines. */
const interlude = fc.constantFrom(
  '',
  '   ',
  ',,,,,,,,,',
  '合计,12,,,,,,,,',
  '导出时间：2026-03-05',
  'T1',
  'T1,2026-03-05 09:05:07,open',
  'T1,2026-03-05 09:05:07,opened,a,b,c,,1,yes,note,,',
  'T1,2026-03-05 09:05:07,opened,a,b,c,,1,yes,note,,more',
  'T1,2026-03-05 09:05:07,5" pipe,a"b,c"",d,,1,yes,"n" ',
  NAMES.join(','),
  ['note', 'kept', 'number', 'due', 'status', 'role', 'actor', 'event', 'time', 'ticket'].join(','),
);

/** What no reader of CSV understands: at the end, for nothing after it is read. */
const ending = fc.constantFrom(
  'T1,2026-03-05 09:05:07,"unsound" quote,a,b,c,,1,yes,n',
  'T1,2026-03-05 09:05:07,"never closed,a,b,c,,1,yes,n',
);

const file = fc.record({
  top: fc.constantFrom('', '\ufeff', '工单报表\n', '工单报表,,\n\n', 'sep=,\n'),
  lines: fc.array(fc.oneof({ weight: 8, arbitrary: row }, { weight: 1, arbitrary: interlude }), {
    minLength: 1,
    maxLength: 14,
  }),
  ending: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: ending }),
  order: fc.boolean(),
  coins: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  end: fc.constantFrom('\n', '\r\n'),
  isEnded: fc.boolean(),
});

function write({
  top,
  lines,
  ending: last,
  order,
  coins,
  end,
  isEnded,
}: typeof file extends fc.Arbitrary<infer File> ? File : never): string {
  let coin = 0;
  const toss = () => coins[coin++ % coins.length] ?? false;
  const quoted = (text: string) =>
    /[",\n]/.test(text) || (text !== '' && toss() && toss()) ? `"${text.replaceAll('"', '""')}"` : text;
  const arranged = (cells: readonly string[]) => (order ? cells : cells.toReversed());
  const body = [[...NAMES], ...lines, ...(last === undefined ? [] : [last])].map((line) =>
    typeof line === 'string' ? line : arranged(line).map(quoted).join(','),
  );
  return `${top}${body.join(end)}${isEnded ? end : ''}`;
}

test('whatever stands in a file, it is read as by csv-parse: the same log, findings, lines and tallies', async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...policies),
      fc.array(file, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(65_536, 64, 7, 1),
      async (policy, files, size) => {
        const sources = () => files.map((each, index) => source(`${index}.csv`, write(each), size));
        const { plain, reference } = await readBothWays(policy, sources);
        expect(plain).toEqual(reference);
        rows += plain.rows.length;
      },
    ),
    { numRuns: 300, seed: 20_261_122 },
  );
  // The sum is of files that can be used at all.
  expect(rows).toBeGreaterThan(600);
});
