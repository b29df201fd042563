import { describe, expect, test } from 'vitest';
import type { Records } from '../../src/domain/policy.ts';
import { reconstructor } from '../../src/timeline/reconstruct.ts';
import { groupRows } from '../../src/timeline/rows-by-ticket.ts';
import { column, field, readLog, records, source, stamp } from '../ingest/exports.ts';

const events = records({
  form: 'events',
  ticket: column('ticket'),
  at: stamp('at', { zone: 'UTC' }),
  event: column('event'),
  sequence: column('sequence'),
  fields: [field('status', 'status'), field('assignee', 'assignee')],
});

interface Told {
  /** `HH:MM event@line`, the facts of one step joined by `+`. */
  readonly steps: string[];
  /** `status/assignee` from each step on. */
  readonly values: string[];
  readonly contradictions: string[];
  readonly sequenceBreaks: number[];
  readonly repeated: number;
  readonly later: number;
}

async function tell(using: Records, text: string, asOf = '2026-03-31T00:00:00Z'): Promise<Told> {
  const log = await readLog(using, source('a.csv', text));
  const reconstruction = reconstructor(log, groupRows(log), Date.parse(asOf));
  const timeline = reconstruction.reconstruct(log.tickets.code('T') ?? -1);
  const steps: string[] = [];
  const values: string[] = [];
  for (let step = 0; step < timeline.stepCount; step++) {
    const facts: string[] = [];
    for (let fact = timeline.stepStart[step] ?? 0; fact < (timeline.stepStart[step + 1] ?? 0); fact++) {
      facts.push(`${timeline.text(timeline.factEvent[fact] ?? -1)}@${log.line.at(timeline.factRow[fact] ?? 0)}`);
    }
    steps.push(`${new Date(timeline.stepAt(step)).toISOString().slice(11, 16)} ${facts.join('+')}`);
    values.push(log.fields.map((_, index) => timeline.text(timeline.value(step, index))).join('/'));
  }
  return {
    steps,
    values,
    contradictions: reconstruction.contradictions.map(({ row }) => `line ${log.line.at(row)}`),
    sequenceBreaks: reconstruction.sequenceBreaks.map((row) => log.line.at(row)),
    repeated: timeline.repeatedRows,
    later: timeline.laterRows,
  };
}

const HEAD = 'ticket,at,event,sequence,status,assignee\n';

describe('form events', () => {
  test('facts stand in the order of time, and a value holds until the next one', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T11:00:00Z,resolved,,solved,\nT,2026-03-05T09:00:00Z,created,,open,Li\nT,2026-03-05T10:00:00Z,passed,,,Wang\n`,
    );
    expect(told.steps).toEqual(['09:00 created@3', '10:00 passed@4', '11:00 resolved@2']);
    expect(told.values).toEqual(['open/Li', 'open/Wang', 'solved/Wang']);
  });

  test('the facts of one instant are one step, ordered by what they say', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T09:00:00Z,replied,,,\nT,2026-03-05T09:00:00Z,assigned,,,Li\nT,2026-03-05T09:00:00Z,created,,open,\n`,
    );
    expect(told.steps).toEqual(['09:00 assigned@3+created@4+replied@2']);
    expect(told.values).toEqual(['open/Li']);
    expect(told.contradictions).toEqual([]);
  });

  test('a sequence parts the facts of one instant into steps; a fact without one comes first', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T09:00:00Z,b,10,closed,\nT,2026-03-05T09:00:00Z,c,9,open,\nT,2026-03-05T09:00:00Z,d,,new,\n`,
    );
    expect(told.steps).toEqual(['09:00 d@4', '09:00 c@3', '09:00 b@2']);
    expect(told.values).toEqual(['new/', 'open/', 'closed/']);
    expect(told.sequenceBreaks).toEqual([]);
  });

  test('a sequence that goes backwards while time goes on is told', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T09:00:00Z,a,5,,\nT,2026-03-05T10:00:00Z,b,4,,\nT,2026-03-05T11:00:00Z,c,6,,\n`,
    );
    expect(told.steps).toEqual(['09:00 a@2', '10:00 b@3', '11:00 c@4']);
    expect(told.sequenceBreaks).toEqual([3]);
  });

  test('two values of one field at one instant contradict each other; the greater text stands', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T09:00:00Z,created,,,Wang\nT,2026-03-05T09:00:00Z,created,,,Li\n`,
    );
    expect(told.values).toEqual(['/Wang']);
    expect(told.contradictions).toEqual(['line 2']);
  });

  test('rows that say the same count once, rows after the as-of instant not at all', async () => {
    const told = await tell(
      events,
      `${HEAD}T,2026-03-05T09:00:00Z,created,,,\nT,2026-03-05T09:00:00Z,created,,,\nT,2026-03-05T10:00:00Z,replied,,,\nT,2026-03-05T10:00:01Z,late,,,\n`,
      '2026-03-05T10:00:00Z',
    );
    expect(told.steps.map((step) => step.slice(0, 13))).toEqual(['09:00 created', '10:00 replied']);
    expect([told.repeated, told.later]).toEqual([1, 1]);
  });

  test('more facts than are sorted by insertion come out in order, too', async () => {
    const minutes = Array.from({ length: 50 }, (_, index) => (index * 37) % 50);
    const rows = minutes.map((minute) => `T,2026-03-05T09:${String(minute).padStart(2, '0')}:00Z,e${minute},,,\n`);
    const told = await tell(events, HEAD + rows.join(''));
    expect(told.steps.map((step) => step.slice(3, 5))).toEqual(
      Array.from({ length: 50 }, (_, minute) => String(minute).padStart(2, '0')),
    );
  });
});

describe('form tickets', () => {
  const using = records({
    form: 'tickets',
    ticket: column('ticket'),
    events: ['created', 'resolved'].map((event) => ({ event, ...stamp(event, { zone: 'UTC' }) })),
    fields: [field('status', 'status'), field('assignee', 'assignee')],
  });

  test('fields hold from before the first fact; blank columns are no facts', async () => {
    const told = await tell(using, 'ticket,created,resolved,status,assignee\nT,2026-03-05T09:00:00Z,,open,Li\n');
    expect(told.steps).toEqual(['09:00 created@2']);
    expect(told.values).toEqual(['open/Li']);
  });
});

describe('form changes', () => {
  const using = records({
    form: 'changes',
    ticket: column('ticket'),
    at: stamp('at', { zone: 'UTC' }),
    change: { field: column('field'), to: column('to'), from: column('from') },
    fields: [field('status', 'status'), field('assignee', 'assignee')],
  });

  test('the value before the first change is what that change says', async () => {
    const told = await tell(
      using,
      'ticket,at,field,from,to\nT,2026-03-05T09:00:00Z,status,new,open\nT,2026-03-05T10:00:00Z,assignee,Li,\n',
    );
    expect(told.steps).toEqual(['09:00 status@2', '10:00 assignee@3']);
    // Li held it from before the first row; at 10:00 nobody does.
    expect(told.values).toEqual(['open/Li', 'open/']);
  });
});
