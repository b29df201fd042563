/** What may come next at a place of a JSON text. */
type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * The index of the first character that cannot stand where it stands, the text's length where it breaks off.
 * JSON.parse says that a text is wrong, but not always where.
 */
export function findJsonFault(text: string): number | undefined {
  const containers: ('object' | 'array')[] = [];
  let expected = 'value' as Expectation;
  let index = 0;

  const afterValue = (): Expectation => (containers.length === 0 ? 'nothing' : 'comma-or-end');
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0].length ?? 0;
  };

  for (; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === ' ' || character === '\t' || character === '\n' || character === '\r') continue;
    const container = containers.at(-1);
    if (character === '"' && expected !== 'colon' && expected !== 'comma-or-end' && expected !== 'nothing') {
      const end = endOfString(text, index);
      if (text[end] !== '"') return end;
      index = end;
      expected = expected === 'key' || expected === 'key-or-end' ? 'colon' : afterValue();
    } else if (
      (character === '}' || character === ']') &&
      (expected === 'comma-or-end' || expected.endsWith('-or-end'))
    ) {
      if ((character === '}') !== (container === 'object')) return index;
      containers.pop();
      expected = afterValue();
    } else if (character === ':' && expected === 'colon') {
      expected = 'value';
    } else if (character === ',' && expected === 'comma-or-end') {
      expected = container === 'object' ? 'key' : 'value';
    } else if (expected !== 'value' && expected !== 'value-or-end') {
      return index;
    } else if (character === '{') {
      containers.push('object');
      expected = 'key-or-end';
    } else if (character === '[') {
      containers.push('array');
      expected = 'value-or-end';
    } else {
      const length = match(NUMBER) || match(WORD);
      if (length === 0) return index;
      index += length - 1;
      expected = afterValue();
    }
  }
  return expected === 'nothing' ? undefined : text.length;
}

/** The index of the closing quote of the string that opens at `start`, or of what cannot stand in it. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === QUOTE || code < 0x20) break;
    if (code !== BACKSLASH) {
      index++;
      continue;
    }
    ESCAPE.lastIndex = index;
    const length = ESCAPE.exec(text)?.[0].length;
    if (length === undefined) return index;
    index += length;
  }
  return index;
}
