/** A value on the way to a row, and the object it lies in; arrays are not levels. */
export interface Level {
  readonly value: unknown;
  readonly parent: Level | undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The rows of a value: what lies at `path`, which crosses arrays wherever it meets them (`tickets.events`: one row an
 * event, whose parent is its ticket). An array in place of a row stands for its elements, null for an empty one.
 * `parent`: the object around the value.
 */
export function* rowsAt(value: unknown, path: readonly string[], parent?: Level): Generator<Level> {
  // A list of what is still to come instead of recursion: nesting is the file's to choose, the stack is not.
  const open: { level: Level; depth: number }[] = [{ level: { value, parent }, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { level, depth } = next;
    const key = path[depth];
    if (Array.isArray(level.value)) {
      for (let index = level.value.length - 1; index >= 0; index--) {
        open.push({ level: { value: level.value[index], parent: level.parent }, depth });
      }
    } else if (key === undefined) {
      yield level;
    } else if (isObject(level.value) && Object.hasOwn(level.value, key)) {
      const inner = level.value[key];
      const isAbsent = inner === null && depth + 1 === path.length;
      if (!isAbsent) open.push({ level: { value: inner, parent: level }, depth: depth + 1 });
    }
  }
}

/** Does the path lead somewhere in the value, though it may be to an empty list? */
export function leadsOn(value: unknown, path: readonly string[]): boolean {
  let values: readonly unknown[] = [value];
  for (const key of path) {
    values = values.flat(Number.POSITIVE_INFINITY);
    if (values.length === 0) return true;
    values = values
      .filter(isObject)
      .filter((each) => Object.hasOwn(each, key))
      .map((each) => each[key]);
    if (values.length === 0) return false;
  }
  return true;
}
