import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, FlipKind } from '../../src/domain/comparison.ts';
import { runIn } from '../cli/made-world.ts';
import { evaluate, evaluateReport } from './evaluate.ts';

type Files = Readonly<Record<string, string>>;

async function compared(files: Files, ...options: readonly string[]): Promise<Comparison> {
  const outcome = await runIn({ files }, 'compare', ...options, '-f', 'json', '--quiet', 'tickets.csv');
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`);
  return JSON.parse(outcome.stdout) as Comparison;
}

/** A policy of one clock and what else is said of it; a ladder fines every breach. */
const policy = (clock: string, rest = '', records = '') => `slaudit: 1
name: compared
timezone: UTC
currency: CNY
records:
  form: events
  ticket: ticket
  at: at
  event: event
  actor: {column: who, role: role}
  fields: {assignee: assignee, urgency: urgency, department: department}
${records}calendars:
  office: {hours: {mon-fri: ["09:00-17:00"]}}
clocks:
${clock}ladders:
  - {id: fines, count: {breaches: {}}, per: employee, window: month, apply: each, tiers: [{at: 1, fine: 50}, {at: 2, fine: 100, repeat: true}]}
${rest}`;

const HEAD = 'ticket,at,event,who,role,assignee,urgency,department\n';
/** Thursday, 5 March 2026. */
const row = (time: string, event: string, rest = ',,,,') => `T,2026-03-05T${time}:00Z,${event},${rest}`;
const BY_LI = 'Wu,customer,Li,normal,desk';
const tickets = (...rows: readonly string[]) => `${HEAD}${rows.join('\n')}\n`;

interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly string[];
  readonly flip: FlipKind;
  /** Kind, and what stands on both sides. */
  readonly whys: readonly (readonly [kind: string, before: unknown, after: unknown])[];
}

const WORK = [row('09:00', 'created', BY_LI), row('12:00', 'resolved', 'Li,agent,,,')];
const clock = (more: string) => `  work: {start: created, stop: resolved, ${more}}\n`;

const PAIRS: readonly Pair[] = [
  {
    name: 'a shorter target',
    before: policy(clock('within: 4h')),
    after: policy(clock('within: 2h')),
    rows: WORK,
    flip: 'more',
    whys: [['target', 14_400, 7200]],
  },
  {
    name: 'a longer target is no reason for a breach that a calendar makes',
    // From 16:00 to 18:00 of the same day: one office hour of 1 h 30 min, then two hours of 1 h 45 min.
    before: policy(clock('within: 1h30m, calendar: office')),
    after: policy(clock('within: 1h45m')),
    rows: [row('16:00', 'created', BY_LI), row('18:00', 'resolved', 'Li,agent,,,')],
    flip: 'more',
    whys: [['calendar', 'office', '24x7']],
  },
  {
    name: 'a pause that no longer counts as one',
    before: policy(clock('within: 2h, pause: {from: paused, until: back}')),
    after: policy(clock('within: 2h')),
    rows: [row('09:00', 'created', BY_LI), row('09:30', 'paused'), row('11:00', 'back'), row('12:00', 'resolved')],
    flip: 'more',
    whys: [['pauses', 5400, 0]],
  },
  {
    name: 'excluded time',
    before: policy(
      clock('within: 2h'),
      'exclusions: [{from: 2026-03-05T09:00, until: 2026-03-05T11:00, reason: storm}]\n',
    ),
    after: policy(clock('within: 2h')),
    rows: WORK,
    flip: 'more',
    whys: [['exclusions', 7200, 0]],
  },
  {
    name: 'exactly on target',
    before: policy(clock('within: 3h')),
    after: policy(clock('within: 3h, boundary: exclusive')),
    rows: WORK,
    flip: 'more',
    whys: [['boundary', 'inclusive', 'exclusive']],
  },
  {
    name: 'another start',
    before: policy(clock('within: 2h').replace('start: created', 'start: accepted')),
    after: policy(clock('within: 2h')),
    rows: [WORK[0]!, row('11:00', 'accepted'), WORK[1]!],
    flip: 'more',
    whys: [['start', '2026-03-05T11:00:00Z', '2026-03-05T09:00:00Z']],
  },
  {
    name: 'another stop',
    before: policy(clock('within: 2h').replace('stop: resolved', 'stop: accepted')),
    after: policy(clock('within: 2h')),
    rows: [WORK[0]!, row('11:00', 'accepted'), WORK[1]!],
    flip: 'more',
    whys: [['stop', '2026-03-05T11:00:00Z', '2026-03-05T12:00:00Z']],
  },
  {
    name: 'what a reopening does',
    before: policy(clock('within: 4h, reopen: {on: reopened, rule: first}')),
    after: policy(clock('within: 4h, reopen: {on: reopened, rule: continue}')),
    rows: [...WORK, row('13:00', 'reopened'), row('15:00', 'resolved')],
    flip: 'more',
    whys: [['reopen', 'first', 'continue']],
  },
  {
    name: 'a round of its own is a run that the other policy does not have',
    before: policy(clock('within: 1h, reopen: {on: reopened, rule: first}')),
    after: policy(clock('within: 1h, reopen: {on: reopened, rule: cycle}')),
    rows: [...WORK, row('13:00', 'reopened'), row('15:00', 'resolved')],
    flip: 'more',
    whys: [['reopen', 'first', 'cycle']],
  },
  {
    name: 'a promise that one policy alone makes',
    before: policy(clock('within: 4h')),
    after: policy(`${clock('within: 4h')}  answer: {start: created, stop: resolved, within: 1h}\n`),
    rows: WORK,
    flip: 'more',
    whys: [['clock-only', null, 'answer']],
  },
  {
    name: 'tickets to which the promise does not apply',
    before: policy(clock('within: 1h, when: {urgency: urgent}')),
    after: policy(clock('within: 1h')),
    rows: WORK,
    flip: 'more',
    whys: [['when', null, null]],
  },
  {
    name: 'tickets that are out of scope',
    before: policy(clock('within: 1h'), '', '  include: {urgency: urgent}\n'),
    after: policy(clock('within: 1h')),
    rows: WORK,
    flip: 'more',
    whys: [['records', null, 'read']],
  },
  {
    name: 'what is still open',
    before: policy(clock('within: 1h, still_open: closed-only')),
    after: policy(clock('within: 1h')),
    rows: [WORK[0]!, row('11:00', 'noted')],
    flip: 'more',
    whys: [['still-open', 'closed-only', 'breached']],
  },
  {
    name: 'who is charged',
    before: policy(clock('within: 1h, charge: holder')),
    after: policy(clock('within: 1h, charge: department')),
    rows: WORK,
    flip: 'hands',
    whys: [['charge', 'holder', 'department']],
  },
  {
    name: 'it runs out when somebody else holds it',
    before: policy(clock('within: 1h')),
    after: policy(clock('within: 2h')),
    rows: [WORK[0]!, row('10:30', 'passed', ',,Wang,,'), WORK[1]!],
    flip: 'hands',
    whys: [['due', '2026-03-05T10:00:00Z', '2026-03-05T11:00:00Z']],
  },
  {
    name: 'other bands',
    before: policy(clock('within: 1h, severity: {minor: "<= 3h", major: "> 3h"}')),
    after: policy(clock('within: 1h, severity: {minor: "<= 1h", major: "> 1h"}')),
    rows: WORK,
    flip: 'severity',
    whys: [['severity', 'minor', 'major']],
  },
  {
    name: 'several at once',
    // 09:00 to 19:00 with a pause of 3 h: 8 − 3 = 5 h, then 10 h.
    before: policy(clock('within: 6h, calendar: office, pause: {from: paused, until: back}')),
    after: policy(clock('within: 4h')),
    rows: [row('09:00', 'created', BY_LI), row('10:00', 'paused'), row('13:00', 'back'), row('19:00', 'resolved')],
    flip: 'more',
    whys: [
      ['target', 21_600, 14_400],
      ['calendar', 'office', '24x7'],
      ['pauses', 10_800, 0],
    ],
  },
];

const MIRRORED: Readonly<Record<FlipKind, FlipKind>> = {
  more: 'fewer',
  fewer: 'more',
  hands: 'hands',
  severity: 'severity',
  outcome: 'outcome',
};

describe('why a verdict is another', () => {
  test.each(PAIRS)('$name', async ({ before, after, rows, flip, whys }) => {
    const files = { 'a.yaml': before, 'b.yaml': after, 'tickets.csv': tickets(...rows) };
    const { verdicts } = await compared(files, '-p', 'a.yaml', '-p', 'b.yaml');
    expect(verdicts?.changed).toBe(1);
    expect(verdicts?.flips[0]?.flip).toBe(flip);
    expect(verdicts?.flips[0]?.whys.map(({ kind, before: one, after: other }) => [kind, one, other])).toEqual(whys);
    const back = (await compared(files, '-p', 'b.yaml', '-p', 'a.yaml')).verdicts?.flips[0];
    expect(back?.flip).toBe(MIRRORED[flip]);
    expect(back?.whys.map(({ kind, before: one, after: other }) => [kind, other, one])).toEqual(whys);
  });

  test('an excuse that one policy knows of', async () => {
    const files = {
      'a.yaml': policy(clock('within: 1h')),
      'b.yaml': policy(clock('within: 1h'), 'excuses: excuses.csv\n'),
      'excuses.csv': 'ticket,clock,decision,by,at,reason\nT,work,excused,Chen,2026-03-06T09:00:00Z,storm\n',
      'tickets.csv': tickets(...WORK),
    };
    const options = ['-p', 'a.yaml', '-p', 'b.yaml', '--as-of', '2026-03-07'];
    const { verdicts, money } = await compared(files, ...options);
    expect(verdicts?.flips.map(({ flip, whys }) => [flip, whys])).toEqual([
      ['fewer', [{ kind: 'excuse', before: null, after: 'excused' }]],
    ]);
    expect(money?.lines.map(({ change, who, because }) => [change, who, because])).toEqual([
      ['disappears', 'Li', [{ ticket: 'T', clock: 'work', cycle: 1 }]],
    ]);
  });
});

// --- properties over made-up tickets and policies ---------------------------------------------------------------

interface Made {
  readonly within: string;
  readonly calendar: string;
  readonly isPaused: boolean;
  readonly charge: string;
  readonly boundary: string;
}

const policyOf = ({ within, calendar, isPaused, charge, boundary }: Made) =>
  policy(
    clock(
      `within: ${within}, calendar: ${calendar}, charge: ${charge}, boundary: ${boundary}` +
        (isPaused ? ', pause: {from: paused, until: back}' : ''),
    ),
  );

const made = fc.record({
  within: fc.constantFrom('1h', '2h', '3h'),
  calendar: fc.constantFrom('office', '24x7'),
  isPaused: fc.boolean(),
  charge: fc.constantFrom('holder', 'department'),
  boundary: fc.constantFrom('inclusive', 'exclusive'),
});

/** Starts, stops and pauses on half hours from 7:00 to 19:00, so that the boundary is met often. */
const ticket = fc.record({
  day: fc.integer({ min: 2, max: 8 }),
  halves: fc.uniqueArray(fc.integer({ min: 14, max: 38 }), { minLength: 2, maxLength: 4 }),
  who: fc.constantFrom('Li', 'Wang'),
});

function rowsOf(made: readonly { day: number; halves: readonly number[]; who: string }[]): string {
  const rows = made.flatMap(({ day, halves, who }, index) => {
    const sorted = halves.toSorted((a, b) => a - b);
    const [start = 14, ...rest] = sorted;
    const stop = rest.pop() ?? 38;
    const at = (half: number) =>
      `2026-03-0${day}T${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}:00Z`;
    const events = rest.map((half, turn) => `K${index},${at(half)},${turn === 0 ? 'paused' : 'back'},,,,,`);
    return [
      `K${index},${at(start)},created,Wu,customer,${who},normal,desk`,
      ...events,
      `K${index},${at(stop)},resolved,,,,,`,
    ];
  });
  return `${HEAD}${rows.join('\n')}\n`;
}

const RULES: Readonly<Record<string, keyof Made>> = {
  target: 'within',
  calendar: 'calendar',
  pauses: 'isPaused',
  charge: 'charge',
  boundary: 'boundary',
};

test('a policy compared with itself has no difference', async () => {
  await fc.assert(
    fc.asyncProperty(made, fc.array(ticket, { minLength: 1, maxLength: 6 }), async (one, all) => {
      const files = { 'a.yaml': policyOf(one), 'tickets.csv': rowsOf(all) };
      const { clocks, verdicts, parties, money } = await compared(files, '-p', 'a.yaml', '-p', 'a.yaml');
      expect(verdicts).toMatchObject({ changed: 0, whys: [], flips: [], leftOut: 0 });
      expect([parties, money?.parties, money?.lines]).toEqual([[], [], []]);
      for (const { attainment, breached, mean } of clocks) {
        expect([attainment.change ?? 0, breached.change ?? 0, mean.change ?? 0]).toEqual([0, 0, 0]);
      }
    }),
    { seed: 11, numRuns: 15 },
  );
});

test('what changes is what evaluate says differs, mirrored when the policies are swapped, and the money adds up', async () => {
  await fc.assert(
    fc.asyncProperty(made, made, fc.array(ticket, { minLength: 1, maxLength: 6 }), async (one, other, all) => {
      const exports = { 'tickets.csv': rowsOf(all) };
      const files = { 'a.yaml': policyOf(one), 'b.yaml': policyOf(other), ...exports };
      const there = await compared(files, '-p', 'a.yaml', '-p', 'b.yaml');
      const back = await compared(files, '-p', 'b.yaml', '-p', 'a.yaml');

      // Verdict by verdict, as the records of each policy have it.
      const [before, after] = [await evaluate(policyOf(one), exports), await evaluate(policyOf(other), exports)];
      const said = before.flatMap((mine) => {
        const theirs = after.find((each) => each['ticket'] === mine['ticket']);
        const [was, is] = [mine['outcome'] === 'breached', theirs?.['outcome'] === 'breached'];
        if (was !== is) return [[mine['ticket'], is ? 'more' : 'fewer']];
        return is && mine['charged_to'] !== theirs?.['charged_to'] ? [[mine['ticket'], 'hands']] : [];
      });
      const flips = there.verdicts?.flips ?? [];
      expect(flips.map(({ ticket: id, flip }) => [id, flip])).toEqual(said);

      // Only rules that differ are named, and every flip has one.
      for (const { whys } of flips) {
        expect(whys.length).toBeGreaterThan(0);
        for (const { kind } of whys) {
          const rule = RULES[kind];
          expect(rule === undefined ? kind : one[rule] !== other[rule]).toBe(rule === undefined ? 'due' : true);
        }
      }

      const mirrored = back.verdicts?.flips.map(({ flip, before: second, after: first, whys, ...rest }) => ({
        ...rest,
        flip: MIRRORED[flip],
        before: first,
        after: second,
        whys: whys.map((why) => ({ kind: why.kind, before: why.after, after: why.before })),
      }));
      expect(mirrored).toEqual(flips);
      expect(
        new Map(back.parties.map((each) => [each.name, [each.after, each.fewer, each.more, each.before]])),
      ).toEqual(new Map(there.parties.map((each) => [each.name, [each.before, each.more, each.fewer, each.after]])));

      // The difference of the sums of two reports is the sum of the differences.
      const fines = async (written: string) => {
        const report = await evaluateReport(written, exports);
        const totals = report.consequences?.totals.flatMap(({ sums }) => sums) ?? [];
        return totals.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
      };
      const difference = (await fines(policyOf(other))) - (await fines(policyOf(one)));
      const added = (sums: readonly { amount: { change: number | null } }[] = []) =>
        sums.reduce((sum, { amount }) => sum + (amount.change ?? 0), 0);
      expect([added(there.money?.totals), added(there.money?.parties)]).toEqual([difference, difference]);
      expect(added(back.money?.totals) + added(there.money?.totals)).toBe(0);
    }),
    { seed: 12, numRuns: 40 },
  );
});

test('of two periods a change of breaches is of volume and of rate, and both add up to it', async () => {
  const answers = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 9 });
  const simple = `slaudit: 1
timezone: UTC
records: {ticket: ticket, events: {created: created, resolved: resolved}}
clocks: {work: {start: created, stop: resolved, within: 1h}}
`;
  const rowsIn = (month: string, minutes: readonly number[]) =>
    minutes.map((each, index) => {
      const start = Date.parse(`2026-${month}-05T09:00:00Z`);
      return `${month}-${index},${new Date(start).toISOString()},${new Date(start + each * 60_000).toISOString()}`;
    });
  await fc.assert(
    fc.asyncProperty(answers, answers, async (earlier, later) => {
      const text = `ticket,created,resolved\n${[...rowsIn('09', earlier), ...rowsIn('10', later)].join('\n')}\n`;
      const files = { 'p.yaml': simple, 'tickets.csv': text };
      const { clocks, verdicts } = await compared(files, '-p', 'p.yaml', '--period', '2026-09', '--period', '2026-10');
      const late = (minutes: readonly number[]) => minutes.filter((each) => each > 60).length;
      const [was, is] = [late(earlier), late(later)];
      expect(verdicts).toBeNull();
      expect(clocks[0]?.breached).toEqual({ before: was, after: is, change: is - was });
      const volume = ((later.length - earlier.length) * was) / earlier.length;
      const rate = later.length * (is / later.length - was / earlier.length);
      expect(clocks[0]?.breachedBy?.volume).toBeCloseTo(volume, 3);
      expect(clocks[0]?.breachedBy?.rate).toBeCloseTo(rate, 2);
    }),
    { seed: 13, numRuns: 20 },
  );
});

describe('what cannot be compared is refused', () => {
  const files = { 'a.yaml': policy(clock('within: 1h')), 'tickets.csv': tickets(...WORK) };
  test.each([
    ['one policy and one period', ['-p', 'a.yaml', '--period', '2026-03']],
    ['one policy alone', ['-p', 'a.yaml']],
    ['two policies and two periods', ['-p', 'a.yaml', '-p', 'a.yaml', '--period', '2026-03', '--period', '2026-04']],
    ['three policies', ['-p', 'a.yaml', '-p', 'a.yaml', '-p', 'a.yaml']],
    ['standard input', ['-p', 'a.yaml', '-p', 'a.yaml', '-']],
    ['people who are numbered', ['-p', 'a.yaml', '-p', 'a.yaml', '--redact']],
  ])('%s: 64', async (_, options) => {
    expect((await runIn({ files }, 'compare', ...options, 'tickets.csv')).code).toBe(64);
  });

  test('a policy that is not there: 66', async () => {
    expect((await runIn({ files }, 'compare', '-p', 'a.yaml', '-p', 'b.yaml', 'tickets.csv')).code).toBe(66);
  });
});

test('records have a row for each figure, reason, verdict, party, sum and consequence', async () => {
  const files = {
    'a.yaml': policy(clock('within: 4h')),
    'b.yaml': policy(clock('within: 2h')),
    'tickets.csv': tickets(...WORK),
  };
  const outcome = await runIn({ files }, 'compare', '-p', 'a.yaml', '-p', 'b.yaml', '-f', 'csv', 'tickets.csv');
  const rows = parse(outcome.stdout, { columns: true }) as Record<string, string>[];
  const sections = new Set(rows.map(({ section }) => section));
  expect([...sections]).toEqual([
    ...['tickets', 'clock', 'group', 'why', 'verdict', 'party', 'money_total', 'money', 'consequence'],
  ]);
  expect(rows.find(({ section }) => section === 'verdict')).toMatchObject({
    ...{ ticket: 'T', clock: 'work', cycle: '1', what: 'more', why: 'target 14400 -> 7200' },
    ...{ before_outcome: 'met', after_outcome: 'breached', after_charged_to: 'Li' },
    lines: 'tickets.csv:2 tickets.csv:3',
  });
});

describe('findings of a comparison', () => {
  const TWO_MONTHS = `${HEAD}T,2026-03-05T09:00:00Z,created,,,Li,,
T,2026-03-05T10:00:00Z,resolved,Li,,,,
U,2026-04-06T09:00:00Z,created,,,Li,,
U,2026-04-06T12:00:00Z,resolved,Li,,,,
`;
  const excuses = 'ticket,clock,cycle,decision,by,at,reason,evidence\nU,work,1,excused,Wu,2026-04-07,storm,\n';
  const told = async (files: Files, ...options: string[]) => {
    const { code, stderr } = await runIn({ files }, 'compare', ...options, 'tickets.csv');
    return { code, codes: [...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, each]) => each), stderr };
  };

  test('what only an export cut in two has is not told, what a period has is', async () => {
    const files = {
      'p.yaml': policy(clock('within: 2h'), 'excuses: e.csv\n'),
      'e.csv': excuses,
      'tickets.csv': TWO_MONTHS,
    };
    const { codes } = await told(files, '-p', 'p.yaml', '--period', '2026-03', '--period', '2026-04');
    expect(codes).not.toContain('as-of-cut');
    expect(codes).not.toContain('excuse-unknown');
    expect(codes).toContain('data-ends-early');
    // Of its own the first month would tell of it; that a decision of April is on a breach of April it leaves alone, too.
    const { stderr } = await runIn({ files }, 'report', '-p', 'p.yaml', '--period', '2026-03', 'tickets.csv');
    expect(stderr).toContain('[as-of-cut]');
    expect(stderr).not.toContain('[excuse-unknown]');
  });

  test('what both policies find is told once, what one does with its name', async () => {
    const files = {
      'a.yaml': policy(clock('within: 2h'), 'excuses: e.csv\n'),
      'b.yaml': policy(clock('within: 4h'), 'excuses: e.csv\n'),
      'e.csv': `${excuses}X,work,1,excused,Wu,2026-04-07,storm,\n`,
      'tickets.csv': TWO_MONTHS,
    };
    // U is a breach of 2 h, and none of 4 h; there is no ticket X.
    const { codes, stderr } = await told(files, '-p', 'a.yaml', '-p', 'b.yaml');
    expect(codes.filter((each) => each === 'excuse-unknown')).toHaveLength(2);
    const [only = ''] = /^e\.csv:2:[^\n]*\n[^\n]*$/m.exec(stderr) ?? [];
    expect(only).toContain('Found under b.yaml only.');
    expect(/^e\.csv:3:[^\n]*\n[^\n]*$/m.exec(stderr)?.[0]).not.toContain('Found under');
  });
});
