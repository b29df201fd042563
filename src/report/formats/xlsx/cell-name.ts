/** `B3` of row 2 and column 1, both from 0. */
export function cellName(row: number, column: number): string {
  return `${letters(column)}${row + 1}`;
}

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
