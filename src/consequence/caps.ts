import type { Award, Ladder, Minor, Rounding } from '../domain/consequence.ts';
import type { Instant } from '../domain/time.ts';
import { shareOf } from './money.ts';
import { isInWindow, type WindowAt } from './windows.ts';

/** What an award comes to for somebody: after rounding, and after the ladder's cap. */
export interface Sum {
  /** Of money in minor units; of points their number. Absent: only a share is known. */
  readonly amount?: number;
  readonly share?: number;
  /** What the cap took off: of the amount, or of the share where no amount is known. */
  readonly cappedBy?: number;
}

/** What a ladder has taken from one subject so far. */
interface Taken {
  readonly kind: Award['kind'];
  readonly at: Instant;
  readonly quantity: number;
}

/**
 * Says what each award of a ladder comes to for one subject, in time order. A cap trims what crosses it; what comes later in
 * the window is nought.
 *
 * @param base what shares of the subject's bonus are shares of, at an instant; `undefined` where it is not known
 */
export function treasurer(
  { cap }: Pick<Ladder, 'cap'>,
  rounding: Rounding,
  base: (at: Instant) => Minor | undefined,
): (award: Award, at: Instant, window: WindowAt) => Sum {
  const taken: Taken[] = [];

  /** As much of a quantity as a limit leaves. */
  function within(limit: number | undefined, kind: Award['kind'], quantity: number, at: Instant, window: WindowAt) {
    if (limit === undefined || limit === Infinity) return { given: quantity, cappedBy: 0 };
    const before = taken.filter((each) => each.kind === kind && isInWindow({ ...window, end: at }, each.at));
    const left = limit - before.reduce((sum, each) => sum + each.quantity, 0);
    const given = Math.max(0, Math.min(quantity, left));
    taken.push({ kind, at, quantity: given });
    return { given, cappedBy: quantity - given };
  }

  return (award, at, window) => {
    switch (award.kind) {
      case 'action':
        return {};
      case 'points': {
        const { given, cappedBy } = within(cap.points, 'points', award.points, at, window);
        return { amount: given, ...(cappedBy > 0 && { cappedBy }) };
      }
      case 'fine': {
        const known = base(at);
        const share =
          cap.fineShare === undefined || known === undefined ? Infinity : shareOf(known, cap.fineShare, rounding);
        const limit = Math.min(cap.fine ?? Infinity, share);
        const { given, cappedBy } = within(limit, 'fine', award.amount, at, window);
        return { amount: given, ...(cappedBy > 0 && { cappedBy }) };
      }
      case 'bonus': {
        if (!('share' in award)) return { amount: award.amount };
        const { given, cappedBy } = within(cap.bonusShare, 'bonus', award.share, at, window);
        const known = base(at);
        return {
          share: given,
          ...(known !== undefined && { amount: shareOf(known, given, rounding) }),
          ...(cappedBy > 0 && { cappedBy: known === undefined ? cappedBy : shareOf(known, cappedBy, rounding) }),
        };
      }
    }
  };
}
