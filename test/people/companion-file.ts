import { type CompanionName, readCompanions } from '../../src/audit/companions.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Source } from '../../src/domain/source.ts';
import { policy } from '../figures/verdicts.ts';

export function sourceOf(name: string, text: string): Source {
  return {
    name,
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  };
}

/** Reads files beside the exports from their texts, by name; the policy, in Shanghai's zone, names each of them. */
export async function readBeside(
  files: Readonly<Partial<Record<CompanionName, readonly [name: string, text: string]>>>,
) {
  const entries = Object.entries(files);
  const place = { file: 'policy.yaml', line: 1 };
  const naming: Policy = {
    ...policy([]),
    ...Object.fromEntries(entries.map(([key, [name]]) => [key, { path: name, place }])),
  };
  const sources = Object.fromEntries(entries.map(([key, [name, text]]) => [key, sourceOf(name, text)]));
  const { value, diagnostics } = await readCompanions(naming, sources);
  return { value, told: diagnostics.map(({ code, place: at }) => `${at?.line} ${code}`), diagnostics };
}
