import type { Complaints } from './complaints.ts';
import { child, type Entry, keyPlace, type Tree, textOf } from './tree.ts';

/** What each version says for itself: from when to when it holds. */
const OWN = ['extends', 'effective', 'until'];

/**
 * The documents of a policy with what they take over from the one before (S32): `extends: previous` says "as before,
 * except". Maps are merged key by key, anything else is replaced, and a key without a value takes the earlier one out.
 * What is taken over keeps its place, so that a fault in it is told where it stands.
 */
export function extendTrees(trees: readonly Tree[], found: Complaints): Tree[] {
  const extended: Tree[] = [];
  for (const tree of trees) {
    const before = extended.at(-1);
    const place = keyPlace(tree, 'extends');
    if (textOf(child(tree, 'extends')) !== 'previous') extended.push(tree);
    else if (before === undefined) {
      if (place) found.add('bad-value', place, 'there is no version before this one', 'Take it out, or move it down.');
      extended.push(tree);
    } else extended.push(merge(without(before, OWN), tree));
  }
  return extended;
}

function without(tree: Tree, keys: readonly string[]): Tree {
  if (tree.kind !== 'map') return tree;
  return { ...tree, entries: new Map([...tree.entries].filter(([key]) => !keys.includes(key))) };
}

export function merge(before: Tree, tree: Tree): Tree {
  if (before.kind !== 'map' || tree.kind !== 'map') return tree;
  const entries = new Map<string, Entry>(before.entries);
  for (const [key, entry] of tree.entries) {
    const earlier = entries.get(key);
    if (earlier === undefined) entries.set(key, entry);
    else if (entry.value.kind === 'scalar' && entry.value.value === null) entries.delete(key);
    else entries.set(key, { ...entry, value: merge(earlier.value, entry.value) });
  }
  return { ...tree, entries };
}
