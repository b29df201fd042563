/** What the numbers of a column are: whole numbers from 0 on of 8 or 16 bits, whole ones of 32 bits, or any. */
const KINDS = { byte: Uint8Array, small: Uint16Array, whole: Int32Array, any: Float64Array } as const;
type Kind = keyof typeof KINDS;
type Piece<Of extends Kind> = InstanceType<(typeof KINDS)[Of]>;

/**
 * Numbers in the order in which they came. They stand in pieces, so that a column of millions grows without ever being copied.
 * Plain values: a thread can post them to another.
 */
export interface Column<Of extends Kind = Kind> {
  readonly kind: Of;
  n: number;
  readonly pieces: Piece<Of>[];
  /** So many of the last piece are filled. */
  filled: number;
}

const SMALLEST = 64;
const LARGEST = 1 << 16;

export function emptyColumn<Of extends Kind>(kind: Of): Column<Of> {
  return { kind, n: 0, pieces: [], filled: 0 };
}

export function append(column: Column, number: number): void {
  let last = column.pieces[column.pieces.length - 1];
  if (last === undefined || column.filled === last.length) {
    last = new KINDS[column.kind](Math.min(LARGEST, Math.max(SMALLEST, column.n)));
    column.pieces.push(last as never);
    column.filled = 0;
  }
  last[column.filled++] = number;
  column.n++;
}

/** The numbers of `other` behind those of `column`. */
export function appendAll(column: Column, other: Column, recode: (number: number) => number = same): void {
  for (const piece of filledPieces(other)) for (const number of piece) append(column, recode(number));
}

function same(number: number): number {
  return number;
}

/** All numbers in one piece; of a column of one piece no copy. */
export function flat<Of extends Kind>(column: Column<Of>): Piece<Of> {
  const pieces = filledPieces(column);
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new KINDS[column.kind](column.n) as Piece<Of>;
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The pieces as far as they are filled. */
export function filledPieces<Of extends Kind>({ pieces, filled }: Column<Of>): Piece<Of>[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? piece : (piece.subarray(0, filled) as Piece<Of>)));
}
