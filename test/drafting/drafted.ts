import {
  type Draft,
  draftPolicy,
  inspect,
  mainTable,
  profileExports,
  readDraft,
  type Wishes,
} from '../../src/audit/inspecting.ts';
import type { Code } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { Source } from '../../src/domain/source.ts';
import { audit } from '../../src/run.ts';

export interface Drafted {
  /** `undefined`: no column holds times. */
  readonly draft: Draft | undefined;
  /** Of the policy, then of running it. */
  readonly faults: readonly Diagnostic<Code>[];
  /** Clock → outcomes, sorted; empty where it did not run. */
  readonly outcomes: ReadonlyMap<string, readonly string[]>;
}

/** Drafts a policy from an export, reads it and runs it on the same export. */
export async function draftAndRun(source: () => Source, wishes: Wishes = {}): Promise<Drafted> {
  const { value: profiles } = await profileExports([source()]);
  const main = mainTable(profiles);
  const names = { files: [source().name], policy: 'policy.yaml' };
  const draft = main && draftPolicy(inspect(main, wishes), wishes, names);
  if (draft === undefined) return { draft, faults: [], outcomes: new Map() };
  const { value: policy, diagnostics } = readDraft({ file: 'policy.yaml', text: draft.text });
  if (policy === undefined) return { draft, faults: diagnostics, outcomes: new Map() };
  const { value: audited, diagnostics: findings } = await audit(policy, [source()], {});
  if (audited === undefined) return { draft, faults: findings, outcomes: new Map() };
  const outcomes = new Map<string, string[]>();
  for (const { verdicts } of audited.verdicts()) {
    for (const { run, outcome } of verdicts)
      outcomes.set(run.clock.id, [...(outcomes.get(run.clock.id) ?? []), outcome]);
  }
  return { draft, faults: [], outcomes: new Map([...outcomes].map(([clock, list]) => [clock, list.toSorted()])) };
}

export function textSource(name: string, text: string): () => Source {
  return () => ({
    name,
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  });
}
