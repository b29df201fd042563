import type { Instant } from '../domain/time.ts';

/** ISO 8601 in UTC; milliseconds only where there are any. */
export function iso(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
