import type { Code } from '../../diagnostics/codes.ts';
import { inTurn, say } from '../../diagnostics/say.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Wanted } from '../rows/named-columns.ts';
import { Unusable } from '../unusable.ts';
import { BrokenBytes } from './broken-bytes.ts';
import { detectEncoding, type Guess } from './detect-encoding.ts';
import type { LineBreaks } from './line-breaks.ts';

/** What is needed to say where something is, and how it is mended. */
export interface TextContext {
  readonly file: string;
  /** Has counted what is yielded. */
  readonly breaks: LineBreaks;
  readonly options: { readonly isStatable: boolean; readonly wanted: Wanted };
}

/** An encoding, and on whose word it is that of a text. */
export interface Settled {
  readonly encoding: string;
  readonly by: 'user' | 'mark' | 'guess';
}

/** Passes on what is decoded; bytes that are not of the encoding become an `Unusable` with their line. */
export async function* namingFaults(
  chunks: AsyncIterable<Uint8Array>,
  context: TextContext,
  settled: Settled,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof BrokenBytes)) throw error;
    throw badBytes(error, context, settled);
  }
}

/** Bytes by which another encoding is suggested. */
const EXCERPT = 4096;

function badBytes({ before, bytes }: BrokenBytes, { file, breaks, options }: TextContext, settled: Settled): Unusable {
  const isCut = bytes.length === 0;
  const { encoding, by } = settled;
  const why = { user: 'which is stated', mark: 'which its byte order mark says', guess: 'as which the file is read' }[
    by
  ];
  const near = bytes.subarray(0, EXCERPT);
  const other = isCut ? undefined : detectEncoding({ head: near, window: near, isLast: false, wanted: options.wanted });
  const isOther = other?.isText === true && other.encoding !== encoding;
  const reading = isOther ? `These bytes may be ${other.encoding} ("${other.word}"). ` : '';
  const doubt = {
    user: 'State the encoding that the file has, or none: it is then detected.',
    mark: '',
    guess: options.isStatable ? `If it is in another encoding, state that: ${STATEMENT}` : '',
  }[by];
  return new Unusable({
    code: 'bad-encoding',
    place: { file, line: breaks.lineAfter(before) },
    message: isCut
      ? `the file ends within a character of ${encoding}, ${why}`
      : `${hexOf(bytes.subarray(0, 4))} ${bytes.length === 1 ? 'is' : 'are'} not ${encoding}, ${why}`,
    hint: `${reading}${isCut ? 'Its end is lost: export or copy it again.' : 'Mend the line, or export the file again.'} ${doubt}`.trimEnd(),
  });
}

export function unreadableBytes({ file, options }: TextContext, line: number, bytes: Uint8Array): Unusable {
  const hint = options.isStatable ? `Export it as UTF-8, or state its encoding: ${STATEMENT}` : 'Save it as UTF-8.';
  return new Unusable({
    code: 'bad-encoding',
    place: { file, line },
    message: `${hexOf(bytes.subarray(0, 4))} and what follows are no text in any encoding that is tried`,
    hint: `UTF-8, UTF-16, gb18030, big5, shift_jis and windows-1252 are. ${hint}`,
  });
}

/** The text before was read in one encoding, and what follows can hardly be in it. */
export function mixedEncodings({ file, breaks, options }: TextContext, before: Guess, after: Guess): Unusable {
  return new Unusable({
    code: 'bad-encoding',
    place: { file, line: breaks.lineAfter() },
    message: `the text so far was read as ${before.encoding} ("${before.word}"), but from about here on it looks like ${after.encoding} ("${after.word}")`,
    hint: options.isStatable
      ? `State the encoding: ${statement(after.encoding)} If the file has lines of both, export it again as UTF-8.`
      : 'Save the file as UTF-8.',
  });
}

export function utf32(file: string): Unusable {
  return new Unusable({
    code: 'bad-encoding',
    place: { file, line: 1 },
    message: 'the file is UTF-32, as its byte order mark says',
    hint: 'Save it as UTF-8, or convert it: iconv -f UTF-32 -t UTF-8.',
  });
}

export function contradictedMark(file: string, stated: string, marked: string): Unusable {
  return new Unusable({
    code: 'bad-encoding',
    place: { file, line: 1 },
    message: `the file begins with the byte order mark of ${marked}, but is stated to be ${stated}`,
    hint: `State ${marked}, or no encoding: the mark is then believed.`,
  });
}

/** A guess is never silent. */
export function encodingNote(guess: Guess, { file, options }: TextContext, line: number): Diagnostic<Code> {
  const { encoding, word, rival } = guess;
  const doubt = rival && say`${rival.encoding} fits nearly as well ("${rival.word}").`;
  const certainty = options.isStatable
    ? say`To settle it: records.file.encoding: ${encoding} in the policy, or --encoding ${encoding}.`
    : say`Saved as UTF-8 it leaves no doubt.`;
  return {
    code: 'detected-encoding',
    place: { file, line },
    message: say`the file is read as ${encoding}, for instance "${word}"`,
    hint: inTurn(say`That is a guess from the bytes.`, doubt, certainty),
  };
}

const STATEMENT = 'records.file.encoding in the policy, or --encoding.';

function statement(encoding: string): string {
  return `records.file.encoding: ${encoding} in the policy, or --encoding ${encoding}.`;
}

function hexOf(bytes: Uint8Array): string {
  const written = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return `the ${bytes.length === 1 ? 'byte' : 'bytes'} ${written}`;
}
