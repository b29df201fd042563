import { say } from '../../diagnostics/say.ts';
import { Unusable } from '../unusable.ts';
import type { DecodeOptions } from './decode-options.ts';
import type { LineBreaks } from './line-breaks.ts';

interface PlainTextOptions {
  readonly file: string;
  /** Counts the lines of what is yielded. */
  readonly breaks: LineBreaks;
  readonly options: Pick<DecodeOptions, 'tell' | 'ended'>;
}

/**
 * Leaves out NULs, which no table means: databases pad with them, and a file that was being written when the power failed ends
 * in them. They are told. In JSON and XML they stay, for these forbid them and their readers say where. Throws `Unusable` for a
 * text without content.
 */
export async function* plainText(
  chunks: AsyncIterable<Uint8Array>,
  { file, breaks, options }: PlainTextOptions,
): AsyncGenerator<Uint8Array> {
  let first: number | undefined;
  let nuls = 0;
  let firstLine = 0;
  for await (const chunk of chunks) {
    first ??= chunk.find((byte) => byte > 0x20);
    const at = isMarkup(first) ? -1 : chunk.indexOf(0);
    const bytes = at < 0 ? chunk : chunk.filter((byte) => byte !== 0);
    if (at >= 0 && nuls === 0) firstLine = breaks.lineAfter(chunk.subarray(0, at));
    nuls += chunk.length - bytes.length;
    breaks.add(bytes);
    if (bytes.length > 0) yield bytes;
  }
  if (nuls > 0) {
    options.tell({
      code: 'nul-bytes',
      place: { file, line: firstLine },
      message:
        nuls === 1
          ? say`a NUL byte is left out, which no text holds`
          : say`${nuls} NUL bytes are left out, which no text holds`,
      hint: say`They pad cells, or the end of a file that was cut off while it was written: check that its last rows are there.`,
    });
  }
  if (first === undefined) {
    throw new Unusable({
      code: 'empty-file',
      place: { file },
      message: 'the file is empty',
      hint: 'A header without rows would be an empty report; a file without a header is a failed export. Export it again.',
    });
  }
  options.ended?.(breaks.lineAfter() - 1);
}

/** `[`, `{` or `<`. */
function isMarkup(first: number | undefined): boolean {
  return first === 0x5b || first === 0x7b || first === 0x3c;
}
