import { Buffer } from 'node:buffer';
import { findJsonFault } from './find-json-fault.ts';
import { badJson, cannotStand, keyTwice } from './json-fault.ts';
import { linePlaces, type TextPlace } from './line-places.ts';
import { faultOf, parseJson } from './parse-json.ts';
import { valueEnd } from './value-end.ts';

/** Receives what lies on the way to the rows. A depth is the number of the path's keys that lead to a value. */
export interface ValueTaker {
  /** Does a member of the object at `depth` matter, beside the path's own? */
  keeps(depth: number, key: string): boolean;
  /** An object opens that is on the way to the rows, above any list. */
  enter(depth: number): void;
  /** A member of the object at `depth` that matters. */
  keep(depth: number, key: string, cut: Cut): void;
  leave(depth: number): void;
  /** A row, or an element of the list from which the path leads on to rows. */
  take(depth: number, cut: Cut): void;
  /** Absent: every row has to be cut. */
  readonly takePlain?: TakePlain | undefined;
  /** There is nothing where rows could be: an empty list, or null in place of one. */
  nothing(): void;
}

/**
 * Takes the row that begins at `index` of the chunk, if it is all there and can be taken as it stands: where it ends; -1: nothing was taken,
 * and it has to be cut.
 */
export type TakePlain = (chunk: Uint8Array, index: number, line: number) => number;

/** A value, its text, and the line where it begins. */
export interface Cut {
  readonly value: unknown;
  readonly text: string;
  readonly line: number;
}

export interface ValueCutter {
  /** The next chunk of the file, which ends where a character ends. */
  push(chunk: Uint8Array): void;
  /** To be called after the last chunk. Returns how many documents there were. */
  finish(): number;
}

/** Bytes of a row, or of any other value that is parsed. */
const LARGEST = 64 * 1024 * 1024;
/** Levels of nesting: enough for any export, and few enough for functions that call themselves. */
const DEEPEST = 1000;
/** Above them, rows may be taken as they stand: they nest few levels themselves. */
const DEEPEST_PLAIN = 100;

/** What a value can begin with. */
const BEGINNINGS: ReadonlySet<number> = new Set(Buffer.from('"{[-0123456789tfn'));

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

// What a value is, by its place: from 0 on, its depth on the path.
const OFF = -1;
const KEPT = -2;
const KEY = -3;

type Expected = 'document' | 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** A list or object that is open. */
interface Container {
  readonly isList: boolean;
  readonly role: number;
  hadKey: boolean;
}

/**
 * Cuts a JSON file into values small enough to be parsed one by one, however large the file is: what lies at `path`,
 * element by element. Lists on the way are crossed; the first thing below one that is no list itself is cut whole. What
 * lies beside the path is checked and forgotten. A file may hold several documents one after the other.
 *
 * Throws `Unusable` at what is no JSON, at a key of the path that an object has twice, and beyond the bounds; `largest` in bytes.
 */
