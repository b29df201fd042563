import { stampReader } from '../stamps/stamp-reader.ts';
import type { CellStamp } from './stamp-tally.ts';

const OFFSET = /(?<=\d)\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)$/i;
/** Day and month as figures side by side, the year not first: one such stamp alone says nothing. */
const AMBIGUOUS =
  /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?:[ ,T]+\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?)?$/;

/** Reads the stamps of one column as they stand, those without a zone as if they were UTC; `undefined` for what is none. */
export function cellStamps(): (text: string) => CellStamp | undefined {
  const reader = stampReader({
    column: '',
    values: new Map(),
    place: { file: '' },
    formats: [],
    zone: 'UTC',
    assume: 'undecided',
    ambiguous: 'earlier',
  });
  return (text) => {
    if (!/\d/.test(text) || text.length > 60) return undefined;
    if (AMBIGUOUS.test(text)) return { at: Number.NaN, grade: gradeOf(text), offset: undefined };
    if (!reader.read(text)) return undefined;
    return { at: reader.at, grade: reader.grade, offset: offsetOf(text) };
  };
}

/** Index into `GRADES`. */
function gradeOf(text: string): number {
  if (!text.includes(':')) return 3;
  return /:\d{2}:\d{2}/.test(text) ? 0 : 1;
}

function offsetOf(text: string): number | undefined {
  // A date alone ends in figures after a dash.
  if (!text.includes(':')) return undefined;
  const parts = OFFSET.exec(text);
  if (parts === null) return undefined;
  if (parts[1] !== undefined) return 0;
  return (parts[2] === '-' ? -1 : 1) * (Number(parts[3]) * 60 + Number(parts[4] ?? 0));
}
