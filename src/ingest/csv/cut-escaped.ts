import { ownedText } from '../owned-text.ts';
import type { TakeRecord } from '../table/table-rows.ts';
import { type Cut, type Cutting, endless, LONGEST_RECORD } from './cut-quoted.ts';

/** What a letter stands for after a backslash; any other character stands for itself. */
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/**
 * Cuts a text in which no quotes enclose cells and a backslash escapes whatever it stands before, delimiters and line
 * breaks included: MySQL's `INTO OUTFILE`, PostgreSQL's `COPY`. A cell `\N` is blank. csv-parse knows escapes only in quotes.
 */
export async function cutEscaped(
  chunks: AsyncIterable<Uint8Array>,
  { file, dialect }: Cutting,
  take: TakeRecord,
): Promise<Cut> {
  const { delimiter, escaper, breaks } = dialect;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const ends = new RegExp(`[${[delimiter, escaper].map(literal).join('')}\\r\\n]`, 'gu');
  const hasLetters = escaper === '\\';
  let cells: string[] = [];
  let cell = '';
  /** A cell that is blank in so many words: the last record is one though it may have no other character. */
  let isNull = false;
  let [line, startLine, recordLength] = [1, 1, 0];
  let held = '';

  function endCell(): void {
    cells.push(ownedText(cell.trim()));
    cell = '';
    isNull = false;
  }

  function endRecord(): void {
    endCell();
    take(cells, startLine);
    cells = [];
    recordLength = 0;
    startLine = line;
  }

  /** Cuts what is there; what could mean something else with the next character is kept. */
  function cut(text: string, isLast: boolean): void {
    let at = 0;
    while (at < text.length) {
      ends.lastIndex = at;
      const end = ends.exec(text)?.index ?? text.length;
      cell += text.slice(at, end);
      recordLength += end - at + 1;
      if (recordLength > LONGEST_RECORD) throw endless(file, startLine);
      at = end;
      const [character, next] = [text[at], text[at + 1]];
      if (character === undefined) return;
      if ((character === '\r' || character === escaper) && next === undefined && !isLast) {
        held = character;
        return;
      }
      at++;
      if (character === escaper) {
        if (next === 'N' && hasLetters) isNull = true;
        else cell += (hasLetters ? LETTERS[next ?? ''] : undefined) ?? characterAt(text, at);
        if (next === '\n') line++;
        at += characterAt(text, at).length;
      } else if (text.startsWith(delimiter, at - 1)) {
        at += delimiter.length - 1;
        endCell();
      } else if (character === '\r' && next !== '\n' && breaks === 'lf') {
        cell += character;
      } else {
        if (character === '\r' && next === '\n') at++;
        line++;
        endRecord();
      }
    }
  }

  let last = '';
  for await (const bytes of chunks) {
    const text = held + decoder.decode(bytes, { stream: true });
    held = '';
    last = text.at(-1) ?? last;
    cut(text, false);
  }
  if (held !== '') cut(held, true);
  if (cell !== '' || isNull || cells.length > 0) endRecord();
  return { isCutOff: last !== '' && last !== '\n' && last !== '\r' };
}

/** Of one or two units; '' at the end. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function literal(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
