import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import type { Excuse } from '../../src/domain/excuse.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { excuseDesk } from '../../src/people/excuses.ts';
import { at, clock, HOUR, resolution, response, verdict } from '../figures/verdicts.ts';

let lines = 1;
function excuse(more: Partial<Excuse> = {}): Excuse {
  lines += 1;
  return {
    ...{ ticket: 'T', clock: 'first_response', decision: 'excused', by: '周宁', reason: '台风停电', evidence: '' },
    ...{ at: at('2026-11-03 00:00'), place: { file: 'excuses.csv', line: lines } },
    ...more,
  };
}

const breach = (cycle = 1, due = '2026-10-08 10:00', ticket = 'T'): Verdict => ({
  ...verdict({ ticket, cycle, due, outcome: 'breached', over: HOUR, severity: 'severe' }),
  charged: { to: 'E1', kind: 'employee' },
});

/** As of an instant after all decisions, unless a test says otherwise. */
const desk = (excuses: readonly Excuse[], within?: number, asOf = at('2027-01-01 00:00')) =>
  excuseDesk(excuses, { clocks: [response, resolution], within, timezone: 'Asia/Shanghai', asOf });

/** What becomes of each verdict, and what is told. */
function outcome(excuses: readonly Excuse[], verdicts: readonly Verdict[], within?: number) {
  lines = 1;
  const court = desk(excuses, within);
  const settled = verdicts.map(court.settle);
  const told = court.check('T', settled, false).map(({ code, place }) => `${place?.line} ${code}`);
  return { outcomes: settled.map((each) => each.outcome), told, settled };
}

test('an excused breach stays with all that was found of it', () => {
  const [before] = [breach()];
  const { settled } = outcome([excuse({ evidence: '公告 17' })], [before]);
  expect(settled).toEqual([
    {
      ...before,
      outcome: 'excused',
      excuse: expect.objectContaining({ by: '周宁', evidence: '公告 17' }),
      // 00:00 UTC is 8 in the morning of that day in Shanghai.
      reason: 'excused: by 周宁, 2026-11-03, 台风停电',
    },
  ]);
});

test('a rejected appeal leaves the breach as it was, with the decision on it', () => {
  const before = breach();
  expect(outcome([excuse({ decision: 'rejected' })], [before]).settled).toEqual([
    { ...before, excuse: expect.objectContaining({ decision: 'rejected' }) },
  ]);
});

const [early, later, last] = [at('2026-11-03 00:00'), at('2026-11-05 00:00'), at('2026-11-07 00:00')];
const rejected = { decision: 'rejected' } as const;
const upheld = { decision: 'upheld' } as const;

describe('of several decisions', () => {
  test.each([
    [
      'the latest counts: upheld on appeal',
      [
        { ...rejected, at: early },
        { ...upheld, at: later },
      ],
      'excused',
      [],
    ],
    [
      'in whatever order they stand',
      [
        { ...upheld, at: later },
        { ...rejected, at: early },
      ],
      'excused',
      [],
    ],
    ['an excuse is taken back', [{ at: early }, { ...rejected, at: later }], 'breached', []],
    [
      'one instant settles nothing',
      [
        { ...rejected, at: early },
        { ...upheld, at: early },
      ],
      'breached',
      ['3 excuse-twice'],
    ],
    [
      'then what was before it counts',
      [
        { ...upheld, at: early },
        { ...rejected, at: later },
        { ...upheld, at: later },
      ],
      'excused',
      ['4 excuse-twice'],
    ],
    [
      'and what comes after settles it',
      [
        { ...rejected, at: early },
        { ...upheld, at: early },
        { ...rejected, at: last },
      ],
      'breached',
      // The first two are of one instant; by content upheld comes after rejected, so the last one takes it back.
      ['3 excuse-twice'],
    ],
    ['the same twice is told', [{ at: early }, { at: early }], 'excused', ['3 excuse-twice']],
    ['excused and upheld as well', [{ at: early }, { ...upheld, at: later }], 'excused', ['3 excuse-twice']],
    [
      'rejected and rejected',
      [
        { ...rejected, at: early },
        { ...rejected, at: later },
      ],
      'breached',
      ['3 excuse-twice'],
    ],
  ])('%s', (_, decisions, expected, told) => {
    lines = 1;
    const result = outcome(decisions.map(excuse), [breach()]);
    expect(result).toMatchObject({ outcomes: [expected], told });
  });
});

