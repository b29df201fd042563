import type { Pieces } from '../../src/report/formats/format.ts';

/** The whole text of a format that loads nothing. */
export function written(pieces: Pieces): string {
  if (Symbol.asyncIterator in pieces) throw new TypeError('comes in its own time');
  return [...pieces].join('');
}
