/** A value on the way to a row, and the object it lies in; arrays are not levels. */
export interface Level {
  readonly value: unknown;
  readonly parent: Level | undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The rows of a document: what lies at `path`, which crosses arrays wherever it meets them (`data.tickets.events`: one
 * row an event, whose parent is its ticket). An array in place of a row stands for its elements.
 */
export function* rowsAt(document: unknown, path: readonly string[]): Generator<Level> {
  // A list of what is still to come instead of recursion: nesting is the file's to choose, the stack is not.
  const open: { level: Level; depth: number }[] = [{ level: { value: document, parent: undefined }, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { level, depth } = next;
    const { value } = level;
    const key = path[depth];
    if (Array.isArray(value)) {
      for (const element of value.toReversed()) open.push({ level: { value: element, parent: level.parent }, depth });
    } else if (key === undefined) {
      yield level;
    } else if (isObject(value) && Object.hasOwn(value, key)) {
      open.push({ level: { value: value[key], parent: level }, depth: depth + 1 });
    }
  }
}
