import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { measureThreshold, readThreshold, type Threshold } from '../../src/figures/thresholds.ts';
import { october } from '../report/october.ts';

const names = {
  clocks: ['first_response', 'handover'],
  objectives: ['all-in-a-day'],
  parseLength: (text: string) => ({ '4h': 14_400_000, '30m': 1_800_000 })[text],
};

function threshold(text: string): Threshold {
  const read = readThreshold(text, names);
  if ('fault' in read) throw new Error(read.fault);
  return read;
}

/** A report in which `met` of `of` runs of one clock were met. */
function attained(met: number, of: number): Report {
  const [clock] = october.clocks;
  if (clock === undefined) throw new Error('no clock');
  const attainment = { numerator: met, denominator: of, percent: of === 0 ? null : (met / of) * 100 };
  return { ...october, clocks: [{ ...clock, clock: 'first_response', attainment }] };
}

describe('shares are compared without rounding', () => {
  test.each([
    // 949996 of 1000000 are 94.9996 %.
    [949_996, 1_000_000, '< 95%', true],
    [95, 100, '< 95%', false],
    [95, 100, '<= 95%', true],
    [95, 100, '= 95%', true],
    [2, 3, '< 66.667%', true],
    [2, 3, '> 66.666%', true],
    [2, 3, '!= 66.666%', true],
    [0, 7, '> 0%', false],
    [7, 7, '>= 100%', true],
    [0, 0, '< 95%', false],
    [0, 0, '>= 0%', false],
  ])('%i of %i %s: %s', (met, of, condition, holds) => {
    expect(measureThreshold(attained(met, of), threshold(`attainment(first_response) ${condition}`)).holds).toBe(holds);
  });
});

test('nothing to measure is null, and nothing holds of it', () => {
  expect(measureThreshold(attained(0, 0), threshold('attainment(first_response) < 95%'))).toMatchObject({
    value: null,
    holds: false,
  });
});

describe('what it is of', () => {
  const [first] = october.clocks;
  test('lengths are those of stopped runs in open time', () => {
    const mean = first?.open.mean ?? 0;
    const report = {
      ...october,
      clocks: october.clocks.map((clock) => ({ ...clock, open: { ...clock.open, mean: 14_400.001 } })),
    };
    expect(mean).toBeGreaterThan(0);
    expect(measureThreshold(report, threshold('mean(first_response) > 4h')).holds).toBe(true);
    expect(measureThreshold(report, threshold('mean(first_response) <= 4h')).holds).toBe(false);
  });

  test('counts without a clock are of all clocks', () => {
    const total = october.clocks.reduce((sum, { breached }) => sum + breached, 0);
    expect(measureThreshold(october, threshold(`breaches = ${total}`)).holds).toBe(true);
    expect(measureThreshold(october, threshold(`breaches(handover) = ${october.clocks[1]?.breached}`)).holds).toBe(
      true,
    );
  });

  test('rows set aside are a share of the rows read: 2 of 1302', () => {
    expect(measureThreshold(october, threshold('rows_set_aside > 0.15%')).holds).toBe(true);
    expect(measureThreshold(october, threshold('rows_set_aside > 0.154%')).holds).toBe(false);
  });

  test('findings are those that may change a figure', () => {
    const note = { code: 'passed-over', severity: 'note', title: '', count: 9 } as const;
    expect(
      measureThreshold({ ...october, findings: [...october.findings, note] }, threshold('findings = 2')).holds,
    ).toBe(true);
  });
});

test.each([
  ['attainment(first_response)', 'is not a threshold'],
  ['95% > attainment(first_response)', 'is not a threshold'],
  ['attainment < 95%', 'attainment of which clock?'],
  ['attainment(resolution) < 95%', 'the policy has no clock "resolution"'],
  ['attainmnt(first_response) < 95%', 'nothing is called "attainmnt"'],
  ['attainment(first_response) < 95', '"95" is no limit for attainment'],
  ['attainment(first_response) < 101%', '"101%" is no limit for attainment'],
  ['mean(first_response) > soon', '"soon" is no limit for mean'],
  ['breaches > 1.5', '"1.5" is no limit for breaches'],
  ['objective(x) < 5%', 'the policy has no objective "x"'],
  ['findings(first_response) > 0', 'findings is not of a clock'],
])('%s: %s', (text, fault) => {
  const read = readThreshold(text, names);
  expect('fault' in read && read.fault).toContain(fault);
});
