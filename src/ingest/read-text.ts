import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import { decode } from './bytes/decode.ts';
import { requireText, unpack } from './bytes/unpack.ts';
import type { Tell } from './tell.ts';
import { Unusable } from './unusable.ts';

/** Reads a file whole, as text: as `readTable` does, for a file that is no table. */
export async function readText(source: Source): Promise<Reading<string | undefined, Code>> {
  const diagnostics: Diagnostic<Code>[] = [];
  const tell: Tell = (finding) => diagnostics.push(finding);
  try {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of unpack(source, tell))
      for await (const bytes of decode(requireText(part), { isStatable: false, wanted: [], tell }))
        text += decoder.decode(bytes, { stream: true });
    return { value: text, diagnostics };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
}
