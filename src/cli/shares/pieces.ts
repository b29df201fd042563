import type { Records } from '../../domain/policy.ts';
import { byCodeUnits } from '../../figures/order.ts';
import { cutPoints } from '../../run.ts';
import type { ExportFile } from '../exports.ts';
import type { Files } from '../world.ts';

/** What a thread reads of a file: all of it, or its beginning and a piece. Plain values. */
export interface Piece {
  readonly file: string;
  /** Bytes of the beginning; 0 where the piece begins with it. */
  readonly beginning: number;
  /** The bytes from here up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** In smaller shares it does not matter who begins when. */
const LARGE = 1 << 22;

/**
 * The exports in pieces, one list for each thread, so that all are read at about the same time; each file in the order in which one
 * thread would read it.
 *
 * @param late so many bytes the first of the threads, which is there already, has read when the others begin
 */
export async function piecesFor(
  files: Files,
  exports: readonly ExportFile[],
  threads: number,
  records: Records,
  late: number,
): Promise<readonly (readonly Piece[])[]> {
  const inOrder = exports.toSorted((a, b) => byCodeUnits(a.name, b.name));
  const total = inOrder.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  const lead = total / threads < LARGE ? 0 : Math.min(late, total / threads / 2);
  const size = (total - lead) / threads;
  /** Where each share but the last ends in all of the bytes. */
  const ends = Array.from({ length: threads - 1 }, (_, share) => lead + (share + 1) * size);
  const shares = Array.from({ length: threads }, (): Piece[] => []);
  let before = 0;
  for (const { name, bytes = 0 } of inOrder) {
    const share = (at: number) => ends.filter((end) => end <= before + at).length;
    const targets = ends.slice(share(0), share(bytes - 1)).map((end) => Math.ceil(end) - before);
    const cut =
      targets.length === 0 ? undefined : await cutPoints((from, to) => files.chunks(name, from, to), targets, records);
    const starts = [0, ...(cut?.points ?? [])];
    // Where there are fewer pieces than were wished for, the last goes to an earlier share.
    for (const [index, from] of starts.entries()) {
      const piece = { file: name, beginning: from === 0 ? 0 : (cut?.beginning ?? 0), from };
      shares[share(0) + index]?.push({ ...piece, to: starts[index + 1] ?? Infinity });
    }
    before += bytes;
  }
  return shares.filter((pieces) => pieces.length > 0);
}

/** The bytes of a piece, behind those of the file's beginning. */
export async function* chunksOf(files: Files, { file, beginning, from, to }: Piece): AsyncGenerator<Uint8Array> {
  if (from > 0) yield* files.chunks(file, 0, beginning);
  yield* files.chunks(file, from, to);
}
