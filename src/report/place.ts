import type { Place } from '../domain/diagnostic.ts';

/** `tickets.csv:207:3`, as far as it is known. */
export function placeText(place: Place | undefined): string | null {
  if (place === undefined) return null;
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
