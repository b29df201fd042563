import type { Met, ReadShare } from '../../domain/share.ts';

/** Of each share which of its tickets others have rows of, too, and who judges each of them. */
type Common = Pick<Met, 'common' | 'homes'>;

/** The hashes of a share's tickets, two each. */
type Hashed = Pick<ReadShare, 'hashes'>;

/** A ticket of one share: the number of its hashes. */
interface Slots {
  readonly share: Uint8Array;
  readonly code: Int32Array;
}

/** Compares the hashes of all tickets of all shares: two tickets that have both in common are taken for one, which harms nobody. */
export function commonTickets(shares: readonly Hashed[]): readonly Common[] {
  const suspects = suspectsOf(shares);
  const room = powerFrom(2 * suspects.reduce((sum, { length }) => sum + length, 1));
  // The first share that has a ticket; 0: nobody, else its number and 1.
  const slots: Slots = { share: new Uint8Array(room), code: new Int32Array(room) };
  const isCommon = shares.map(({ hashes }) => new Uint8Array(hashes.length / 2));
  for (const [share, { hashes }] of shares.entries()) {
    for (const code of suspects[share]!) {
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

/** Of each share the tickets that others may have, too: all of those, and a few more. Nearly all are let go by looking at a bit. */
function suspectsOf(shares: readonly Hashed[]): readonly (readonly number[])[] {
  const tickets = shares.reduce((sum, { hashes }) => sum + hashes.length / 2, 0);
  const [seen, seenAgain] = [emptyMarks(BITS * tickets), emptyMarks(BITS * tickets)];
  for (const { hashes } of shares) {
    for (let at = 0; at < hashes.length; at += 2) if (isMarked(seen, hashes[at]!)) mark(seenAgain, hashes[at]!);
    for (let at = 0; at < hashes.length; at += 2) mark(seen, hashes[at]!);
  }
  return shares.map(({ hashes }) => {
    const codes: number[] = [];
    for (let at = 0; at < hashes.length; at += 2) if (isMarked(seenAgain, hashes[at]!)) codes.push(at / 2);
    return codes;
  });
}

/** By so many bits for each ticket, one in so many that is no other's is suspected, at the most. */
const BITS = 16;

/** A bit for each of many hashes, by the lower bits of the hash. */
type Marks = Uint32Array;

function emptyMarks(bits: number): Marks {
  return new Uint32Array(powerFrom(bits) / 32);
}

function mark(marks: Marks, hash: number): void {
  marks[(hash >>> 5) & (marks.length - 1)]! |= 1 << (hash & 31);
}

function isMarked(marks: Marks, hash: number): boolean {
  return ((marks[(hash >>> 5) & (marks.length - 1)]! >>> (hash & 31)) & 1) === 1;
}

/** A power of two, 64 at least, that is not below. */
function powerFrom(number: number): number {
  return 2 ** Math.max(6, Math.ceil(Math.log2(number)));
}

/** Where a ticket of these hashes stands, or would. */
function slotOf({ share, code }: Slots, shares: readonly Hashed[], one: number, other: number): number {
  let slot = (one ^ (other >>> 7)) & (share.length - 1);
  while (share[slot] !== 0) {
    const { hashes } = shares[share[slot]! - 1]!;
    const at = 2 * code[slot]!;
    if (hashes[at] === one && hashes[at + 1] === other) break;
    slot = (slot + 1) & (share.length - 1);
  }
  return slot;
}
