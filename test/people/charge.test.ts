import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../audit/evaluate.ts';
import { runIn } from '../cli/made-world.ts';

const time = (minute: number) => new Date(Date.UTC(2026, 2, 5, 0, minute)).toISOString();

/** Due at 00:50; who held it for less than 10 min by then does not answer. */
const policy = `slaudit: 1
timezone: UTC
records:
  form: events
  ticket: t
  at: at
  event: e
  actor: by
  fields: {team: team, assignee: {column: who, empty: clear}}
clocks:
  c: {start: created, stop: done, within: 50m, min_holding: 10m, charge: [holder, team]}`;

interface Step {
  readonly minute: number;
  readonly who: string;
}

/** Whoever held it in each minute before the due instant, the latest first, gathered into holdings. */
function answerNaively(steps: readonly Step[]): string {
  const at = (minute: number) => steps.findLast((step) => step.minute <= minute)?.who ?? '';
  let minute = 50;
  for (;;) {
    const who = at(minute);
    const from =
      steps.findLast((step, index) => step.minute <= minute && steps[index - 1]?.who !== step.who)?.minute ?? 0;
    // The hand-over at the due instant counts, with nought minutes held.
    const held = (minute === 50 ? 50 : minute + 1) - from;
    if (held >= 10 || from === 0) return who;
    if (at(from - 1) === '') return '';
    minute = from - 1;
  }
}

test('who answers after too short a holding agrees with walking back minute by minute', async () => {
  const history = fc
    .uniqueArray(
      fc.record({ minute: fc.integer({ min: 1, max: 55 }), who: fc.constantFrom('', 'Anna', 'Bob', 'Carl') }),
      {
        maxLength: 8,
        selector: ({ minute }) => minute,
      },
    )
    .chain((later) => fc.constantFrom('', 'Anna', 'Bob').map((who) => [{ minute: 0, who }, ...later]));
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const steps = made.toSorted((a, b) => a.minute - b.minute);
      const rows = steps.map(
        ({ minute, who }) => `T,${time(minute)},${minute === 0 ? 'created' : 'note'},,Team,${who}`,
      );
      const text = `t,at,e,by,team,who\n${rows.join('\n')}\nT,${time(60)},done,,Team,\n`;
      const [row] = await evaluate(policy, { 't.csv': text });
      expect(row?.['charged_to']).toBe(answerNaively(steps) || 'Team');
    }),
    { seed: 24, numRuns: 150 },
  );
});

interface Ground {
  readonly rule: { readonly kind: string };
  readonly decides: boolean;
  readonly named: {
    readonly name: string;
    readonly since: string | null;
    readonly place: { readonly line: number };
  } | null;
  readonly tooShort: readonly { readonly holder: { readonly name: string } | null; readonly held: number }[];
}

async function groundsOf(charge: string, ...rows: readonly string[]): Promise<readonly Ground[]> {
  const files = {
    'p.yaml': policy.replace('[holder, team]', charge),
    't.csv': `t,at,e,by,team,who\n${rows.join('\n')}\n`,
  };
  const { stdout, stderr } = await runIn({ files }, 'explain', 'T', '-p', 'p.yaml', '-f', 'json', '--quiet', 't.csv');
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { runs: { charge: Ground[] }[] }).runs[0]?.charge ?? [];
}

describe('the grounds of a charge', () => {
  const rows = [
    `T,${time(0)},created,,Team,`,
    `T,${time(5)},note,,Team,Anna`,
    `T,${time(45)},note,,Team,Bob`,
    `T,${time(60)},done,Dora,Team,Bob`,
  ];

  test.each([
    [
      'holder',
      { rule: { kind: 'holder' }, named: { name: 'Anna', since: '2026-03-05T00:05:00Z', place: { line: 3 } } },
    ],
    [
      'current',
      { rule: { kind: 'current' }, named: { name: 'Bob', since: '2026-03-05T00:45:00Z', place: { line: 4 } } },
    ],
    ['first', { rule: { kind: 'first' }, named: { name: 'Anna', since: '2026-03-05T00:05:00Z', place: { line: 3 } } }],
    [
      'stopper',
      { rule: { kind: 'stopper' }, named: { name: 'Dora', since: '2026-03-05T01:00:00Z', place: { line: 5 } } },
    ],
    ['team', { rule: { kind: 'field' }, named: { name: 'Team', since: '2026-03-05T00:00:00Z', place: { line: 2 } } }],
    ['nobody', { rule: { kind: 'nobody' }, named: null }],
  ])('%s is named by its line of the export', async (charge, expected) => {
    expect(await groundsOf(charge, ...rows)).toMatchObject([{ decides: true, ...expected }]);
  });

  test('a rule that names nobody stands before the one that does', async () => {
    const asked = await groundsOf('[stopper, holder]', ...rows.slice(0, 3), `T,${time(60)},done,,Team,Bob`);
    expect(asked).toMatchObject([
      { rule: { kind: 'stopper' }, decides: false, named: null },
      { rule: { kind: 'holder' }, decides: true, tooShort: [{ holder: { name: 'Bob' }, held: 300 }] },
    ]);
  });

  test('where no rule names anybody, none decides', async () => {
    const asked = await groundsOf('holder', rows[0] ?? '', `T,${time(45)},note,,Team,Bob`, `T,${time(60)},done,,,`);
    expect(asked).toMatchObject([{ decides: false, named: null, tooShort: [{ holder: { name: 'Bob' }, held: 300 }] }]);
  });

  test('of two rows of one instant the one that names the holder is told', async () => {
    const both = [`T,${time(0)},created,,Team,`, `T,${time(5)},a note,,,`, `T,${time(5)},note,,Team,Anna`];
    const [holder] = await groundsOf('holder', ...both, `T,${time(60)},done,,Team,Anna`);
    expect(holder).toMatchObject({ named: { name: 'Anna', place: { line: 4 } } });
  });
});
