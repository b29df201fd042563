import type { ColumnProfile, DayOrder } from '../domain/profile.ts';
import { dayOrderOf, type PresetColumns } from './presets.ts';
import type { Wishes } from './wishes.ts';

/**
 * The formats to state for a column: those in which day and month stand side by side as figures, in the order that the
 * whole column, the user, the preset or, as a doubt, the zone says. Empty where the year stands first, or the month is a word.
 */
export function formatsOf(
  { stamps }: ColumnProfile,
  { dates }: Wishes,
  timezone: string,
  preset: PresetColumns | undefined,
): { readonly formats: readonly string[]; readonly isDoubtful: boolean } {
  const order = stamps?.dayOrder;
  if (stamps === undefined || order === undefined || order === 'contradictory')
    return { formats: [], isDoubtful: false };
  const isKnown = order === 'day-first' || order === 'month-first';
  const assumed = timezone.startsWith('America/') ? 'month-first' : 'day-first';
  const formatsOfPreset = [...(preset?.stamps.values() ?? [])].flatMap(({ formats }) => formats);
  const said = dates ?? dayOrderOf(formatsOfPreset);
  const chosen = isKnown ? order : (said ?? assumed);
  const formats = stamps.patterns.map(({ value }) => stated(value, order, chosen));
  return { formats: [...new Set(formats)], isDoubtful: !isKnown && said === undefined };
}

/** As the profile has it, the day first unless the column says otherwise; with the two exchanged where need be. */
function stated(format: string, known: DayOrder, order: 'day-first' | 'month-first'): string {
  const isAsChosen = known === order || (known === 'undecided' && order === 'day-first');
  if (isAsChosen || /MMM|'/.test(format)) return format;
  return format.replaceAll(/d+|M+/g, (letters) => (letters.startsWith('d') ? 'M' : 'd').repeat(letters.length));
}
