import { splitGraphemes } from '../locale/width.ts';

/** What stands in braces in the name of an output, and what it becomes. */
export const PLACEHOLDERS = [
  'period',
  'year',
  'quarter',
  'month',
  'as_of',
  'view',
  'format',
  'lang',
  'policy',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** `undefined` where this result has no such value: the month of a year. */
export type PatternValues = Readonly<Record<Placeholder, string | undefined>>;

const BRACES = /\{([^{}]*)\}/g;

/** The placeholders of a name, each once; none: it is the name itself. */
export function placeholdersIn(name: string): readonly string[] {
  return [...new Set([...name.matchAll(BRACES)].map(([, inner = '']) => inner))];
}

export function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name);
}

/**
 * Puts values in their places. A value is one piece of a name, whatever it holds: it can neither leave the folder, nor make
 * another, nor be a name that some system keeps for itself. Throws RangeError where a value is not known.
 */
export function fillPattern(pattern: string, values: PatternValues): string {
  return pattern
    .split(/(?<=[/\\])/)
    .map((part) => {
      if (placeholdersIn(part).length === 0) return part;
      const filled = part.replaceAll(BRACES, (_, name: string) => {
        const value = isPlaceholder(name) ? values[name] : undefined;
        if (value === undefined) throw new RangeError(`no value for {${name}}`);
        return safePart(value);
      });
      return RESERVED.test(filled) ? `_${filled}` : filled;
    })
    .join('');
}

/** Windows keeps these for devices, whatever stands after a dot, and also in front of a separator. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .][^/\\]*)?[/\\]?$/i;

/** A file's name has 255 bytes at most, and others want to stand in it too. */
const MOST_BYTES = 120;

/** Control characters, those that are not seen, and what one of the systems reads as something else. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"/\\|?*{}]/gu;

/** A text as part of a name, on every system: never empty, no separators, no dots that lead upwards. */
export function safePart(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(UNSAFE, '_')
    .replaceAll(/\.{2,}/g, '_');
  return trimmed(cut(trimmed(plain))) || '_';
}

/** Windows drops blanks and dots at the end; at the beginning a dot would hide the file, and `-` be read as an option. */
function trimmed(text: string): string {
  return text.replace(/^[\s.-]+/, '').replace(/[\s.]+$/, '');
}

function cut(text: string): string {
  const encoder = new TextEncoder();
  let [kept, bytes] = ['', 0];
  for (const grapheme of splitGraphemes(text)) {
    bytes += encoder.encode(grapheme).length;
    if (bytes > MOST_BYTES) break;
    kept += grapheme;
  }
  return kept;
}
