import { expect, test } from 'vitest';
import { findingList } from '../../src/diagnostics/finding-list.ts';

const bad = (line: number) => ({
  code: 'bad-timestamp' as const,
  place: { file: 'a.csv', line },
  message: `row ${line}`,
});

test('of each kind the first are kept, the others counted', () => {
  const list = findingList({ file: 'a.csv' }, 2);
  for (const line of [2, 3, 4, 5, 6]) list.add(bad(line));
  list.add({ code: 'missing-ticket', place: { file: 'a.csv', line: 9 }, message: 'no ticket' });
  const [first, second, other, rest, ...none] = list.list();
  expect([first, second]).toEqual([bad(2), bad(3)]);
  expect(other).toMatchObject({ code: 'missing-ticket' });
  // Five, of which two are listed.
  expect(rest).toMatchObject({ code: 'bad-timestamp', count: 3, place: { file: 'a.csv' } });
  expect(none).toEqual([]);
});

test('as many as are kept are listed one by one', () => {
  const list = findingList(undefined, 2);
  list.add(bad(2));
  list.add(bad(3));
  expect(list.list()).toEqual([bad(2), bad(3)]);
});
