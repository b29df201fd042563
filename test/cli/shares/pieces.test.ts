import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { piecesFor } from '../../../src/cli/shares/pieces.ts';
import type { Files } from '../../../src/cli/world.ts';
import { column, records, stamp } from '../../ingest/exports.ts';

const HEADER = 'ticket,time,event\n';
/** Of 30 bytes, as many as make this many millions of bytes. */
const text = (millions: number) =>
  Buffer.from(HEADER + 'T00001,2026-01-05 09:00,reply\n'.repeat((millions * 1_000_000 - HEADER.length) / 30));
const log = records({ form: 'events', ticket: column('ticket'), at: stamp('time'), event: column('event') });

function piecesOf(contents: Readonly<Record<string, Buffer>>, threads: number, late: number) {
  const files = {
    async *chunks(path: string, from = 0, to = Infinity) {
      yield contents[path]?.subarray(from, to) ?? Buffer.alloc(0);
    },
  } as unknown as Files;
  const exports = Object.entries(contents).map(([name, { length }]) => ({
    ...{ name, identity: name, bytes: length, isNamed: true },
  }));
  return piecesFor(files, exports, threads, log, late);
}

/** Where the pieces of a file end, in thousands of bytes: a row or two behind where they should. */
const ends = (pieces: readonly { readonly to: number }[]) => pieces.map(({ to }) => Math.floor(to / 1000));

test('who begins later reads less, and what one leaves the next begins with', async () => {
  // 12 MB for two: 6 and 6, or 5 and 5 and the 2 that the first has read by then.
  expect(ends((await piecesOf({ a: text(12) }, 2, 0)).flat())).toEqual([6000, Infinity]);
  expect(ends((await piecesOf({ a: text(12) }, 2, 2_000_000)).flat())).toEqual([7000, Infinity]);
  // 15 MB for three: 4.5 each, and 1.5.
  const [first = [], second = [], third = []] = await piecesOf({ a: text(15) }, 3, 1_500_000);
  expect(ends([...first, ...second, ...third])).toEqual([6000, 10_500, Infinity]);
  expect([second[0]?.from, third[0]?.from]).toEqual([first[0]?.to, second[0]?.to]);
});

test('never more than half a share, and of small ones nothing', async () => {
  // 12 MB for two, of which half a share is 3: 4.5 and 4.5, and 3.
  expect(ends((await piecesOf({ a: text(12) }, 2, 9_000_000)).flat())).toEqual([7500, Infinity]);
  expect(ends((await piecesOf({ a: text(6) }, 2, 2_000_000)).flat())).toEqual([3000, Infinity]);
});

test('of several files each is in one piece, or in pieces that follow each other', async () => {
  const shares = await piecesOf({ a: text(5), b: text(9), c: text(4) }, 3, 3_000_000);
  // 18 MB: 8, 5 and 5. The first reads a and 3 MB of b, the second 5 MB more of it, the third what is left.
  expect(shares.map((pieces) => pieces.map(({ file }) => file).join(''))).toEqual(['ab', 'b', 'bc']);
  const ofB = shares.flat().filter(({ file }) => file === 'b');
  expect(ends(ofB)).toEqual([3000, 8000, Infinity]);
  expect(ofB.map(({ from }) => from)).toEqual([0, ofB[0]?.to, ofB[1]?.to]);
});