describe('which breaches', () => {
  const rounds = [breach(1), { ...breach(2), outcome: 'met' as const }, breach(3)];

  test('without a cycle all of that ticket and clock', () => {
    const others = [
      { ...breach(1), ticket: 'U' },
      { ...breach(1), run: { ...breach().run, clock: resolution } },
    ];
    expect(outcome([excuse()], [...rounds, ...others])).toMatchObject({
      outcomes: ['excused', 'met', 'excused', 'breached', 'breached'],
      told: [],
    });
  });

  test('with a cycle that one alone', () => {
    expect(outcome([excuse({ cycle: 3 })], rounds)).toMatchObject({
      outcomes: ['breached', 'met', 'excused'],
      told: [],
    });
  });

  test('two decisions on all cycles are told once', () => {
    lines = 1;
    expect(outcome([excuse(), excuse()], rounds).told).toEqual(['3 excuse-twice']);
  });

  test('one on all cycles, and one on one of them that says otherwise later', () => {
    const [all, third] = [excuse({ at: early }), excuse({ cycle: 3, ...rejected, at: later })];
    expect(outcome([all, third], rounds)).toMatchObject({ outcomes: ['excused', 'met', 'breached'], told: [] });
  });
});

describe('what there is no breach for is told', () => {
  test.each([
    [
      'a clock that the policy does not define',
      { clock: 'first_respnse' },
      [breach()],
      'Did you mean "first_response"?',
    ],
    ['a clock that does not apply', { clock: 'resolution' }, [breach()], 'Judged of it: first_response.'],
    ['a cycle that there is not', { cycle: 2 }, [breach()], 'Cycles: 1.'],
    ['a run that was met', {}, [{ ...breach(), outcome: 'met' as const }], 'is no breach: met'],
    ['a ticket that is not judged', {}, [], 'Nothing of the ticket is judged.'],
  ])('%s', (_, more, verdicts, words) => {
    const court = desk([excuse(more)]);
    const settled = verdicts.map(court.settle);
    expect(settled.map((each) => each.outcome)).not.toContain('excused');
    const [finding, ...others] = court.check('T', settled, false);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'excuse-unknown', ticket: 'T' });
    expect(`${english(finding?.message ?? '')} ${english(finding?.hint ?? '')}`).toContain(words);
  });

  describe('as of the end of October, of a decision of 3 November', () => {
    const told = (more: Partial<Excuse>, verdicts: readonly Verdict[], goesOn: boolean) =>
      desk([excuse(more)], undefined, at('2026-10-31 16:00')).check('T', verdicts, goesOn);
    const going = { ...breach(), outcome: 'running' as const };

    test('it may be on a breach that comes later: of a ticket that goes on, or a run that does', () => {
      expect(told({}, [], true)).toEqual([]);
      expect(told({}, [{ ...breach(), outcome: 'met' }], true)).toEqual([]);
      expect(told({}, [going], false)).toEqual([]);
      expect(told({ cycle: 1 }, [{ ...going, outcome: 'paused' }], false)).toEqual([]);
    });

    test('but not on a clock that there is not, nor on a ticket that was over by then', () => {
      const code = [{ code: 'excuse-unknown' }];
      expect(told({ clock: 'first_respnse' }, [], true)).toMatchObject(code);
      expect(told({}, [{ ...breach(), outcome: 'met' }], false)).toMatchObject(code);
      expect(told({ cycle: 2 }, [going], false)).toMatchObject(code);
      expect(told({ clock: 'resolution' }, [going], false)).toMatchObject(code);
      // It was made on the last day of October: that it is on a breach of November nobody can have meant.
      expect(told({ at: at('2026-10-31 16:00') }, [going], true)).toMatchObject(code);
    });
  });

  test('a ticket that is not in the export, with the one that was meant', () => {
    const known = ['OPS-117', 'OPS-118'];
    const tickets = {
      size: known.length,
      text: (code: number) => known[code] ?? '',
      code: (text: string) => (known.includes(text) ? known.indexOf(text) : undefined),
    };
    const found = desk([excuse({ ticket: 'OPS-118' }), excuse({ ticket: 'OPS-1l8' })]).strangers(tickets);
    expect(found).toMatchObject([{ code: 'excuse-unknown', ticket: 'OPS-1l8' }]);
    expect(english(found[0]?.hint ?? '')).toContain('Did you mean "OPS-118"?');
  });
});

test('who decides may call a clock by its title, in any language; not by one that two bear', () => {
  expect(outcome([excuse({ clock: '首次响应' })], [breach()]).outcomes).toEqual(['excused']);
  expect(outcome([excuse({ clock: 'First response' })], [breach()]).outcomes).toEqual(['excused']);
  const twins = ['a', 'b'].map((id) => clock(id, { title: { zh: '响应' } }));
  const of = { ...breach(), run: { ...breach().run, clock: twins[0]! } };
  const rules = { clocks: twins, within: undefined, timezone: 'UTC', asOf: at('2027-01-01 00:00') };
  expect(excuseDesk([excuse({ clock: '响应' })], rules).settle(of).outcome).toBe('breached');
});

