import type { Policy } from '../domain/policy.ts';
import type { PrivacyClass } from '../domain/privacy.ts';

/** What a field is taken for, and how that is known: the policy says so, a rule asks for it, its name is a usual one … */
export interface FieldClass {
  readonly field: string;
  readonly is: PrivacyClass;
  readonly because: 'said' | 'asked' | 'usual' | 'unknown';
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
    return asked.has(field) ? { field, is: 'shown', because: 'asked' } : { field, is: 'text', because: 'unknown' };
  });
}

function employeesField(rule: Policy['clocks'][number]['charge'][number]): string[] {
  return rule.kind === 'field' && rule.as === 'employee' ? [rule.field] : [];
}

/** Fields that rules of any version go by. Conditions, promises and charges say theirs in `field`, shares of money in `of`. */
function askedFields({ records, earlier, ...newest }: Policy): ReadonlySet<string> {
  const asked = new Set<string>();
  const open: unknown[] = [records.include];
  for (const { clocks, exclusions, objectives, consequences, figures } of [newest, ...earlier]) {
    open.push(clocks, exclusions, objectives, consequences, figures);
    if (consequences.rating !== undefined) asked.add(consequences.rating);
    for (const { by } of objectives) for (const field of by) asked.add(field);
  }
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== 'object' || part === null) continue;
    if ('field' in part && typeof part.field === 'string') asked.add(part.field);
    if ('of' in part && typeof part.of === 'string') asked.add(part.of);
    open.push(...(part instanceof Map ? part.values() : Object.values(part)));
  }
  return asked;
}
