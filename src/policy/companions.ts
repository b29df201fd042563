import type { Companion, Policy } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { readLength } from './duration.ts';
import { present } from './present.ts';
import { child, type Tree, wordsOf } from './tree.ts';

type Companions = Pick<Policy, 'people' | 'excuses' | 'personnel' | 'leave'>;

/** The files beside the policy, which are not opened here: each its path, or a map that says more. */
export function readCompanions(policy: Tree, found: Complaints): Companions {
  const excuses = child(policy, 'excuses');
  const words = wordsOf(child(excuses, 'within'));
  const within = words && readLength(words, { allowsDays: true }, found);
  const decisions = companion(excuses);
  return {
    ...present('people', companion(child(policy, 'people'))),
    ...present('excuses', decisions && { ...decisions, ...present('within', within) }),
    ...present('personnel', companion(child(policy, 'personnel'))),
    ...present('leave', companion(child(policy, 'leave'))),
  };
}

function companion(tree: Tree | undefined): Companion | undefined {
  const words = wordsOf(tree) ?? wordsOf(child(tree, 'file'));
  return words && { path: words.text, place: words.place };
}
