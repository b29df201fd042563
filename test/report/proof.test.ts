import { describe, expect, test } from 'vitest';
import type { Proof, ProofRun } from '../../src/domain/proof.ts';
import { displayWidth } from '../../src/locale/width.ts';
import { proofJson } from '../../src/report/proof-json.ts';
import { renderProof } from '../../src/report/proof-text.ts';
import { at, HOUR, target, verdict } from '../figures/verdicts.ts';
import { ops118 } from './ops-118.ts';
import { chinese, english } from './reader.ts';

const wide = renderProof(ops118, { ...english, width: 200 });

test('a file that all events stand in is named once, otherwise beside each', () => {
  expect(wide).toContain('Events\nFile: tickets.csv\n');
  const [first, ...others] = ops118.events;
  const moved = first === undefined ? [] : [{ ...first, place: { file: 'other.csv', line: 3 } }, ...others];
  const page = renderProof({ ...ops118, events: moved }, { ...english, width: 200 });
  expect(page).toMatch(/created .* other\.csv:3\n/);
  expect(page).toMatch(/resolved +tickets\.csv:12\n/);
});

describe('a proof can be added up by hand', () => {
  test.each([
    ['the line of the export behind each event', /2026-03-06 16:00:00 +created +王芳 +channel = phone +7\n/],
    [
      'how late an inexact stamp can be',
      /at the latest 2026-03-06 16:30:59 +status = waiting_customer, note = emptied +9\n/,
    ],
    ['why a target does not apply', /chat +5m 0s +channel is chat, social +phone +no\n/],
    ['a value that is not given', /large +3h 0m 0s +amount at least 50000 +\(not given\) +no\n/],
    ['which one applies', /3 \(applies\) +2h 0m 0s +always +yes\n/],
    ['where the clock starts', /Started: 2026-03-06 16:00:00 \(2026-03-06T08:00:00Z\), tickets\.csv:7\n/],
    ['what counts: 30 min', /yes +opening hours +30m 0s +30m 0s\n/],
    ['what does not, and why: 65 h 30 min', /no +paused: status = waiting_customer +65h 30m 0s +30m 0s\n/],
    ['what counts on Monday: 2 h, 2 h 30 min in all', /ran out at 2026-03-09 11:30:00\) +2h 0m 0s +2h 30m 0s\n/],
    ['the sum: 30 min + 2 h of 2 h', /Counted 2h 30m 0s of 2h 0m 0s: over by 30m 0s\n/],
    ['the instant', /The time ran out at: 2026-03-09 11:30:00 \(2026-03-09T03:30:00Z\)\n/],
    ['who had it then', /Held then by 李晓明, since 2026-03-06 16:10:00, tickets\.csv:8\n/],
    ['who answers', /Answers for it: 李晓明\nSeverity: minor\n/],
    ['the reason in words', /reopened; .* \(2 rounds; at the first stop it was met\)\n/],
  ])('%s', (_, line) => {
    expect(wide).toMatch(line);
  });

  test.each([
    ['Chinese', chinese],
    ['English', english],
  ])('on 80 columns in %s', (_, options) => {
    expect(
      renderProof(ops118, options)
        .split('\n')
        .filter((line) => displayWidth(line) > 80),
    ).toEqual([]);
  });

  test('in Chinese', () => {
    const page = renderProof(ops118, chinese);
    expect(page).toContain('计时2小时30分0秒，时限2小时0分0秒：超出30分0秒\n');
    expect(page).toContain('当时持有人：李晓明，自 2026-03-06 16:10:00，tickets.csv:8\n');
    expect(page).toContain('说明：曾重新打开，以最后一次结束为准（共2轮，首次结束时达标）\n');
  });
});

const nothing = {
  passedOver: [],
  morePassedOver: 0,
  targets: [],
  reigns: [],
  spans: [],
  pauses: [],
  grounds: [],
  shares: [],
  handOvers: [],
};

function proofOf(run: Partial<ProofRun> & Pick<ProofRun, 'verdict'>): Proof {
  return { ...ops118, events: [], runs: [{ ...nothing, ...run }] };
}

const page = (run: Partial<ProofRun> & Pick<ProofRun, 'verdict'>) => renderProof(proofOf(run), english);

test('a met run says what was to spare, and nobody answers', () => {
  const met = page({
    verdict: verdict({
      outcome: 'met',
      stop: '2026-10-08 10:00',
      due: '2026-10-08 13:00',
      elapsed: HOUR,
      within: 4 * HOUR,
    }),
  });
  expect(met).toContain(
    'Counted 1h 0m 0s of 4h 0m 0s: 3h 0m 0s to spare\nThe time would run out at: 2026-10-08 21:00:00',
  );
  expect(met).not.toMatch(/Held|Answers|Severity/);
});

test('a breach that nobody held is unassigned', () => {
  const breached = page({
    verdict: verdict({ outcome: 'breached', start: '2026-10-08 09:00', charged: { kind: 'unassigned', to: '' } }),
  });
  expect(breached).toContain('Not stopped');
  expect(breached).toContain('Held then by nobody\nAnswers for it: (unassigned)\n');
});

test('an undecided run says between which lengths the truth lies (S8)', () => {
  const undecided = {
    ...verdict({ outcome: 'undecided', stop: '2026-10-08 10:00', reason: 'imprecise: best 0 s, worst 86399 s' }),
    bounds: { best: 0, worst: 86_399_000 },
  };
  expect(page({ verdict: undecided }).replaceAll('\n', ' ')).toContain(
    'not say the time exactly enough to decide (the time taken lies between 0s and 23h 59m 59s)',
  );
});

