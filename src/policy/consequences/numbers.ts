import type { Complaints } from '../complaints.ts';
import type { Words } from '../tree.ts';

/** A whole number, `least` or more; `undefined` after a complaint. */
export function readWhole({ text, place }: Words, least: number, found: Complaints): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  found.add('bad-value', place, `"${text}" is not a whole number from ${least}`, 'It counts whole things.');
  return undefined;
}

/** Points above zero, to at most two decimals: they are summed, and sums are to be exact when shown. */
export function readPoints({ text, place }: Words, found: Complaints): number | undefined {
  const points = /^\d{1,9}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (points > 0) return points;
  found.add(
    'bad-value',
    place,
    `"${text}" is not a number of points`,
    'Above zero, with at most two decimals: 2 or 0.5.',
  );
  return undefined;
}

/** A number of months such as `12 months`; a hundred years are the most. */
export function readMonths({ text, place }: Words, found: Complaints): number | undefined {
  const months = monthsIn(text);
  if (months !== undefined) return months;
  const years = /^(\d{1,2})\s*years?$/.exec(text)?.[1];
  const meant = years === undefined ? '' : ` Did you mean "${Number(years) * 12} months"?`;
  found.add('bad-duration', place, `"${text}" is not a number of months`, `Written like 12 months.${meant}`);
  return undefined;
}

export function monthsIn(text: string): number | undefined {
  const months = Number(/^(\d{1,4})\s*months?$/.exec(text)?.[1] ?? 0);
  return months >= 1 && months <= 1200 ? months : undefined;
}
