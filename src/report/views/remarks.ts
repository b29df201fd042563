import type { BreachLine, ExcuseLine } from '../../domain/breach-line.ts';
import type { Reader } from '../page.ts';
import type { Row } from '../table.ts';
import { indented } from './clock-tables.ts';

/** What was decided on a breach, by whom, when and why. */
export function decisionText({ decision, by, at, reason, evidence }: ExcuseLine, { words, local }: Reader): string {
  const { decisions, evidence: proof } = words.breachList;
  // A decision that is dated only to the day is dated to its beginning.
  const date = local(Date.parse(at)).replace(/ 00:00:00$/, '');
  const facts = [by, date, reason, ...(evidence === '' ? [] : [words.labelled(proof, evidence)])];
  return words.labelled(decisions[decision], words.clauses(facts));
}

/** What stands under a breach in a table: the decision on it, and that who is charged was away. */
export function remarksOn({ excuse, offDuty }: BreachLine, reader: Reader): Row[] {
  const notes = [
    ...(excuse === null ? [] : [decisionText(excuse, reader)]),
    ...(offDuty === null ? [] : [reader.words.breachList.offDuty[offDuty]]),
  ];
  return notes.map((note): Row => ({ kind: 'note', text: indented(note) }));
}
