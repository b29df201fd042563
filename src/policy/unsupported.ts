import type { Complaints } from './complaints.ts';
import type { Tree } from './tree.ts';

/** Parts of the grammar that this version knows and cannot do yet: path (`*`: any key or item) → what it is. */
export const unsupported: Readonly<Record<string, string>> = {
  'records.verdict': "comparing with the source's own verdicts",
};

/** Never ignored: each part of a policy that would have no effect is told, at its key. */
export function complainOfUnsupported(root: Tree, found: Complaints): void {
  for (const [path, what] of Object.entries(unsupported)) look(root, path.split('.'), what);

  function look(tree: Tree, [step, ...rest]: string[], what: string): void {
    if (tree.kind !== 'map' || step === undefined) return;
    for (const { key, keyPlace, value } of tree.entries.values()) {
      if (step !== '*' && step !== key) continue;
      if (rest.length > 0) look(value, rest, what);
      else
        found.add(
          'not-yet-supported',
          keyPlace,
          `"${key}" is not supported yet: ${what}`,
          'Take it out: nothing in a policy is passed over in silence.',
        );
    }
  }
}
