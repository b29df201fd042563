import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runIn } from '../cli/made-world.ts';
import { evaluateReport, type Row } from './evaluate.ts';

/** How a policy may be written; what is not told is left to its default. */
interface Written {
  readonly boundary?: string;
  readonly reopen?: string;
  readonly created_by_agent?: string;
  readonly unanswered?: string;
  readonly change?: string;
}

const policy = ({ boundary, reopen, created_by_agent, unanswered, change }: Written) => `slaudit: 1
name: sensitivity
timezone: UTC
records:
  form: events
  ticket: ticket
  at: at
  event: event
  actor: {column: who, role: role}
  fields: {assignee: assignee, urgency: urgency}
calendars:
  office: {hours: {mon-fri: [09:00-17:00]}}
clocks:
  first_response:
    kind: response
    start: created
    stop: {event: replied, by: {role: agent}}
    within: 1h
    boundary: ${boundary ?? 'inclusive'}
    created_by_agent: ${created_by_agent ?? 'normal'}
    unanswered: ${unanswered ?? 'resolution'}
  resolution:
    start: created
    stop: resolved
    calendar: office
    reopen: {on: reopened, rule: ${reopen ?? 'continue'}}
    boundary: ${boundary ?? 'inclusive'}
    change: ${change ?? 'at-instant'}
    targets:
      - {when: {urgency: urgent}, within: 2h}
      - {within: 6h}
`;

const exportOf = (rows: readonly string[]) => `ticket,at,event,who,role,assignee,urgency\n${rows.join('\n')}\n`;

/** A row of Thursday, 5 March 2026. To the minute, S6 would be undecided. */
const row = (time: string, event: string, rest = ',,,') =>
  `T,2026-03-05T${time.length === 5 ? `${time}:00` : time}Z,${event},${rest}`;
const BY_CUSTOMER = 'Wu,customer,Li,normal';
const ANSWERED = row('09:05', 'replied', 'Li,agent,,');

/** `clock cycle`: who answers for its breach. */
type Breaches = Readonly<Record<string, string>>;

interface Story {
  readonly claim: string;
  readonly key: keyof Written;
  readonly rows: readonly string[];
  /** By value of the key, worked out by hand. */
  readonly breaches: Readonly<Record<string, Breaches>>;
}

const stories: readonly Story[] = [
  {
    claim: 'S6: answered after exactly 1 h',
    key: 'boundary',
    rows: [row('09:00', 'created', BY_CUSTOMER), row('10:00', 'replied', 'Li,agent,,'), row('10:30', 'resolved')],
    breaches: { inclusive: {}, exclusive: { 'first_response 1': 'Li' } },
  },
  {
    // Together 1 h + 5 h 30 min of 6 h; each round by itself is in time.
    claim: 'S15: two rounds that are too long only together',
    key: 'reopen',
    rows: [
      row('09:00', 'created', BY_CUSTOMER),
      ANSWERED,
      row('10:00', 'resolved'),
      row('11:00', 'reopened'),
      row('16:30', 'resolved'),
    ],
    breaches: { continue: { 'resolution 1': 'Li' }, first: {}, cycle: {}, reset: {} },
  },
  {
    // 1 h, then 7 h: 10:00-17:00. `cycle` breaks the second round; `reset` forgets the first, so that it is the first.
    claim: 'S15: a kept round and a broken one',
    key: 'reopen',
    rows: [
      row('09:00', 'created', BY_CUSTOMER),
      ANSWERED,
      row('10:00', 'resolved'),
      row('10:00:01', 'reopened'),
      row('17:00', 'resolved'),
    ],
    breaches: {
      continue: { 'resolution 1': 'Li' },
      first: {},
      cycle: { 'resolution 2': 'Li' },
      reset: { 'resolution 1': 'Li' },
    },
  },
  {
    claim: 'S18: opened by an agent who replies after 2 h',
    key: 'created_by_agent',
    rows: [
      row('09:00', 'created', 'Li,agent,Li,normal'),
      row('11:00', 'replied', 'Li,agent,,'),
      row('12:00', 'resolved'),
    ],
    breaches: { normal: { 'first_response 1': 'Li' }, met: {}, 'not-applicable': {} },
  },
  {
    claim: 'S19: resolved within the hour by somebody who never replied',
    key: 'unanswered',
    rows: [row('09:00', 'created', BY_CUSTOMER), row('09:30', 'resolved')],
    breaches: { resolution: {}, none: { 'first_response 1': 'Li' } },
  },
  {
    // Urgent at 12:00 after 3 h, resolved at 13:00: 4 h of 6 h, 4 h of 2 h, or 1 h of 2 h. Wang's from 11:30; by `at-stop` and
    // `retroactive` 2 h were used up at 11:00, when it was Li's.
    claim: 'S21: raised midway',
    key: 'change',
    rows: [
      row('09:00', 'created', BY_CUSTOMER),
      ANSWERED,
      row('11:30', 'handed', ',,Wang,'),
      row('12:00', 'raised', ',,,urgent'),
      row('13:00', 'resolved'),
    ],
    breaches: {
      'at-instant': { 'resolution 1': 'Wang' },
      'at-start': {},
      'at-stop': { 'resolution 1': 'Li' },
      restart: {},
      retroactive: { 'resolution 1': 'Li' },
    },
  },
  {
    // Urgent from 09:00: 2 h are used up at 11:00. Lowered at 11:30, resolved at 12:00: 3 h of 6 h.
    claim: 'S21: lowered after it broke',
    key: 'change',
    rows: [
      row('09:00', 'created', 'Wu,customer,Li,urgent'),
      ANSWERED,
      row('11:30', 'lowered', ',,,normal'),
      row('12:00', 'resolved'),
    ],
    breaches: {
      'at-instant': { 'resolution 1': 'Li' },
      'at-start': { 'resolution 1': 'Li' },
      'at-stop': {},
      restart: { 'resolution 1': 'Li' },
      retroactive: { 'resolution 1': 'Li' },
    },
  },
];

