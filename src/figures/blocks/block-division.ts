import type { BlockDimension, BlockTexts, Dimension, Division } from '../dimension.ts';
import type { GroupCoder, PartyCoder } from '../tables/group-codes.ts';

/** The number of the group of a run, of its length, of a ticket. */
export type BlockDivision = Required<BlockDimension>;

/** A breakdown of one level or two, as its coder numbers its groups. */
export function divisionOfBlocks({ outer, inner }: Division, coder: GroupCoder, texts: BlockTexts): BlockDivision {
  const one = whole(outer, coder.outer, texts);
  if (inner === undefined || coder.inner === undefined) return one;
  const other = whole(inner, coder.inner, texts);
  return {
    ofRun: (block, run) => coder.pairOf(one.ofRun(block, run), other.ofRun(block, run)),
    ofLength: (block, run) => coder.pairOf(one.ofLength(block, run), other.ofLength(block, run)),
    ofTicket: (block, ticket) => coder.pairOf(one.ofTicket(block, ticket), other.ofTicket(block, ticket)),
  };
}

/** A length is in the group of its run, where the dimension says nothing else. */
function whole(dimension: Dimension, { codeOf }: PartyCoder, texts: BlockTexts): BlockDivision {
  const { ofRun, ofLength = ofRun, ofTicket } = dimension.ofBlocks({ ...texts, numberOf: codeOf });
  return { ofRun, ofLength, ofTicket };
}
