import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { runIn } from '../cli/made-world.ts';
import { evaluate, evaluateText } from './evaluate.ts';

// Every length here is checked against a count, minute by minute, that asks luxon what the wall clock shows.

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo'];
const OPEN = ['08:30-12:00', '13:00-17:30'];
const EXCLUDED = { from: '2026-03-27T10:00', until: '2026-03-30T11:00' };

const policy = (zone: string) => `slaudit: 1
name: property
timezone: ${zone}
records: {form: events, ticket: ticket, at: at, event: event, fields: {assignee: assignee, urgency: urgency}}
calendars:
  office: {hours: {mon-fri: [${OPEN.join(', ')}], sat: [22:00-02:00]}, holidays: [2026-03-31]}
exclusions:
  - {from: ${EXCLUDED.from}, until: ${EXCLUDED.until}, reason: storm, clocks: [open]}
clocks:
  open: {start: created, stop: resolved, pause: {from: paused, until: resumed}, calendar: office, targets: [{within: 6h}]}
  wall: {start: created, stop: resolved, pause: {from: paused, until: resumed}, targets: [{within: 6h}]}
  first_half: {start: created, stop: halfway, calendar: office, targets: [{within: 6h}]}
  second_half: {start: halfway, stop: resolved, calendar: office, targets: [{within: 6h}]}
  both_halves: {start: created, stop: resolved, calendar: office, targets: [{within: 6h}]}
`;

/** Minutes since the Thursday before Europe's clocks go forward. */
interface Story {
  readonly zone: string;
  readonly created: number;
  readonly resolved: number;
  readonly halfway: number;
  readonly pauses: readonly (readonly [from: number, until: number])[];
}

const MINUTE = 60_000;
const ORIGIN = Date.UTC(2026, 2, 26);
const LONGEST = 5 * 24 * 60;

const story: fc.Arbitrary<Story> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    marks: fc.uniqueArray(fc.integer({ min: 0, max: LONGEST }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ zone, marks }) => {
    const sorted = [...marks].sort((a, b) => a - b);
    const [created = 0, ...rest] = sorted;
    const resolved = rest.pop() ?? created;
    const pauses: [number, number][] = [];
    for (let index = 0; index + 1 < rest.length; index += 2) pauses.push([rest[index] ?? 0, rest[index + 1] ?? 0]);
    return { zone, created, resolved, halfway: rest[0] ?? resolved, pauses };
  });

const stamp = (minute: number) => new Date(ORIGIN + minute * MINUTE).toISOString().replace('.000', '');

function rowsOf({ created, resolved, halfway, pauses }: Story): string[] {
  return [
    `T,${stamp(created)},created,Li,normal`,
    ...pauses.flatMap(([from, until]) => [`T,${stamp(from)},paused,,`, `T,${stamp(until)},resumed,,`]),
    `T,${stamp(halfway)},halfway,,`,
    `T,${stamp(resolved)},resolved,,`,
  ];
}

const exportOf = (rows: readonly string[]) => `ticket,at,event,assignee,urgency\n${rows.join('\n')}\n`;

/** The naive reference: open minutes of the story that neither a pause nor the exclusion takes out. */
function countMinutes(tale: Story, { office, excluded }: { office: boolean; excluded: boolean }) {
  let minutes = 0;
  let dueAt: number | undefined;
  for (let minute = tale.created; minute < tale.resolved; minute++) {
    const local = DateTime.fromMillis(ORIGIN + minute * MINUTE, { zone: tale.zone });
    if (office && !isOpen(local)) continue;
    if (tale.pauses.some(([from, until]) => from <= minute && minute < until)) continue;
    if (excluded && isExcluded(local)) continue;
    minutes++;
    if (minutes === 6 * 60) dueAt = minute + 1;
  }
  return { seconds: minutes * 60, dueAt };
}

function isOpen(local: DateTime): boolean {
  const shown = local.toFormat('HH:mm');
  const belongsTo = shown < '02:00' ? local.minus({ hours: 3 }) : local;
  if (shown < '02:00') return belongsTo.weekday === 6 && belongsTo.toISODate() !== '2026-03-31';
  if (local.toISODate() === '2026-03-31') return false;
  if (local.weekday === 6) return shown >= '22:00';
  return local.weekday < 6 && OPEN.some((span) => span.slice(0, 5) <= shown && shown < span.slice(6));
}

function isExcluded(local: DateTime): boolean {
  const shown = local.toFormat("yyyy-MM-dd'T'HH:mm");
  return EXCLUDED.from <= shown && shown < EXCLUDED.until;
}

