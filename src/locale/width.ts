const ASCII = /^[\x20-\x7e]*$/;
/** Texts in which every UTF-16 unit is a character, one column wide or two. */
const PLAIN_CHINESE = /^[\x20-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;
/** Made when a text needs it: most do not. */
let graphemes: Intl.Segmenter | undefined;

/** East Asian Wide and Fullwidth, and emoji shown as pictures (Unicode UAX #11); first and last of each range. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Columns a text takes in a terminal: two for a Chinese character, none for a combining mark or a control. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (PLAIN_CHINESE.test(text)) return text.length + text.replaceAll(/[\x20-\x7e]/g, '').length;
  return splitGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** What a reader takes for one character. */
export function splitGraphemes(text: string): string[] {
  if (PLAIN_CHINESE.test(text)) return text.split('');
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Signs of ambiguous width (`—`, `…`, `①`) count as one; the words of our reports avoid them. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.includes('\ufe0f')) return 2;
  const point = grapheme.codePointAt(0) ?? 0;
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return 0;
  if (/^[\p{Mark}\p{Default_Ignorable_Code_Point}]/u.test(grapheme)) return 0;
  return isWide(point) ? 2 : 1;
}

function isWide(point: number): boolean {
  return point >= 0x1100 && WIDE.some(([first, last]) => first <= point && point <= last);
}
