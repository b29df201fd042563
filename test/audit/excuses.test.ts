import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runIn } from '../cli/made-world.ts';
import type { Row } from './evaluate.ts';

// Tickets of one to three rounds of 1 to 3 h, each with 2 h, opened 9 o'clock and an hour after the last was solved.

const policy = (excuses: string) => `slaudit: 1
timezone: UTC
records: {form: events, ticket: ticket, at: at, event: event, fields: {assignee: who}}
${excuses}
clocks:
  round: {start: created, stop: done, reopen: {on: again, rule: cycle}, within: 2h}
  whole: {start: created, stop: done, reopen: {on: again, rule: continue}, within: 4h}
`;

const hour = (n: number) => new Date(Date.UTC(2026, 2, 5, 9 + n)).toISOString().replace('.000', '');

function rowsOf(ticket: string, rounds: readonly number[]): string {
  let at = 0;
  return rounds
    .map((length, index) => {
      const [start, end] = [at, at + length];
      at = end + 1;
      return `${ticket},${hour(start)},${index === 0 ? 'created' : 'again'},Li\n${ticket},${hour(end)},done,\n`;
    })
    .join('');
}

async function evaluate(tickets: string, excuses?: string): Promise<{ rows: Row[]; told: string }> {
  const files = {
    'policy.yaml': policy(excuses === undefined ? '' : 'excuses: excuses.csv'),
    ...(excuses !== undefined && { 'excuses.csv': excuses }),
    'a.csv': `ticket,at,event,who\n${tickets}`,
  };
  const { code, stdout, stderr } = await runIn({ files }, 'evaluate', '-p', 'policy.yaml', 'a.csv');
  expect(code).toBe(0);
  return { rows: parse(stdout, { columns: true }) as Row[], told: stderr };
}

const decision = fc.record({
  ticket: fc.constantFrom('A', 'B'),
  clock: fc.constantFrom('round', 'whole'),
  cycle: fc.constantFrom('', '1', '2', '3'),
});

test('applying an excuse changes no other record, and of that breach only its outcome and reason; else it is told', async () => {
  const rounds = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(rounds, rounds, decision, async (a, b, { ticket, clock, cycle }) => {
      const tickets = rowsOf('A', a) + rowsOf('B', b);
      const line = `ticket,clock,cycle,decision,by,at,reason\n${ticket},${clock},${cycle},excused,Zhou,2026-03-09,storm\n`;
      const [before, after] = [await evaluate(tickets), await evaluate(tickets, line)];
      const isMeant = (row: Row) =>
        row['ticket'] === ticket &&
        row['clock'] === clock &&
        (cycle === '' || row['cycle'] === cycle) &&
        row['outcome'] === 'breached';
      const expected = before.rows.map((row) =>
        isMeant(row) ? { ...row, outcome: 'excused', reason: 'excused: by Zhou, 2026-03-09, storm' } : row,
      );
      expect(after.rows).toEqual(expected);
      expect(after.told.includes('excuse-unknown')).toBe(!before.rows.some(isMeant));
    }),
    { seed: 13, numRuns: 40 },
  );
});
