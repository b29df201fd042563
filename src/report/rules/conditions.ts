import type { Condition, Test } from '../../domain/policy.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A condition in the words of the export, to stand in a sentence; not for an empty one, which always holds. */
export function conditionText(condition: Condition, vocabulary: Vocabulary): string {
  return vocabulary.words.rules.all(condition.map((test) => testText(test, vocabulary)));
}

function testText(test: Test, vocabulary: Vocabulary): string {
  const { words } = vocabulary;
  const { rules } = words;
  const column = vocabulary.field(test.field);
  if (test.kind === 'one-of') return rules.oneOf(column, valuesText(test.field, test.values, vocabulary));
  const { operator, value } = test;
  if (operator === '=') return rules.oneOf(column, valuesText(test.field, [value], vocabulary));
  if (operator === '!=') return rules.noneOf(column, valuesText(test.field, [value], vocabulary));
  const compared = rules.compared(column, operator, value);
  const numbers = vocabulary.numbers(test.field).map(([theirs, ours]) => rules.countsAs(theirs, ours));
  return numbers.length === 0 ? compared : words.inBrackets(compared, words.list(numbers));
}

function valuesText(field: string, values: readonly string[], { words, values: theirs }: Vocabulary): string {
  const shown = withoutSpellings(values).flatMap((value) =>
    value === '' ? [words.rules.blank] : theirs(field, value),
  );
  return words.rules.or(shown);
}

/** The policy's reader makes three spellings of a truth value; the first is enough to be understood. */
function withoutSpellings(values: readonly string[]): readonly string[] {
  const others = ['TRUE', 'True', 'FALSE', 'False'];
  return values.filter((value) => !(others.includes(value) && values.includes(value.toLowerCase())));
}

/** Columns on which conditions hang, each once. */
export function columnsOf(conditions: readonly Condition[], vocabulary: Vocabulary): string[] {
  return [...new Set(conditions.flat().map(({ field }) => vocabulary.field(field)))];
}
