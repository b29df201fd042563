import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policySchema } from '../../src/policy/json-schema.ts';
import { policyReference } from '../../src/policy/reference.ts';
import { readPolicy } from './marked.ts';

const PAGE = new URL('../../docs/policy.md', import.meta.url);

test('docs/policy.md is up to date (UPDATE=1 writes it)', () => {
  const { UPDATE } = process.env;
  if (UPDATE === '1') writeFileSync(PAGE, policyReference());
  expect(readFileSync(PAGE, 'utf8')).toBe(policyReference());
});

test('its example is a policy', () => {
  const example = /```yaml\n(.*?)```/s.exec(policyReference())?.[1] ?? '';
  expect(readPolicy('example.yaml', example).diagnostics).toEqual([]);
});

test('every key says what it is for', () => {
  const silent = policyReference()
    .split('\n')
    .filter((line) => /^\| `.*\| *\|$/.test(line));
  expect(silent).toEqual([]);
});

test('the JSON Schema knows the top of the grammar and refuses other keys', () => {
  const schema = policySchema();
  expect(schema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    required: ['slaudit', 'timezone', 'records', 'clocks'],
    additionalProperties: false,
    properties: { slaudit: { const: 1 }, language: { enum: ['zh', 'en'] } },
  });
  const references = [...JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)].map(([, id]) => id);
  expect([...new Set(references)].sort()).toEqual(Object.keys(schema.definitions ?? {}).sort());
});
