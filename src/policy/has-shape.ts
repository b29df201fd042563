import shapes from './grammar/shape.json' with { type: 'json' };
import type { JsonSchema } from './json-schema.ts';
import type { Tree } from './tree.ts';

// As TypeScript sees a file of JSON, every text in it may be any.
const policy = shapes as unknown as JsonSchema;
const { properties = {}, definitions = {} } = policy;

/** The keys that a policy can have. */
export const SECTIONS: readonly string[] = Object.keys(properties);

/**
 * Whether a tree has the shape of a policy, by the grammar as JSON Schema (`grammar/shape.json`). To load the grammar itself and hold a
 * tree against it takes longer than all else that is done with the policy of a small report; it is asked only what is wrong.
 * May say no of what the grammar takes, never yes of what it refuses.
 */
export function hasShape(root: Tree): boolean {
  return fits(root, policy);
}

function fits(tree: Tree, schema: JsonSchema): boolean {
  const { $ref, allOf, anyOf } = schema;
  if ($ref !== undefined && !fits(tree, definitionOf($ref))) return false;
  if (allOf !== undefined && !allOf.every((each) => fits(tree, each))) return false;
  if (anyOf !== undefined && !anyOf.some((each) => fits(tree, each))) return false;
  if (tree.kind === 'list')
    return isOfKind('array', schema) && tree.items.every((item) => fits(item, schema.items ?? {}));
  if (tree.kind === 'map') return isOfKind('object', schema) && fitsAsMap(tree, schema);
  return fitsAsScalar(tree.value, schema);
}

function fitsAsMap({ entries }: Tree & { kind: 'map' }, schema: JsonSchema): boolean {
  const { properties = {}, required = [], additionalProperties = {} } = schema;
  for (const { key, value } of entries.values()) {
    const expected = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (expected === undefined || expected === false || !fits(value, expected)) return false;
  }
  return required.every((key) => entries.has(key));
}

function fitsAsScalar(value: string | number | boolean | null, schema: JsonSchema): boolean {
  const kind = value === null ? 'null' : typeof value;
  // Infinity and NaN are no numbers of JSON.
  if (!isOfKind(kind, schema) || (typeof value === 'number' && !Number.isFinite(value))) return false;
  const { enum: choices, const: only } = schema;
  return (choices === undefined || choices.includes(value)) && (only === undefined || only === value);
}

function isOfKind(kind: string, { type = kind }: JsonSchema): boolean {
  return typeof type === 'string' ? type === kind : type.includes(kind);
}

function definitionOf(reference: string): JsonSchema {
  const found = definitions[reference.slice('#/definitions/'.length)];
  if (found === undefined) throw new Error(`the shape of a policy refers to ${reference}, which is not in it`);
  return found;
}
