import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../audit/evaluate.ts';

const policy = (ambiguous: 'earlier' | 'later') => `slaudit: 1
timezone: Europe/Berlin
records: {form: tickets, ticket: t, events: {a: a, p: p, r: r, z: z}, time: {ambiguous: ${ambiguous}}}
clocks: {c: {start: a, stop: z, within: 50m, charge: nobody, pause: {from: p, until: r}}}`;

const MINUTE = 60_000;

/** Minutes of 2026-10-25 by the clocks of Berlin; 02:00 to 03:00 occurred at 00:00Z and again at 01:00Z. */
function instantsOf(local: number): readonly number[] {
  const summer = Date.UTC(2026, 9, 24, 22, local);
  return local < 120 ? [summer] : local < 180 ? [summer, summer + 60 * MINUTE] : [summer + 60 * MINUTE];
}

const stamp = (local: number) => `2026-10-25 0${Math.floor(local / 60)}:${String(local % 60).padStart(2, '0')}:00`;

test('whichever occurrence is taken, a verdict that hangs on it says so', async () => {
  const minute = fc.integer({ min: 60, max: 239 });
  const pair = fc.uniqueArray(minute, { minLength: 2, maxLength: 2 }).map((each) => each.toSorted((a, b) => a - b));
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 5, maxLength: 20 }), async (pairs) => {
      const rows = pairs.map(([a = 0, z = 0], index) => `${String(index).padStart(2, '0')},${stamp(a)},,,${stamp(z)}`);
      const text = `t,a,p,r,z\n${rows.join('\n')}\n`;
      const expected = pairs.map(([a = 0, z = 0]) => {
        const lengths = instantsOf(a).flatMap((start) => instantsOf(z).map((stop) => Math.max(0, stop - start)));
        const isBreached = (length: number) => length > 50 * MINUTE;
        return isBreached(Math.min(...lengths)) !== isBreached(Math.max(...lengths));
      });
      for (const ambiguous of ['earlier', 'later'] as const) {
        const runs = await evaluate(policy(ambiguous), { 't.csv': text });
        expect(runs.map(({ reason }) => reason === 'ambiguous-time')).toEqual(expected);
      }
    }),
    { seed: 4, numRuns: 60 },
  );
});

// Started 01:30 (23:30Z), stopped 04:00 (03:00Z): 210 min. Paused from 01:40 (23:40Z) to 02:45 (00:45Z or 01:45Z): 65 or 125 min, 145 or 85 are
// left. Paused from 02:10 (00:10Z or 01:10Z) to 03:20 (02:20Z): 130 or 70 min, 80 or 140 are left.
test.each([
  ['01:40', '02:45', '85m', 'it hangs on the reading', true],
  ['01:40', '02:45', '84m', 'broken either way', false],
  ['02:10', '03:20', '90m', 'it hangs on the reading', true],
  ['02:10', '03:20', '140m', 'kept either way', false],
])('a pause from %s to %s, within %s: %s', async (paused, resumed, within, _, hangs) => {
  const day = '2026-10-25';
  const text = `t,a,p,r,z\nA,${day} 01:30:00,${day} ${paused}:00,${day} ${resumed}:00,${day} 04:00:00\n`;
  for (const ambiguous of ['earlier', 'later'] as const) {
    const [run] = await evaluate(policy(ambiguous).replace('50m', within), { 't.csv': text });
    expect(run?.['reason']).toBe(hangs ? 'ambiguous-time' : '');
  }
});
