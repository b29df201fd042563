import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { type SchemaName, schemas } from '../../src/report/schema/schemas.ts';
import { views } from '../../src/report/views/views.ts';
import { schemaOf } from '../setup/json-schemas.ts';
import { recordViews, rootOf } from '../setup/schema-roots.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'schemas');
const names = Object.keys(schemas) as SchemaName[];
const columnsOf = new Map(recordViews().map(({ name, columns }) => [name, columns.map(({ key }) => key)]));

function printed(name: SchemaName): string {
  const view = name === 'report' ? 'summary' : name;
  const schema = schemaOf(name, schemas[name].title, rootOf(name), view, columnsOf.get(view));
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

describe('docs/schemas', () => {
  const { UPDATE } = process.env;
  if (UPDATE === '1') {
    mkdirSync(folder, { recursive: true });
    for (const name of names) writeFileSync(join(folder, `${name}.json`), printed(name));
  }

  test.each(names)('%s is up to date with the types and columns of the program (UPDATE=1 writes it)', (name) => {
    expect(readFileSync(join(folder, `${name}.json`), 'utf8')).toBe(printed(name));
  });

  test('hold each schema and nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted());
  });

  test('are valid themselves, by draft 2020-12', async () => {
    for (const name of names) {
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
      formats.default(ajv);
      expect(ajv.validateSchema((await schemas[name].load()) as object), name).toBe(true);
    }
  });

  test('each view has one', () => {
    expect(Object.keys(views).filter((name) => name !== 'summary' && !names.includes(name as SchemaName))).toEqual([]);
  });
});
