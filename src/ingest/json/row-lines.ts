/**
 * The physical line, from 1, where each row of a JSON text begins, in the order of `rowsAt`. The text must be valid:
 * this walks over it without checking.
 */
export function rowLines(text: string, path: readonly string[]): Int32Array {
  const lines: number[] = [];
  // Of each open container: how many keys of the path lead to it (-1: it is off the path) …
  const depths: number[] = [];
  const isArray: boolean[] = [];
  // … and how many rows there were when the path's next key was first seen in it: JSON.parse keeps the last of two.
  const marks: number[] = [];
  let line = 1;
  let depth = 0;

  /** A value begins: is it a row? Returns the depth for what is inside it. */
  function beginValue(isList: boolean): number {
    if (isList || depth !== path.length) return depth;
    lines.push(line);
    return -1;
  }

  let index = 0;
  while (index < text.length) {
    const character = text[index] ?? '';
    switch (character) {
      case '\n':
        line++;
        index++;
        break;
      case '\r':
        if (text[index + 1] !== '\n') line++;
        index++;
        break;
      case ' ':
      case '\t':
      case ':':
        index++;
        break;
      case '{':
      case '[':
        depths.push(beginValue(character === '['));
        isArray.push(character === '[');
        marks.push(-1);
        depth = depths.at(-1) ?? -1;
        index++;
        break;
      case '}':
      case ']':
        depths.pop();
        isArray.pop();
        marks.pop();
        depth = depths.at(-1) ?? -1;
        index++;
        break;
      case ',':
        depth = depths.at(-1) ?? -1;
        index++;
        break;
      default: {
        const end = endOfScalar(text, index);
        if (isKey(text, end, isArray)) {
          const outer = depths.at(-1) ?? -1;
          depth = -1;
          if (outer >= 0 && outer < path.length && JSON.parse(text.slice(index, end)) === path[outer]) {
            depth = outer + 1;
            const mark = marks.at(-1) ?? -1;
            if (mark >= 0) lines.length = mark;
            else marks[marks.length - 1] = lines.length;
          }
        } else {
          beginValue(false);
        }
        index = end;
      }
    }
  }
  return Int32Array.from(lines);
}

/** The index after the string, number, `true`, `false` or `null` that begins at `start`. */
function endOfScalar(text: string, start: number): number {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !' \t\r\n,]}:'.includes(text[end] ?? '')) end++;
    return end;
  }
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function isKey(text: string, end: number, isArray: readonly boolean[]): boolean {
  if (isArray.at(-1) !== false) return false;
  let index = end;
  while (' \t\r\n'.includes(text[index] ?? 'x')) index++;
  return text[index] === ':';
}
