import { describe, expect, test } from 'vitest';
import { readStamp } from './read-stamp.ts';

// The names of months are held against those of ICU, in every language that is said to be read.
const LANGUAGES = ['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'pt-BR', 'nl', 'sv', 'da', 'nb', 'ru', 'tr'];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe.each(LANGUAGES)('the months of %s', (language) => {
  test.each(['long', 'short'] as const)('%s', (month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
    const read = MONTHS.map((number) => {
      const parts = format.formatToParts(Date.UTC(2024, number - 1, 5));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      // Some languages have no short names but figures.
      return /\d/.test(name) ? number : Number(readStamp(`5 ${name} 2024`, { zone: 'UTC' }).slice(5, 7));
    });
    expect(read).toEqual(MONTHS);
  });
});

test.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'ru', 'zh', 'ja', 'ko'])('the days of the week of %s', (language) => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  for (let day = 4; day <= 10; day++) {
    const name = format.format(Date.UTC(2024, 2, day));
    const on = (date: number) =>
      readStamp(`2024-03-${String(date).padStart(2, '0')} ${name} 09:05:07`, { zone: 'UTC' });
    // 4 March 2024 was a Monday: the name must fit the date, and no other.
    expect(on(day)).toContain('09:05:07Z exact');
    expect(on(day + 8)).toContain('day of the week');
  }
});
