import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceVerdict } from '../../src/domain/policy.ts';
import { collectSource, type SourceTicket, sayingOf } from '../../src/figures/source-verdicts.ts';
import { october, response, verdict } from './verdicts.ts';

const column: SourceVerdict = {
  column: 'late',
  clock: response.id,
  breached: ['yes'],
  met: ['no'],
  values: new Map(),
  place: { file: 'policy.yaml', line: 1 },
};
const scope = {
  period: october,
  clocks: [response],
  columns: [column],
  readings: [
    { parts: ['hours: 24x7'] as const },
    { parts: ['pauses: none'] as const },
    { parts: ['hours: 24x7', 'pauses: none'] as const },
  ],
  placeOf: (row: number) => `tickets.csv:${row}`,
};

const outcomes = ['met', 'breached', 'running', 'undecided'] as const;
type Outcome = (typeof outcomes)[number];

function judged(ticket: string, outcome: Outcome) {
  return verdict({
    ticket,
    outcome,
    start: '2026-10-08 09:00',
    ...(outcome === 'met' || outcome === 'undecided' ? { stop: '2026-10-08 10:00' } : {}),
    ...(outcome === 'breached' ? { due: '2026-10-08 10:00' } : {}),
  });
}

interface Told {
  readonly outcome: Outcome;
  readonly cell: string;
  /** Under each reading; `undefined`: it changes nothing on this ticket. */
  readonly reread: readonly (Outcome | undefined)[];
}

const told: fc.Arbitrary<Told> = fc.record({
  outcome: fc.constantFrom(...outcomes),
  cell: fc.constantFrom('yes', 'no', '', 'perhaps'),
  reread: fc.array(fc.option(fc.constantFrom(...outcomes), { nil: undefined }), { minLength: 3, maxLength: 3 }),
});

function ticketOf({ outcome, cell, reread }: Told, index: number): SourceTicket {
  const ticket = `T${String(index).padStart(3, '0')}`;
  const written = [judged(ticket, outcome)];
  return {
    ticket,
    verdicts: written,
    opinions: [{ text: cell, row: index }],
    contrasts: reread.flatMap((other, reading) =>
      other === undefined ? [] : [{ reading, written, reread: [judged(ticket, other)] }],
    ),
  };
}

function figuresOf(tickets: readonly SourceTicket[]) {
  const collector = collectSource(scope);
  for (const ticket of tickets) collector.add(ticket);
  return collector.finish();
}

test('parts merged equal the whole, in any order', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 30 }), fc.nat(), (all, seed) => {
      const tickets = all.map(ticketOf);
      const parts = [collectSource(scope), collectSource(scope)];
      for (const [index, ticket] of tickets.entries()) parts[(seed >> (index % 16)) & 1]?.add(ticket);
      const [one, other] = parts;
      if (one === undefined || other === undefined) throw new Error('two parts');
      // As another thread would send them.
      one.merge({ totals: structuredClone(other.totals) });
      expect(one.finish()).toEqual(figuresOf(tickets.toReversed()));
    }),
    { seed: 31, numRuns: 100 },
  );
});

test('counts are those of a count by hand, and only the simplest readings that turn a verdict explain it', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 20 }), (all) => {
      const [figures] = figuresOf(all.map(ticketOf)).clocks;
      const says = (cell: string) => (cell === 'yes' ? 'breached' : cell === 'no' ? 'met' : 'nothing');
      const both = all.filter(
        ({ outcome, cell }) => (outcome === 'met' || outcome === 'breached') && says(cell) !== 'nothing',
      );
      const apart = all.flatMap((each, index) => {
        const isBoth = both.includes(each);
        return isBoth && each.outcome !== says(each.cell)
          ? [{ ...each, ticket: `T${String(index).padStart(3, '0')}` }]
          : [];
      });
      const silent = all.filter(({ cell }) => says(cell) === 'nothing').length;
      expect([figures?.tickets, figures?.agree, figures?.disagree, figures?.silent, figures?.open]).toEqual([
        all.length,
        both.length - apart.length,
        apart.length,
        silent,
        all.length - both.length - silent,
      ]);
      const isThen = (cell: string, outcome: Outcome | undefined) =>
        outcome === says(cell) || (says(cell) === 'met' && outcome === 'running');
      const expected = apart.map(({ ticket, cell, reread }) => {
        const single = [0, 1].filter((reading) => isThen(cell, reread[reading]));
        return [ticket, single.length > 0 ? single : isThen(cell, reread[2]) ? [2] : []];
      });
      const found = figures?.rows.map(({ ticket, explanations }) => [
        ticket,
        explanations.map(({ parts }) => scope.readings.findIndex((each) => each.parts.join() === parts.join())),
      ]);
      expect(found).toEqual(expected);
      expect(figures?.unexplained).toBe(expected.filter(([, readings]) => readings?.length === 0).length);
    }),
    { seed: 32, numRuns: 200 },
  );
});

test('what is not listed is counted, whatever the order', () => {
  const tickets = Array.from({ length: 5 }, (_, index) =>
    ticketOf({ outcome: 'met', cell: 'yes', reread: [undefined, undefined, undefined] }, index),
  );
  const collector = collectSource({ ...scope, most: 2 });
  for (const ticket of tickets.toReversed()) collector.add(ticket);
  const [figures] = collector.finish().clocks;
  expect(figures).toMatchObject({ disagree: 5, unexplained: 5, leftOut: 3 });
  expect(figures?.rows.map(({ ticket }) => ticket)).toEqual(['T000', 'T001']);
});

test.each([
  ['yes', ['yes'], ['no'], 'breached'],
  ['Yes', ['yes'], ['no'], 'nothing'],
  ['', ['yes'], [''], 'met'],
  ['', ['*'], [], 'nothing'],
  ['-0:30', ['-*'], ['*'], 'breached'],
  ['0:30', ['-*'], ['*'], 'met'],
  ['-', ['-*'], ['-'], 'met'],
  ['*', ['*'], [], 'breached'],
])('%j, broken %j, kept %j: %s', (text, breached, met, saying) => {
  expect(sayingOf(text, { breached, met })).toBe(saying);
});
