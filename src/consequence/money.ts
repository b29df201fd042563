import type { BasisPoints, Minor, Rounding } from '../domain/consequence.ts';

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

/** A cell with a sum of money in minor units: `1200`, `1,200.50`, `¥1 200.5`; `undefined` for anything else. */
export function readMinor(cell: string, digits: number): Minor | undefined {
  const parts = /^[^\d.,-]*(\d{1,3}(?:[,\s]\d{3})+|\d{1,12})(?:\.(\d+))?\s*\D*$/.exec(cell.trim());
  if (parts === null) return undefined;
  const decimals = (parts[2] ?? '').replace(/0+$/, '');
  if (decimals.length > digits) return undefined;
  return Number((parts[1] ?? '').replaceAll(/\D/g, '') + decimals.padEnd(digits, '0'));
}
