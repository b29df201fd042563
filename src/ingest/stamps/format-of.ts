import type { LocalDate } from '../../domain/time.ts';
import { agreedDate, DAY_FIRST, ORDERS, ordersOf } from './date-orders.ts';
import { freeParser, type Piece } from './free-notation.ts';
import { blankStamp } from './written-stamp.ts';

/**
 * The format that reads a stamp in free notation as it was read, in a policy's letters: `d/M/yyyy h:mm a`. `order` is the one
 * in which its three figures are taken, a bit of `ORDERS`. '' for a text that is no such stamp.
 */
export function formatOf(text: string, order: number = DAY_FIRST): string {
  const pieces: Piece[] = [];
  const stamp = blankStamp();
  if (!freeParser(pieces)(text, stamp)) return '';
  if (pieces.length === 0)
    return stamp.notation === 'year-first' ? 'yyyyMMddHHmmss'.slice(0, text.length) : stamp.notation;
  const isHalved = pieces.some(({ token }) => token === 'a');
  const pattern = ORDERS.find(({ bit }) => bit === order)?.pattern ?? ORDERS[0].pattern;
  let figure = 0;
  let end = 0;
  let format = '';
  for (const { start, end: next, token } of pieces.toSorted((a, b) => a.start - b.start)) {
    format += literalOf(text.slice(end, start));
    end = next;
    const hour = Number(text.slice(start, next));
    if (token === 'h' || token === 'hh') format += isHalved && hour >= 1 && hour <= 12 ? token : token.toUpperCase();
    else if (stamp.isUnordered && 'dMy'.includes(token.charAt(0)))
      format += tokenOf(pattern[figure++] ?? 'd', next - start);
    else format += token;
  }
  return format + literalOf(text.slice(end));
}

function tokenOf(letter: 'd' | 'M' | 'y', digits: number): string {
  return letter !== 'y' ? letter : digits === 4 ? 'yyyy' : 'yy';
}

function literalOf(text: string): string {
  const spaced = text.replaceAll(/[\s\u00a0\u2009\u202f\u3000]+/g, ' ');
  return /[A-Za-z']/.test(spaced)
    ? spaced.replaceAll(/[A-Za-z']+/g, (word) => `'${word.replaceAll("'", "''")}'`)
    : spaced;
}

/** What a stamp whose figures can be taken in several orders would mean in each, and the format that says so. */
export function readingsOf(text: string): readonly { readonly format: string; readonly date: LocalDate }[] {
  const stamp = blankStamp();
  if (!freeParser()(text, stamp) || !stamp.isUnordered) return [];
  const allowed = ordersOf(stamp);
  return ORDERS.flatMap(({ bit }) => {
    const date = (allowed & bit) === 0 ? undefined : agreedDate(stamp, bit);
    return date === undefined ? [] : [{ format: formatOf(text, bit), date }];
  });
}
