import type { ColumnProfile } from '../domain/profile.ts';
import type { Wishes } from './wishes.ts';

/**
 * The formats to state for a column: those in which day and month stand side by side as figures, in the order that the
 * whole column, the user or, as a doubt, the zone says. Empty where the year stands first, or the month is a word.
 */
export function formatsOf(
  { stamps }: ColumnProfile,
  { dates }: Wishes,
  timezone: string,
): { readonly formats: readonly string[]; readonly isDoubtful: boolean } {
  const order = stamps?.dayOrder;
  if (stamps === undefined || order === undefined || order === 'contradictory')
    return { formats: [], isDoubtful: false };
  const isKnown = order === 'day-first' || order === 'month-first';
  const assumed = timezone.startsWith('America/') ? 'month-first' : 'day-first';
  const chosen = isKnown ? order : (dates ?? assumed);
  const formats = stamps.patterns.map(({ value }) => stated(value, chosen));
  return { formats: [...new Set(formats)], isDoubtful: !isKnown && dates === undefined };
}

/** `99/99/yyyy H:mm:ss a` → `M/d/yyyy h:mm:ss a`. */
function stated(pattern: string, order: 'day-first' | 'month-first'): string {
  const [first, second] = order === 'day-first' ? ['d', 'M'] : ['M', 'd'];
  const dated = pattern.replace('99', first).replace('99', second).replace('MM-dd', 'M-d');
  return / ?a$/.test(dated) ? dated.replace('H:', 'h:') : dated;
}
