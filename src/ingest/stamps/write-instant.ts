import { formatInstant } from '../../calendar/stamps.ts';
import { GRADES, type Grade } from '../../domain/event-log.ts';
import type { StampReader } from './stamp-reader.ts';

/** A promise for 14:00 is one for 14:00 sharp; one for a day or an hour leaves open when. */
const VAGUE: readonly Grade[] = ['hour', 'day'];

/** As ISO 8601 in UTC; two instants with a slash between where only the day or hour is known (S8). */
export function writeInstant({ at, latest, grade }: Pick<StampReader, 'at' | 'latest' | 'grade'>): string {
  const isVague = latest > at && VAGUE.includes(GRADES[grade] ?? 'exact');
  return isVague ? `${formatInstant(at)}/${formatInstant(latest)}` : formatInstant(at);
}
