import type { Preset } from './preset.ts';

/** The built-in mappings, by the name that `records.preset` calls them. One file each. */
export const presets: Readonly<Record<string, Preset>> = {};
