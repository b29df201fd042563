import { visible } from '../../locale/visible.ts';
import { displayWidth, graphemeWidth, splitGraphemes } from '../../locale/width.ts';

/** Punctuation that must not begin a line. */
const CLOSING = /^[，。；：、！？）」』》】,.;:!?)\]]$/u;

/**
 * Breaks a text into lines of at most `width` columns: at spaces, between Chinese characters, and inside a word only
 * where the word alone is too long. Nothing is lost but the spaces at the breaks; a line that begins with spaces hangs by them. A width
 * below 2 counts as 2.
 */
export function wrap(text: string, width: number): string[] {
  return visible(text)
    .split('\n')
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      const room = Math.max(width, 2) - indent.length;
      return room < 2
        ? wrapLine(line.trimStart(), Math.max(width, 2))
        : indentAll(wrapLine(line.trimStart(), room), indent);
    });
}

function indentAll(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => indent + line);
}

function wrapLine(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (displayWidth(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const grapheme of splitGraphemes(piece)) {
      if (displayWidth(line) + graphemeWidth(grapheme) > width && grapheme !== ' ') {
        if (line.trim() !== '') lines.push(line.trimEnd());
        line = '';
      }
      line += grapheme;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

const OPENING = /[（「『《【([]$/u;

/** What must stay together: a word with the spaces after it, or a wide character with the brackets and marks about it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const grapheme of splitGraphemes(text)) {
    const last = found.at(-1);
    const joins = grapheme === ' ' || CLOSING.test(grapheme) || (isOpen && graphemeWidth(grapheme) < 2);
    if (last !== undefined && (joins || OPENING.test(last))) found[found.length - 1] = last + grapheme;
    else found.push(grapheme);
    isOpen = grapheme !== ' ' && graphemeWidth(grapheme) < 2;
  }
  return found;
}

/** The least width at which no word of the text is broken. */
export function longestPiece(text: string): number {
  return pieces(text).reduce((most, piece) => Math.max(most, displayWidth(piece.trimEnd())), 0);
}
