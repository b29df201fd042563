import type { Met, ReadShare } from '../../domain/share.ts';

/** Of each share which of its tickets others have rows of, too, and who judges each of them. */
type Common = Pick<Met, 'common' | 'homes'>;

/** A ticket of one share: the number of its hashes. */
interface Slots {
  readonly share: Uint8Array;
  readonly code: Int32Array;
}

/** Compares the hashes of all tickets of all shares: two tickets that have both in common are taken for one, which harms nobody. */
export function commonTickets(shares: readonly Pick<ReadShare, 'hashes'>[]): readonly Common[] {
  const tickets = shares.reduce((sum, { hashes }) => sum + hashes.length / 2, 0);
  const room = 2 ** Math.ceil(Math.log2(2 * tickets + 2));
  // The first share that has a ticket; 0: nobody, else its number and 1.
  const slots: Slots = { share: new Uint8Array(room), code: new Int32Array(room) };
  const isCommon = shares.map(({ hashes }) => new Uint8Array(hashes.length / 2));
  for (const [share, { hashes }] of shares.entries()) {
    for (let code = 0; code < hashes.length / 2; code++) {
      const slot = slotOf(slots, shares, hashes[2 * code]!, hashes[2 * code + 1]!);
      const first = slots.share[slot]! - 1;
      if (first < 0) {
        slots.share[slot] = share + 1;
        slots.code[slot] = code;
      } else if (first !== share) {
        isCommon[share]![code] = 1;
        isCommon[first]![slots.code[slot]!] = 1;
      }
    }
  }
  return isCommon.map((marks, share) => {
    const common: number[] = [];
    for (let code = 0; code < marks.length; code++) if (marks[code] === 1) common.push(code);
    const { hashes } = shares[share]!;
    return {
      common: Int32Array.from(common),
      homes: Uint8Array.from(common, (code) => hashes[2 * code]! % shares.length),
    };
  });
}

/** Where a ticket of these hashes stands, or would. */
function slotOf(
  { share, code }: Slots,
  shares: readonly Pick<ReadShare, 'hashes'>[],
  one: number,
  other: number,
): number {
  let slot = (one ^ (other >>> 7)) & (share.length - 1);
  while (share[slot] !== 0) {
    const { hashes } = shares[share[slot]! - 1]!;
    const at = 2 * code[slot]!;
    if (hashes[at] === one && hashes[at + 1] === other) break;
    slot = (slot + 1) & (share.length - 1);
  }
  return slot;
}
