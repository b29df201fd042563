import { describe, expect, test } from 'vitest';
import { policySchema } from '../../src/policy/json-schema.ts';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { unmark } from './marked.ts';

const DESK = `
ticket: Number
events:
  created: {column: [Opened, 创建时间], optional: false}
  resolved: Closed
durations:
  responded: {column: Waited, unit: min, after: created}
fields:
  status: State
  urgency: {column: Priority, values: {'1 - High': urgent}}
`;
const presets = new Map([['desk', DESK]]);

const CLOCKS = 'clocks:\n  resolution: {start: created, stop: resolved, within: 2h}\n';

function read(records: string, clocks = CLOCKS) {
  const { text, places } = unmark(`slaudit: 1\ntimezone: UTC\n${records}\n${clocks}`);
  const { value, diagnostics } = readPolicies([{ file: 'policy.yaml', text }], presets);
  return {
    records: value?.records,
    places: places.map(([line, column]) => `policy.yaml:${line}:${column}`),
    faults: diagnostics.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`),
    diagnostics,
  };
}

describe('a preset', () => {
  test.each(['records: desk', 'records: {preset: desk}'])('is what the policy says with %s', (text) => {
    const { records, faults } = read(text);
    expect(faults).toEqual([]);
    expect(records).toMatchObject({
      preset: 'desk',
      form: 'tickets',
      ticket: { column: 'Number', isOptional: true },
      events: [
        { event: 'created', column: 'Opened', alternatives: ['创建时间'] },
        { event: 'resolved', column: 'Closed' },
      ],
      durations: [{ name: 'responded', after: 'created', unit: 'min' }],
    });
  });

  test('names columns that a file may lack, but for those it says it cannot; the policy’s own must be there', () => {
    const { records } = read('records: {preset: desk, events: {closed: Shut, resolved: Ended}}');
    const optional = records?.events.map(({ column, isOptional }) => [column, isOptional]);
    expect(optional).toEqual([
      ['Opened', undefined],
      ['Ended', undefined],
      ['Shut', undefined],
    ]);
    expect(records?.fields.map(({ isOptional }) => isOptional)).toEqual([true, true]);
  });

  test('goes on where the policy only says what its values mean', () => {
    const { records } = read(
      'records: {preset: desk, fields: {status: {values: {New: open}}, urgency: {values: {Low: none}}}}',
    );
    expect(records?.fields).toMatchObject([
      { field: 'status', column: 'State', isOptional: true, values: new Map([['New', 'open']]) },
      {
        field: 'urgency',
        column: 'Priority',
        isOptional: true,
        values: new Map([
          ['1 - High', 'urgent'],
          ['Low', 'none'],
        ]),
      },
    ]);
  });

  test('gives way to what the policy says instead, and loses what it takes out', () => {
    const { records } = read('records: {preset: desk, ticket: Id, fields: {status: }}');
    expect(records?.ticket).toMatchObject({ column: 'Id' });
    expect(records?.ticket.isOptional).toBeUndefined();
    expect(records?.fields.map(({ field }) => field)).toEqual(['urgency']);
  });
});

describe('a column that only a preset names may be lacking, but not', () => {
  const optionalUnder = (clock: string, records = 'records: desk') => {
    const read_ = read(records, `clocks:\n  answer: {${clock}, within: 2h}\n`);
    expect(read_.faults).toEqual([]);
    const { events = [], durations = [], fields = [] } = read_.records ?? {};
    const named = [
      ...events.map((mapping) => [mapping.event, mapping] as const),
      ...durations.map((mapping) => [mapping.name, mapping] as const),
      ...fields.map((mapping) => [mapping.field, mapping] as const),
    ];
    return named.flatMap(([name, { isOptional }]) => (isOptional === true ? [name] : []));
  };

  test.each([
    [
      'where nothing else is asked',
      'start: created, stop: {first: true}',
      ['resolved', 'responded', 'status', 'urgency'],
    ],
    ['what a clock stops on', 'start: created, stop: resolved', ['responded', 'status', 'urgency']],
    ['a length that makes an event of a clock', 'start: created, stop: responded', ['resolved', 'status', 'urgency']],
    [
      'what a condition asks',
      'start: created, stop: {event: resolved, when: {status: Closed}}',
      ['responded', 'urgency'],
    ],
    ['what a state asks', 'start: created, stop: resolved, pause: {while: {urgency: urgent}}', ['responded', 'status']],
  ])('%s', (_, clock, optional) => {
    expect(optionalUnder(clock)).toEqual(optional);
  });

  test('what the author calls optional', () => {
    const records = 'records: {preset: desk, events: {resolved: {optional: true}}}';
    expect(optionalUnder('start: created, stop: resolved', records)).toContain('resolved');
  });
});

describe('complaints', () => {
  test.each([
    'records: {preset: ▲disk}',
    'records: ▲disk',
    'records: {preset: ▲disk, fields: {a: b}, unheard: of}',
    'records: {preset: ▲disk}\nrating: stars',
  ])('%s: a preset that does not exist is the only one', (text) => {
    const clocks = `${CLOCKS}  answer: {start: called, stop: {when: {status: done}}, charge: team, within: 1h}\n`;
    const { faults, places, diagnostics } = read(text, clocks);
    expect(faults).toEqual([`${places[0]} unknown-preset`]);
    expect(diagnostics[0]?.hint).toContain('Did you mean "desk"?');
  });

  test('about what the preset says are told at its name', () => {
    const { faults, places } = read(
      'records: {preset: ▲desk, events: {created: }}',
      CLOCKS.replace('created', 'resolved'),
    );
    expect(faults).toEqual([`${places[0]} unknown-event`]);
  });

  test('about what the policy says beside it are told where that stands', () => {
    const { faults, places } = read('records: {preset: desk, fields: {level: {▲colum: x}}}');
    expect(faults).toContain(`${places[0]} unknown-key`);
  });
});

test('the JSON Schema knows the names of presets', () => {
  const namesIn = ({ properties }: ReturnType<typeof policySchema>) =>
    properties?.['records']?.anyOf?.flatMap((each) => each.properties?.['preset']?.enum ?? []);
  expect(namesIn(policySchema(['desk', 'ledger']))).toEqual(['desk', 'ledger']);
  expect(namesIn(policySchema())).toEqual([]);
});
