import { visible } from '../../locale/visible.ts';
import type { Reader } from '../page.ts';
import { shownPercent } from '../shares.ts';
import type { CellKind, Column, Value } from '../table.ts';

/** What a cell says to a person, shares to one decimal, in the words of the report's language, and to no terminal. */
export function cellText({ kind }: Column, value: Value, { words, local }: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (kind === 'seconds') return words.duration(value);
    if (kind === 'clock-seconds') return words.clockDuration(value);
    return kind === 'percent' ? words.percent(shownPercent(value)) : words.count(value);
  }
  // A word may stand among instants: "still open".
  if (kind === 'instant' && /^\d{4}-\d\d-\d\dT/.test(value)) return local(Date.parse(value));
  return kind === 'utc' ? value.replace('T', ' ') : visible(shortened(value));
}

/** Texts and instants stand to the left, quantities to the right, unless the column says otherwise. */
export function alignmentOf({ kind, align }: Column): 'left' | 'right' {
  return align ?? (isText(kind) || kind === 'flag' ? 'left' : 'right');
}

export function isText(kind: CellKind): boolean {
  return kind === 'text' || kind === 'id' || kind === 'place' || kind === 'instant' || kind === 'utc';
}

/** More of a name or header is no name: a column was mistaken, and cli-table3 takes time by the square of a cell's lines. */
const LONGEST = 500;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