describe('a deadline of two days after the breach of 8 October, 10:00', () => {
  test.each([
    ['2026-10-01 00:00', 'excused', []],
    ['2026-10-10 10:00', 'excused', []],
    ['2026-10-10 10:00:00.001', 'breached', ['2 excuse-late']],
  ])('decided at %s: %s', (text, expected, told) => {
    lines = 1;
    expect(outcome([excuse({ at: at(text) })], [breach()], 48 * HOUR)).toMatchObject({ outcomes: [expected], told });
  });

  test('one cycle may be late, and another not', () => {
    lines = 1;
    const rounds = [breach(1), breach(2, '2026-10-12 10:00')];
    const result = outcome([excuse({ at: at('2026-10-13 00:00') })], rounds, 48 * HOUR);
    expect(result).toMatchObject({ outcomes: ['breached', 'excused'], told: ['2 excuse-late'] });
  });

  test('a late rejection takes nothing back', () => {
    lines = 1;
    const decisions = [excuse({ at: at('2026-10-09 00:00') }), excuse({ ...rejected, at: at('2026-10-13 00:00') })];
    expect(outcome(decisions, [breach()], 48 * HOUR)).toMatchObject({ outcomes: ['excused'], told: ['3 excuse-late'] });
  });
});

const anyExcuse = fc
  .record({
    ticket: fc.constantFrom('T', 'U', 'V'),
    clock: fc.constantFrom('first_response', 'resolution', '解决'),
    cycle: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    decision: fc.constantFrom('excused', 'upheld', 'rejected'),
    hour: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ cycle, hour, ...rest }) =>
    excuse({ ...rest, ...(cycle !== undefined && { cycle }), at: early + hour * HOUR } as Partial<Excuse>),
  );

const anyVerdict = fc
  .record({
    ticket: fc.constantFrom('T', 'U', 'W'),
    clock: fc.constantFrom(response, resolution),
    cycle: fc.integer({ min: 1, max: 3 }),
    outcome: fc.constantFrom('breached', 'met', 'undecided', 'cancelled'),
  })
  .map((told) => verdict({ ...told, due: '2026-10-08 10:00' } as Parameters<typeof verdict>[0]));

test('an excuse changes no verdict but the breach that it is on, of that its outcome and reason alone', () => {
  fc.assert(
    fc.property(fc.array(anyExcuse, { maxLength: 6 }), fc.array(anyVerdict, { maxLength: 8 }), (excuses, verdicts) => {
      const court = desk(excuses);
      for (const before of verdicts) {
        const after = court.settle(before);
        const { excuse: decision, outcome: now, reason, ...rest } = after;
        const { outcome: then, reason: was, ...same } = before;
        expect(rest).toEqual(same);
        if (decision === undefined) {
          expect([now, reason]).toEqual([then, was]);
          continue;
        }
        expect(then).toBe('breached');
        expect(now).toBe(decision.decision === 'rejected' ? 'breached' : 'excused');
        expect(decision.ticket).toBe(before.ticket);
        expect([before.run.clock.id, undefined]).toContain(decision.clock);
        expect([before.run.cycle, undefined]).toContain(decision.cycle);
        // No later decision on it says otherwise.
        const others = excuses.filter(
          ({ ticket, clock: on, cycle, at: when }) =>
            ticket === before.ticket &&
            (on === before.run.clock.id || before.run.clock.title.zh === on) &&
            (cycle ?? before.run.cycle) === before.run.cycle &&
            when > decision.at,
        );
        const instants = [...new Set(others.map((other) => other.at))];
        for (const instant of instants) {
          const words = others.filter((other) => other.at === instant).map((other) => other.decision === 'rejected');
          expect(new Set(words).size, 'only decisions that contradict each other are passed over').toBe(2);
        }
      }
    }),
    { seed: 13, numRuns: 500 },
  );
});

test('the order of the decisions in their file changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyExcuse, { maxLength: 6 }), anyVerdict, fc.nat(), (excuses, before, turn) => {
      const turned = excuses.map((_, index) => excuses[(index + turn) % excuses.length]!);
      const plain = (settled: Verdict) => ({ outcome: settled.outcome, reason: settled.reason });
      expect(plain(desk(turned).settle(before))).toEqual(plain(desk(excuses).settle(before)));
    }),
    { seed: 14, numRuns: 300 },
  );
});
