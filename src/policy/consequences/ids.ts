import type { Place } from '../../domain/diagnostic.ts';
import type { Complaints } from '../complaints.ts';
import { child, type Tree, type Words, wordsOf } from '../tree.ts';

/** The ids of a list's items; one without has its number, from 1. */
export function idsOf(list: Tree | undefined): Words[] {
  return list?.kind === 'list'
    ? list.items.map((item, index) => wordsOf(child(item, 'id')) ?? { text: String(index + 1), place: item.place })
    : [];
}

export function complainOfTwins(ids: readonly Words[], what: string, found: Complaints): void {
  const firsts = new Map<string, Place>();
  for (const { text, place } of ids) {
    const first = firsts.get(text);
    if (first !== undefined) {
      found.add('duplicate-id', place, `there are two ${what} "${text}"`, `The first stands in line ${first.line}.`);
    }
    firsts.set(text, first ?? place);
  }
}

/** The record of consequences has these where others have the id of a ladder or reward. */
const TAKEN = ['compensation', 'liability', 'rewards'];

/** Ladders and rewards stand in one column of the record. */
export function complainOfTaken(ids: readonly Words[], found: Complaints): void {
  for (const { text, place } of ids) {
    if (!TAKEN.includes(text)) continue;
    const hint =
      'In the record of consequences that name stands for what customers get, suppliers owe, or rewards give.';
    found.add('reserved-name', place, `a ladder or reward cannot be called "${text}"`, hint);
  }
}
