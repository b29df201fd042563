import { describe, expect, it } from 'vitest';
import { bandsUpTo } from '../../src/clock/severity.ts';
import type { SeverityBand } from '../../src/domain/policy.ts';

const MINUTE = 60_000;
const band = (name: string, operator: SeverityBand['operator'], minutes: number): SeverityBand => {
  return { name, operator, over: minutes * MINUTE };
};
const told = (bands: readonly SeverityBand[], minutes: number) =>
  bandsUpTo(bands, minutes * MINUTE).map(({ name, from }) => `${name} ${from}`);

describe('the bands that a breach comes into as it grows', () => {
  const graver = [band('minor', '<=', 30), band('major', '<=', 120), band('severe', '>', 120)];

  it('each from the least time over at which it is in it: just beyond the border of the band before', () => {
    expect(told(graver, 30)).toEqual(['minor 0']);
    expect(told(graver, 31)).toEqual(['minor 0', 'major 1800001']);
    expect(told(graver, 120)).toEqual(['minor 0', 'major 1800001']);
    expect(told(graver, 1000)).toEqual(['minor 0', 'major 1800001', 'severe 7200001']);
  });

  it('none before the first holds; and none where it left one and no other holds', () => {
    expect(told([band('severe', '>', 60)], 60)).toEqual([]);
    expect(told([band('severe', '>', 60)], 61)).toEqual(['severe 3600001']);
    expect(told([band('minor', '<', 30), band('severe', '>=', 60)], 61)).toEqual([
      'minor 0',
      'undefined 1800000',
      'severe 3600000',
    ]);
  });

  it('the first that holds, in the order of the policy', () => {
    expect(told([band('any', '>', 0), band('severe', '>', 60)], 61)).toEqual(['any 1']);
    expect(told([band('severe', '>', 60), band('any', '>', 0)], 61)).toEqual(['any 1', 'severe 3600001']);
  });
});
