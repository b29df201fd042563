import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Records } from '../../../src/domain/policy.ts';
import { column, field, records, source, stamp } from '../exports.ts';
import { readBothWays } from './both-ways.ts';

const events = records({
  form: 'events',
  ticket: column('id'),
  at: stamp('at'),
  event: column('event', { 关闭: 'closed' }),
  actor: { ...column('who.name', { bot: 'system' }), role: column('who.role') },
  sequence: column('n'),
  fields: [
    field('status', 'status', { clearedByEmpty: true }),
    field('owner', 'who.name', { alternatives: ['owner', 'a.b.c'] }),
    field('due', 'due', { time: stamp('due', { zone: 'Europe/Berlin' }) }),
    field('first', 'list.0', { isOptional: true }),
    field('absent', 'nowhere', { isOptional: true }),
  ],
  missing: ['-', 'true', '0'],
});
const flat = records({
  form: 'tickets',
  ticket: column('id'),
  events: [{ ...stamp('at'), event: 'created' }],
  fields: [field('status', 'status'), field('event', 'event'), field('key', 'a.b'), field('王', '王')],
  verdicts: [{ ...column('n'), clock: 'response', breached: ['1'], met: ['2'] }],
});
const policies: readonly Records[] = [events, { ...flat, fields: flat.fields.slice(0, 2) }, flat];

const SCALARS = [
  ...['0', '-0', '7', '-12', '1.0', '1.5', '-0.25', '1e3', '1E-7', '0.0000001', '0.000001', '100000000000000000000'],
  ...['123456789012345', '1234567890123456', '9007199254740993', '0.1234567890123456', 'true', 'false', 'null', '""'],
  ...[
    '"open"',
    '"处理中"',
    '"a \\"b\\" c"',
    '"two\\nlines"',
    '"\\u738b"',
    '"\\ud83d"',
    '"\\ud83d\\ude00"',
    '"\\u0000\\u00e9\\u07ff\\uffff"',
    '"😀"',
  ],
  ...['" padded "', '"\u00a0"', '"-"', '"\\\\"', '"\\/"', '"关闭"', '"bot"', '"x,y"', '"}"', '"\u2028"', '"\u007f"'],
];
/** What no JSON is. */
const BROKEN = [
  '01',
  '+1',
  '.5',
  '1.',
  '1e',
  '-',
  'nul',
  'True',
  '"a\nb"',
  '"\t"',
  '"\\x"',
  '"\\u12g4"',
  '[1,]',
  '{,}',
  '',
];

const scalar = fc.constantFrom(...SCALARS);
const { nested } = fc.letrec<{ nested: string; list: string; record: string }>((tie) => ({
  nested: fc.oneof({ maxDepth: 4 }, scalar, tie('list'), tie('record')),
  list: fc.array(tie('nested'), { maxLength: 3 }).map((each) => `[${each.join(', ')}]`),
  record: fc
    .array(fc.tuple(fc.constantFrom('name', 'role', 'b', 'c', 'b.c', 'x', '\\u0062'), tie('nested')), { maxLength: 3 })
    .map((members) => `{${members.map(([key, value]) => `"${key}" : ${value}`).join(',')}}`),
}));
const id = fc.constantFrom(
  '"T1"',
  '"T2"',
  '"T000003"',
  '4',
  '5.5',
  '"工单7"',
  '""',
  'null',
  '" T1"',
  '12345678901234567890',
);
const at = fc.constantFrom(
  '"2026-03-05T09:05:07Z"',
  '"2026-03-05 09:05:08"',
  '"2026-03-29 02:30:00"',
  '"5/3/2026 9:05"',
  '"25/3/2026 9:05"',
  '1772701507',
  'null',
);
const key = fc.constantFrom(
  'who',
  'owner',
  'a',
  'a.b',
  'list',
  'who.name',
  'status',
  '王',
  'note',
  'id',
  '\\u0069d',
  'st\\u0061tus',
  '\\u738b',
);

type Members = readonly (readonly [key: string, value: string])[];

