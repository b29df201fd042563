import { suggest } from '../diagnostics/suggest.ts';
import type { Complaints } from './complaints.ts';
import { SECTIONS } from './has-shape.ts';
import type { Entry, Tree } from './tree.ts';
import { complainOfKey } from './unknown-key.ts';

/**
 * Complains of sections whose name is misspelt, and gives the tree with the names they were meant to have: `calender:` is one
 * fault, not one for each clock that names a calendar, and what stands in it is read for faults of its own.
 */
export function mendSections(root: Tree, found: Complaints): Tree {
  if (root.kind !== 'map') return root;
  const taken = new Set(root.entries.keys());
  const entries = [...root.entries.values()].map((entry): Entry => {
    const meant = SECTIONS.includes(entry.key) ? undefined : suggest(entry.key, SECTIONS);
    if (meant === undefined || taken.has(meant)) return entry;
    taken.add(meant);
    complainOfKey(entry.key, SECTIONS, [], { tree: root, keyPlace: entry.keyPlace }, found);
    return { ...entry, key: meant };
  });
  return { ...root, entries: new Map(entries.map((entry) => [entry.key, entry])) };
}
