import type { ActorTest, Condition, Test } from '../domain/policy.ts';
import { isTest } from './field-classes.ts';
import type { Masks } from './masks.ts';

/** Hides what rules of the policy quote: a condition on who the customer is, an actor by name. */
export interface RuleMasks {
  readonly test: (test: Test) => Test;
  readonly actors: (by: ActorTest) => ActorTest;
  /** The same rule with everything in it hidden that tells who somebody is; of one rule always the same. */
  readonly all: <Rule>(rule: Rule) => Rule;
  readonly isQuoted: (condition: Condition) => boolean;
}

export function ruleMasks(masks: Pick<Masks, 'field' | 'actor'>): RuleMasks {
  const known = new WeakMap<object, object>();
  const test = (each: Test): Test => {
    const mask = masks.field(each.field);
    return each.kind === 'one-of'
      ? { ...each, values: each.values.map((value) => mask(value)) }
      : { ...each, value: mask(each.value) };
  };
  const actors = (by: ActorTest): ActorTest =>
    by.actors === undefined ? by : { ...by, actors: by.actors.map((actor) => masks.actor(actor)) };

  function visit(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    const before = known.get(part);
    if (before !== undefined) return before;
    const after = renewed(part);
    known.set(part, after);
    return after;
  }

  function renewed(part: object): object {
    if (Array.isArray(part)) return part.map(visit);
    if (part instanceof Map) return new Map([...part].map(([key, value]) => [key, visit(value)]));
    if (isTest(part)) return test(part);
    const whole = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, visit(value)]));
    return Array.isArray(whole['actors']) ? actors(whole as ActorTest) : whole;
  }

  return {
    test,
    actors,
    all: <Rule>(rule: Rule) => visit(rule) as Rule,
    isQuoted: (condition) =>
      condition.some((each) => valuesOf(each).some((value) => masks.field(each.field)(value) !== value)),
  };
}

function valuesOf(test: Test): readonly string[] {
  return test.kind === 'one-of' ? test.values : [test.value];
}
