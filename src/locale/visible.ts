/** Control characters but for tabs and line breaks, and those that turn around the order of letters (UAX #9). */
const OBEYED = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Most texts have none of them, nor a CR. */
const ANY = new RegExp(OBEYED.source, 'u');

/**
 * A text in which nothing is left that a terminal would obey: an escape sequence in a cell of an export could clear the screen,
 * forge lines or set the title of the window. Every line break is LF.
 */
export function visible(text: string): string {
  return ANY.test(text) ? text.replaceAll(/\r\n?/g, '\n').replaceAll(OBEYED, '\ufffd') : text;
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return visible(text).replaceAll(/[\t\n]/g, ' ');
}
