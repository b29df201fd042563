import type { Reader } from '../page.ts';
import type { CellKind, Column, Value } from '../table.ts';

/** What a cell says to a person, in the words of the report's language. */
export function cellText({ kind }: Column, value: Value, { words, local }: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (kind === 'seconds') return words.duration(value);
    if (kind === 'clock-seconds') return words.clockDuration(value);
    return kind === 'percent' ? words.percent(value) : words.count(value);
  }
  // A word may stand among instants: "still open".
  if (kind === 'instant' && /^\d{4}-\d\d-\d\dT/.test(value)) return local(Date.parse(value));
  return kind === 'utc' ? value.replace('T', ' ') : value;
}

/** Texts and instants stand to the left, quantities to the right, unless the column says otherwise. */
export function alignmentOf({ kind, align }: Column): 'left' | 'right' {
  return align ?? (isText(kind) || kind === 'flag' ? 'left' : 'right');
}

export function isText(kind: CellKind): boolean {
  return kind === 'text' || kind === 'id' || kind === 'place' || kind === 'instant' || kind === 'utc';
}
