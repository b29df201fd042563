import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadHolidays } from '../../src/calendar/holidays/load-holidays.ts';
import type * as Plainly from '../../src/clock/judge-plainly.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Source } from '../../src/domain/source.ts';
import { readExports } from '../../src/ingest/read-exports.ts';
import { judging, type TicketVerdicts } from '../../src/judging.ts';
import { excuseDesk } from '../../src/people/excuses.ts';
import { readPolicies } from '../../src/run.ts';
import { extentOf } from '../../src/timeline/extent.ts';
import { source } from '../ingest/exports.ts';

// Nearly all runs are judged by `judgePlainly`. What it says is held here against `judgeRun`, which lays every run out in
// stretches and knows every rule: on policies and logs of all kinds, and on all that we ship.

/** Runs of which the short way told the verdict. */
let plain = 0;
beforeEach(() => {
  plain = 0;
});
vi.mock('../../src/clock/judge-plainly.ts', async (original) => {
  const module = await original<typeof Plainly>();
  const judgePlainly: typeof Plainly.judgePlainly = (run, court) => {
    const judgement = module.judgePlainly(run, court);
    if (judgement !== undefined) plain++;
    return judgement;
  };
  return { ...module, judgePlainly };
});

interface Judged {
  readonly tickets: readonly TicketVerdicts[];
  readonly findings: readonly unknown[];
}

/** By both ways; nothing where the exports cannot be read by this policy. */
async function judgeBothWays(text: string, sources: readonly Source[]): Promise<Record<'short' | 'long', Judged>> {
  const { value: policy } = readPolicies([{ file: 'p.yaml', text }]);
  const read = policy === undefined ? undefined : (await readExports(sources, policy)).value;
  const nothing: Judged = { tickets: [], findings: [] };
  if (policy === undefined || read === undefined) return { short: nothing, long: nothing };
  const { log } = read;
  const extent = extentOf(log);
  const bench = {
    ...{ policy, log, extent, asOf: extent?.end ?? 0 },
    holidays: await loadHolidays(calendarsOf(policy), undefined),
    excuses: excuseDesk([], { clocks: policy.clocks, within: undefined, timezone: policy.timezone }),
    ...{ find: undefined, roster: undefined, leaves: [] },
  };
  const judge = (isThorough: boolean): Judged => {
    const court = judging({ ...bench, isThorough });
    const tickets = [...court.judge(Array.from({ length: log.tickets.size }, (_, code) => code))];
    return { tickets, findings: court.findings() };
  };
  return { long: judge(true), short: judge(false) };
}

function calendarsOf(policy: Policy) {
  return [policy, ...policy.earlier].flatMap(({ calendars }) => [...calendars.values()]);
}

const countRuns = ({ tickets }: Judged) => tickets.reduce((sum, { verdicts }) => sum + verdicts.length, 0);

