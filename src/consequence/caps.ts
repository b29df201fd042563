import type { Award, Ladder, Minor, Rounding } from '../domain/consequence-rules.ts';
import type { Instant } from '../domain/time.ts';
import { shareOf } from './money.ts';
import { hasBegun, type WindowAt } from './windows.ts';

/** What an award comes to for somebody: after rounding, and after the ladder's cap. */
export interface Sum {
  /** Of money in minor units; of points their number. Absent: only a share is known. */
  readonly amount?: number;
  readonly share?: number;
  /** What the share is a share of. */
  readonly base?: number;
  /** What the cap took off: of the amount, or of the share where no amount is known. */
  readonly cappedBy?: number;
}

/** Points are given to two decimals: as whole numbers they add up exactly. */
const PARTS_OF_A_POINT = 100;

/**
 * Says what each award of a ladder comes to for one subject. It is asked in time order. A cap trims what crosses it; what
 * comes later in the window is nought.
 *
 * @param base what shares of the subject's bonus are shares of, at an instant; `undefined` where it is not known
 */
export function treasurer(
  { cap }: Pick<Ladder, 'cap'>,
  rounding: Rounding,
  base: (at: Instant) => Minor | undefined,
): (award: Award, at: Instant, window: WindowAt) => Sum {
  const purses = { fine: purse(), bonus: purse(), points: purse() };

  return (award, at, window) => {
    switch (award.kind) {
      case 'action':
        return {};
      case 'points': {
        const parts = (points: number) => Math.round(points * PARTS_OF_A_POINT);
        const limit = cap.points === undefined ? Infinity : parts(cap.points);
        const { given, cappedBy } = purses.points(limit, parts(award.points), at, window);
        return {
          amount: given / PARTS_OF_A_POINT,
          ...(cappedBy > 0 && { cappedBy: cappedBy / PARTS_OF_A_POINT }),
        };
      }
      case 'fine': {
        const known = cap.fineShare === undefined ? undefined : base(at);
        const share = known === undefined ? Infinity : shareOf(known, cap.fineShare ?? 0, rounding);
        const limit = Math.min(cap.fine ?? Infinity, share);
        const { given, cappedBy } = purses.fine(limit, award.amount, at, window);
        return { amount: given, ...(cappedBy > 0 && { cappedBy }) };
      }
      case 'bonus': {
        if (!('share' in award)) return { amount: award.amount };
        const { given, cappedBy } = purses.bonus(cap.bonusShare ?? Infinity, award.share, at, window);
        const known = base(at);
        if (known === undefined) return { share: given, ...(cappedBy > 0 && { cappedBy }) };
        const amount = shareOf(known, given, rounding);
        // Not a share rounded on its own: what was given and what was taken off are together what it would have been.
        return {
          share: given,
          base: known,
          amount,
          ...(cappedBy > 0 && { cappedBy: shareOf(known, award.share, rounding) - amount }),
        };
      }
    }
  };
}

/** Gives as much of a quantity as a limit leaves in a window, and remembers it. */
function purse() {
  const taken: { readonly at: Instant; readonly quantity: number }[] = [];
  /** Of the window asked for last: its first, and the sum from there on. */
  let first = 0;
  let sum = 0;
  return (limit: number, quantity: number, at: Instant, window: WindowAt) => {
    for (; first < taken.length && !hasBegun(window, taken[first]!.at); first++) sum -= taken[first]!.quantity;
    // A rolling window may begin earlier than the one before: see `climb`.
    for (; first > 0 && hasBegun(window, taken[first - 1]!.at); first--) sum += taken[first - 1]!.quantity;
    const given = Math.max(0, Math.min(quantity, limit - sum));
    taken.push({ at, quantity: given });
    sum += given;
    return { given, cappedBy: quantity - given };
  };
}
