import { expect, test } from 'vitest';
import type { Charged, Verdict } from '../../src/domain/verdict.ts';
import { type Contrast, collectSensitivity, type ReadingFacts } from '../../src/figures/sensitivity.ts';
import { at, october, verdict } from './verdicts.ts';

const exclusive: ReadingFacts = {
  reading: 'boundary: exclusive',
  question: 'S6',
  written: ['inclusive'],
  clocks: ['first_response'],
};
const asOf = at('2026-11-01 00:00');
const li: Charged = { to: 'Li', kind: 'employee' };
const wang: Charged = { to: 'Wang', kind: 'employee' };

function breach(ticket: string, charged: Charged | undefined, due = '2026-10-08 10:00', cycle = 1): Verdict {
  return verdict({ ticket, cycle, outcome: 'breached', start: due, due, ...(charged !== undefined && { charged }) });
}

function kept(ticket: string, cycle = 1): Verdict {
  return verdict({ ticket, cycle, outcome: 'met', start: '2026-10-08 09:00', stop: '2026-10-08 10:00' });
}

function contrast(written: readonly Verdict[], reread: readonly Verdict[]): Contrast[] {
  return [{ reading: 0, written, reread }];
}

function figuresOf(tickets: readonly (readonly [written: Verdict[], reread: Verdict[]])[], period = october) {
  const collector = collectSensitivity([exclusive], { asOf, period });
  for (const [written, reread] of tickets) collector.add(written, contrast(written, reread));
  return collector.finish()[0];
}

test('a verdict is one more, one fewer, or changes hands; what stays is not told', () => {
  // As written: B and C are Li's, D is nobody's. Then A is Li's too, B none, C Wang's, D as it was: 3 + 1 − 1.
  const figures = figuresOf([
    [[kept('A')], [breach('A', li)]],
    [[breach('B', li)], [kept('B')]],
    [[breach('C', li)], [breach('C', wang)]],
    [[breach('D', undefined)], [breach('D', undefined)]],
  ]);
  const flip = (ticket: string, shift: string) => ({ ticket, clock: 'first_response', cycle: 1, shift });
  expect(figures).toEqual({
    ...exclusive,
    ...{ breaches: 3, more: 1, fewer: 1, takenOver: 1, handedOn: 1, breachesThen: 3 },
    parties: [
      {
        ...{ kind: 'employee', name: 'Li' },
        // 2 + 1 − 1 − 1.
        ...{ breaches: 2, more: 1, fewer: 1, takenOver: 0, handedOn: 1, breachesThen: 1 },
        verdicts: [flip('A', 'more'), flip('B', 'fewer'), flip('C', 'handedOn')],
      },
      {
        ...{ kind: 'employee', name: 'Wang' },
        ...{ breaches: 0, more: 0, fewer: 0, takenOver: 1, handedOn: 0, breachesThen: 1 },
        verdicts: [flip('C', 'takenOver')],
      },
    ],
  });
});

test('a reading that changes nothing is told with zeros', () => {
  expect(figuresOf([[[breach('A', li)], [breach('A', li)]]])).toMatchObject({
    breaches: 1,
    more: 0,
    fewer: 0,
    parties: [],
  });
});

test('verdicts go together by their cycle; what has no record is no breach', () => {
  const figures = figuresOf([
    [
      [breach('A', li), kept('A', 2)],
      [kept('A'), breach('A', li, '2026-10-08 12:00', 2)],
    ],
    [[breach('B', li)], []],
  ]);
  expect(
    figures?.parties.map(({ verdicts }) => verdicts.map(({ ticket, cycle, shift }) => [ticket, cycle, shift])),
  ).toEqual([
    [
      ['A', 1, 'fewer'],
      ['A', 2, 'more'],
      ['B', 1, 'fewer'],
    ],
  ]);
});

test('in a period counts what the report counts there (S27): one that moves to another month is one fewer', () => {
  const moved: [Verdict[], Verdict[]][] = [
    [[breach('A', li, '2026-10-31 23:00')], [breach('A', li, '2026-11-01 00:00')]],
  ];
  const november = { label: '2026-11', start: october.end, end: at('2026-12-01 00:00') };
  expect(figuresOf(moved)).toMatchObject({ breaches: 1, more: 0, fewer: 1, breachesThen: 0 });
  expect(figuresOf(moved, november)).toMatchObject({ breaches: 0, more: 1, fewer: 0, breachesThen: 1 });
});

test('an employee and a department of one name are two, and the roster names its ids', () => {
  const find = (id: string) =>
    id === '017'
      ? { kind: 'one' as const, person: { ...{ id, name: '张敏', aliases: [], department: '', team: '' }, ...PERSON } }
      : { kind: 'none' as const };
  const collector = collectSensitivity([exclusive], { asOf, find });
  for (const [ticket, charged] of [
    ['A', { to: '017', kind: 'employee' }],
    ['B', { to: '017', kind: 'department' }],
  ] as const) {
    collector.add([kept(ticket)], contrast([kept(ticket)], [breach(ticket, charged)]));
  }
  expect(collector.finish()[0]?.parties).toMatchObject([
    { kind: 'department', name: '017', more: 1 },
    { kind: 'employee', name: '017', title: '张敏', more: 1 },
  ]);
});

const PERSON = {
  manager: '',
  role: '',
  employed: { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
  place: { file: 'roster.csv' },
};

test('parts that are merged equal the whole, in whatever order', () => {
  const tickets = [
    [[kept('A')], [breach('A', li)]],
    [[breach('B', wang)], [kept('B')]],
    [[breach('C', li)], [breach('C', wang)]],
  ] as const satisfies readonly (readonly [Verdict[], Verdict[]])[];
  const whole = figuresOf(tickets);
  const [one, other] = [
    collectSensitivity([exclusive], { asOf, period: october }),
    collectSensitivity([exclusive], { asOf, period: october }),
  ];
  for (const [index, [written, reread]] of tickets.toReversed().entries()) {
    (index === 0 ? one : other).add(written, contrast(written, reread));
  }
  one.merge(structuredClone({ totals: other.totals }));
  expect(one.finish()[0]).toEqual(whole);
});
