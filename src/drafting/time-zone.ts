import type { TableProfile } from '../domain/profile.ts';
import type { Wishes } from './wishes.ts';

/** The zone of a draft, and on what it rests (S31: it is never the machine's). */
export interface PlannedZone {
  readonly timezone: string;
  /** `offsets`: every stamp names its own zone, so that only calendars and months are by this one. */
  readonly why: 'said' | 'chinese' | 'offsets' | 'unknown';
}

export function planZone(profile: TableProfile, { timezone }: Wishes, isChinese: boolean): PlannedZone {
  if (timezone !== undefined && timezone !== '') return { timezone, why: 'said' };
  if (isChinese) return { timezone: 'Asia/Shanghai', why: 'chinese' };
  const stamps = profile.columns.flatMap(({ stamps: each, filled }) =>
    each === undefined ? [] : [{ ...each, filled }],
  );
  const isZoned = stamps.length > 0 && stamps.every(({ withZone, filled }) => withZone === filled);
  return { timezone: 'UTC', why: isZoned ? 'offsets' : 'unknown' };
}

/** Most headers have Chinese in them. */
export function speaksChinese({ columns }: TableProfile): boolean {
  return columns.filter(({ name }) => /\p{Script=Han}/u.test(name)).length * 2 > columns.length;
}
