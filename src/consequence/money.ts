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
