import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runIn } from '../cli/made-world.ts';

// All that can become of a minute at once: closed hours, an exclusion, three pause rules that overlap, pauses that are cut,
// reopenings, and somebody or nobody who holds the ticket.
const policy = `slaudit: 1
timezone: UTC
records: {form: events, ticket: t, at: at, event: e, fields: {assignee: {column: who, empty: clear}, status: status}}
calendars: {office: {hours: {mon-sun: [00:20-00:40, 01:00-02:30]}}}
exclusions: [{from: 2026-03-05T01:10, until: 2026-03-05T01:25, reason: storm}]
clocks:
  c:
    kind: resolution
    start: created
    stop: done
    within: 50m
    calendar: office
    reopen: {on: reopened, rule: continue}
    max_pause: 25m
    pause:
      - {while: {status: waiting}, waiting_for: customer}
      - {from: held, until: resumed, waiting_for: supplier}
      - {while: {status: parts}}`;

interface Step {
  readonly minute: number;
  readonly who: string;
  readonly status: string;
  readonly event: string;
}

const END = 220;
const time = (minute: number) => new Date(Date.UTC(2026, 2, 5, 0, minute)).toISOString();

const isOpen = (minute: number) => (minute >= 20 && minute < 40) || (minute >= 60 && minute < 150);
const isExcluded = (minute: number) => minute >= 70 && minute < 85;

interface Minute {
  readonly what: string;
  readonly who: string;
  readonly isStopped: boolean;
  /** The first minute of the pause that it lies in, cut or not; -1 for none. */
  readonly pausedSince: number;
}

/** Minute by minute, from created to the last stop or the end: what each of them was. */
function live(steps: readonly Step[]): readonly Minute[] {
  const minutes: Minute[] = [];
  let [who, status, isHeld, isStopped, pausedSince, lastStop] = ['', '', false, false, -1, END];
  for (let minute = 0; minute < END; minute++) {
    for (const step of steps.filter((each) => each.minute === minute)) {
      who = step.who;
      status = step.status || status;
      if (step.event === 'held') isHeld = true;
      if (step.event === 'resumed') isHeld = false;
      if (step.event === 'done' && !isStopped) [isStopped, lastStop] = [true, minute];
      if (step.event === 'reopened' && isStopped) [isStopped, lastStop] = [false, END];
    }
    const rule = status === 'waiting' ? 'customer' : isHeld ? 'supplier' : status === 'parts' ? 'status: parts' : '';
    if (rule === '') pausedSince = -1;
    else if (pausedSince < 0) pausedSince = minute;
    const isPaused = rule !== '' && minute < pausedSince + 25;
    const ours = who === '' ? 'nobody' : 'ours';
    const open = isExcluded(minute) ? 'excluded' : isPaused ? rule : ours;
    const what = isStopped ? 'between-rounds' : isOpen(minute) ? open : 'closed';
    minutes.push({ what, who, isStopped, pausedSince });
  }
  return minutes.slice(0, lastStop);
}

function countNaively(steps: readonly Step[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what } of live(steps)) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}

interface Part {
  readonly use: string;
  readonly waitingFor: string | null;
  readonly rule: string | null;
  readonly length: number;
}
interface Told {
  readonly timeUse: {
    readonly clocks: readonly {
      readonly runs: number;
      readonly wall: number;
      readonly parts: readonly Part[];
      readonly groupings: readonly { readonly groups: readonly { readonly parts: readonly Part[] }[] }[];
      readonly longest: { readonly lines: readonly { readonly parts: readonly Part[] }[] };
    }[];
  };
  readonly details: {
    readonly runs: readonly { elapsed: number; paused: number; excluded: number; wall: number }[];
  };
}

const minutesOf = (parts: readonly Part[]) =>
  Object.fromEntries(parts.map(({ use, waitingFor, rule, length }) => [waitingFor ?? rule ?? use, length / 60]));
const sum = (parts: readonly Part[], ...uses: string[]) =>
  parts.reduce((all, { use, length }) => (uses.includes(use) ? all + length : all), 0);

const step = fc.record({
  minute: fc.integer({ min: 0, max: END - 1 }),
  who: fc.constantFrom('', 'Anna', 'Bob'),
  status: fc.constantFrom('', '', 'open', 'waiting', 'parts'),
  event: fc.constantFrom('note', 'note', 'held', 'resumed', 'done', 'reopened'),
});
// A stop at the very instant of the start would end a run of no length.
const histories = fc
  .uniqueArray(step, { maxLength: 12, selector: ({ minute }) => minute })
  .map((steps) => steps.filter(({ minute }) => minute > 0));

