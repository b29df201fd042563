/** Enough to tell files apart, and short enough to be compared by eye. */
const DIGITS = 16;

export function shortHash(sha256: string): string {
  return sha256.slice(0, DIGITS);
}
