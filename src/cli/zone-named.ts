import { type Zone, zone } from '../calendar/zone.ts';

/** A zone that is known to exist: the policy's was checked when it was read. */
export function zoneNamed(name: string): Zone {
  const found = zone(name);
  if (found === undefined) throw new Error(`no time zone ${name}`);
  return found;
}
