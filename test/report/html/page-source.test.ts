import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageSource, pageSourcePath } from './generate-page-source.ts';

test('the script and style that pages carry are those of page/', async () => {
  const source = await pageSource();
  if (process.env['UPDATE']) writeFileSync(pageSourcePath, source);
  expect(readFileSync(pageSourcePath, 'utf8')).toBe(source);
});
