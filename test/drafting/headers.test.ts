import { expect, test } from 'vitest';
import { guessOf } from '../../src/drafting/guess.ts';
import { profileOf } from '../ingest/profile/profile.ts';

// Each of these made a regular expression look through the rest of the header again at every place of it: minutes.
const headers = ['('.repeat(100_000), '['.repeat(100_000), `${'agent'.repeat(40_000)}id 0`];

test.each(headers.map((header) => [header.slice(0, 8), header]))(
  'a header of 100,000 times "%s"',
  async (_, header) => {
    const profile = await profileOf(
      `ticket,"${header}\n.",created\nT-1,some words,2026-03-05 09:00\nT-2,more words,2026-03-06 09:00\n`,
    );
    const { roles } = guessOf(profile, {}, []);
    expect(roles.map(({ role, column }) => `${role}: ${column}`)).toEqual(['ticket: ticket', 'created: created']);
  },
);
