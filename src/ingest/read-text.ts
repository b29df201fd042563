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
    let parts = 0;
    for await (const part of unpack(source, tell)) {
      if (++parts > 1) throw oneOfSeveral(source.name);
      for await (const bytes of decode(requireText(part), { isStatable: false, wanted: [], tell }))
        text += decoder.decode(bytes, { stream: true });
    }
    return { value: text, diagnostics };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
}

function oneOfSeveral(file: string): Unusable {
  return new Unusable({
    code: 'bad-zip',
    place: { file },
    message: 'the archive holds several files, and one is asked for',
    hint: 'Unpack it, and name the one that is meant.',
  });
}
