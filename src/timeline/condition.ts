import { BLANK, CLEARED, type Dictionary, type EventLog } from '../domain/event-log.ts';
import type { Condition, Operator, Test } from '../domain/policy.ts';
import { grown, type Timeline } from './timeline.ts';

/** A condition made ready for one event log: which codes of which field pass. */
export type CompiledCondition = readonly CompiledTest[];

export interface CompiledTest {
  readonly field: number;
  readonly test: Test;
  readonly values: Dictionary;
  /** By code + 1, so that `BLANK` has a place: whether the test accepts it. Each code is judged once and remembered. */
  known: Uint8Array;
}

const ACCEPTED = 1;
const REFUSED = 2;

/**
 * Makes a condition ready for one event log. A field that the records do not have is blank everywhere;
 * a blank value is the text ''.
 */
export function compileCondition(condition: Condition, log: EventLog): CompiledCondition {
  return condition.map((test) => ({
    field: log.fields.findIndex((column) => column.field === test.field),
    test,
    values: log.values,
    known: new Uint8Array(16),
  }));
}

/** What is true of a ticket from a step on. */
interface Steps {
  value(step: number, field: number): number;
}

/** Does it hold from the given step on, until the next? */
export function holdsAt(condition: CompiledCondition, timeline: Steps, step: number): boolean {
  for (const test of condition) if (!accepts(test, timeline.value(step, test.field))) return false;
  return true;
}

/**
 * Does it hold for one fact? What the fact's own row says comes before what else became true at that instant, so
 * that the order of two rows of one instant decides nothing.
 */
export function holdsFor(condition: CompiledCondition, timeline: Timeline, step: number, fact: number): boolean {
  for (const test of condition) {
    const own = timeline.ownValue(fact, test.field);
    const code = own === BLANK ? timeline.value(step, test.field) : own === CLEARED ? BLANK : own;
    if (!accepts(test, code)) return false;
  }
  return true;
}

/** Does one test accept this value? */
export function passes(test: Test, value: string): boolean {
  return test.kind === 'one-of' ? test.values.includes(value) : compare(value, test.operator, test.value);
}

/** Numbers compare as numbers, everything else as text; an order is only known of numbers. */
function compare(value: string, operator: Operator, reference: string): boolean {
  const numeric =
    value !== '' && reference !== '' && Number.isFinite(Number(value)) && Number.isFinite(Number(reference));
  if (!numeric) return operator === '=' ? value === reference : operator === '!=' ? value !== reference : false;
  return compareNumbers(Number(value), operator, Number(reference));
}

export function compareNumbers(value: number, operator: Operator, reference: number): boolean {
  switch (operator) {
    case '<':
      return value < reference;
    case '<=':
      return value <= reference;
    case '>':
      return value > reference;
    case '>=':
      return value >= reference;
    case '=':
      return value === reference;
    case '!=':
      return value !== reference;
  }
}

function accepts(compiled: CompiledTest, code: number): boolean {
  const known = compiled.known[code + 1];
  return known === ACCEPTED || (known !== REFUSED && learn(compiled, code));
}

function learn(compiled: CompiledTest, code: number): boolean {
  const isAccepted = passes(compiled.test, code === BLANK ? '' : compiled.values.text(code));
  if (code + 1 >= compiled.known.length) {
    compiled.known = grown(compiled.known, new Uint8Array(Math.max(2 * compiled.known.length, code + 2)));
  }
  compiled.known[code + 1] = isAccepted ? ACCEPTED : REFUSED;
  return isAccepted;
}
