/** Whole numbers from 0 on, of 32 bits; or lengths. Their pieces take less room than that where they can. */
type Kind = 'whole' | 'length';
export type Piece = Uint16Array | Int32Array | Float64Array;

/**
 * Numbers in the order in which they came. They stand in pieces, so that a column of millions grows without ever being copied.
 * Plain values: a thread can post them to another.
 */
export interface Column {
  readonly kind: Kind;
  n: number;
  readonly pieces: Piece[];
  /** Of each piece what its numbers stand for: times 1, or times 1000 of lengths in whole seconds. */
  readonly scales: number[];
  /** So many of the last piece are filled. */
  filled: number;
}

const SMALLEST = 64;
const LARGEST = 1 << 16;

export function emptyColumn(kind: Kind): Column {
  return { kind, n: 0, pieces: [], scales: [], filled: 0 };
}

export function append(column: Column, number: number): void {
  roomIn(column)[column.filled++] = number;
  column.n++;
}

/** The first `n` of `numbers` behind those of `column`. */
export function appendMany(column: Column, numbers: Piece, n = numbers.length): void {
  for (let from = 0; from < n; ) {
    const last = roomIn(column);
    const more = Math.min(n - from, last.length - column.filled);
    last.set(numbers.subarray(from, from + more), column.filled);
    column.filled += more;
    column.n += more;
    from += more;
  }
}

/** The numbers of `other` behind those of `column`, piece by piece. */
export function appendAll(column: Column, other: Column, recode?: Int32Array): void {
  column.pieces.splice(0, Infinity, ...filledPieces(column));
  for (const piece of filledPieces(other)) {
    column.pieces.push(recode === undefined ? piece.slice() : packed(recoded(piece, recode)).piece);
  }
  column.scales.push(...other.scales);
  column.n += other.n;
  column.pieces.push(newPiece(column.kind, SMALLEST));
  column.scales.push(1);
  column.filled = 0;
}

function recoded(piece: Piece, recode: Int32Array): Int32Array {
  const codes = new Int32Array(piece.length);
  for (let index = 0; index < codes.length; index++) codes[index] = recode[piece[index]!] ?? 0;
  return codes;
}

function newPiece(kind: Kind, size: number): Piece {
  return kind === 'whole' ? new Int32Array(size) : new Float64Array(size);
}

/** The last piece, with room for one more at least. */
function roomIn(column: Column): Piece {
  const { kind, pieces, scales, filled } = column;
  const last = pieces[pieces.length - 1];
  if (last !== undefined && filled < last.length) return last;
  column.filled = 0;
  if (last !== undefined) {
    const smaller = packed(last);
    pieces[pieces.length - 1] = smaller.piece;
    scales[pieces.length - 1] = smaller.scale;
    if (smaller.piece !== last && last.length === LARGEST) {
      // What it held is copied: it is filled once more.
      pieces.push(last);
      scales.push(1);
      return last;
    }
  }
  const size = Math.min(LARGEST, Math.max(SMALLEST, column.n));
  const next = newPiece(kind, size);
  pieces.push(next);
  scales.push(1);
  return next;
}

interface Packed {
  readonly piece: Piece;
  readonly scale: number;
}

/** In half the room, where that changes no number: few codes are beyond 65,535, and nearly all lengths are whole seconds. */
function packed(piece: Piece): Packed {
  if (piece instanceof Float64Array) return packedLengths(piece);
  const smaller = new Uint16Array(piece);
  for (let index = 0; index < smaller.length; index++) if (smaller[index] !== piece[index]) return { piece, scale: 1 };
  return { piece: smaller, scale: 1 };
}

/** In seconds where all are whole, else in milliseconds where none is beyond three weeks. */
function packedLengths(piece: Float64Array): Packed {
  for (const scale of [SECOND, 1]) {
    const smaller = new Int32Array(piece.length);
    let index = 0;
    for (; index < piece.length; index++) {
      smaller[index] = piece[index]! / scale;
      if (smaller[index]! * scale !== piece[index]) break;
    }
    if (index === piece.length) return { piece: smaller, scale };
  }
  return { piece, scale: 1 };
}

const SECOND = 1000;

/** The pieces as far as they are filled; what their numbers stand for, `scales` say. */
export function filledPieces({ pieces, filled }: Column): Piece[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? piece : piece.subarray(0, filled)));
}
