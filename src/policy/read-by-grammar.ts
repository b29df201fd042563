import type { Code } from '../diagnostics/codes.ts';
import type { Reading } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import type { Presets } from './presets.ts';
import { type PolicyText, readPolicies as read } from './read-policy.ts';
import { complainOfShape } from './shape.ts';

/** Reads a policy and says what is wrong with its shape, by the grammar; all else as in `read-policy.ts`. */
export function readPolicies(
  texts: readonly PolicyText[],
  presets: Presets = new Map(),
): Reading<Policy | undefined, Code> {
  return read(texts, presets, complainOfShape);
}
