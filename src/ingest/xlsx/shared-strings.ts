import { ownedText } from '../owned-text.ts';
import type { Unusable } from '../unusable.ts';
import { cutXml, type XmlTaker } from '../xml/cut-xml.ts';
import { badWorkbook } from './bad-workbook.ts';
import { decodeEscapes, localName, xmlFault } from './xml-part.ts';

export const MOST_STRINGS = 2 ** 24;
export const MOST_CHARACTERS = 2 ** 28;

/** The texts that cells refer to by number: those of rich texts are joined, hints at their pronunciation left out. */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  file: string,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let isText = false;
  let isPronunciation = false;
  const taker: XmlTaker = {
    open(tag) {
      const name = localName(tag);
      if (name === 'si') text = '';
      else if (name === 'rPh') isPronunciation = true;
      else if (name === 't') isText = !isPronunciation;
    },
    text(piece) {
      if (!isText) return;
      text += piece;
      characters += piece.length;
      if (characters > MOST_CHARACTERS) throw tooMuchText(file);
    },
    close(tag) {
      const name = localName(tag);
      if (name === 't') isText = false;
      else if (name === 'rPh') isPronunciation = false;
      else if (name === 'si') strings.push(ownedText(decodeEscapes(text)));
      if (strings.length > MOST_STRINGS) {
        throw tooMuchText(file);
      }
    },
  };
  await cutXml(chunks, { fault: xmlFault(file, part), taker: () => taker });
  return strings;
}

export function tooMuchText(file: string): Unusable {
  const hint = 'Split it into several workbooks, or save its sheets as CSV.';
  return badWorkbook(file, 'the workbook has more text than can be held', hint);
}