export function valueCutter(
  file: string,
  path: readonly string[],
  taker: ValueTaker,
  largest: number = LARGEST,
): ValueCutter {
  const places = linePlaces();
  const takePlain = taker.takePlain ?? (() => -1);
  let chunk: Buffer = Buffer.alloc(0);
  /** The end of what came before the chunk, for complaints. */
  let earlier: Buffer = chunk;

  const open: Container[] = [];
  /** How many of the open lists are on the path. */
  let lists = 0;
  let documents = 0;
  /** Of a document that is an empty list: `[][]` is nothing that anything writes. */
  let emptyListLine = 0;
  let expected: Expected = 'document';
  let role = 0;
  /** Of the member that is read. */
  let key = '';

  // The value that is being cut: where it began, in this chunk unless `began` says otherwise, and what of it has passed.
  const end = valueEnd(refuse);
  let isCutting = false;
  let start = 0;
  let line = 1;
  let began: TextPlace | undefined;
  let pieces: Buffer[] = [];
  let length = 0;

  function push(next: Uint8Array): void {
    earlier = Buffer.concat([earlier, chunk.subarray(-4 * NEAR)]).subarray(-4 * NEAR);
    chunk = Buffer.from(next.buffer, next.byteOffset, next.byteLength);
    places.add(chunk);
    for (let index = 0; index < chunk.length; ) index = isCutting ? cutOn(index) : step(chunk[index] ?? 0, index);
  }

  /** Takes the byte at `index`; returns where to go on. */
  function step(byte: number, index: number): number {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return index + 1;
    if (byte === QUOTE && (expected === 'key' || expected === 'key-or-end')) {
      role = KEY;
      return beginCut(byte, index);
    }
    if (byte === COLON && expected === 'colon') expected = 'value';
    else if (byte === COMMA && expected === 'comma-or-end') expected = open.at(-1)?.isList === true ? 'value' : 'key';
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) close(byte === CLOSE_LIST, index);
    else if (expected === 'value' || expected === 'value-or-end') return beginValue(byte, index);
    else if (expected === 'document' && mayBeDocument(byte, index)) return beginValue(byte, index);
    else throw fault(index);
    return index + 1;
  }

  function mayBeDocument(byte: number, index: number): boolean {
    return (byte === OPEN_LIST || byte === OPEN_OBJECT) && places.lineAt(index) !== emptyListLine;
  }

  function beginValue(byte: number, index: number): number {
    const isList = byte === OPEN_LIST;
    if (byte === OPEN_OBJECT && role === path.length && open.length < DEEPEST_PLAIN) {
      const stop = takePlain(chunk, index, places.lineAt(index));
      if (stop >= 0) {
        endValue();
        return stop;
      }
    }
    const isOnTheWay = role >= 0 && role < path.length && lists === 0;
    if (role === KEPT || !(isList || (byte === OPEN_OBJECT && (role === OFF || isOnTheWay)))) {
      // A text or number where the path goes on: no rows.
      if (isOnTheWay) role = OFF;
      return beginCut(byte, index);
    }
    if (open.length >= DEEPEST) refuse('deep', index);
    open.push({ isList, role, hadKey: false });
    expected = isList ? 'value-or-end' : 'key-or-end';
    if (isList && role >= 0) lists++;
    if (!isList && role >= 0) taker.enter(role);
    return index + 1;
  }

  function close(isList: boolean, index: number): void {
    const isEmpty = expected === 'value-or-end';
    const mayEnd = expected === 'comma-or-end' || expected === (isList ? 'value-or-end' : 'key-or-end');
    const closed = open.at(-1);
    if (!mayEnd || closed?.isList !== isList) throw fault(index);
    open.pop();
    if (isEmpty && open.length === 0) emptyListLine = places.lineAt(index);
    if (closed.role >= 0) {
      if (isList) lists--;
      else taker.leave(closed.role);
      if (isList && isEmpty) taker.nothing();
    }
    endValue();
  }

  function endValue(): void {
    const container = open.at(-1);
    if (container === undefined) documents++;
    expected = container === undefined ? 'document' : 'comma-or-end';
    role = container?.role ?? 0;
  }

  function beginCut(byte: number, index: number): number {
    if (!BEGINNINGS.has(byte)) throw fault(index);
    isCutting = true;
    start = index;
    line = places.lineAt(index);
    end.begin(byte, DEEPEST - open.length);
    return index;
  }

  function cutOn(index: number): number {
    const stop = end.find(chunk, index);
    const from = began === undefined ? start : 0;
    length += (stop < 0 ? chunk.length : stop) - from;
    if (length > largest) throw tooLarge(chunk.subarray(from));
    if (stop < 0) {
      began ??= places.placeAt(start);
      pieces.push(chunk.subarray(from));
      return chunk.length;
    }
    if (pieces.length === 0) takeCut(chunk.toString('utf8', from, stop));
    else takeCut(Buffer.concat([...pieces, chunk.subarray(0, stop)]).toString('utf8'));
    return stop;
  }

  function takeCut(text: string): void {
    let value: unknown;
    try {
      value = parseJson(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw faultOf(text, file, began ?? places.placeAt(start));
    }
    isCutting = false;
    began = undefined;
    pieces = [];
    length = 0;
    const cut = { value, text, line };
    if (role === KEY) takeKey(String(value));
    else {
      if (role === KEPT) taker.keep(open.at(-1)?.role ?? 0, key, cut);
      else if (role >= 0 && value === null && lists === 0) taker.nothing();
      else if (role >= 0) taker.take(role, cut);
      endValue();
    }
  }

  function takeKey(name: string): void {
    key = name;
    expected = 'colon';
    const object = open.at(-1);
    role = OFF;
    if (object === undefined || object.role < 0) return;
    if (name === path[object.role]) {
      if (object.hadKey) throw keyTwice(file, name, line);
      object.hadKey = true;
      role = object.role + 1;
    } else if (taker.keeps(object.role, name)) role = KEPT;
  }

  function finish(): number {
    if (isCutting) throw faultOf(Buffer.concat(pieces).toString('utf8'), file, began ?? places.placeAt(start));
    if (expected !== 'document') throw fault(chunk.length);
    return documents;
  }

  /** Only what stands before the fault is shown: what of the rest has come hangs on the size of chunks. */
  function fault(index: number) {
    const near = Buffer.concat([earlier, chunk.subarray(Math.max(0, index - 4 * NEAR), index)]).toString('utf8');
    const [character = ''] = chunk.toString('utf8', index, index + 4);
    return cannotStand(file, places.placeAt(index), character, near.slice(-NEAR) + character);
  }

  function refuse(why: 'deep' | 'many', index: number): never {
    if (why === 'many') throw tooLarge(chunk.subarray(began === undefined ? start : 0, index));
    throw badJson(
      file,
      places.placeAt(index),
      `lists and objects are nested deeper than ${DEEPEST} levels`,
      'No export needs that many. Export it again.',
    );
  }

  /** Behind a value that never ends there is often a quote or bracket that is missing. */
  function tooLarge(last: Buffer) {
    const text = Buffer.concat([...pieces, last]).toString('utf8');
    const index = findJsonFault(text);
    const place = began ?? places.placeAt(start);
    if (index !== undefined && index < text.length - UNFINISHED) return faultOf(text, file, place);
    return badJson(
      file,
      place,
      `one single value is larger than ${largest >> 20} MB, or has more than a million lists and objects`,
      'What is read at once is one element of a list. If the rows lie inside it, give their path: records.rows.',
    );
  }

  return { push, finish };
}

/** Characters before a fault that are shown. */
const NEAR = 20;
/** Characters of a number, word or escape that may still go on. */
const UNFINISHED = 1000;
