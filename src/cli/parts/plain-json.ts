/**
 * Plain values as JSON, with what JSON lacks: maps, columns of numbers, numbers that are none. Such a value is an object with the
 * one key `$map`, `$bytes`, `$small`, `$whole`, `$any` or `$number`; whatever else it holds is as it is. What is undefined is left
 * out. Columns stand as the base64 of their bytes, the lowest first.
 */
export function toPlainJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => tagged(each));
}

/** The values again that `toPlainJson` was given. Throws SyntaxError for a text that it has not written. */
export function fromPlainJson(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => untagged(each));
}

const COLUMNS = { $bytes: Uint8Array, $small: Uint16Array, $whole: Int32Array, $any: Float64Array } as const;
type Column = Uint8Array | Uint16Array | Int32Array | Float64Array;

function tagged(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (value instanceof Map) return { $map: [...value] };
  for (const [tag, Kind] of Object.entries(COLUMNS)) if (value instanceof Kind) return { [tag]: base64(value) };
  return value;
}

function untagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [only, ...more] = Object.entries(value);
  if (only === undefined || more.length > 0) return value;
  const [tag, held] = only;
  if (tag === '$number') return Number(held);
  if (tag === '$map') return mapOf(held);
  if (tag in COLUMNS) return columnOf(tag as keyof typeof COLUMNS, held);
  return value;
}

function mapOf(held: unknown): Map<unknown, unknown> {
  if (!Array.isArray(held) || !held.every((entry) => Array.isArray(entry) && entry.length === 2)) {
    throw new SyntaxError('a map without entries');
  }
  return new Map(held as [unknown, unknown][]);
}

function base64({ buffer, byteOffset, byteLength }: Column): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function columnOf(tag: keyof typeof COLUMNS, held: unknown): Column {
  const Kind = COLUMNS[tag];
  const bytes = typeof held === 'string' ? Buffer.from(held, 'base64') : undefined;
  if (bytes === undefined || bytes.length % Kind.BYTES_PER_ELEMENT !== 0) throw new SyntaxError('a column cut short');
  // A buffer of its own begins where its numbers do; one of Node's pool may begin anywhere.
  return new Kind(new Uint8Array(bytes).buffer);
}
