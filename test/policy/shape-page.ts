import { policySchema } from '../../src/policy/json-schema.ts';

/** Words for readers; and what every key of a map is. */
const LEFT_OUT = ['$schema', 'title', 'description', 'propertyNames'];

/** The policy's JSON Schema without its words: `src/policy/grammar/shape.json`. */
export function shapePage(): string {
  return `${JSON.stringify(bare(policySchema()), null, 1)}\n`;
}

function bare(schema: unknown, isMapOfSchemas = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => bare(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => isMapOfSchemas || !LEFT_OUT.includes(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, bare(value, !isMapOfSchemas && (key === 'properties' || key === 'definitions'))]),
  );
}
