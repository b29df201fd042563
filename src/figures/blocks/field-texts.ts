import { BLANK, type EventLog } from '../../domain/event-log.ts';
import type { Condition, FieldMapping } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import { byValue } from './value-numbers.ts';

/** Fields that stand in a block from a place on, as verdicts have them; '' where blank. */
export function fieldTexts({ values }: RunBlock, first: number, log: EventLog, fields: number): string[] {
  const texts = new Array<string>(fields);
  for (let field = 0; field < fields; field++) texts[field] = textOf(log, values[first + field]!);
  return texts;
}

export function textOf({ values }: EventLog, code: number): string {
  return code === BLANK ? '' : values.text(code);
}

/** Whether a condition holds for the fields that stand in a block from a place on. */
export type HoldsIn = (block: RunBlock, first: number) => boolean;

/** The condition asked of fields in blocks: each of its tests is asked once about each value. */
export function conditionIn(
  condition: Condition,
  fields: readonly FieldMapping[],
  holds: (condition: Condition, values: readonly string[]) => boolean,
  log: EventLog,
): HoldsIn {
  const tests = condition.map((test) => {
    const index = fields.findIndex(({ field }) => field === test.field);
    const blank = fields.map(() => '');
    const passes = byValue(log, (text) => Number(holds([test], index < 0 ? blank : blank.with(index, text))));
    return { index, passes };
  });
  return ({ values }, first) => {
    for (const { index, passes } of tests) if (passes(index < 0 ? BLANK : values[first + index]!) === 0) return false;
    return true;
  };
}
