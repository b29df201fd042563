import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceClock, SourceFigures } from '../../src/domain/source-figures.ts';
import { runIn } from '../cli/made-world.ts';
import { evaluate } from './evaluate.ts';

/** Rows of one ticket each; the last cell is the source's own flag. */
interface Written {
  readonly clock: string;
  readonly rest?: string;
}

const FLAG = '  verdict: {column: late, clock: work, breached: yes, met: no}\n';

const policy = ({ clock, rest = '' }: Written, flag = FLAG) => `slaudit: 1
timezone: UTC
records:
  form: events
  ticket: ticket
  at: at
  event: event
  actor: {column: who, role: role}
  fields: {urgency: urgency}
${flag}calendars:
  office: {hours: {mon-fri: ["09:00-17:00"]}, holidays: [2026-03-06]}
  weekdays: {hours: {mon-fri: ["09:00-17:00"]}}
clocks:
  work: {start: created, stop: resolved, ${clock}}
${rest}`;

/** Of the whole result the one clock. */
async function held(policyText: string, text: string, ...options: readonly string[]): Promise<SourceClock> {
  const files = { 'p.yaml': policyText, 'tickets.csv': text };
  const args = ['report', '-p', 'p.yaml', '--view', 'source', '-f', 'json', '--quiet', ...options, 'tickets.csv'];
  const outcome = await runIn({ files }, ...args);
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`);
  const [clock] = (JSON.parse(outcome.stdout) as SourceFigures).clocks;
  if (clock === undefined) throw new Error('no clock');
  return clock;
}

interface Made {
  readonly day: number;
  /** Half hours of the day. */
  readonly halves: readonly number[];
  readonly seconds: number;
  readonly urgency: string;
  readonly isByAgent: boolean;
}

/** Start, a pause, an answer by a robot or an agent, the end and the closing; now and then urgent only at the end. */
const made: fc.Arbitrary<Made> = fc.record({
  day: fc.integer({ min: 2, max: 9 }),
  halves: fc.uniqueArray(fc.integer({ min: 16, max: 28 }), { minLength: 6, maxLength: 6 }),
  seconds: fc.constantFrom(0, 20, 59),
  urgency: fc.constantFrom('normal', 'urgent'),
  isByAgent: fc.boolean(),
});

const HEAD = 'ticket,at,event,who,role,urgency,late\n';

function rowsOf(all: readonly Made[], flagOf: (ticket: string) => string): string {
  const rows = all.flatMap(({ day, halves, seconds, urgency, isByAgent }, index) => {
    const ticket = `K${String(index).padStart(2, '0')}`;
    const at = (half: number, second = 0) =>
      `2026-03-${String(day).padStart(2, '0')}T${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}:${String(second).padStart(2, '0')}Z`;
    const [created = 12, accepted = 13, paused = 14, back = 15, resolved = 16, closed = 17] = halves.toSorted(
      (a, b) => a - b,
    );
    return [
      `${ticket},${at(created)},created,Wu,customer,normal,`,
      `${ticket},${at(accepted)},accepted,Li,${isByAgent ? 'agent' : 'robot'},,`,
      `${ticket},${at(paused)},paused,Li,agent,,`,
      `${ticket},${at(back)},back,Li,agent,,`,
      `${ticket},${at(resolved, seconds)},resolved,Li,agent,,`,
      `${ticket},${at(closed)},closed,Li,agent,${urgency},${flagOf(ticket)}`,
    ];
  });
  return `${HEAD}${rows.join('\n')}\n`;
}

const PAUSE = 'pause: {from: paused, until: back}';
const TARGETS = 'targets: [{when: {urgency: urgent}, within: 1h}, {within: 4h}]';
const STORM = 'exclusions: [{from: 2026-03-03, until: 2026-03-05, reason: storm}]\n';

/** What the policy says, what the help desk does instead, and what it is called. */
const HABITS: readonly (readonly [habit: string, ours: Written, theirs: Written])[] = [
  ['hours: 24x7', { clock: 'within: 2h, calendar: weekdays' }, { clock: 'within: 2h' }],
  ['pauses: none', { clock: `within: 4h, ${PAUSE}` }, { clock: 'within: 4h' }],
  ['holidays: none', { clock: 'within: 2h, calendar: office' }, { clock: 'within: 2h, calendar: weekdays' }],
  ['exclusions: none', { clock: 'within: 4h', rest: STORM }, { clock: 'within: 4h' }],
  ['hours: 24x7,pauses: none', { clock: `within: 4h, calendar: weekdays, ${PAUSE}` }, { clock: 'within: 4h' }],
  ['stop: closed', { clock: 'within: 4h' }, { clock: 'within: 4h, stop: closed' }],
  ['start: created', { clock: 'within: 4h, start: accepted' }, { clock: 'within: 4h' }],
  [
    'stop: resolved',
    {
      clock: 'within: 4h, stop: accepted',
      rest: '  end: {kind: resolution, start: created, stop: resolved, within: 9h}\n',
    },
    { clock: 'within: 4h' },
  ],
  [
    'stop: anybody',
    { clock: 'within: 4h, stop: {event: accepted, by: {role: agent}}' },
    { clock: 'within: 4h, stop: accepted' },
  ],
  ['target: present', { clock: TARGETS }, { clock: 'present' }],
  ['boundary: exclusive', { clock: 'within: 4h' }, { clock: 'within: 4h, boundary: exclusive' }],
  ['units: minute', { clock: 'within: 4h' }, { clock: 'within: 4h0m59s' }],
  ['units: hour', { clock: 'within: 4h' }, { clock: 'within: 4h59m59s' }],
];

/** Keys of the map in which a later one stands for an earlier one. */
function settled(text: string): string {
  return text.replace(
    /work: \{start: created, stop: resolved, (.*)\}\n/,
    (_, more: string) =>
      `work: {${more.includes('start:') ? '' : 'start: created, '}${more.includes('stop:') ? '' : 'stop: resolved, '}${more}}\n`,
  );
}

describe('what a help desk does otherwise is found', () => {
  test.each(HABITS.map(([habit, ours, theirs]) => ({ habit, ours, theirs })))(
    '$habit',
    async ({ habit, ours, theirs }) => {
      let disagreements = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(made, { minLength: 8, maxLength: 14 }), async (all) => {
          // The flags are those of the policy that the help desk has in mind.
          const flags = new Map<string, string>();
          if (theirs.clock === 'present') {
            for (const [index, { halves, urgency, seconds }] of all.entries()) {
              const [created = 0, , , , resolved = 0] = halves.toSorted((a, b) => a - b);
              const minutes = (resolved - created) * 30 + seconds / 60;
              flags.set(
                `K${String(index).padStart(2, '0')}`,
                minutes > (urgency === 'urgent' ? 60 : 240) ? 'yes' : 'no',
              );
            }
          } else {
            const theirPolicy = settled(policy(theirs, ''));
            const verdicts = await evaluate(theirPolicy, { 'tickets.csv': rowsOf(all, () => '') });
            for (const { ticket = '', clock, outcome } of verdicts) {
              if (clock === 'work') flags.set(ticket, outcome === 'breached' ? 'yes' : 'no');
            }
          }
          const text = rowsOf(all, (ticket) => flags.get(ticket) ?? '');
          const clock = await held(settled(policy(ours)), text);

          // How many agree, counted from the records of evaluate.
          const own = await evaluate(settled(policy(ours)), { 'tickets.csv': text });
          const decided = own.filter(
            (each) => each['clock'] === 'work' && ['met', 'breached'].includes(each['outcome'] ?? ''),
          );
          const same = decided.filter(
            (each) => flags.get(each['ticket'] ?? '') === (each['outcome'] === 'breached' ? 'yes' : 'no'),
          );
          expect([clock.agree, clock.disagree]).toEqual([same.length, decided.length - same.length]);

          disagreements += clock.disagree;
          if (clock.disagree === 0) return;
          const found = clock.readings.find(({ parts }) => parts.join() === habit);
          // Each row is explained by it, or by something simpler; and nothing agrees better in whole.
          expect(clock.unexplained).toBe(0);
          for (const row of clock.rows) {
            const parts = row.explanations.map((each) => each.parts.join());
            if (habit.includes(',')) expect(parts.length).toBeGreaterThan(0);
            else expect(parts).toContain(habit);
          }
          if (found !== undefined) expect(found.agreement.numerator).toBe(found.agreement.denominator);
        }),
        { seed: 21, numRuns: 4 },
      );
      expect(disagreements).toBeGreaterThan(0);
    },
  );
});

const SIMPLE = (verdict: string) => `slaudit: 1
timezone: UTC
records:
  ticket: ticket
  events: {created: created, resolved: resolved}
  verdict: ${verdict}
clocks:
  work: {start: created, stop: resolved, within: 1h}
`;
const at = (time: string) => `2026-03-05T${time}:00Z`;

describe('what the source says', () => {
  test('cells mean what the policy says they mean, to the letter; others say nothing', async () => {
    const text = `ticket,created,resolved,left
A,${at('09:00')},${at('09:30')},0:30
B,${at('09:00')},${at('11:00')},-1:00
C,${at('09:00')},${at('11:00')},
D,${at('09:00')},${at('11:00')},unknown
`;
    const clock = await held(SIMPLE('{column: left, clock: work, breached: "-*", met: ["0:30", "1:30"]}'), text);
    expect(clock).toMatchObject({ tickets: 4, agree: 2, disagree: 0, silent: 2, open: 0 });
    expect(clock.cells).toEqual([
      { text: '', says: 'nothing', tickets: 1 },
      { text: '-1:00', says: 'breached', tickets: 1 },
      { text: '0:30', says: 'met', tickets: 1 },
      { text: 'unknown', says: 'nothing', tickets: 1 },
    ]);
  });

  test('a blank cell can mean something, and so can any that is not blank', async () => {
    const text = `ticket,created,resolved,left
A,${at('09:00')},${at('09:30')},
B,${at('09:00')},${at('11:00')},x
`;
    const clock = await held(SIMPLE('{column: left, clock: work, breached: "*", met: ""}'), text);
    expect(clock).toMatchObject({ tickets: 2, agree: 2, disagree: 0, silent: 0 });
  });

  test('a ticket counts in the period in which one of its runs does', async () => {
    const text = `ticket,created,resolved,left
A,2026-02-27T09:00:00Z,2026-02-27T09:30:00Z,no
B,${at('09:00')},${at('11:00')},no
`;
    const clock = await held(
      SIMPLE('{column: left, clock: work, breached: yes, met: no}'),
      text,
      '--period',
      '2026-03',
    );
    expect(clock).toMatchObject({ tickets: 1, agree: 0, disagree: 1 });
    expect(clock.rows[0]).toMatchObject({
      ticket: 'B',
      line: 'tickets.csv:3',
      says: 'no',
      theirs: 'met',
      ours: 'breached',
    });
  });

  test('of many rows the last that says anything stands, whatever the order of rows', async () => {
    const text = (rows: readonly string[]) => `ticket,at,event,late\n${rows.join('\n')}\n`;
    const events = `slaudit: 1
timezone: UTC
records: {ticket: ticket, at: at, event: event, verdict: {column: late, clock: work, breached: yes, met: no}}
clocks: {work: {start: created, stop: resolved, within: 1h}}
`;
    const rows = [
      `A,${at('09:00')},created,no`,
      `A,${at('11:00')},resolved,yes`,
      `A,${at('11:30')},noted,`,
      `A,${at('11:45')},noted,`,
    ];
    const clock = await held(events, text(rows));
    expect(clock).toMatchObject({ agree: 1, disagree: 0 });
    expect(await held(events, text(rows.toReversed()))).toEqual(clock);
    // As of 10:30 only the first row is known.
    expect(await held(events, text(rows), '--as-of', '2026-03-05T10:30')).toMatchObject({ agree: 0, disagree: 1 });
  });

  test('records have a row in whole, a row for each reading, and one for each disagreement', async () => {
    const text = `ticket,created,resolved,left\nA,${at('09:00')},${at('10:00')},yes\nB,${at('09:00')},${at('09:30')},no\n`;
    const files = {
      'p.yaml': SIMPLE('{column: left, clock: work, breached: yes, met: no}'),
      'tickets.csv': text,
    };
    const outcome = await runIn({ files }, 'report', '-p', 'p.yaml', '--view', 'source', '-f', 'csv', 'tickets.csv');
    const rows = parse(outcome.stdout, { columns: true }) as Record<string, string>[];
    expect(
      rows.map(({ ticket, explanations, tickets, agree, disagree, explains, would_agree }) => [
        ...[ticket, explanations, tickets, agree, disagree, explains, would_agree],
      ]),
    ).toEqual([
      ['', '', '2', '1', '1', '1', ''],
      ['', 'boundary: exclusive', '', '', '', '1', '2'],
      ['A', 'boundary: exclusive', '', '', '', '', ''],
    ]);
  });
});
