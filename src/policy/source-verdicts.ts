import type { SourceVerdict } from '../domain/policy.ts';
import { readColumn } from './columns.ts';
import type { Complaints } from './complaints.ts';
import { checkClock } from './names.ts';
import { child, type Entry, itemsOf, type Tree, wordsOf } from './tree.ts';

/** What the source says of its own promises: a column for each clock of which it says anything. */
export function readSourceVerdicts(
  tree: Tree | undefined,
  clocks: readonly Entry[],
  found: Complaints,
): SourceVerdict[] {
  const spoken = new Map<string, Tree>();
  return itemsOf(tree).flatMap((item): SourceVerdict[] => {
    const column = readColumn(item);
    const clock = wordsOf(child(item, 'clock'));
    if (column === undefined || clock === undefined) return [];
    checkClock(clock, clocks, found);
    const first = spoken.get(clock.text);
    if (first !== undefined) {
      const hint = `The first stands in line ${first.place.line}. Of a clock one column can be held against ours.`;
      found.add('duplicate-id', item.place, `two columns say whether "${clock.text}" was kept`, hint);
    }
    spoken.set(clock.text, first ?? item);
    const [breached, met] = [cellsOf(child(item, 'breached')), cellsOf(child(item, 'met'))];
    if (breached.length + met.length === 0) {
      const hint = 'Say which cells mean that it was broken, or kept: breached: yes, met: no.';
      found.add('missing-key', item.place, 'this verdict lacks the keys "breached" and "met"', hint);
    }
    for (const { text, place } of breached) {
      if (!met.some((other) => other.text === text)) continue;
      found.add('bad-value', place, `"${text}" cannot mean both broken and kept`, 'Take it out of one of the lists.');
    }
    const textsOf = (cells: readonly Cell[]) => cells.map(({ text }) => text);
    return [{ ...column, clock: clock.text, breached: textsOf(breached), met: textsOf(met) }];
  });
}

interface Cell {
  readonly text: string;
  readonly place: Tree['place'];
}

function cellsOf(tree: Tree | undefined): Cell[] {
  return itemsOf(tree).flatMap((item): Cell[] => {
    if (item.kind !== 'scalar') return [];
    return [{ text: item.value === null ? '' : item.text.trim(), place: item.place }];
  });
}
