import type { LocalDate } from '../../domain/time.ts';

const DAY = 86_400_000;

export function isoDate(date: LocalDate): string {
  return new Date(date * DAY).toISOString().slice(0, 10);
}
