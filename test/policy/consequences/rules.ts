import type { ConsequenceRules, Ladder } from '../../../src/domain/consequence-rules.ts';
import { CLOCK, policyText, readPolicy } from '../marked.ts';

/** Parts of a policy whose rules of consequences are looked at; what is not given has no fault. */
interface Parts {
  readonly top?: string;
  readonly rules?: string;
  /** More clocks, indented by two. */
  readonly clocks?: string;
}

/** A policy with money, a rating and one clock with severity bands, and the rules given. */
export function withRules({ top = TOP, rules = '', clocks = '' }: Parts): string {
  return policyText({
    top,
    rest: rules,
    clock: `${CLOCK}\n    severity: {minor: "<= 30m", severe: "> 30m"}\n${clocks}`,
  });
}

export const TOP = 'timezone: Asia/Shanghai\ncurrency: CNY';

/** One ladder with another part in place of its own. */
export function ladderText(parts: Readonly<Record<string, string>> = {}): string {
  const all = {
    id: 'fines',
    count: '{breaches: {}}',
    per: 'employee',
    window: 'month',
    tiers: '[{at: 1, fine: 50}]',
    ...parts,
  };
  const keys = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]));
  return `ladders:\n  - {${keys.join(', ')}}`;
}

/** What a policy without a fault says. */
export function rulesOf(text: string): ConsequenceRules {
  const { value, diagnostics } = readPolicy('policy.yaml', text);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.consequences;
}

export function ladderOf(parts: Readonly<Record<string, string>>, top = TOP): Ladder {
  const [ladder] = rulesOf(withRules({ top, rules: ladderText(parts), clocks: MORE })).ladders;
  if (ladder === undefined) throw new Error('no ladder');
  return ladder;
}

/** Another clock, that suppliers answer for. */
export const MORE = `  ship:
    start: created
    stop: resolved
    within: 24h
    charge: {field: 部门, kind: supplier}
    severity: {minor: "<= 1h"}
`;
