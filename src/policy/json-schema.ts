import * as z from 'zod';
import { grammar } from './grammar/policy.ts';

/** The parts of JSON Schema that the policy's grammar needs. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/**
 * A JSON Schema (draft 7, which editors of YAML understand) of the policy file, from the grammar itself. `presets` are the
 * names that `records.preset` can have.
 */
export function policySchema(presets: readonly string[] = []): JsonSchema {
  const schema = z.toJSONSchema(grammar, {
    target: 'draft-7',
    io: 'input',
    override: ({ path, jsonSchema }) => {
      if (presets.length > 0 && path.slice(-2).join('.') === 'properties.preset') jsonSchema.enum = [...presets];
    },
  }) as JsonSchema;
  // Three alternatives would be three complaints in an editor where one is meant: any scalar.
  const text: JsonSchema = { type: ['string', 'number', 'boolean'] };
  return { ...schema, title: 'slaudit policy', definitions: { ...schema.definitions, text } };
}
