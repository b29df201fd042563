import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindPerson, Person } from '../../src/domain/person.ts';
import type { Condition, Objective, Policy } from '../../src/domain/policy.ts';
import type { Breakdown } from '../../src/domain/report.ts';
import type { Period } from '../../src/domain/time.ts';
import type { Charged, Verdict } from '../../src/domain/verdict.ts';
import { dimensionNames } from '../../src/figures/dimensions.ts';
import { type Collector, collect, type Scope } from '../../src/figures/figures.ts';
import { personFinder } from '../../src/people/roster.ts';
import { blockOf } from './block-of.ts';
import type { Made } from './made-tickets.ts';
import { at, clock, HOUR, MINUTE, october, policy, resolution, response, target } from './verdicts.ts';

// What is made of runs in blocks is what is made of the same runs as verdicts, to the byte.

const DAY = 24 * HOUR;
const asOf = at('2026-12-10 12:00');
const FIELDS = ['channel', 'assignee', 'region'] as const;

const targets = [target('fast', HOUR), target('slow', 8 * HOUR)];
const clocks = [
  { ...response, targets, charge: [{ kind: 'field', field: 'region', as: 'department' }, { kind: 'holder' }] as const },
  clock('next_response', {
    ...{ kind: 'next_response', targets, attain: 90, month: 'created' },
    charge: [{ kind: 'unit', unit: 'team' }, { kind: 'stopper' }],
  }),
  { ...resolution, targets, severity: response.severity },
  clock('approval', { kind: 'resolution', targets, month: 'stopped', charge: [] }),
  clock('progress', { ...{ kind: 'duty', targets, month: 'stopped' }, charge: [{ kind: 'nobody' }] }),
  clock('visit', { targets, charge: [{ kind: 'field', field: 'region', as: 'employee' }] }),
];

const person = (id: string, name: string, department: string, from = -Infinity, until = Infinity): Person => ({
  ...{ id, name, aliases: [], department, team: `${department} 1`, manager: 'Zhao', role: '' },
  employed: { start: from, end: until },
  place: { file: 'roster.csv' },
});
// Li moves to another department, and there are two Wangs from November on.
const roster = [
  person('E-1', 'Li', 'Repair', -Infinity, at('2026-10-16 00:00')),
  person('E-1', 'Li', 'Desk', at('2026-10-16 00:00')),
  person('E-2', 'Wang', 'Desk'),
  person('E-3', 'Wang', '', at('2026-11-01 00:00')),
];

const fields = fc.tuple(
  fc.constantFrom('phone', 'chat', ''),
  fc.constantFrom('Li', 'Wang', 'Chen', ''),
  fc.constantFrom('Nord', ''),
);
/** From the end of September to December; some exactly at the beginning of a month in Shanghai. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 70 * 24 }).map((hour) => at('2026-09-28 00:00') + hour * HOUR),
  fc.constantFrom('2026-09-30 16:00', '2026-10-31 16:00', '2026-11-01 00:00').map(at),
);
const length = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * MINUTE);

const round = fc.record({
  outcome: fc.constantFrom<Verdict['outcome']>('met', 'breached', 'breached', 'running', 'paused'),
  start: instant,
  lasted: length,
  isStopped: fc.boolean(),
  within: fc.constantFrom(...targets),
  due: length,
  settledLater: fc.constantFrom(0, 0, 14 * HOUR),
  elapsed: fc.option(length, { nil: undefined, freq: 20 }),
  wall: length,
  over: fc.option(length, { nil: undefined, freq: 20 }),
  severity: fc.constantFrom('minor', 'severe', undefined),
  gaps: fc.array(fc.tuple(fc.nat(100), fc.nat(40)), { maxLength: 2 }),
  fields,
  before: fc.option(fields, { nil: undefined }),
});
type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;

const contacts = fc.record(
  { replies: fc.nat(3), wasResolved: fc.boolean(), wasReopened: fc.boolean() },
  { requiredKeys: ['wasResolved', 'wasReopened'] },
);
const ticket = fc.record({
  createdAt: instant,
  lasted: length,
  fields,
  contacts,
  rounds: fc.tuple(...clocks.map(() => fc.array(round, { maxLength: 3 }))),
});
type Drawn = typeof ticket extends fc.Arbitrary<infer Value> ? Value : never;

/** As the court charges whoever held it when the time ran out (S24). */
function chargedWith(name: string, dueAt: number, find: FindPerson | undefined): Charged {
  if (name === '') return { kind: 'unassigned', to: '' };
  if (find === undefined) return { kind: 'employee', to: name };
  const match = find(name, dueAt);
  return match.kind === 'one'
    ? { kind: 'employee', to: match.person.id, name: match.person.name }
    : { kind: 'unmatched', to: name };
}

