const PLAIN = /^[\p{L}_][\p{L}\p{N}_ ./()（）+-]*$/u;
/** What YAML would read as something else than a text. */
const OTHERWISE = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** A text as YAML writes it, plain where that is safe, also within `{…}` and `[…]`. */
export function yamlText(text: string): string {
  const isPlain = PLAIN.test(text) && !OTHERWISE.test(text) && !/\s$|\s{2}|\s#|\.$/.test(text);
  return isPlain ? text : JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Within a comment: on one line, and not without end. */
export function inComment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would end the comment
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** `[a, b]`, or `a` alone. */
export function yamlList(texts: readonly string[]): string {
  return texts.length === 1 ? yamlText(texts[0] ?? '') : `[${texts.map(yamlText).join(', ')}]`;
}
