import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { complaints } from '../../../src/policy/complaints.ts';
import { moneyIn, readShare } from '../../../src/policy/consequences/money.ts';

const words = (text: string) => ({ text, place: { file: 'policy.yaml', line: 1, column: 1 } });

function amount(text: string, currency = 'CNY') {
  const found = complaints();
  const value = moneyIn(currency, true, found).amount(words(text));
  expect(found.list.map(({ code }) => code)).toEqual(value === undefined ? ['bad-amount'] : []);
  return value;
}

describe('an amount in minor units, exactly', () => {
  test.each([
    ['50', 'CNY', 5000],
    ['50.5', 'CNY', 5050],
    ['50.05', 'CNY', 5005],
    ['0.01', 'CNY', 1],
    // As a binary fraction 1.15 × 100 is 114.99999999999999.
    ['1.15', 'CNY', 115],
    ['1,000.00', 'CNY', 100_000],
    ['12,345,678.9', 'CNY', 1_234_567_890],
    ['050', 'CNY', 5000],
    ['90071992547409.91', 'CNY', Number.MAX_SAFE_INTEGER],
    // The yen has no minor unit, the dinar of Kuwait three decimals.
    ['500', 'JPY', 500],
    ['1.5', 'KWD', 1500],
    ['0.001', 'KWD', 1],
  ])('%s %s', (text, currency, expected) => {
    expect(amount(text, currency)).toBe(expected);
  });

  test.each([
    ['nothing', '0'],
    ['nothing, with decimals', '0.00'],
    ['below nothing', '-50'],
    ['more decimals than there are', '50.005'],
    ['even where they are nought', '50.000'],
    ['a decimal comma', '50,5'],
    ['thousands in another place', '1,00,000'],
    ['a currency', '50元'],
    ['a sign', '¥50'],
    ['a share', '5%'],
    ['an exponent', '1e3'],
    ['a word', 'fifty'],
    ['no digits behind the point', '50.'],
    ['none before it', '.5'],
    ['more than can be counted exactly', '90071992547409.92'],
  ])('%s is none: %s', (_, text) => {
    expect(amount(text)).toBeUndefined();
  });

  test('decimals of a currency that has none', () => {
    expect(amount('50.5', 'JPY')).toBeUndefined();
  });
});

test('a currency is asked for once, at the first money', () => {
  const found = complaints();
  const money = moneyIn(undefined, false, found);
  expect([money.amount(words('50')), money.amount(words('60'))]).toEqual([5000, 6000]);
  expect(found.list.map(({ code, message }) => [code, english(message).includes('"50"')])).toEqual([
    ['missing-key', true],
  ]);
});

describe('a share in basis points, exactly', () => {
  test.each([
    ['5%', 500],
    ['12.5%', 1250],
    ['0.01%', 1],
    // As a binary fraction 0.29 × 100 is 28.999999999999996.
    ['0.29%', 29],
    ['100%', 10_000],
    ['300 %', 30_000],
  ])('%s', (text, expected) => {
    expect(readShare(words(text), complaints())).toBe(expected);
  });

  test.each([
    ['no sign', '5', undefined],
    ['nothing', '0%', undefined],
    ['three decimals', '1.125%', undefined],
    ['below nothing', '-5%', undefined],
    ['over the limit', '100.01%', 100],
  ])('%s is none: %s', (_, text, most) => {
    const found = complaints();
    expect(readShare(words(text), found, most)).toBeUndefined();
    expect(found.list.map(({ code }) => code)).toEqual(['bad-amount']);
  });
});