test('a missed interval of a duty is over, though it has no stop', () => {
  const { clock } = verdict({ outcome: 'met' }).run;
  const missed = verdict({ outcome: 'breached', clock: { ...clock, kind: 'duty' }, start: '2026-10-08 09:00' });
  expect(page({ verdict: missed })).not.toContain('Not stopped');
});

test('what did not stop the clock is told with its reason, and the rest counted', () => {
  const met = verdict({ outcome: 'met', start: '2026-10-08 09:00', stop: '2026-10-08 10:00' });
  const told = { place: { file: 't.csv', line: 3 }, event: 'replied', part: 'stop' as const };
  const told3 = renderProof(
    proofOf({
      verdict: met,
      passedOver: [
        {
          ...told,
          at: at('2026-10-08 01:00'),
          actor: 'Bot',
          role: 'bot',
          why: { kind: 'actor', by: { roles: ['agent'] } },
        },
        {
          ...told,
          at: at('2026-10-08 01:01'),
          why: {
            kind: 'condition',
            tests: [{ test: { field: 'level', kind: 'one-of', values: ['1'] }, value: '2', holds: false }],
          },
        },
        { ...told, at: at('2026-10-07 01:00'), role: 'agent', why: { kind: 'before-start' } },
      ],
      morePassedOver: 2,
    }),
    { ...english, width: 200 },
  );
  expect(told3).toContain('Did not stop it: 2026-10-08 09:00:00 replied, Bot (bot), t.csv:3: not by role agent\n');
  expect(told3).toContain('Did not stop it: 2026-10-08 09:01:00 replied, t.csv:3: counts only where level is 1\n');
  expect(told3).toContain('2026-10-07 09:00:00 replied, agent, t.csv:3: before the clock started\nand 2 more');
});

test('each target that fitted stands with what was used by then, and the rule that decides', () => {
  const started = verdict({ outcome: 'running', start: '2026-10-08 01:00' });
  const list = [
    { target: target('urgent', 2 * HOUR), applies: true, from: at('2026-10-08 01:00'), used: 0 },
    { applies: false, from: at('2026-10-08 02:00'), place: { file: 't.csv', line: 4 }, used: HOUR },
    { applies: true, from: at('2026-10-08 03:00'), version: 'second', used: 2 * HOUR },
  ];
  const told = renderProof(proofOf({ verdict: started, reigns: list }), { ...english, width: 200 });
  expect(told).toMatch(/2026-10-08 09:00:00 +urgent +2h 0m 0s +0s +start/);
  expect(told).toMatch(/2026-10-08 10:00:00 +the clock does not apply +1h 0m 0s +Line 4/);
  expect(told).toMatch(/2026-10-08 11:00:00 +No target fits +2h 0m 0s +version second/);
  expect(told).toContain('The rule: When the promise changes midway, all time since the start');
});

test('a pause has the rows that began and ended it', () => {
  const { clock } = verdict({ outcome: 'met' }).run;
  const [from, until] = ['paused', 'resumed'].map((event) => ({
    kind: 'event' as const,
    ...{ event, when: [], place: { file: 'p.yaml' } },
  }));
  const paused = {
    rules: [
      { kind: 'between' as const, from: from ? [from] : [], until: until ? [until] : [], place: { file: 'p.yaml' } },
    ],
    start: at('2026-10-08 01:00'),
    began: { file: 't.csv', line: 3 },
    isCut: false,
  };
  const run = verdict({ outcome: 'paused', start: '2026-10-08 00:00', clock: { ...clock, maxPause: 2 * HOUR } });
  const cut = { ...paused, end: at('2026-10-08 03:00'), ended: { file: 't.csv', line: 5 }, isCut: true };
  const told = renderProof(proofOf({ verdict: run, pauses: [paused, cut] }), { ...english, width: 200 });
  expect(told).toContain('Paused: paused until resumed, from 2026-10-08 09:00:00 (t.csv:3), with no end yet\n');
  expect(told).toContain(
    'to 2026-10-08 11:00:00, cut there, as a pause counts 2h 0m 0s at the most, it went on until t.csv:5\n',
  );
});

test('an instant among the changes is told by the clock of the policy', () => {
  const [first] = ops118.events;
  const time = { at: at('2026-10-08 02:00'), latest: at('2026-10-08 02:00') };
  const changes = [{ field: 'call_back', value: '2026-10-08T02:00:00Z', time }];
  const events = first === undefined ? [] : [{ ...first, role: 'agent', changes }];
  expect(renderProof({ ...ops118, events }, { ...english, width: 200 })).toMatch(
    /王芳 \(agent\) +call_back = 2026-10-08 10:00:00 /,
  );
});

test('no clock applies', () => {
  expect(renderProof({ ...ops118, runs: [] }, english)).toContain('No clock of the policy applies to this ticket.');
});

test('as JSON: instants in UTC, lengths in seconds, the record’s own keys', () => {
  const json = JSON.parse(proofJson(ops118));
  expect(json).toMatchObject({
    schemaVersion: 1,
    ticket: 'OPS-118',
    asOf: '2026-03-30T16:00:00Z',
    events: [{ at: '2026-03-06T08:00:00Z', place: { file: 'tickets.csv', line: 7 } }, { event: null }, {}],
    runs: [
      {
        verdict: { outcome: 'breached', elapsed_s: 9000, over_s: 1800 },
        targets: [{ target: 'chat', within: { length: 300 }, matched: false }, {}, { matched: true }],
        spans: [
          { length: 1800, total: 1800 },
          { counts: false, length: 235_800 },
          { total: 9000, ranOutAt: '2026-03-09T03:30:00Z' },
        ],
        holder: { name: '李晓明', since: '2026-03-06T08:10:00Z', place: { line: 8 } },
      },
    ],
  });
  expect(at('2026-03-06T08:10:00')).toBe(ops118.runs[0]?.holder?.since);
});
