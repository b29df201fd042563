import { say } from '../../diagnostics/say.ts';
import type { RowSink } from '../rows/row-sink.ts';

/** An escape that may be half of a character: the text itself is UTF-8, which cannot hold one. */
const HALF = /\\u[dD][89a-fA-F]/;
const IS_LONE = /\p{Surrogate}/u;
const LONE = /\p{Surrogate}/gu;

/**
 * Halves of characters (`"\ud83d"` without its other half) have no place in UTF-8: written out, all of them would become
 * the same `�`, and two ids one. They are replaced by their escapes, and told once a file.
 */
export function loneHalves(sink: RowSink) {
  let isExpected = false;
  let first: { readonly cell: string; readonly line: number } | undefined;
  let cells = 0;

  return {
    /** To be called with every text that cells are taken from, before they are. */
    notice(text: string): void {
      isExpected ||= text.includes('\\u') && HALF.test(text);
    },
    mend(cell: string | undefined, line: number): string | undefined {
      if (!isExpected || cell === undefined || !IS_LONE.test(cell)) return cell;
      const mended = cell.replaceAll(LONE, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
      first ??= { cell: mended, line };
      cells++;
      return mended;
    },
    finish(): void {
      if (first === undefined) return;
      sink.remark(
        {
          code: 'lone-surrogate',
          message:
            cells === 1
              ? say`"${first.cell}" holds half of a character, which stands as its escape`
              : say`"${first.cell}" holds half of a character, which stands as its escape, and ${cells - 1} more`,
          hint: say`Something cut a text in the middle of a character (an emoji, often). Two such texts stay two.`,
        },
        first.line,
      );
    },
  };
}
