import { type JsonSchema, policySchema } from './json-schema.ts';

let whole: JsonSchema | undefined;

/** What the grammar says about the key that a path leads to; `undefined` where it has no words for it. */
export function meaningOf(path: readonly PropertyKey[]): string | undefined {
  whole ??= policySchema();
  let found = [whole];
  for (const step of path) found = found.flatMap(resolve).flatMap((schema) => inside(schema, step));
  return found.flatMap(resolve).find((schema) => schema.description !== undefined)?.description;
}

function inside({ properties, additionalProperties, items }: JsonSchema, step: PropertyKey): JsonSchema[] {
  const next = typeof step === 'number' ? items : (properties?.[String(step)] ?? additionalProperties);
  return next ? [next] : [];
}

/** A schema and all that it refers to or offers as alternatives. */
function resolve(schema: JsonSchema): JsonSchema[] {
  const target = schema.$ref && whole?.definitions?.[schema.$ref.replace('#/definitions/', '')];
  const others = [...(target ? [target] : []), ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  return [schema, ...others.flatMap(resolve)];
}