describe('lengths', () => {
  it('agree with a count minute by minute, in zones with and without daylight saving', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (tale) => {
        const records = await evaluate(policy(tale.zone), { 'a.csv': exportOf(rowsOf(tale)) });
        for (const [clock, options] of [
          ['open', { office: true, excluded: true }],
          ['wall', { office: false, excluded: false }],
        ] as const) {
          const record = records.find((each) => each['clock'] === clock);
          const expected = countMinutes(tale, options);
          expect(record?.['elapsed_s']).toBe(String(expected.seconds));
          expect(record?.['outcome']).toBe(expected.seconds > 6 * 3600 ? 'breached' : 'met');
          if (record?.['outcome'] === 'breached') expect(record['due_at']).toBe(stamp(expected.dueAt ?? Number.NaN));
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('of two halves add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (tale) => {
        const records = await evaluate(policy(tale.zone), { 'a.csv': exportOf(rowsOf(tale)) });
        const elapsed = (clock: string) => Number(records.find((each) => each['clock'] === clock)?.['elapsed_s'] ?? 0);
        expect(elapsed('first_half') + elapsed('second_half')).toBe(elapsed('both_halves'));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('never grow by another pause', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (tale) => {
        const elapsed = async (pauses: Story['pauses']) => {
          const records = await evaluate(policy(tale.zone), { 'a.csv': exportOf(rowsOf({ ...tale, pauses })) });
          return Number(records.find((each) => each['clock'] === 'open')?.['elapsed_s']);
        };
        expect(await elapsed(tale.pauses)).toBeLessThanOrEqual(await elapsed(tale.pauses.slice(1)));
      }),
      { seed: 2, numRuns: 30 },
    );
  });
});

describe('the same bytes come out', () => {
  const rows = [
    ...['created,Li,normal', 'paused,,', 'resumed,,urgent', 'resolved,,'].map(
      (rest, index) => `A,2026-03-26T0${index + 1}:00:00Z,${rest}`,
    ),
    // Two rows of one instant with two holders: only the content may say which comes last.
    'B,2026-03-26T01:00:00Z,created,Wang,normal',
    'B,2026-03-26T01:00:00Z,created,Zhou,urgent',
    'B,2026-03-26T09:30:00Z,resolved,,',
    'B,2026-03-26T09:30:00Z,halfway,,',
    'B,2026-03-26T09:30:00Z,halfway,,',
    'C,2026-03-27T01:00:00Z,created,,',
    'C,not a time,resolved,,',
    ',2026-03-27T01:00:00Z,created,,',
  ];

  it('however the rows are shuffled and spread over files', async () => {
    const whole = policy('Asia/Shanghai');
    const expected = await evaluateText(whole, { 'a.csv': exportOf(rows) });
    const report = async (files: Record<string, string>, ...names: string[]) => {
      const outcome = await runIn(
        { files: { 'policy.yaml': whole, ...files } },
        'report',
        '-p',
        'policy.yaml',
        '-f',
        'json',
        ...names,
      );
      expect(outcome.code).toBe(0);
      // How many files there are, which row stood where and from what the report was made is all that may differ.
      const told = JSON.parse(outcome.stdout, (key, value) =>
        key === 'lines' || key === 'provenance' ? undefined : value,
      );
      return JSON.stringify({ ...told, rows: { ...told.rows, files: 0, byFile: [] } });
    };
    const expectedReport = await report({ 'a.csv': exportOf(rows) }, 'a.csv');
    const [first, second] = [rows.slice(0, 6), rows.slice(6)];
    const shuffled = (part: string[]) => fc.shuffledSubarray(part, { minLength: part.length });
    await fc.assert(
      fc.asyncProperty(shuffled(first), shuffled(second), async (one, other) => {
        const files = { 'a.csv': exportOf(one), 'b.csv': exportOf(other) };
        expect(await evaluateText(whole, files)).toBe(expected);
        expect(await report(files, 'b.csv', 'a.csv')).toBe(expectedReport);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('whatever the zone and language of the machine', async () => {
    const expected = await evaluateText(policy('Europe/Berlin'), { 'a.csv': exportOf(rows) });
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Apia']) {
      process.env['TZ'] = zone;
      expect(await evaluateText(policy('Europe/Berlin'), { 'a.csv': exportOf(rows) })).toBe(expected);
    }
    delete process.env['TZ'];
  });
});
