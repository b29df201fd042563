/** Shorter texts are copied anyway. */
const SHORTEST_SLICE = 13;

/**
 * The same text, in memory of its own. What is cut out of a larger text keeps all of that alive: one id of each piece of a
 * file, kept, would keep the file.
 */
export function ownedText(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
