import type { Instant } from '../../../domain/time.ts';
import type { Reader } from '../../page.ts';

const DAY = 86_400_000;

type Clock = Reader['local'];

/** By clock: of days in which it is not changed, how far it goes before UTC; `undefined` of the others. */
const offsets = new WeakMap<Clock, Map<number, number | undefined>>();

/**
 * The reader's clock on the wall at an instant, as if it showed UTC; NaN where it cannot be told. A sheet holds hundreds of thousands of
 * instants on a few hundred days: the clock is asked at both ends of a day, and on days that it is changed on each time.
 */
export function wallClockAt(at: Instant, local: Clock): number {
  let known = offsets.get(local);
  if (known === undefined) {
    known = new Map();
    offsets.set(local, known);
  }
  const day = Math.floor(at / DAY);
  if (!known.has(day)) {
    const [first, last] = [offsetAt(day * DAY, local), offsetAt((day + 1) * DAY - 1_000, local)];
    known.set(day, first === last ? first : undefined);
  }
  return at + (known.get(day) ?? offsetAt(at, local));
}

/** To the second, as the clock tells it. */
function offsetAt(at: Instant, local: Clock): number {
  return Date.parse(`${local(at).replace(' ', 'T')}Z`) - at;
}
