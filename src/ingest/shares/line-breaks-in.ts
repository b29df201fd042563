import { lineBreaks } from '../bytes/line-breaks.ts';

/** How many line breaks a text has. */
export async function lineBreaksIn(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const breaks = lineBreaks();
  for await (const chunk of chunks) breaks.add(chunk);
  return breaks.lineAfter() - 1;
}