/** Each flip as a line, in order: `Li more T first_response 1`. */
function flipsBetween(before: Breaches, then: Breaches): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(then)])]
    .flatMap((verdict) => {
      const [from, to] = [before[verdict], then[verdict]];
      if (from === to) return [];
      if (from === undefined) return [`${to} more ${verdict}`];
      if (to === undefined) return [`${from} fewer ${verdict}`];
      return [`${from} handedOn ${verdict}`, `${to} takenOver ${verdict}`];
    })
    .sort();
}

type Sensitivity = NonNullable<Awaited<ReturnType<typeof evaluateReport>>['sensitivity']>;

function flipsOf(
  { parties }: Sensitivity[number],
  named: (flip: { ticket: string; clock: string; cycle: number }) => string,
) {
  return parties.flatMap(({ name, verdicts }) => verdicts.map((flip) => `${name} ${flip.shift} ${named(flip)}`)).sort();
}

describe.each(stories)('$claim', ({ key, rows, breaches }) => {
  test.each(Object.keys(breaches))('written as %s, each other reading flips what it should', async (written) => {
    const files = { 'a.csv': exportOf(rows) };
    const report = await evaluateReport(policy({ [key]: written }), files, '--sensitivity', '--as-of', '2026-03-31');
    const others = Object.keys(breaches).filter((value) => value !== written);
    const listed = report.sensitivity?.filter(({ reading }) => reading.startsWith(`${key}: `)) ?? [];
    expect(listed.map(({ reading }) => reading)).toEqual(others.map((value) => `${key}: ${value}`));
    for (const [index, value] of others.entries()) {
      const [before = {}, then = {}] = [breaches[written], breaches[value]];
      const shown = listed[index];
      expect(shown && flipsOf(shown, ({ clock, cycle }) => `${clock} ${cycle}`)).toEqual(flipsBetween(before, then));
      expect(shown).toMatchObject({
        written: [written],
        breaches: Object.keys(before).length,
        breachesThen: Object.keys(then).length,
      });
    }
  });
});

const VERSIONS = (key: string) => `slaudit: 1
name: old
timezone: UTC
records: {form: tickets, ticket: ticket, events: {created: created, resolved: resolved}, fields: {assignee: assignee}}
clocks: {resolution: {start: created, stop: resolved, within: 1h}}
---
slaudit: 1
name: new
effective: 2026-03-01
${key}
timezone: UTC
records: {form: tickets, ticket: ticket, events: {created: created, resolved: resolved}, fields: {assignee: assignee}}
clocks: {resolution: {start: created, stop: resolved, within: 2h, boundary: exclusive}}
`;

describe('versions of a policy', () => {
  // T-1 under the old version, after exactly 1 h; T-2 under the new one, after exactly 2 h; T-3 from one into the other, 1 h 30 min.
  const files = {
    'a.csv': [
      'ticket,created,resolved,assignee',
      'T-1,2026-02-05T09:00:00Z,2026-02-05T10:00:00Z,Li',
      'T-2,2026-03-05T09:00:00Z,2026-03-05T11:00:00Z,Li',
      'T-3,2026-02-28T23:30:00Z,2026-03-01T01:00:00Z,Li',
      '',
    ].join('\n'),
  };
  const flips = async (key: string) => {
    const { sensitivity = [] } = await evaluateReport(VERSIONS(key), files, '--sensitivity');
    return sensitivity.map((figures) => [figures.reading, ...flipsOf(figures, ({ ticket }) => ticket)]);
  };

  test('are each read otherwise where they are not written so', async () => {
    expect(await flips('')).toEqual([
      ['boundary: inclusive', 'Li fewer T-2'],
      ['boundary: exclusive', 'Li more T-1'],
    ]);
  });

  test('bring other targets midway where each instant has its own (S32, S21): T-3 breaks at 00:30 of 2 h only by the old', async () => {
    // As written 1 h of the old version is used up at 00:30, when 2 h of the new one hold: kept. By `at-start` it is broken.
    expect(await flips('version: at-breach')).toEqual([
      ['boundary: inclusive', 'Li fewer T-2'],
      ['boundary: exclusive', 'Li more T-1'],
      ['change: at-start', 'Li more T-3'],
      ['change: at-stop'],
      ['change: restart'],
      ['change: retroactive'],
    ]);
  });
});

