/** What becomes of a text. */
export type Mask = (text: string) => string;

/** A text that may be seen as it is: a stamp, a place, a word of the policy or of ours. */
export const open: Mask = (text) => text;

/** Takes a part out, where it may be absent. */
export const ABSENT = { $: 'absent' } as const;
/** Makes it null, where it may be. */
export const UNKNOWN = { $: 'unknown' } as const;

/**
 * What becomes of each text in a value. Every key that leads to a text must be there, even to a word of ours: a part that a
 * type gains does not compile until somebody has said whether it may be seen, and is hidden where nobody did.
 */
export type Plan<Value> = [NonNullable<Value>] extends [string]
  ? Leaf<Value>
  : [NonNullable<Value>] extends [readonly (infer Item)[]]
    ? Plan<Item> | Listed<Item> | Whole<Item> | Leaving<Value>
    :
        | ObjectPlan<NonNullable<Value>>
        | By<NonNullable<Value>>
        | Made<NonNullable<Value>>
        | Kinds<NonNullable<Value>>
        | Leaving<Value>;

type Leaf<Value> = Mask | Leaving<Value>;

type Leaving<Value> = (undefined extends Value ? typeof ABSENT : never) | (null extends Value ? typeof UNKNOWN : never);

type ObjectPlan<Value> = {
  readonly [Key in keyof Value as true extends HasText<Value[Key]> ? Key : never]-?: Plan<Value[Key]>;
};

/** How deep it looks: a type may hold itself, and what lies deeper is taken for text. */
type Deep = readonly [1, 1, 1, 1, 1, 1];

type HasText<Value, Seen extends readonly unknown[] = []> = Value extends string
  ? true
  : Seen['length'] extends Deep['length']
    ? true
    : Value extends readonly (infer Item)[]
      ? HasText<Item, [...Seen, 1]>
      : Value extends object
        ? { [Key in keyof Value]-?: HasText<Value[Key], [...Seen, 1]> }[keyof Value]
        : false;

/** What becomes of its parts hangs on the value itself. */
interface By<Value> {
  readonly $: 'by';
  planOf(value: Value): Plan<Value>;
}

/** Made anew as a whole. */
interface Made<Value> {
  readonly $: 'made';
  make(value: Value): Value;
}

/** Of several kinds, a plan for each. */
interface Kinds<Value> {
  readonly $: 'kinds';
  readonly plans: {
    readonly [Each in Value as Each extends { readonly kind: infer Kind extends string } ? Kind : never]: Plan<Each>;
  };
}

/** A list made anew, where what an item is hangs on where it stands. */
interface Whole<Item> {
  readonly $: 'whole';
  make(items: readonly Item[]): readonly Item[];
}

/** A list that stood in the order of its names: where all else is equal, it is put in that of the new ones. */
export interface Listed<Item> {
  readonly $: 'listed';
  readonly each: Plan<Item>;
  order(one: Item, other: Item): number;
}

export function by<Value>(planOf: (value: Value) => Plan<Value>): By<Value> {
  return { $: 'by', planOf };
}

export function made<Value>(make: (value: Value) => Value): Made<Value> {
  return { $: 'made', make };
}

export function kinds<Value>(plans: Kinds<Value>['plans']): Kinds<Value> {
  return { $: 'kinds', plans };
}

export function whole<Item>(make: (items: readonly Item[]) => readonly Item[]): Whole<Item> {
  return { $: 'whole', make };
}

export function listed<Item>(each: Plan<Item>, order: (one: Item, other: Item) => number): Listed<Item> {
  return { $: 'listed', each, order };
}

/** What becomes of a text that no plan knows of, which must not be; `path` leads to it: `groups[].name`. */
export type OnStranger = (path: string) => string;

/** The value with every text as the plan has it. Nothing but texts changes, but for what is taken out. */
export function carryOut<Value>(plan: Plan<Value>, value: Value, onStranger: OnStranger): Value {
  return visit(plan, value, onStranger, '') as Value;
}

type AnyPlan = Mask | Readonly<Record<string, unknown>> | undefined;

function visit(given: unknown, value: unknown, onStranger: OnStranger, path: string): unknown {
  if (value === null || value === undefined) return value;
  const plan = given as AnyPlan;
  const kind = typeof plan === 'object' ? plan['$'] : undefined;
  if (kind === 'unknown') return null;
  if (Array.isArray(value)) return visitList(plan, value, onStranger, `${path}[]`);
  if (kind === 'made') return (plan as unknown as Made<unknown>).make(value);
  if (kind === 'by') return visit((plan as unknown as By<unknown>).planOf(value), value, onStranger, path);
  if (kind === 'kinds') return visit(planFor(plan as unknown as Kinds<unknown>, value), value, onStranger, path);
  if (typeof value === 'string') return typeof plan === 'function' ? plan(value) : onStranger(path);
  if (typeof value !== 'object') return value;
  const parts: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const inner = typeof plan === 'object' && Object.hasOwn(plan, key) ? plan[key] : undefined;
    if (inner === ABSENT) continue;
    parts[key] = visit(inner, part, onStranger, path === '' ? key : `${path}.${key}`);
  }
  return parts;
}

function visitList(plan: AnyPlan, items: readonly unknown[], onStranger: OnStranger, path: string): unknown {
  const kind = typeof plan === 'object' ? plan['$'] : undefined;
  if (kind === 'whole') return (plan as unknown as Whole<unknown>).make(items);
  if (kind !== 'listed') return items.map((item) => visit(plan, item, onStranger, path));
  const { each, order } = plan as unknown as Listed<unknown>;
  return items.map((item) => visit(each, item, onStranger, path)).sort(order);
}

function planFor({ plans }: Kinds<unknown>, value: unknown): unknown {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
  return Object.hasOwn(plans, kind) ? (plans as Readonly<Record<string, unknown>>)[kind] : undefined;
}
