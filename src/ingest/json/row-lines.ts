const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LF = 0x0a;
const CR = 0x0d;

interface Container {
  readonly isList: boolean;
  /** How many keys of the path lead to what is in it; -1: it is off the path. */
  readonly depth: number;
  hadKey: boolean;
}

/**
 * The physical line where each row of a JSON text begins, in the order of `rowsAt`; `firstLine` is that of the text. The
 * text must be valid: this walks over it without checking. `twice` is called at a key of the path that an object has
 * twice, and must throw: JSON.parse would drop the rows below the first.
 */
export function rowLines(
  text: string,
  path: readonly string[],
  firstLine: number,
  twice: (key: string, line: number) => never,
): readonly number[] {
  const lines: number[] = [];
  const open: Container[] = [];
  let line = firstLine;
  let depth = 0;

  function takeValue(first: string): void {
    const isMember = open.at(-1)?.isList === false;
    if (depth === path.length && !(first === 'n' && isMember)) lines.push(line);
  }

  /** The key of a member, from one quote to the other: does the path go on through it? */
  function takeKey(object: Container, quoted: string): void {
    depth = -1;
    if (object.depth < 0 || object.depth >= path.length) return;
    const key: unknown = JSON.parse(quoted);
    if (key !== path[object.depth]) return;
    if (object.hadKey) twice(String(key), line);
    object.hadKey = true;
    depth = object.depth + 1;
  }

  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index);
    const container = open.at(-1);
    if (code <= 0x20) {
      if (code === LF || (code === CR && text.charCodeAt(index + 1) !== LF)) line++;
      index++;
    } else if (code === 0x2c || code === 0x3a) {
      if (code === 0x2c) depth = container?.depth ?? 0;
      index++;
    } else if (code === 0x7b || code === 0x5b) {
      const isList = code === 0x5b;
      if (!isList) takeValue('{');
      const isRow = !isList && depth === path.length;
      open.push({ isList, depth: isRow ? -1 : depth, hadKey: false });
      depth = isRow ? -1 : depth;
      index++;
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      depth = open.at(-1)?.depth ?? 0;
      index++;
    } else {
      const end = code === QUOTE ? endOfText(text, index) : endOfScalar(text, index);
      if (container?.isList === false && isKey(text, end)) takeKey(container, text.slice(index, end));
      else takeValue(text[index] ?? '');
      index = end;
    }
  }
  return lines;
}

function endOfScalar(text: string, start: number): number {
  let end = start;
  while (end < text.length && !' \t\r\n,]}'.includes(text[end] ?? '')) end++;
  return end;
}

/** The index after the closing quote. */
function endOfText(text: string, start: number): number {
  let end = start + 1;
  for (let code = text.charCodeAt(end); end < text.length && code !== QUOTE; code = text.charCodeAt(end)) {
    end += code === BACKSLASH ? 2 : 1;
  }
  return end + 1;
}

function isKey(text: string, end: number): boolean {
  let index = end;
  while (text.charCodeAt(index) <= 0x20) index++;
  return text[index] === ':';
}
