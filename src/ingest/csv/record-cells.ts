/**
 * The cells of one record, without its line break: cells are enclosed by `"`, and a quote in them is doubled. Blanks around cells are
 * left out, but not those in quotes. The quoting must be sound.
 */
export function recordCells(record: string, delimiter: string): string[] {
  if (!record.includes('"')) {
    const cells = record.split(delimiter);
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index]!.trim();
    return cells;
  }
  const cells: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const opening = quoteAt(record, at, delimiter);
    let end = opening < 0 ? at : opening + 1;
    if (opening >= 0) {
      let cell = '';
      for (let from = end; ; from = end) {
        end = record.indexOf('"', from);
        cell += record.slice(from, end);
        if (record[end + 1] !== '"') break;
        cell += '"';
        end += 2;
      }
      cells.push(cell);
    }
    const next = record.indexOf(delimiter, end);
    const cellEnd = next < 0 ? record.length : next;
    if (opening < 0) cells.push(record.slice(at, cellEnd).trim());
    at = cellEnd + 1;
  }
  return cells;
}

/** Where the quote stands that encloses the cell that begins here; -1 where there is none. */
function quoteAt(record: string, start: number, delimiter: string): number {
  let at = start;
  while (at < record.length && record[at] !== delimiter && record[at]!.trim() === '') at++;
  return record[at] === '"' ? at : -1;
}
