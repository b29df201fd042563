/** The lines at the head and foot of each printed page: what the document is about, and which page of how many. */
export function printMargins(left: string, right: string): string {
  return `@page{@top-left{content:${quoted(left)}}@top-right{content:${quoted(right)}}}`;
}

/** A string of CSS in which every sign that could end it, or the style element, stands as its number. */
function quoted(text: string): string {
  const signs = Array.from(text, (sign) => {
    return /[\p{Letter}\p{Number} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `;
  });
  return `"${signs.join('')}"`;
}