describe('the short way comes to what the long way comes to', () => {
  const when = fc.constantFrom(
    '{urgency: high}',
    '{urgency: [high, low]}',
    '{amount: ">= 100"}',
    "{urgency: ''}",
    '{urgency: "!= high", status: open}',
  );
  const maybe = (line: fc.Arbitrary<string>) =>
    fc.oneof(
      fc.constant(''),
      line.map((text) => `    ${text}\n`),
    );
  const trigger = (event: string) =>
    fc.oneof(
      fc.constant(event),
      fc.constant(event),
      fc.constantFrom('{role: agent}', '{actor: [Li, Wu]}').map((by) => `{event: ${event}, by: ${by}}`),
      when.map((condition) => `[{event: ${event}, when: ${condition}}, closed]`),
    );
  const within = fc.constantFrom('30m', '1h', '4h', '8h', '20h', '1h', '8h', '1wd');
  const targets = fc.oneof(
    within.map((length) => `[{within: ${length}}]`),
    fc
      .tuple(when, within, within)
      .map(([condition, one, other]) => `[{when: ${condition}, within: ${one}}, {within: ${other}}]`),
    fc.tuple(when, within).map(([condition, length]) => `[{when: ${condition}, within: ${length}, calendar: night}]`),
  );
  const kind = fc.constantFrom(
    ['', 'created', 'resolved'],
    ['    kind: response\n', 'created', 'replied'],
    ['    kind: next_response\n', 'asked', 'replied'],
    ['    kind: resolution\n', 'created', 'resolved'],
  );
  const clock = fc
    .record({
      kind: kind.chain(([line = '', start = '', stop = '']) =>
        fc
          .tuple(trigger(start), trigger(stop))
          .map(([from, until]) => `${line}    start: ${from}\n    stop: ${until}\n`),
      ),
      pause: maybe(
        fc.constantFrom(
          'pause: {while: {status: waiting}}',
          'pause: {from: paused, until: resumed}',
          'pause: [{while: {status: waiting}}, {from: paused, until: resumed}]',
          'pause: {while: {status: waiting}}\n    max_pause: 1h',
        ),
      ),
      cancel: maybe(fc.constantFrom('cancel: spam', 'cancel: {while: {status: spam}}')),
      reopen: maybe(
        fc.constantFrom('continue', 'first', 'cycle', 'reset').map((rule) => `reopen: {on: reopened, rule: ${rule}}`),
      ),
      when: maybe(when.map((condition) => `when: ${condition}`)),
      change: maybe(fc.constantFrom('at-start', 'at-stop', 'restart', 'retroactive').map((rule) => `change: ${rule}`)),
      calendar: maybe(fc.constantFrom('office', 'night').map((name) => `calendar: ${name}`)),
      severity: maybe(fc.constant('severity: {minor: "<= 30m", major: "<= 2h", severe: "> 2h"}')),
      boundary: maybe(fc.constantFrom('boundary: exclusive', 'still_open: closed-only')),
      targets: targets.map((list) => `    targets: ${list}\n`),
    })
    .map((lines) => Object.values(lines).join(''));
  const rarely = fc.nat(5).map((chance) => chance === 0);
  const policy = fc.tuple(clock, clock, rarely, rarely).map(
    ([one, other, isLate, isExcluded]) => `slaudit: 1
timezone: Europe/Berlin
${isLate ? 'effective: 2026-03-27\n' : ''}records:
  form: events
  ticket: ticket
  at: at
  event: event
  actor: {column: actor, role: role}
  fields: {assignee: assignee, urgency: urgency, status: status, amount: amount}
calendars:
  office: {hours: {mon-fri: ['09:00-12:00', '13:00-18:00']}, dates: {2026-03-30: closed}}
  night: {hours: {mon-sat: ['22:00-06:00']}}
${isExcluded ? 'exclusions: [{from: 2026-03-27T00:00, until: 2026-03-28T12:00, reason: storm}]\n' : ''}clocks:
  one:
${one}  other:
${other}`,
  );

  // Many gaps are whole hours, so that targets are used up exactly, at closing, and when a pause begins.
  const gap = fc.oneof(
    fc.nat(30).map((hours) => hours * 3600),
    fc.nat(100_000),
    fc.constant(0),
  );
  const row = fc.record({
    gap,
    event: fc.constantFrom('replied', 'asked', 'resolved', 'reopened', 'paused', 'resumed', 'closed', 'spam', 'noted'),
    by: fc.constantFrom('Li,agent', 'Wu,agent', 'Bo,bot', 'Kim,customer', 'Li,'),
    assignee: fc.constantFrom('', '', 'Li', 'Wu'),
    urgency: fc.constantFrom('', '', '', '', '', '', '', '', 'high', 'low'),
    status: fc.constantFrom('', '', 'waiting', 'open', 'spam'),
    amount: fc.constantFrom('', '', '', '', '', '', '50', '200'),
    isVague: fc.nat(80).map((chance) => chance === 0),
  });
  const ticket = fc.tuple(fc.array(row, { maxLength: 8 }), fc.constantFrom('high', 'low', ''));
  const START = Date.UTC(2026, 2, 26, 8);

  function exportOf(
    tickets: readonly (readonly [readonly { gap: number; [cell: string]: unknown }[], string])[],
  ): string {
    const lines = tickets.flatMap(([rows, urgency], index) => {
      let at = START + index * 3_600_000;
      const created = `T${index},${new Date(at).toISOString()},created,Kim,customer,,${urgency},open,`;
      return [
        created,
        ...rows.map(({ gap: seconds, event, by, assignee, urgency: own, status, amount, isVague }) => {
          at += seconds * 1000;
          const stamp = new Date(at).toISOString();
          const told = isVague === true ? `${stamp.slice(0, 16)}Z` : stamp;
          return ['T'.concat(String(index)), told, event, by, assignee, own, status, amount].join(',');
        }),
      ];
    });
    return `ticket,at,event,actor,role,assignee,urgency,status,amount\n${lines.join('\n')}\n`;
  }

  test('on any policy and any log', { timeout: 60_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(policy, fc.array(ticket, { minLength: 1, maxLength: 12 }), async (text, tickets) => {
        const { short, long } = await judgeBothWays(text, [source('a.csv', exportOf(tickets))]);
        runs += countRuns(long);
        expect(short).toStrictEqual(long);
      }),
      { seed: 20261122, numRuns: 120 },
    );
    // It must be the short way that is tried.
    expect(runs).toBeGreaterThan(500);
    expect(plain / runs).toBeGreaterThan(0.1);
  });

  const root = resolve(import.meta.dirname, '../../fixtures');
  const isExport = (name: string) => /\.(csv|json|ndjson)$/.test(name) && !/excuse|leave|personnel|roster/.test(name);
  const exportsIn = (folder: string) =>
    readdirSync(folder)
      .filter(isExport)
      .map((name) => join(folder, name));
  const sourceOf = (path: string) => source(path, readFileSync(path));
  const shipped = [
    ['trading-company', 'after-sales'],
    ['channel-promises', 'channel-promises'],
    ['emergency-plan', 'emergency-plan'],
    ['penalty-scheme', 'penalty-scheme'],
    ['tiered-guarantee', 'tiered-guarantee'],
  ] as const;

  test.each(shipped)('on the shipped policy %s', { timeout: 60_000 }, async (name, folder) => {
    const text = readFileSync(join(root, 'policies', `${name}.yaml`), 'utf8');
    const { short, long } = await judgeBothWays(text, exportsIn(join(root, 'exports', folder)).map(sourceOf));
    expect(countRuns(long)).toBeGreaterThan(20);
    expect(short).toStrictEqual(long);
  });

  test('on the exports of every vendor and on the cases about clocks', { timeout: 60_000 }, async () => {
    let runs = 0;
    const folders = ['exports', 'cases/clock', 'cases/attribution', 'cases/time-use'].flatMap((theme) =>
      readdirSync(join(root, theme)).map((name) => join(root, theme, name)),
    );
    for (const folder of folders) {
      for (const name of readdirSync(folder).filter((each) => each.endsWith('policy.yaml'))) {
        const own = exportsIn(folder).filter(
          (path) => name === 'policy.yaml' || path.startsWith(join(folder, name.slice(0, -11))),
        );
        const text = readFileSync(join(folder, name), 'utf8');
        if (text.includes('.ics')) continue;
        const { short, long } = await judgeBothWays(text, own.map(sourceOf));
        runs += countRuns(long);
        expect(short, folder).toStrictEqual(long);
      }
    }
    expect(runs).toBeGreaterThan(300);
  });
});
