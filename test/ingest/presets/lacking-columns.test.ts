import { expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import type { Records } from '../../../src/domain/policy.ts';
import { column, field, read, records, source, stamp } from '../exports.ts';

const optional = { isOptional: true } as const;

const using: Records = records({
  form: 'tickets',
  ticket: column('Number'),
  events: [
    { event: 'created', ...stamp('Opened') },
    { event: 'resolved', ...stamp('Resolved', { ...optional, alternatives: ['Solved'] }) },
  ],
  durations: [{ ...column('Waited'), ...optional, name: 'responded', after: 'created', unit: 'min', assume: 'start' }],
  fields: [
    field('urgency', 'Priority', optional),
    field('level', 'Priority', optional),
    field('customer', 'caller.name', optional),
  ],
});

async function lackingIn(...texts: readonly string[]) {
  const { value, diagnostics } = await read(using, ...texts.map((text, index) => source(`f${index}`, text)));
  expect(value).toBeDefined();
  const found = diagnostics.filter(({ code }) => code === 'lacking-column');
  return found.map(({ place, message, hint }) => ({
    at: `${place?.file}:${place?.line ?? ''}`,
    message: english(message),
    hint: english(hint ?? ''),
  }));
}

test.each([
  ['CSV', 'Number,Opened,Owner\nT1,2026-03-02 09:00:00,Bo\n', 'f0:1'],
  ['JSON', '[{"Number":"T1","Opened":"2026-03-02 09:00:00","Owner":"Bo"}]', 'f0:'],
])(
  '%s: one note for all columns that a file may lack, with what stays blank and what it has instead',
  async (_, text, at) => {
    const [note, ...more] = await lackingIn(text);
    expect(more).toEqual([]);
    expect(note?.at).toBe(at);
    for (const words of [
      '"Resolved" (event resolved)',
      '"Waited" (event responded)',
      '"Priority" (field urgency, field level)',
    ])
      expect(note?.message).toContain(words);
    expect(note?.hint).toContain('"Owner"');
    expect(note?.hint).not.toContain('"Opened"');
  },
);

test('a near miss of any of its names is offered, unless it is a column of something else', async () => {
  const [note] = await lackingIn('Number,Opened,Solvd,Prioritie\nT1,2026-03-02 09:00:00,,\n');
  expect(note?.hint).toContain('Did you mean "Solvd" for "Resolved"?');
  expect(note?.hint).toContain('Did you mean "Prioritie" for "Priority"?');
});

test('each file is told of by itself, and one that has everything, under whatever name, is not', async () => {
  const whole = 'Number,Opened,Solved,Waited,Priority,caller.name\nT1,2026-03-02 09:00:00,,,,\n';
  const notes = await lackingIn(
    whole,
    'Number,Opened\nT2,2026-03-02 09:00:00\n',
    'Number,Opened\nT3,2026-03-02 09:00:00\n',
  );
  expect(notes.map(({ at }) => at)).toEqual(['f1:1', 'f2:1']);
  expect(notes[0]?.hint).toBe('Every column that it has is read.');
});

test('in JSON a column that some row has is not lacking, nor is a part of what is read something else', async () => {
  const rows = [
    { Number: 'T1', Opened: '2026-03-02 09:00:00', Resolved: null, Waited: null, caller: { name: 'Bo', mail: 'b@x' } },
    { Number: 'T2', Opened: '2026-03-02 09:00:00', Priority: 'high' },
  ];
  expect(await lackingIn(JSON.stringify(rows))).toEqual([]);
  const [note] = await lackingIn(JSON.stringify(rows.slice(0, 1)));
  expect(note?.message).toContain('"Priority" (field urgency, field level)');
  expect(note?.hint).toBe('It has, and the policy does not name: "caller.mail".');
});

test('of very many columns that are not read only the first are listed', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `c${index}`);
  const [note] = await lackingIn(
    `Number,Opened,${many.join(',')}\nT1,2026-03-02 09:00:00,${many.map(() => '').join(',')}\n`,
  );
  expect(note?.hint).toContain('and 280 more');
});

test('a header of any length is looked through in no time', async () => {
  const many = Array.from({ length: 16_000 }, (_, index) => `column ${index}`);
  const before = performance.now();
  const notes = await lackingIn(`Number,Opened,${many.join(',')}\n`);
  expect(notes).toHaveLength(1);
  expect(performance.now() - before).toBeLessThan(5000);
});
