import type { LineGap } from '../../domain/share.ts';
import { lineBreaks } from '../bytes/line-breaks.ts';
import type { ReadBytes } from './cut-points.ts';

/** Which lines of a file are not in a piece that begins at `from` and is read behind the file's first bytes, up to `beginning`. */
export async function gapBefore(read: ReadBytes, beginning: number, from: number): Promise<LineGap> {
  const after = await linesIn(read(0, beginning));
  return { after, skipped: await linesIn(read(beginning, from)) };
}

async function linesIn(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const breaks = lineBreaks();
  for await (const chunk of chunks) breaks.add(chunk);
  return breaks.lineAfter() - 1;
}
