import type { TableProfile } from '../domain/profile.ts';
import type { PresetColumns } from './presets.ts';
import type { Wishes } from './wishes.ts';

/** The zone of a draft, and on what it rests (S31: it is never the machine's). */
export interface PlannedZone {
  readonly timezone: string;
  /** `offsets`: every stamp names its own zone, so that only calendars and months are by this one;
   * `preset`: the built-in mapping fixes it. */
  readonly why: 'said' | 'preset' | 'chinese' | 'offsets' | 'unknown';
}

export function planZone(
  profile: TableProfile,
  { timezone }: Wishes,
  isChinese: boolean,
  preset: PresetColumns | undefined,
): PlannedZone {
  if (timezone !== undefined && timezone !== '') return { timezone, why: 'said' };
  // A preset that reads stamps in UTC says nothing of where the desk is.
  const fixed = preset?.zone;
  if (fixed !== undefined && !/^(?:Etc\/)?(?:UTC|GMT)$/.test(fixed)) return { timezone: fixed, why: 'preset' };
  if (isChinese) return { timezone: 'Asia/Shanghai', why: 'chinese' };
  const stamps = profile.columns.flatMap(({ stamps: each, filled }) =>
    each === undefined ? [] : [{ ...each, filled }],
  );
  if (fixed !== undefined) return { timezone: 'UTC', why: 'offsets' };
  const isZoned = stamps.length > 0 && stamps.every(({ withZone, filled }) => withZone === filled);
  return { timezone: 'UTC', why: isZoned ? 'offsets' : 'unknown' };
}

/** Most headers have Chinese in them. */
export function speaksChinese({ columns }: TableProfile): boolean {
  return columns.filter(({ name }) => /\p{Script=Han}/u.test(name)).length * 2 > columns.length;
}
