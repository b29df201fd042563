import { describe, expect, it } from 'vitest';
import { minorDigits, readMinor, shareOf } from '../../src/consequence/money.ts';
import type { Rounding } from '../../src/domain/consequence-rules.ts';

describe('a share of an amount, rounded once', () => {
  it.each<[amount: number, share: number, to: number, rule: Rounding['rule'], expected: number]>([
    // 5 % of 1,234.50 is 61.725: to the cent 61.73, to the even one 61.72.
    [123_450, 500, 1, 'half-up', 6173],
    [123_450, 500, 1, 'half-even', 6172],
    [123_450, 500, 1, 'down', 6172],
    [123_450, 500, 1, 'up', 6173],
    // 5 % of 1,235.50 is 61.775: the even cent is the upper one.
    [123_550, 500, 1, 'half-even', 6178],
    // A hair under and over the half: 4.99 % of 1,000.10 is 49.904990, 12.5 % of 0.37 is 0.04625.
    [100_010, 499, 1, 'half-up', 4990],
    [100_010, 499, 1, 'up', 4991],
    [37, 1250, 1, 'half-up', 5],
    [37, 1250, 1, 'half-even', 5],
    [37, 1250, 1, 'down', 4],
    // To the yuan: 12.5 % of 100 is 12.50, and of 108 13.50.
    [10_000, 1250, 100, 'half-up', 1300],
    [10_000, 1250, 100, 'half-even', 1200],
    [10_800, 1250, 100, 'half-even', 1400],
    [10_000, 1250, 100, 'down', 1200],
    [10_000, 1250, 100, 'up', 1300],
    // To ten yuan: 1 % of 1,499.99 is 14.9999, of 1,500.00 just 15.
    [149_999, 100, 1000, 'half-up', 1000],
    [150_000, 100, 1000, 'half-up', 2000],
    [150_000, 100, 1000, 'half-even', 2000],
    // What is whole is not rounded by any rule.
    [200_000, 1000, 1, 'up', 20_000],
    [0, 5000, 1, 'up', 0],
    [99, 10_000, 1, 'down', 99],
    // More than the whole: 150 % of the price.
    [10_000, 15_000, 1, 'half-up', 15_000],
    // A hundred thousand million yuan, exactly: a product beyond 2^53.
    [10_000_000_000_001, 3333, 1, 'half-up', 3_333_000_000_000],
  ])('%i, %i basis points, to %i, %s: %i', (amount, share, to, rule, expected) => {
    expect(shareOf(amount, share, { to, rule })).toBe(expected);
  });
});

describe('minor units', () => {
  it.each([
    ['CNY', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    [undefined, 2],
  ])('%s has %s decimals', (currency, digits) => expect(minorDigits(currency)).toBe(digits));
});

describe('a cell with a sum of money', () => {
  it.each([
    ['1200', 2, 120_000],
    ['1,200.50', 2, 120_050],
    ['1 200.5', 2, 120_050],
    ['¥1,200', 2, 120_000],
    ['￥ 88.8', 2, 8880],
    ['US$12', 2, 1200],
    ['CNY 12', 2, 1200],
    ['12.30 EUR', 2, 1230],
    ['500元', 2, 50_000],
    ['人民币500元整', 2, 50_000],
    [' 0 ', 2, 0],
    ['0.01', 2, 1],
    ['1200.5000', 2, 120_050],
    ['1200', 0, 1200],
    ['1200.00', 0, 1200],
    ['1.234', 3, 1234],
    ['1,234,567.89', 2, 123_456_789],
  ])('%j with %i decimals is %i', (cell, digits, minor) => expect(readMinor(cell, digits)).toBe(minor));

  it.each([
    ['', 2],
    ['-', 2],
    ['无', 2],
    ['-50', 2],
    ['−50', 2],
    ['50-', 2],
    ['(50)', 2],
    ['1.005', 2],
    ['1.5', 0],
    ['1.200', 2],
    ['1.200,50', 2],
    ['12,50', 2],
    ['1,2345', 2],
    ['5万', 2],
    ['10%', 2],
    ['1e5', 2],
    ['.5', 2],
    ['50/60', 2],
    ['about 50', 2],
    ['9007199254740993', 0],
    ['90071992547409.93', 2],
  ])('%j with %i decimals is none', (cell, digits) => expect(readMinor(cell, digits)).toBeUndefined());
});
