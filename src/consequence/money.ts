import type { BasisPoints, Minor, Rounding } from '../domain/consequence-rules.ts';

const WHOLE = 10_000n;

/** A share of an amount, rounded once, by the policy's rule. The amount is not negative. */
export function shareOf(amount: Minor, share: BasisPoints, rounding: Rounding): Minor {
  return rounded(BigInt(amount) * BigInt(share), WHOLE, rounding);
}

/** The nearest step to `numerator` ÷ `denominator` minor units. */
function rounded(numerator: bigint, denominator: bigint, { to, rule }: Rounding): Minor {
  const step = denominator * BigInt(to);
  const whole = numerator / step;
  const rest = numerator % step;
  return Number((whole + (goesUp(whole, rest, step, rule) ? 1n : 0n)) * BigInt(to));
}

function goesUp(whole: bigint, rest: bigint, step: bigint, rule: Rounding['rule']): boolean {
  switch (rule) {
    case 'down':
      return false;
    case 'up':
      return rest > 0n;
    case 'half-up':
      return rest * 2n >= step;
    case 'half-even':
      return rest * 2n > step || (rest * 2n === step && whole % 2n === 1n);
  }
}

/** Decimals of a currency's amounts: 2 of CNY, 0 of JPY; 2 where the policy names none. */
export function minorDigits(currency = 'CNY'): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits;
}

const NUMBER = String.raw`(\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.(\d+))?`;
const BEFORE = String.raw`(?:人民币|[A-Z]{3}|[A-Z]{0,2}\p{Sc})?`;
const AFTER = String.raw`(?:\p{Sc}|[A-Z]{3}|[元圆圓块円][整正]?)?`;
const SUM = new RegExp(String.raw`^${BEFORE}\s*${NUMBER}\s*${AFTER}$`, 'u');

/**
 * A cell with a sum of money in minor units: `1200`, `1,200.50`, `¥1 200.5`, `1200 CNY`, `500元`. `undefined` for anything
 * else: a sum below nought, `5万`, `1.200,50`, more decimals than the currency has; and `1.200`, which may be twelve hundred.
 */
export function readMinor(cell: string, digits: number): Minor | undefined {
  const [, whole = '', fraction = ''] = SUM.exec(cell.trim()) ?? [];
  const decimals = fraction.replace(/0+$/, '');
  const mayBeThousands = fraction.length === 3 && digits !== 3 && /^\d{1,3}$/.test(whole);
  if (whole === '' || mayBeThousands || decimals.length > digits) return undefined;
  const minor = Number(whole.replaceAll(/\D/g, '') + decimals.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