// --- against judging twice ------------------------------------------------------------------------------------

const VALUES = {
  boundary: ['inclusive', 'exclusive'],
  reopen: ['continue', 'first', 'cycle', 'reset'],
  created_by_agent: ['normal', 'met', 'not-applicable'],
  unanswered: ['resolution', 'none'],
  change: ['at-instant', 'at-start', 'at-stop', 'restart', 'retroactive'],
} as const satisfies Record<keyof Written, readonly string[]>;

const written: fc.Arbitrary<Written> = fc.record({
  boundary: fc.constantFrom(...VALUES.boundary),
  reopen: fc.constantFrom(...VALUES.reopen),
  created_by_agent: fc.constantFrom(...VALUES.created_by_agent),
  unanswered: fc.constantFrom(...VALUES.unanswered),
  change: fc.constantFrom(...VALUES.change),
});

/** Half hours from Tuesday, 31 March 2026, 12:00 on, so that the end of the month and of a target are often hit. */
const ORIGIN = Date.UTC(2026, 2, 31, 12);

const step = fc.record({
  halves: fc.integer({ min: 0, max: 7 }),
  event: fc.constantFrom('replied', 'resolved', 'resolved', 'reopened', 'reopened', 'changed'),
  who: fc.constantFrom('Li,agent', 'Wang,agent', 'Wu,customer'),
  assignee: fc.constantFrom('Li', 'Wang', '', '', ''),
  urgency: fc.constantFrom('urgent', 'normal', '', ''),
});
const tale = fc.record({
  start: fc.integer({ min: 0, max: 16 }),
  creator: fc.constantFrom('Li,agent', 'Wu,customer', 'Wu,customer'),
  urgency: fc.constantFrom('urgent', 'normal', 'normal'),
  steps: fc.array(step, { minLength: 1, maxLength: 7 }),
});

type Tale = typeof tale extends fc.Arbitrary<infer Told> ? Told : never;

function rowsOf(tales: readonly Tale[]): string[] {
  return tales.flatMap(({ start, creator, urgency, steps }, ticket) => {
    let half = start;
    const stamp = () => new Date(ORIGIN + half * 1_800_000).toISOString();
    const rows = [`T-${ticket},${stamp()},created,${creator},Li,${urgency}`];
    for (const { halves, event, who, assignee, ...changed } of steps) {
      half += halves;
      rows.push(`T-${ticket},${stamp()},${event},${who},${assignee},${changed.urgency}`);
    }
    return rows;
  });
}

/** The breaches behind a report of its own, as `ticket clock cycle` and who answers. */
async function breachesOf(text: string, csv: string, ...options: string[]): Promise<Record<string, string>> {
  const argv = ['report', '-p', 'policy.yaml', '--view', 'breaches', '-f', 'csv', ...options, 'a.csv'];
  const { code, stdout, stderr } = await runIn({ files: { 'policy.yaml': text, 'a.csv': csv } }, ...argv);
  expect(code, stderr).toBe(0);
  const lines = parse(stdout, { columns: true }) as Row[];
  return Object.fromEntries(
    lines.map((line) => [
      `${line['ticket']} ${line['clock']} ${line['cycle']}`,
      `${line['charged_kind']}:${line['charged_to']}`,
    ]),
  );
}

describe('every reading of every policy', () => {
  test.each([
    ['everything', 4],
    ['2026-03', 5],
    ['2026-04', 6],
  ])('flips what differs between two reports, of %s', async (period, seed) => {
    const options = period === 'everything' ? ['--as-of', '2026-04-03'] : ['--period', period];
    await fc.assert(
      fc.asyncProperty(written, fc.array(tale, { minLength: 20, maxLength: 30 }), async (keys, tales) => {
        const csv = exportOf(rowsOf(tales));
        const { sensitivity = [], breaches } = await evaluateReport(
          policy(keys),
          { 'a.csv': csv },
          '--sensitivity',
          ...options,
        );
        const expected = Object.entries(VALUES).flatMap(([key, values]) =>
          values.filter((value) => value !== keys[key as keyof Written]).map((value) => [key, value] as const),
        );
        expect(sensitivity.map(({ reading }) => reading)).toEqual(expected.map(([key, value]) => `${key}: ${value}`));

        const before = await breachesOf(policy(keys), csv, ...options);
        expect(breaches).toHaveLength(Object.keys(before).length);
        for (const [index, [key, value]] of expected.entries()) {
          const then = await breachesOf(policy({ ...keys, [key]: value }), csv, ...options);
          const figures = sensitivity[index];
          const flips = figures?.parties.flatMap(({ kind, name, verdicts }) =>
            verdicts.map(({ ticket, clock, cycle, shift }) => `${kind}:${name} ${shift} ${ticket} ${clock} ${cycle}`),
          );
          expect(flips?.sort()).toEqual(flipsBetween(before, then));
          expect(figures?.breachesThen).toBe(Object.keys(then).length);
        }
      }),
      { seed, numRuns: 6 },
    );
  });
});
