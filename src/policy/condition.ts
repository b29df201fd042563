import type { Condition, Operator, Test } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { checkField } from './names.ts';
import { type Entry, entriesOf, itemsOf, type Tree } from './tree.ts';

export const COMPARISON = /^\s*(<=|>=|!=|<|>|=)\s*(.*?)\s*$/s;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Reads a map of field to a value, a list or a comparison. `fields`: those the records name; absent: not known. */
export function readCondition(
  tree: Tree | undefined,
  fields: readonly string[] | undefined,
  found: Complaints,
): Condition {
  return entriesOf(tree).flatMap((entry) => {
    checkField({ text: entry.key, place: entry.keyPlace }, fields, found);
    return readTest(entry, found);
  });
}

function readTest({ key: field, value: tree }: Entry, found: Complaints): Test[] {
  if (tree.kind === 'map') return [];
  const comparison = tree.kind === 'scalar' && typeof tree.value === 'string' ? COMPARISON.exec(tree.text) : null;
  if (comparison !== null) {
    const operator = comparison[1] as Operator;
    const value = comparison[2] ?? '';
    if (operator !== '=' && operator !== '!=' && !NUMBER.test(value)) {
      found.add(
        'bad-condition',
        tree.place,
        `"${value}" in "${comparison.input}" is not a number, and only numbers can be compared with ${operator}`,
        `Compare with a number, or list the values that are meant. To compare with the very text, write "= ${comparison.input}".`,
      );
      return [];
    }
    return [{ field, kind: 'compare', operator, value }];
  }
  const items = itemsOf(tree);
  if (items.length === 0) {
    found.add('bad-condition', tree.place, `an empty list of values for "${field}" never holds`, 'List a value.');
    return [];
  }
  return [{ field, kind: 'one-of', values: items.flatMap((item) => valuesOf(item, tree.kind === 'list', found)) }];
}

function valuesOf(item: Tree, inList: boolean, found: Complaints): string[] {
  if (item.kind !== 'scalar') return [];
  if (inList && typeof item.value === 'string' && COMPARISON.test(item.text)) {
    found.add(
      'bad-condition',
      item.place,
      `"${item.text}" is a comparison and cannot stand in a list of values`,
      'Give a comparison alone, or list plain values.',
    );
  }
  if (item.value === null) return [''];
  // Exports write yes and no of their own in all cases.
  if (item.value === true) return ['true', 'TRUE', 'True'];
  if (item.value === false) return ['false', 'FALSE', 'False'];
  return [item.text];
}