/** Mostly rows that are as they should be, so that what is odd stands among them. */
const usual: fc.Arbitrary<Members> = fc
  .record({
    id: fc.constantFrom('"T1"', '"T2"', '31', '"工单7"'),
    at: fc.constantFrom('"2026-03-05T09:05:07Z"', '"2026-03-05 09:05:08"'),
    event: fc.constantFrom('"open"', '"关闭"', 'null'),
    who: fc.constantFrom(
      '{"name":"王五","role":"agent"}',
      '{ "role": null, "x": [1, {}], "name": "bot" }',
      'null',
      '{}',
    ),
    n: fc.constantFrom('1', '2', 'null'),
    status: fc.constantFrom('"open"', '""', 'null', 'true'),
    due: fc.constantFrom('null', '"2026-03-06 10:00:00"'),
    note: fc.constantFrom('"a \\"b\\" 😀"', '{"deep":[[[{}]]]}', '1.0e5'),
  })
  .map((row) => Object.entries(row));
const odd: fc.Arbitrary<Members> = fc
  .tuple(id, at, fc.array(fc.tuple(key, nested), { maxLength: 4 }), fc.constantFrom('event', 'n', 'due', 'at'), scalar)
  .map(([ticket, moment, rest, last, value]) => [['id', ticket], ['at', moment], ...rest, [last, value]]);

const layout = fc.constantFrom(
  { colon: ':', comma: ',', open: '{', close: '}' },
  { colon: ': ', comma: ', ', open: '{', close: '}' },
  { colon: ' :\r\n', comma: '\n ,\t', open: '{\n', close: '\r}' },
);
const row = fc
  .record({
    members: fc.oneof({ weight: 5, arbitrary: usual }, { weight: 2, arbitrary: odd }),
    turn: fc.constantFrom(0, 0, 0, 1, 3),
    left: fc.constantFrom(-1, -1, -1, 1, 4, 6),
    layout,
  })
  .map(({ members, turn, left, layout: { colon, comma, open, close } }) => {
    const kept = members.filter((_, index) => index !== left);
    const turned = [...kept.slice(turn), ...kept.slice(0, turn)];
    return `${open}${turned.map(([name, value]) => `"${name}"${colon}${value}`).join(comma)}${close}`;
  });

const forms: readonly ((rows: readonly string[]) => readonly [text: string, path?: readonly string[]])[] = [
  (rows) => [rows.join('\n')],
  (rows) => [`[\n${rows.join(',\n')}\n]\n`],
  (rows) => [`[[${rows.join(',')}],[]]`],
  (rows) => [`{"n": 1, "data": {"rows": [${rows.join(' , ')}], "more": null}}`, ['data', 'rows']],
  (rows) => [rows.map((each) => `{"data": ${each}}`).join('\r\n'), ['data']],
];

test('whatever a row is, it is read as if it were parsed: the same log, findings, lines and tallies', async () => {
  const rowsTaken = { byLane: 0, asText: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...policies),
      fc.array(row, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(...forms),
      fc.constantFrom(65_536, 65_536, 500, 64, 7, 1),
      async (policy, rows, write, size) => {
        const [text, path = []] = write(rows);
        const sources = () => [source('a', text, size)];
        const { plain, reference, byLane, asText } = await readBothWays({ ...policy, rows: path }, sources);
        expect(plain).toEqual(reference);
        rowsTaken.byLane += byLane;
        rowsTaken.asText += asText;
      },
    ),
    { numRuns: 400, seed: 20_261_123 },
  );
  expect(rowsTaken.byLane).toBeGreaterThan(500);
  expect(rowsTaken.asText).toBeGreaterThan(500);
});

test('a file that breaks somewhere is told of in the same words, at the same place', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2, maxLength: 8 }),
      fc.constantFrom(...forms),
      fc.nat(),
      fc.oneof(fc.constantFrom(...BROKEN), fc.constantFrom('"', '\\', '{', '}', '[', ',', ':', '\u0001', '9')),
      fc.constantFrom(0, 1, 5),
      fc.constantFrom(65_536, 100),
      async (rows, write, place, fault, gone, size) => {
        const [text, path = []] = write(rows);
        const index = place % text.length;
        const broken = text.slice(0, index) + fault + text.slice(index + gone);
        const { plain, reference, byLane } = await readBothWays({ ...events, rows: path }, () => [
          source('a', broken, size),
        ]);
        expect(plain).toEqual(reference);
        taken += byLane;
      },
    ),
    { numRuns: 400, seed: 20_261_124 },
  );
  expect(taken).toBeGreaterThan(250);
});
