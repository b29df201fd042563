import type { Code } from '../diagnostics/codes.ts';
import type { Reading } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import { decode, requireText } from './bytes/decode.ts';
import { unpack } from './bytes/unpack.ts';
import { Unusable } from './unusable.ts';

/** Reads a file whole, as text: as `readTable` does, for a file that is no table. */
export async function readText(source: Source): Promise<Reading<string | undefined, Code>> {
  try {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of unpack(source))
      for await (const bytes of decode(requireText(part))) text += decoder.decode(bytes, { stream: true });
    return { value: text, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { value: undefined, diagnostics: error.diagnostics };
  }
}
