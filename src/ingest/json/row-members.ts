import { Buffer } from 'node:buffer';
import { type NamedColumn, namesOf } from '../rows/named-columns.ts';
import { columnPath, ends } from './cell-at.ts';

/** The bytes of a key, with the closing quote, to be compared four at a time. */
export interface WrittenKey {
  readonly length: number;
  /** All but the last one to four bytes. */
  readonly words: Int32Array;
  /** These, and which bits of a word they are. */
  readonly last: number;
  readonly mask: number;
}

export function writtenKey(bytes: Uint8Array): WrittenKey {
  const { length } = bytes;
  const padded = new DataView(new ArrayBuffer(length + 4));
  for (const [index, byte] of bytes.entries()) padded.setUint8(index, byte);
  const count = (length - 1) >> 2;
  const words = Int32Array.from({ length: count }, (_, index) => padded.getInt32(4 * index, true));
  const left = length - 4 * count;
  return { length, words, last: padded.getInt32(4 * count, true), mask: left === 4 ? -1 : (1 << (8 * left)) - 1 };
}

/** A key of the objects that are rows, or lie in them. */
export interface Member {
  /** As it was written when it was last looked up. */
  key: WrittenKey;
  /** Which cell of the row its value is; -1: none. */
  cell: number;
  /** Whether cells lie in the object that its value may be. */
  isOuter: boolean;
  readonly members: Map<string, Member>;
  /** The member that stood first in it when it was last seen, and behind it: keys nearly always come in one order. */
  first: Member | undefined;
  next: Member | undefined;
  /** The row in which it was last seen, as the reader numbers them. */
  seenIn: number;
}

/** So many keys of one object are known again by their bytes. */
const MOST_KEPT = 500;
/** Each dot of a column may be part of a key, or lead into an object: so many forms of one path are twice as many for each more. */
const MOST_DOTS = 5;

/**
 * The members of a row in which a policy's columns are found, the cells numbered as the columns are: `a.b` is the member `b` in `a`, or one
 * that is itself called so.
 *
 * `undefined` for columns that are not found so: in an object around the row, in a list, or where one key is read for two of them.
 */
export function rowMembers(columns: readonly NamedColumn[]): Member | undefined {
  const row = member('');
  for (const [cell, column] of columns.entries()) {
    for (const name of namesOf(column)) {
      const isPath = columnPath(name).ups === 0 && !name.includes('[') && name.split('.').length <= MOST_DOTS + 1;
      if (!isPath || !place(row, name, cell)) return undefined;
    }
  }
  return row;
}

/** The member of that key, added if it is new; one beyond the first hundreds is forgotten again. */
export function memberOf(object: Member, key: string): Member {
  const known = object.members.get(key);
  if (known !== undefined) return known;
  const added = member(key);
  if (object.members.size < MOST_KEPT) object.members.set(key, added);
  return added;
}

function place(object: Member, path: string, cell: number): boolean {
  for (const end of ends(path)) {
    const inner = memberOf(object, path.slice(0, end));
    if (end < path.length) {
      inner.isOuter = true;
      if (!place(inner, path.slice(end + 1), cell)) return false;
    } else {
      if (inner.cell >= 0 && inner.cell !== cell) return false;
      inner.cell = cell;
    }
  }
  return true;
}

function member(key: string): Member {
  return {
    key: writtenKey(Buffer.from(`${key}"`)),
    cell: -1,
    isOuter: false,
    members: new Map(),
    first: undefined,
    next: undefined,
    seenIn: 0,
  };
}
