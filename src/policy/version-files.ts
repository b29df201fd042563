import type { Code } from '../diagnostics/codes.ts';
import type { Reading } from '../domain/diagnostic.ts';
import { complaints } from './complaints.ts';
import { readTree, type Words, wordsOf } from './tree.ts';

/** A policy may be a list of files, each with a version of it: their paths as they stand there. */
export type VersionFiles = readonly Words[];

/** A list, whatever comments stand above it; a policy itself is a map. */
const LIST = /^(?:\s*(?:#.*|---.*)?\n)*\s*(?:-\s|\[)/;

/** The files that a list names; `undefined` where the text is no list, but a policy. */
export function listedVersions(file: string, text: string): Reading<VersionFiles | undefined, Code> {
  if (!LIST.test(text.replace(/^\uFEFF/, ''))) return { value: undefined, diagnostics: [] };
  const { value: tree, diagnostics } = readTree(file, text);
  if (tree?.kind !== 'list') return { value: undefined, diagnostics };
  const found = complaints();
  const files = tree.items.flatMap((item) => {
    const words = wordsOf(item);
    if (words === undefined) {
      const hint = 'A list of versions has a path in each line: - policy-2026.yaml, from the folder of the list.';
      found.add('bad-value', item.place, 'this is not the path of a file', hint);
    }
    return words ?? [];
  });
  if (files.length === 0 && found.list.length === 0) {
    found.add('bad-value', tree.place, 'the list of versions is empty', 'Name a file in each line: - policy-2026.yaml');
  }
  return { value: files, diagnostics: [...diagnostics, ...found.list] };
}
