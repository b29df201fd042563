import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runIn } from '../cli/made-world.ts';

const policy = `slaudit: 1
timezone: UTC
records: {form: events, ticket: t, at: at, event: e, fields: {assignee: who, status: status}}
people: roster.csv
calendars: {office: {hours: {mon-sun: [00:20-00:40, 01:00-02:00]}}}
clocks:
  c: {start: created, stop: done, within: 50m, calendar: office, pause: {while: {status: waiting}}}`;
const roster = 'id,name,aliases\nA,Anna,Ann\nB,Bob,\n';
const ID: Readonly<Record<string, string>> = { Anna: 'A', Ann: 'A', Bob: 'B' };

interface Step {
  readonly minute: number;
  readonly who: string;
  readonly status: string;
}

/** Whether minute m counts: open from 00:20 to 00:40 and from 01:00 to 02:00, unless waiting. */
function counts(minute: number, status: string): boolean {
  const isOpen = (minute >= 20 && minute < 40) || (minute >= 60 && minute < 120);
  return isOpen && status !== 'waiting';
}

const time = (minute: number) => new Date(Date.UTC(2026, 2, 5, 0, minute)).toISOString();

/** Minute by minute: who held it, and what was left when that changed. Nobody is ''. */
function countNaively(steps: readonly Step[], end: number) {
  const shares = new Map<string, number>();
  const handOvers: string[] = [];
  let [holder, status, counted] = ['', '', 0];
  for (let minute = 0; minute < end; minute++) {
    for (const step of steps.filter((each) => each.minute === minute)) {
      const next = ID[step.who] ?? (step.who || holder);
      if (next !== holder && minute > 0) handOvers.push(`${minute}: ${holder} to ${next}, ${50 - counted}`);
      holder = next;
      status = step.status || status;
    }
    if (!counts(minute, status)) continue;
    counted++;
    shares.set(holder, (shares.get(holder) ?? 0) + 1);
  }
  return { shares: Object.fromEntries(shares), handOvers };
}

interface Told {
  readonly verdict: { readonly elapsed_s: number };
  readonly shares: readonly { readonly holder: Named; readonly counted: number }[];
  readonly handOvers: readonly {
    readonly at: string;
    readonly from: Named;
    readonly to: Named;
    readonly left: number;
  }[];
}
type Named = { readonly name: string; readonly id: string | null } | null;

const nameOf = (holder: Named) => (holder === null ? '' : (holder.id ?? holder.name));

test('shares and what is left at hand-overs agree with counting minute by minute', async () => {
  const step = fc.record({
    minute: fc.integer({ min: 0, max: 139 }),
    who: fc.constantFrom('', 'Anna', 'Ann', 'Bob', 'Carl'),
    status: fc.constantFrom('', '', 'open', 'waiting'),
  });
  const history = fc.uniqueArray(step, { maxLength: 8, selector: ({ minute }) => minute });
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const steps = made.toSorted((a, b) => a.minute - b.minute);
      const rows = [
        ...steps.map(({ minute, who, status }) => `T,${time(minute)},note,${who},${status}`),
        `T,${time(0)},created,,`,
        `T,${time(140)},done,,`,
      ];
      const files = { 'p.yaml': policy, 'roster.csv': roster, 't.csv': `t,at,e,who,status\n${rows.join('\n')}\n` };
      const { stdout, code } = await runIn({ files }, 'explain', 'T', '-p', 'p.yaml', '-f', 'json', '--quiet', 't.csv');
      expect(code).toBe(0);
      const [run] = (JSON.parse(stdout) as { runs: Told[] }).runs;
      const told = {
        shares: Object.fromEntries((run?.shares ?? []).map(({ holder, counted }) => [nameOf(holder), counted / 60])),
        handOvers: run?.handOvers.map(({ at, from, to, left }) => {
          const minute = (Date.parse(at) - Date.UTC(2026, 2, 5)) / 60_000;
          return `${minute}: ${nameOf(from)} to ${nameOf(to)}, ${left / 60}`;
        }),
      };
      expect(told).toEqual(countNaively(steps, 140));
      const total = (run?.shares ?? []).reduce((sum, { counted }) => sum + counted, 0);
      expect(total).toBe(run?.verdict.elapsed_s);
    }),
    { seed: 25, numRuns: 120 },
  );
});
