import { describe, expect, test } from 'vitest';
import { runIn } from '../cli/made-world.ts';

const time = (minute: number) => new Date(Date.UTC(2026, 2, 5, 9, minute)).toISOString();

const fields = 'fields: {urgency: urgency, call_back: {column: call back, time: true}}';
const targets =
  'targets: [{id: urgent, when: {urgency: urgent}, within: 2h}, {id: normal, when: {urgency: normal}, within: 8h}]';

/** The lines of the export that are told as lowered, for a ticket created 9:00 and resolved after 3 h. */
async function loweredLines(clock: string, created: string, ...rows: readonly string[]): Promise<number[]> {
  const files = {
    'p.yaml': `slaudit: 1
timezone: UTC
records: {form: events, ticket: t, at: at, event: e, ${fields}}
clocks: {c: {start: created, stop: done, charge: nobody, ${clock}}}`,
    't.csv': `t,at,e,urgency,call back\nT,${time(0)},created,${created}\n${rows.join('\n')}\nT,${time(180)},done,,\n`,
  };
  const { stderr, code } = await runIn({ files }, 'evaluate', '-p', 'p.yaml', 't.csv');
  expect(code).toBe(0);
  return [...stderr.matchAll(/^t\.csv:(\d+): note: .*\[lowered\]$/gm)].map(([, line]) => Number(line));
}

/** 2 h are 120 min, a tenth of them 12. */
describe('a target lowered when hardly any time was left', () => {
  test.each([
    ['with a tenth left it is not', [108], []],
    ['a minute later it is', [109], [3]],
    ['when all is used up it is', [120], [3]],
    ['after the breach it is', [150], [3]],
    ['at the very stop it is', [180], [3]],
    ['once, though the row is followed by another of the same', [110, 115], [3]],
  ])('%s', async (_, minutes, lines) => {
    const rows = minutes.map((minute) => `T,${time(minute)},changed,normal,`);
    expect(await loweredLines(targets, 'urgent,', ...rows)).toEqual(lines);
  });

  test.each([
    ['at-instant', [3]],
    ['at-stop', [3]],
    ['retroactive', [3]],
    ['restart', [3]],
    ['at-start', []],
  ])('by the rule %s', async (rule, lines) => {
    const row = `T,${time(115)},changed,normal,`;
    expect(await loweredLines(`change: ${rule}, ${targets}`, 'urgent,', row)).toEqual(lines);
  });

  test('an upgrade is none, but where it begins the count anew it gives time too', async () => {
    const row = `T,${time(470)},changed,urgent,`;
    const late = `T,${time(100)},changed,urgent,`;
    expect(await loweredLines(targets, 'normal,', row)).toEqual([]);
    expect(await loweredLines(targets, 'normal,', late)).toEqual([]);
    const near = targets.replace('8h', '110m');
    expect(await loweredLines(`change: restart, ${near}`, 'normal,', late)).toEqual([3]);
  });

  test('to no target at all', async () => {
    expect(await loweredLines(targets, 'urgent,', `T,${time(115)},changed,other,`)).toEqual([3]);
    expect(
      await loweredLines('when: {urgency: urgent}, within: 2h', 'urgent,', `T,${time(115)},changed,other,`),
    ).toEqual([3]);
  });

  test('a promise that is put off just before it is due', async () => {
    const [due, later] = [`${time(120)}`, `${time(400)}`];
    expect(await loweredLines('due: call_back', `,${due}`, `T,${time(109)},moved,,${later}`)).toEqual([3]);
    expect(await loweredLines('due: call_back', `,${due}`, `T,${time(60)},moved,,${later}`)).toEqual([]);
    expect(await loweredLines('due: call_back', `,${later}`, `T,${time(100)},moved,,${due}`)).toEqual([]);
  });

  test('what counts for nobody is not counted as used', async () => {
    // Paused from 9:10 to 10:50: 10 + 5 min used at 10:55, 105 left.
    const rows = [`T,${time(10)},paused,,`, `T,${time(110)},resumed,,`, `T,${time(115)},changed,normal,`];
    expect(await loweredLines(`pause: {from: paused, until: resumed}, ${targets}`, 'urgent,', ...rows)).toEqual([]);
  });
});
