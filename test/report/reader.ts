import { en } from '../../src/locale/en.ts';
import { zh } from '../../src/locale/zh.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';

/** Shanghai is eight hours ahead of UTC all year in 2026; this is all the zone that these tests need. */
export function shanghai(instant: number): string {
  return new Date(instant + 8 * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

export const english: RenderOptions = { words: en, local: shanghai, width: 80, colour: false };
export const chinese: RenderOptions = { ...english, words: zh };
