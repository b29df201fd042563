import { decodeEntities, entityCut } from './entities.ts';

/** Hears a document as it is read. Names come as written, prefix and all. */
export interface XmlTaker {
  /** @param attributes as written; `attributeOf` and `textOf` find one of them */
  open(name: string, attributes: string): void;
  /** One text may come in several pieces. */
  text(piece: string): void;
  /** Also called for `<empty/>`. */
  close(name: string): void;
  /**
   * Reads elements by itself, whole ones, from `at` on, where a tag begins: gives where it stops, `at` if it reads none. They must be
   * sound; whatever is doubtful is left to be cut here.
   */
  skim?(document: string, at: number): number;
}

export interface XmlPosition {
  /** The line that is being read, from 1. */
  readonly line: number;
}

/** What is thrown for a document that is not sound. */
export type XmlFault = (message: string, line: number) => Error;

interface XmlOptions {
  readonly fault: XmlFault;
  /** Begins the reading of one document. */
  readonly taker: (position: XmlPosition) => XmlTaker;
}

type Decoder = InstanceType<typeof TextDecoder>;

/** Tags, comments and sections longer than this are nothing that any program writes. */
const LONGEST_TOKEN = 4_194_304;
const DEEPEST = 500;

/**
 * Cuts an XML document into tags and texts: a stream in UTF-8 or, with its mark, UTF-16, in memory that does not grow with it.
 *
 * Several times as fast as a general parser, which is what sheets of a hundred megabytes want, because it knows no DTD:
 * a DOCTYPE is a fault, so that entities are the five of XML and characters by number, and nothing can be expanded.
 * Tags must match, and the document must end where its root does.
 */
export async function cutXml(chunks: AsyncIterable<Uint8Array>, { fault, taker: begin }: XmlOptions): Promise<void> {
  let buffer = '';
  let at = 0;
  let counted = 0;
  let line = 1;
  let isBegun = false;
  const open: string[] = [];

  const position: XmlPosition = {
    get line() {
      countLines(at);
      return line;
    },
  };
  const taker = begin(position);

  function countLines(end: number): void {
    for (let next = buffer.indexOf('\n', counted); next >= 0 && next < end; next = buffer.indexOf('\n', next + 1))
      line++;
    counted = Math.max(counted, end);
  }

  function refuse(message: string): Error {
    return fault(message, position.line);
  }

  function takeText(end: number): void {
    if (end <= at) return;
    const piece = buffer.slice(at, end);
    if (open.length > 0) taker.text(piece.includes('&') ? decodeEntities(piece, refuse) : piece);
    else if (/\S/.test(piece)) throw refuse('there is text outside of the document');
    at = end;
  }

  /** Takes what stands between `at`, where a `<` is, and what ends it; false where that has not been read yet. */
  function takeMarkup(): boolean {
    const kind = buffer.charCodeAt(at + 1);
    if (kind === 0x3f) return skipTo('?>', 2);
    if (kind !== 0x21) return takeTag(kind === 0x2f);
    if (buffer.startsWith('<!--', at)) return skipTo('-->', 4);
    if (buffer.startsWith('<![CDATA[', at)) {
      const end = buffer.indexOf(']]>', at + 9);
      if (end < 0) return false;
      if (open.length === 0) throw refuse('there is text outside of the document');
      taker.text(buffer.slice(at + 9, end));
      at = end + 3;
      return true;
    }
    if (buffer.length - at < 9) return false;
    throw refuse('it has a DOCTYPE, which is never followed');
  }

  function skipTo(mark: string, from: number): boolean {
    const end = buffer.indexOf(mark, at + from);
    if (end >= 0) at = end + mark.length;
    return end >= 0;
  }

  function takeTag(isClosing: boolean): boolean {
    const end = tagEnd(buffer, at + 1);
    if (end < 0) return false;
    if (isClosing) {
      const name = buffer.slice(at + 2, end).trimEnd();
      const opened = open.pop();
      if (opened !== name)
        throw refuse(`</${shorten(name)}> closes ${opened === undefined ? 'nothing' : `<${opened}>`}`);
      taker.close(name);
    } else {
      takeOpening(end);
    }
    at = end + 1;
    return true;
  }

  function takeOpening(end: number): void {
    const isEmpty = buffer.charCodeAt(end - 1) === 0x2f;
    const last = isEmpty ? end - 1 : end;
    let nameEnd = at + 1;
    while (nameEnd < last && buffer.charCodeAt(nameEnd) > 0x20) nameEnd++;
    const name = buffer.slice(at + 1, nameEnd);
    if (name === '' || name.includes('<')) throw refuse('there is a "<" that begins no tag');
    if (open.length === 0 && isBegun) throw refuse(`<${shorten(name)}> follows the end of the document`);
    if (open.length >= DEEPEST) throw refuse(`tags are nested more than ${DEEPEST} deep`);
    isBegun = true;
    taker.open(name, buffer.slice(nameEnd, last));
    if (isEmpty) taker.close(name);
    else open.push(name);
  }

  function take(isLast: boolean): void {
    while (at < buffer.length) {
      const tag = buffer.indexOf('<', at);
      // An entity may be cut in two at the end of what has been read.
      takeText(tag >= 0 ? tag : isLast ? buffer.length : entityCut(buffer, at));
      if (tag < 0) break;
      const skimmed = taker.skim?.(buffer, at) ?? at;
      if (skimmed > at) at = skimmed;
      else if (!takeMarkup()) break;
    }
    if (buffer.length - at > LONGEST_TOKEN) throw refuse('a tag or comment has no end');
  }

  let decoder: Decoder | undefined;
  const waiting: string[] = [];
  let waitingLength = 0;
  function add(piece: string, isLast: boolean): void {
    waiting.push(piece);
    waitingLength += piece.length;
    // What a long tag lacks is gathered until it is as long as what there is of it: it is not looked through for each piece.
    if (!isLast && waitingLength < buffer.length - at) return;
    countLines(at);
    // Joined and not added, so that it lies in one piece: it is looked at character by character.
    waiting.unshift(buffer.slice(at));
    buffer = waiting.join('');
    waiting.length = 0;
    waitingLength = 0;
    at = 0;
    counted = 0;
    take(isLast);
  }
  for await (const bytes of chunks) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    add(decodePiece(decoder, bytes, refuse), false);
  }
  add('', true);
  if (at < buffer.length) throw refuse('it breaks off inside a tag');
  if (open.length > 0) throw refuse(`it breaks off inside <${open.at(-1)}>`);
  if (!isBegun) throw refuse('it holds no document');
}

/** Where the tag ends that begins before `from`; -1: not yet. A `>` inside of quotes is no end. */
function tagEnd(buffer: string, from: number): number {
  let quote = 0;
  for (let at = from; at < buffer.length; at++) {
    const code = buffer.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) {
      return at;
    } else if (code === 0x22 || code === 0x27) {
      quote = code;
    }
  }
  return -1;
}

function encodingOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decodePiece(decoder: Decoder, bytes: Uint8Array, refuse: (message: string) => Error): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw refuse(`it holds bytes that are not ${decoder.encoding.toUpperCase()}`);
  }
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