async function report(steps: readonly Step[]): Promise<unknown> {
  const rows = [
    `T,${time(0)},created,,`,
    ...steps.map(({ minute, who, status, event }) => `T,${time(minute)},${event},${who},${status}`),
  ];
  const files = { 'p.yaml': policy, 't.csv': `t,at,e,who,status\n${rows.join('\n')}\n` };
  const args = ['report', '-p', 'p.yaml', '--as-of', time(END), '-f', 'json', '--quiet', 't.csv'];
  const { stdout, code, stderr } = await runIn({ files }, ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

test('the parts of a run agree with counting minute by minute, and add up to its wall time', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const { timeUse, details } = (await report(steps)) as Told;
      const [clock] = timeUse.clocks;
      const [run] = details.runs;
      if (clock === undefined || run === undefined) throw new Error('no run');
      const expected = countNaively(steps);
      for (const what of Object.keys(expected)) seen.add(what);
      expect(minutesOf(clock.parts)).toEqual(expected);
      expect(minutesOf(clock.longest.lines[0]?.parts ?? [])).toEqual(expected);
      for (const { groups } of clock.groupings) expect(minutesOf(groups[0]?.parts ?? [])).toEqual(expected);
      // The verdict's own numbers: nothing is told twice, nothing otherwise than there.
      expect(clock.wall).toBe(run.wall);
      expect(sum(clock.parts, 'ours', 'nobody')).toBe(run.elapsed);
      expect(sum(clock.parts, 'waiting')).toBe(run.paused);
      expect(sum(clock.parts, 'excluded')).toBe(run.excluded);
    }),
    { numRuns: 40, seed: 20261122 },
  );
  const all = ['ours', 'nobody', 'customer', 'supplier', 'status: parts', 'closed', 'excluded', 'between-rounds'];
  expect([...seen].sort()).toEqual(all.sort());
});

const WITHIN = 50;
const isLittle = (left: number) => left <= WITHIN / 10 || (left <= 15 && left <= WITHIN / 2);
const counts = ({ what }: Minute) => what === 'ours' || what === 'nobody';
const hand = ({ name }: { readonly name: string }) => name;

interface ToldHands {
  readonly latePauses: {
    readonly pauses: { readonly denominator: number };
    readonly late: {
      readonly lines: readonly {
        at: string;
        left: number;
        spared: number;
        isDecisive: boolean;
        by: { name: string };
      }[];
    };
  };
  readonly handOvers: {
    readonly handOvers: number;
    readonly used: readonly { readonly handOvers: number }[];
    readonly late: {
      readonly lines: readonly { at: string; left: number; from: { name: string }; to: { name: string } }[];
    };
    readonly afterHandOver: {
      readonly lines: readonly { dueAt: string; handOvers: number; most: { name: string }; counted: number }[];
    };
  };
}

test('late pauses, late hand-overs and who held a breach agree with counting minute by minute', async () => {
  const seen = { late: 0, decisive: 0, handOvers: 0, breaches: 0 };
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const { latePauses, handOvers } = (await report(steps)) as ToldHands;
      const minutes = live(steps);
      const counted = minutes.filter(counts).length;
      const leftAt = (minute: number) => WITHIN - minutes.slice(0, minute).filter(counts).length;

      const began = minutes.flatMap(({ pausedSince, isStopped }, minute) =>
        pausedSince === minute && !isStopped && leftAt(minute) >= 0 ? [minute] : [],
      );
      expect(latePauses.pauses.denominator).toBe(began.length);
      const late = began.filter((minute) => isLittle(leftAt(minute)));
      expect(
        latePauses.late.lines.map(({ at, left, spared, isDecisive, by }) => [at, left, spared, isDecisive, hand(by)]),
      ).toEqual(
        late.map((minute) => {
          const waits = ['customer', 'supplier', 'status: parts'];
          const spared = minutes.filter(
            ({ pausedSince, what }) => pausedSince === minute && waits.includes(what),
          ).length;
          const isDecisive = counted <= WITHIN && counted + spared > WITHIN;
          if (isDecisive) seen.decisive++;
          seen.late++;
          // No row names who wrote it: it is the holder's.
          return [time(minute).replace('.000', ''), leftAt(minute) * 60, spared * 60, isDecisive, minutes[minute]?.who];
        }),
      );

      // Who held it at the last of the steps may differ from who held it in the last minute of the run.
      const holders = [...minutes.map(({ who }) => who)];
      const changes = holders.flatMap((who, minute) => {
        const from = holders[minute - 1];
        return minute > 0 && from !== '' && from !== undefined && from !== who ? [{ minute, from, who }] : [];
      });
      seen.handOvers += changes.length;
      expect(handOvers.used.reduce((sum, each) => sum + each.handOvers, 0)).toBe(changes.length);
      expect(handOvers.late.lines.map(({ at, left, from, to }) => [at, left, hand(from), hand(to)])).toEqual(
        changes
          .filter(({ minute }) => leftAt(minute) < 0 || isLittle(leftAt(minute)))
          .map(({ minute, from, who }) => [time(minute).replace('.000', ''), leftAt(minute) * 60, from, who]),
      );

      // The time has run out with the end of the minute that used up the last of it.
      const due = minutes.findIndex((_, minute) => leftAt(minute + 1) === 0) + 1;
      const before = changes.filter(({ minute }) => minute <= due);
      const isBreach = counted > WITHIN && before.length > 0;
      const shares = new Map<string, number>();
      for (const minute of minutes.slice(0, due).filter(counts))
        shares.set(minute.who, (shares.get(minute.who) ?? 0) + 1);
      const most = Math.max(0, ...shares.values());
      if (isBreach) seen.breaches++;
      const lines = handOvers.afterHandOver.lines;
      expect(lines.map(({ dueAt, handOvers: count, counted: held }) => [dueAt, count, held])).toEqual(
        isBreach ? [[time(due).replace('.000', ''), before.length, most * 60]] : [],
      );
      for (const { most: who } of lines) expect(shares.get(hand(who))).toBe(most);
    }),
    { numRuns: 120, seed: 20261122 },
  );
  // The histories were worth it.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
