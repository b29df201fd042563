import type { DurationUnit } from '../domain/policy.ts';
import type { Proof, Reckoned } from '../domain/proof.ts';
import type { Millis } from '../domain/time.ts';
import type { Catalogue } from '../locale/catalogue.ts';

const UNIT: Readonly<Record<Exclude<DurationUnit, 'text'>, Millis>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** How an instant came that the export does not say: `created + 700 min (column resolution_minutes)`, in the column's unit. */
export function reckonedText({ after, column, length }: Reckoned, records: Proof['records'], words: Catalogue): string {
  const unit = records?.durations.find((each) => each.column === column)?.unit ?? 'text';
  const number = unit === 'text' ? Number.NaN : length / UNIT[unit];
  // A number as the column has it, unless it was written in another way, or has more digits than are shown.
  const isShown = unit !== 'text' && Number.isInteger(number * 1000);
  const told = isShown ? words.proof.lengthIn(number, unit) : words.duration(length / 1000);
  return words.proof.reckoned(after, told, column);
}
