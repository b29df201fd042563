import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence as it stands in the source. */
export interface Template {
  readonly template: string;
  /** `src/people/excuses.ts:93`. */
  readonly place: string;
}

/** Every sentence of findings in the source: all that follows the tag `say`, values replaced by holes, sentences in values too. */
export function templatesIn(folder: string): Template[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => templatesOf(readFileSync(join(folder, name), 'utf8'), `${folder}/${name}`));
}

/** The templates of one text. Comments that quote a sentence behind the tag are no sentences. */
export function templatesOf(source: string, file: string): Template[] {
  const text = source.replaceAll(/^\s*(?:\*|\/\/|\/\*).*$/gm, '');
  const found: Template[] = [];
  for (const { index } of text.matchAll(/\bsay`/g)) {
    const line = source.slice(0, index).split('\n').length;
    found.push({ template: readTemplate(text, index + 3).template, place: `${file}:${line}` });
  }
  return found;
}

/** Reads what stands between backticks; `at` is the first. What a hole holds may be sentences again. */
function readTemplate(text: string, at: number): { readonly template: string; readonly end: number } {
  let template = '';
  let holes = 0;
  let position = at + 1;
  while (position < text.length && text[position] !== '`') {
    if (text.startsWith('${', position)) {
      position = endOfHole(text, position + 2);
      template += `{${holes++}}`;
    } else if (text[position] === '\\') {
      template += text[position + 1] ?? '';
      position += 2;
    } else template += text[position++];
  }
  return { template, end: position + 1 };
}

/** Behind the brace that ends a hole. */
function endOfHole(text: string, from: number): number {
  let depth = 1;
  let position = from;
  while (depth > 0 && position < text.length) {
    const character = text[position];
    if (character === '`') {
      position = readTemplate(text, position).end;
      continue;
    }
    if (character === "'" || character === '"') {
      position = text.indexOf(character, position + 1) + 1;
      continue;
    }
    if (character === '{') depth++;
    if (character === '}') depth--;
    position++;
  }
  return position;
}
