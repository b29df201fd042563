import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { SchemaName } from '../../src/report/schema/schemas.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'schemas');
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);
const known = new Map<string, ValidateFunction>();

/** What a published schema has against a value; empty: nothing. `record`: against its records. */
export function faultsOf(name: SchemaName, value: unknown, part: 'whole' | 'record' = 'whole'): string[] {
  const validate = validator(name, part);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function validator(name: SchemaName, part: 'whole' | 'record'): ValidateFunction {
  const id = `urn:slaudit:schema:${name}:1`;
  if (ajv.getSchema(id) === undefined) {
    ajv.addSchema(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object);
  }
  const wanted = part === 'whole' ? id : `${id}#/$defs/record`;
  const validate = known.get(wanted) ?? ajv.getSchema(wanted);
  if (validate === undefined) throw new Error(`${wanted} is no schema`);
  known.set(wanted, validate);
  return validate;
}
