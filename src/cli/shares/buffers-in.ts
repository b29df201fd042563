/**
 * The buffers of all columns of numbers in a plain value, each once: handed over to another thread instead of being copied. Lists of
 * many objects hold none.
 */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const look = (each: unknown): void => {
    if (ArrayBuffer.isView(each)) {
      if (each.buffer instanceof ArrayBuffer) buffers.add(each.buffer);
    } else if (Array.isArray(each)) {
      if (each.length <= MOST_PIECES || ArrayBuffer.isView(each[0])) each.forEach(look);
    } else if (each instanceof Map) {
      if (each.size <= MOST_PIECES) each.forEach(look);
    } else if (typeof each === 'object' && each !== null) Object.values(each).forEach(look);
  };
  look(value);
  return [...buffers];
}

const MOST_PIECES = 1000;
