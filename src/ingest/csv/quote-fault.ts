/**
 * Where the quoting of a record goes wrong: the index of the quote that opens the cell which is not closed properly,
 * or that stands inside a cell which does not begin with one. `undefined` when there is nothing wrong.
 *
 * csv-parse tells the line where it gave up; after an unclosed quote that may be the file's last.
 */
export function findQuoteFault(record: string, delimiter: string): number | undefined {
  let opened = -1;
  let isCellStart = true;
  let isClosed = false;
  for (let index = 0; index < record.length; index++) {
    const character = record[index] ?? '';
    if (opened >= 0) {
      if (character !== '"') continue;
      if (record[index + 1] === '"') {
        index++;
        continue;
      }
      isClosed = true;
      const rest = record.slice(index + 1);
      if (rest !== '' && !rest.startsWith(delimiter) && rest.trimStart().length === rest.length) return opened;
      opened = -1;
    } else if (record.startsWith(delimiter, index) || character === '\n' || character === '\r') {
      isCellStart = true;
      isClosed = false;
      index += character === delimiter[0] ? delimiter.length - 1 : 0;
    } else if (character === '"') {
      if (!isCellStart || isClosed) return index;
      opened = index;
      isCellStart = false;
    } else if (character.trim() !== '') {
      isCellStart = false;
    }
  }
  return opened >= 0 ? opened : undefined;
}
