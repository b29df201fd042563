import { Buffer } from 'node:buffer';
import type { Share } from '../../domain/share.ts';

/** Which tickets are read here, by the bytes of their ids: the same on every machine, and evenly spread. */
export class TicketShare {
  private readonly index: number;
  private readonly of: number;

  constructor({ index, of }: Pick<Share, 'index' | 'of'>) {
    this.index = index;
    this.of = of;
  }

  /** The id as it stands in the log, in UTF-8: from `start` up to, not including, `end`. */
  has(bytes: Uint8Array, start: number, end: number): boolean {
    // The end of an id is what tells it from its neighbours.
    let hash = end - start;
    for (let at = end > start + TELLING ? end - TELLING : start; at < end; at++) {
      hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    }
    return (hash >>> 1) % this.of === this.index;
  }

  hasTicket(ticket: string): boolean {
    const bytes = Buffer.from(ticket);
    return this.has(bytes, 0, bytes.length);
  }
}

const TELLING = 8;
