import type { Policy, Test } from '../domain/policy.ts';
import type { PrivacyClass } from '../domain/privacy.ts';

/** What a field is taken for, and how that is known: the policy says so, a rule asks for it, its name is a usual one … */
export interface FieldClass {
  readonly field: string;
  readonly is: PrivacyClass;
  readonly because: 'said' | 'asked' | 'usual' | 'unknown';
  /** Of a field that conditions ask for: the values they name. Any other that is no number may be whatever somebody typed. */
  readonly words?: ReadonlySet<string>;
}

/** What everybody divides tickets by; of no use to find somebody. */
const USUAL: readonly string[] = [
  ...['channel', 'type', 'urgency', 'priority', 'impact', 'severity', 'audience', 'grade', 'level', 'status', 'state'],
  ...['department', 'team', 'group', 'queue', 'supplier', 'vendor', 'region', 'area', 'category', 'subcategory'],
  ...['product', 'service', 'source', 'language', 'rating'],
];

/**
 * What each field of the records holds. What the policy says of it stands; else the holder and whoever is charged as an employee
 * are people of the house, the field of the customer is the customer, and a field may be seen where a rule of the policy goes by
 * it, it is an instant, or its name is one that everybody divides by. Anything else may hold whatever somebody typed.
 */
export function classesOf(policy: Policy): readonly FieldClass[] {
  const versions = [policy, ...policy.earlier];
  const charged = new Set(
    versions.flatMap(({ clocks }) => clocks.flatMap(({ charge }) => charge.flatMap(employeesField))),
  );
  const asked = askedFields(policy);
  const customer = policy.consequences.customer ?? 'customer';
  return policy.records.fields.map(({ field, time }): FieldClass => {
    const said = policy.privacy?.fields.get(field);
    if (said !== undefined) return { field, is: said, because: 'said' };
    if (field === 'assignee' || charged.has(field)) return { field, is: 'employees', because: 'usual' };
    if (field === customer) return { field, is: 'customers', because: 'usual' };
    if (time !== undefined || USUAL.includes(field)) return { field, is: 'shown', because: 'usual' };
    const words = asked.get(field);
    if (words === undefined) return { field, is: 'text', because: 'unknown' };
    return { field, is: 'shown', because: 'asked', ...(words !== 'any' && { words }) };
  });
}

function employeesField(rule: Policy['clocks'][number]['charge'][number]): string[] {
  return rule.kind === 'field' && rule.as === 'employee' ? [rule.field] : [];
}

/** Whatever stands there, or only what is named. */
type Words = 'any' | ReadonlySet<string>;

/**
 * Fields that rules of any version go by. Conditions name values; who is charged, what was promised and what money is a share of
 * may be any.
 */
function askedFields({ records, earlier, ...newest }: Policy): ReadonlyMap<string, Words> {
  const asked = new Map<string, Words>();
  const any = (field: string) => asked.set(field, 'any');
  const named = (field: string, values: readonly string[]) => {
    const before = asked.get(field) ?? new Set<string>();
    asked.set(field, before === 'any' ? before : new Set([...before, ...values]));
  };
  const open: unknown[] = [records.include];
  for (const { clocks, exclusions, objectives, consequences, figures } of [newest, ...earlier]) {
    open.push(clocks, exclusions, objectives, consequences, figures);
    if (consequences.rating !== undefined) any(consequences.rating);
    for (const { by } of objectives) for (const field of by) any(field);
  }
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== 'object' || part === null) continue;
    if (isTest(part)) named(part.field, part.kind === 'one-of' ? part.values : [part.value]);
    else if ('field' in part && typeof part.field === 'string') any(part.field);
    if ('of' in part && typeof part.of === 'string') any(part.of);
    open.push(...(part instanceof Map ? part.values() : Object.values(part)));
  }
  return asked;
}

/** A condition on a field. */
export function isTest(part: object): part is Test {
  return 'field' in part && 'kind' in part && (part.kind === 'one-of' || part.kind === 'compare');
}
