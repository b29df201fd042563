import { BLANK } from '../../domain/event-log.ts';
import type { ChargeRule } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant } from '../../domain/time.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import type { BlockDimension, BlockGround } from '../dimension.ts';
import { type Desk, employee, fieldIndex, HOLDER, type Party, UNASSIGNED } from '../party.ts';
import { byValueAndTime, type NumberUntil } from './value-numbers.ts';

/** No name: the next rule is asked. */
const NONE = -1;
const BREACHED = OUTCOMES.indexOf('breached');

/** Who answers for runs and who holds tickets: what `answering` and `holder` say of one verdict or ticket. */
export function answeringOfBlocks(desk: Desk, { log, clocks, numberOf }: BlockGround): BlockDimension {
  const { find, asOf } = desk;

  /** Somebody by a name of the export; on the roster names change hands. */
  const personAt = byValueAndTime(log, (text, at): NumberUntil => {
    if (text === '') return { number: NONE, until: undefined };
    return { number: numberOf(employee(desk, text, at)), until: find?.(text, at).until };
  });

  function unitAt(which: 'department' | 'team') {
    return byValueAndTime(log, (text, at): NumberUntil => {
      const match = find?.(text, at);
      const name = match?.kind === 'one' ? match.person[which] : '';
      return { number: name === '' ? NONE : numberOf({ kind: 'department', name }), until: match?.until };
    });
  }

  type Answer = (block: RunBlock, fields: number, at: Instant) => number;

  function ofField(field: string, answer: (code: number, at: Instant) => number): Answer {
    const index = fieldIndex(desk, field);
    return (block, fields, at) => answer(index < 0 ? BLANK : block.values[fields + index]!, at);
  }

  function answerOf(rule: ChargeRule): Answer {
    if (rule.kind === 'nobody') return () => numberOf({ kind: 'nobody', name: '' });
    if (rule.kind === 'unit') return ofField(HOLDER, unitAt(rule.unit));
    if (rule.kind !== 'field') return holderOf;
    const { field, as } = rule;
    if (as === 'employee') return ofField(field, personAt);
    const named = (text: string): Party => ({ kind: as, name: text });
    return ofField(
      field,
      byValueAndTime(log, (text) => ({ number: text === '' ? NONE : numberOf(named(text)), until: undefined })),
    );
  }

  const holderOf = ofField(HOLDER, personAt);
  const answersOf = clocks.map(({ charge }) => (charge.length > 0 ? charge.map(answerOf) : [holderOf]));

  /** `wouldAnswer` of a run that was not charged. */
  function wouldAnswer(block: RunBlock, run: number): number {
    const before = block.fieldsBefore[run]!;
    const fields = before < 0 ? block.fields[run]! : before;
    const decidedAt = block.decidedAt[run]!;
    const at = Number.isNaN(decidedAt) ? asOf : decidedAt;
    for (const answer of answersOf[block.clock[run]!] ?? []) {
      const number = answer(block, fields, at);
      if (number !== NONE) return number;
    }
    return numberOf(UNASSIGNED);
  }

  return {
    ofRun(block, run) {
      if (block.outcome[run] !== BREACHED) return wouldAnswer(block, run);
      const number = personAt(block.charged[run]!, block.dueAt[run]!);
      return number === NONE ? numberOf(UNASSIGNED) : number;
    },
    ofTicket(block, ticket) {
      const number = holderOf(block, block.lastFields[ticket]!, block.lastAt[ticket]!);
      return number === NONE ? numberOf(UNASSIGNED) : number;
    },
  };
}
