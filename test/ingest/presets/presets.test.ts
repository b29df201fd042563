import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { source } from '../exports.ts';
import { presetsPage, recordsOf } from './presets-page.ts';

const PAGE = new URL('../../../docs/presets.md', import.meta.url);

test('docs/presets.md is up to date (UPDATE=1 writes it)', () => {
  const { UPDATE } = process.env;
  if (UPDATE === '1') writeFileSync(PAGE, presetsPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(presetsPage());
});

/** A sample of two tables, with an empty line between them, is two files. */
function samplesOf(name: string) {
  const tables = (presets[name]?.sample ?? '').split(/\n\n+/).filter((table) => table.trim() !== '');
  return tables.map((table, index) => source(`sample-${index}`, table));
}

test.each(Object.keys(presets))('%s is the records of a policy, and reads its own sample whole', async (name) => {
  const policy = recordsOf(name);
  const reading = await readExports(samplesOf(name), policy);
  expect(reading.diagnostics.filter(({ code }) => code === 'missing-column' || code === 'bad-timestamp')).toEqual([]);
  expect(reading.value?.log.rows).toBeGreaterThan(0);
  for (const tally of reading.value?.tallies ?? []) expect([...tally.setAside]).toEqual([]);
});

test.each(Object.keys(presets))('%s finds each of its columns in its sample', async (name) => {
  // A sample of two tables has what is its own in one of them; a sample is the product's header, so all must be there.
  const { value, diagnostics } = await readExports(samplesOf(name), recordsOf(name));
  const lacking = diagnostics.filter(({ code }) => code === 'lacking-column');
  const files = value?.log.files.length ?? 0;
  expect(
    lacking.length < files || lacking.length === 0,
    lacking.map(({ message }) => english(message)).join('\n'),
  ).toBe(true);
});

test.each(Object.entries(presets))('%s says what a reader needs to know', (_, preset) => {
  const { title, sample, export: way, traps, sources } = preset;
  for (const text of [title, sample, way]) expect(text.trim()).not.toBe('');
  expect(traps.length).toBeGreaterThan(1);
  expect(sources.length).toBeGreaterThan(0);
});
