import { visible } from '../../../locale/visible.ts';

/** More characters (UTF-16 units) no cell of Excel holds. */
export const LONGEST_TEXT = 32_767;

/** Most texts: what is shown, in English and Chinese, and what does not begin with `_x`. */
const PLAIN = /^(?:[\x20-\x5e\x60-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]|_(?!x))*$/;

/**
 * A text as a cell may hold it: control characters are made visible, as are U+FFFE and U+FFFF, which XML forbids, and halves
 * of characters; it is cut to what a cell holds. `_x0041_` would be read as the letter A, so its underscore is written as
 * such. A text is never a formula here, whatever it begins with: the file says of each cell which of the two it is.
 */
export function safeText(text: string): string {
  if (PLAIN.test(text) && !isCut(text)) return text;
  const shown = visible(text).replaceAll(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  return cut(shown).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

export function isCut(text: string): boolean {
  return text.length > LONGEST_TEXT;
}

function cut(text: string): string {
  return isCut(text) ? `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
