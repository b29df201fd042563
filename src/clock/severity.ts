import type { Operator, SeverityBand } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';

/** The first band whose comparison with the time over holds; `undefined` when none does. */
export function severityOf(bands: readonly SeverityBand[], over: Millis): string | undefined {
  return bands.find((band) => isWithin(over, band.operator, band.over))?.name;
}

function isWithin(over: Millis, operator: Operator, bound: Millis): boolean {
  switch (operator) {
    case '<':
      return over < bound;
    case '<=':
      return over <= bound;
    case '>':
      return over > bound;
    case '>=':
      return over >= bound;
    case '=':
      return over === bound;
    case '!=':
      return over !== bound;
  }
}
