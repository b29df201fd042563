import { expect, test } from 'vitest';
import { formatDate } from '../../src/calendar/dates.ts';
import type { Code } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { readDate } from '../../src/people/written-time.ts';

const place = { file: 'roster.xlsx', line: 2 };

function read(text: string): string | undefined {
  const faults: Diagnostic<Code>[] = [];
  const date = readDate(text, place, faults);
  expect(faults.length).toBe(date === undefined ? 1 : 0);
  return date === undefined ? undefined : formatDate(date);
}

test.each([
  '2026-03-01',
  '2026/3/1',
  '2026.3.1',
  '2026年3月1日',
  '2026-03-01 00:00:00',
  '2026/3/1 0:00',
  '2026-03-01T00:00',
])('%s is a date', (text) => expect(read(text)).toBe('2026-03-01'));

// A person does not begin at nine: who writes an hour means an instant, and a roster has none.
test.each(['2026-03-01 09:00:00', '2026-03-01 00:00:01', '2026-02-30', '2026-03-01 00:00 x', 'March 1'])(
  '%s is none',
  (text) => expect(read(text)).toBeUndefined(),
);
