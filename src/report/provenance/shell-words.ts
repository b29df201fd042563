/** Arguments as a line that a shell of POSIX cuts into the very same. */
export function shellWords(words: readonly string[]): string {
  return words.map((word) => (/^[\w./:=@%+,~^-]+$/u.test(word) && !/^~/.test(word) ? word : quoted(word))).join(' ');
}

function quoted(word: string): string {
  return /^[^\s'"\\$`!*?[\]{}()<>|&;#~\p{Cc}]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