const names = new WeakMap<Verdict, string>();

function verdictOf(
  ticketId: string,
  index: number,
  cycle: number,
  drawn: Round,
  find: FindPerson | undefined,
): Verdict {
  const own = clocks[index] ?? response;
  const { outcome, start, lasted, within } = drawn;
  const isOver = outcome === 'met' || (outcome === 'breached' && drawn.isStopped && own.kind !== 'duty');
  const moment = (instantAt: number) => ({ grade: 'exact' as const, at: instantAt, latest: instantAt, row: 0 });
  const stop = isOver ? start + lasted : undefined;
  const dueAt = start + drawn.due;
  const decidedAt = outcome === 'breached' ? dueAt : stop;
  const gapAt = (hours: number) => ({ latestStart: start + hours * HOUR, latestEnd: start + hours * HOUR });
  const verdict: Verdict = {
    ticket: ticketId,
    run: {
      ...{ clock: own, cycle, pauses: [], certainty: 'exact', undoneStops: [], remarks: [] },
      gaps: drawn.gaps
        .toSorted(([a], [b]) => a - b)
        .map(([from, hours]) => ({ ...gapAt(from), start: start + from * HOUR, end: start + (from + hours) * HOUR })),
      start: moment(start),
      ...(stop !== undefined && { stop: moment(stop) }),
    },
    target: within,
    outcome,
    ...(outcome !== 'paused' && { dueAt }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(drawn.elapsed !== undefined && { elapsed: drawn.elapsed }),
    ...{ wall: drawn.wall, within: within.within.kind === 'duration' ? within.within.length : 0, fields: drawn.fields },
    ...(outcome === 'met' && drawn.before !== undefined && { fieldsBefore: drawn.before }),
    ...(outcome === 'breached' && {
      settledAt: dueAt + drawn.settledLater,
      charged: chargedWith(drawn.fields[1], dueAt, find),
      ...(drawn.over !== undefined && { over: drawn.over }),
      ...(drawn.severity !== undefined && own.severity.length > 0 && { severity: drawn.severity }),
    }),
    reason: '',
  };
  names.set(verdict, drawn.fields[1]);
  return verdict;
}

function madeOf(drawn: Drawn, index: number, find: FindPerson | undefined): Made {
  const id = `T-${index}`;
  return {
    ticket: {
      ...{ createdAt: drawn.createdAt, lastAt: drawn.createdAt + drawn.lasted, fields: drawn.fields },
      contacts: drawn.contacts,
    },
    verdicts: drawn.rounds.flatMap((rounds, which) =>
      rounds.map((each, cycle) => verdictOf(id, which, cycle + 1, each, find)),
    ),
  };
}

const objective = (id: string, when: Condition, by: readonly string[]): Objective => ({
  ...{ id, title: {}, clocks: ['first_response', 'resolution', 'progress'], when, atLeast: 90, by },
});
const onPhone: Condition = [
  { field: 'channel', kind: 'one-of', values: ['phone', ''] },
  { field: 'assignee', kind: 'one-of', values: ['Li', 'Chen', ''] },
];
const agreement: Policy = {
  ...policy(clocks, FIELDS),
  people: { path: 'roster.csv', place: { file: 'policy.yaml' } },
  objectives: [objective('all', [], []), objective('phone', onPhone, ['employee', 'channel', 'month'])],
};

function holds(condition: Condition, values: readonly string[]): boolean {
  return condition.every(
    (each) =>
      each.kind === 'one-of' && each.values.includes(values[(FIELDS as readonly string[]).indexOf(each.field)] ?? ''),
  );
}

const periods: (Period | undefined)[] = [
  undefined,
  october,
  { label: '2026-Q4', start: at('2026-09-30 16:00'), end: at('2026-12-31 16:00') },
];
const dimensions = dimensionNames(agreement);
const by: fc.Arbitrary<Breakdown[] | undefined> = fc.option(
  fc.array(
    fc.record({ by: fc.constantFrom(...dimensions), inner: fc.constantFrom(...dimensions) }, { requiredKeys: ['by'] }),
    { minLength: 1, maxLength: 3 },
  ),
  { nil: undefined },
);

const rows = { files: 1, rows: 0, used: 0, setAside: [], byFile: [] };
/** To the byte. */
const reported = (collector: Collector): string => JSON.stringify(collector.finish({ rows, findings: [] }), null, 1);

function scopeOf(
  find: FindPerson | undefined,
  { period, by: breakdowns, breachLines }: Pick<Wish, 'period' | 'by' | 'breachLines'>,
): Scope {
  return {
    ...{ asOf, holds, breachLines },
    ...(find !== undefined && { find }),
    ...(period !== undefined && { period }),
    ...(breakdowns !== undefined && { by: breakdowns }),
  };
}

function addBlock(collector: Collector, tickets: readonly Made[]): void {
  const { block, log } = blockOf(agreement, tickets, (verdict) => names.get(verdict) ?? '');
  collector.addBlock(block, log);
}

const drawn = fc.record({
  tickets: fc.array(ticket, { minLength: 1, maxLength: 12 }),
  isNamed: fc.boolean(),
  period: fc.constantFrom(...periods),
  by,
  breachLines: fc.boolean(),
  isFirstContactAsked: fc.boolean(),
});
type Wish = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

test('a report of blocks is the report of the same verdicts, whatever it is divided by and of whatever period', () => {
  fc.assert(
    fc.property(drawn, ({ tickets, isNamed, isFirstContactAsked, ...wish }) => {
      const find = isNamed ? personFinder(roster) : undefined;
      const rules = isFirstContactAsked ? { ...agreement, figures: { firstContact: onPhone } } : agreement;
      const made = tickets.map((each, index) => madeOf(each, index, find));
      const scope = scopeOf(find, wish);
      const [plain, blocks] = [collect(rules, scope), collect(rules, scope)];
      for (const each of made) plain.add(each.verdicts, each.ticket);
      expect(blocks.takesBlocks).toBe(true);
      addBlock(blocks, made);
      expect(reported(blocks)).toBe(reported(plain));
    }),
    { seed: 71, numRuns: 400 },
  );
});

test('what is not asked for changes nothing of the rest', () => {
  fc.assert(
    fc.property(drawn, ({ tickets, isNamed, isFirstContactAsked: _, ...wish }) => {
      const find = isNamed ? personFinder(roster) : undefined;
      const made = tickets.map((each, index) => madeOf(each, index, find));
      const scope = { ...scopeOf(find, wish), breachLines: false };
      const few = { ...scope, breachParties: false, trend: false, backlog: false };
      const [whole, plain, blocks] = [collect(agreement, scope), collect(agreement, few), collect(agreement, few)];
      for (const each of made) {
        whole.add(each.verdicts, each.ticket);
        plain.add(each.verdicts, each.ticket);
      }
      addBlock(blocks, made);
      const { trend, backlog, breachParties, highlights, ...others } = whole.finish({ rows, findings: [] });
      expect([trend, backlog, breachParties].every((each) => each !== undefined)).toBe(true);
      for (const collector of [plain, blocks]) {
        const { highlights: _madeOfLess, ...told } = collector.finish({ rows, findings: [] });
        expect(told).toEqual(others);
      }
    }),
    { seed: 73, numRuns: 150 },
  );
});

test('blocks of several logs, single verdicts and other parts come to one report', () => {
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.nat(3)), ({ tickets, isNamed, ...wish }, ways) => {
      const find = isNamed ? personFinder(roster) : undefined;
      const made = tickets.map((each, index) => madeOf(each, index, find));
      const scope = scopeOf(find, wish);
      const [plain, mixed, part] = [collect(agreement, scope), collect(agreement, scope), collect(agreement, scope)];
      for (const each of made) {
        plain.add(each.verdicts, each.ticket);
        const { value: way } = ways.next();
        if (way === 0) mixed.add(each.verdicts, each.ticket);
        if (way === 1) addBlock(mixed, [each]);
        if (way === 2) part.add(each.verdicts, each.ticket);
        if (way === 3) addBlock(part, [each]);
      }
      mixed.merge({ totals: structuredClone(part.totals) });
      expect(reported(mixed)).toBe(reported(plain));
    }),
    { seed: 72, numRuns: 150 },
  );
});

test('where a length of an objective’s own, a rating or another version of the policy is asked about, blocks say too little', () => {
  const takes = (more: Partial<Policy>, scope: Partial<Scope> = {}) =>
    collect({ ...agreement, ...more }, { asOf, ...scope }).takesBlocks;
  expect(takes({})).toBe(true);
  expect(takes({ objectives: [{ ...objective('day', [], []), within: DAY }] })).toBe(false);
  expect(takes({ consequences: { ...agreement.consequences, rating: 'channel' } })).toBe(false);
  expect(takes({ figures: { dissatisfied: onPhone } })).toBe(false);
  expect(takes({ earlier: [agreement] })).toBe(false);
  expect(takes({}, { placeOf: () => undefined })).toBe(false);
});
