/** The columns of a file: by name, with the position of each. */
type Header = ReadonlyMap<string, number>;

/** Names are trimmed. Of a name that occurs twice, `类别` is the first and `类别#2` the second. */
export function readHeader(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const header = new Map<string, number>();
  for (const [position, name] of names.entries()) if (name !== '' && !header.has(name)) header.set(name, position);
  const occurrences = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    const occurrence = (occurrences.get(name) ?? 0) + 1;
    occurrences.set(name, occurrence);
    const numbered = `${name}#${occurrence}`;
    if (name !== '' && occurrence > 1 && !header.has(numbered)) header.set(numbered, position);
  }
  return header;
}
