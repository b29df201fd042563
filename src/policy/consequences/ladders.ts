import type { Award, Count, Ladder } from '../../domain/consequence-rules.ts';
import { readTitle } from '../clocks.ts';
import type { Complaints } from '../complaints.ts';
import { present } from '../present.ts';
import { child, choiceOf, keyPlace, type Mapping, type Tree, wordsOf } from '../tree.ts';
import { APPLICATIONS, OFF_DUTY, PER } from '../words/consequences.ts';
import { broughtBy } from './brought.ts';
import { readCap } from './caps.ts';
import { complainOfCircles } from './circles.ts';
import { readCount, readCountables } from './counts.ts';
import { allWords, complainOfIdle, type Ground, isCalendarWindow, readWindow } from './ground.ts';
import { readMonths, readWhole } from './numbers.ts';
import { isMeasured, readTiers } from './tiers.ts';

/** Ladders, none of which waits for its own consequences by way of others. */
export function readLadders(tree: Tree | undefined, ground: Ground): Ladder[] {
  if (tree?.kind !== 'list') return [];
  const ladders = tree.items.flatMap((item) => (item.kind === 'map' ? (readLadder(item, ground) ?? []) : []));
  complainOfCircles(ladders, ground.found);
  return ladders;
}

function readLadder(tree: Mapping, ground: Ground): Ladder | undefined {
  const { found } = ground;
  const id = wordsOf(child(tree, 'id'));
  const count = readCount(tree, ground);
  const per = choiceOf(child(tree, 'per'), PER);
  const apply = choiceOf(child(tree, 'apply'), APPLICATIONS) ?? 'each';
  const words = wordsOf(child(tree, 'window'));
  const window = words && readWindow(words, found);
  const tiers = readTiers(tree, count, apply, ground);
  const ladder = {
    apply,
    tiers,
    cap: readCap(child(tree, 'cap'), ground),
    grace: readGrace(tree, found),
    reset: readReset(tree, found),
    sparesOffDuty: choiceOf(child(tree, 'off_duty'), OFF_DUTY) === 'spare',
    title: readTitle(child(tree, 'title')),
  };
  if (words !== undefined && window !== undefined && !isCalendarWindow(window)) {
    const why = complaintOfOpenWindow(count, apply);
    if (why !== undefined)
      found.add('bad-value', words.place, `"${words.text}" cannot be the window: ${why}`, CALENDAR);
  }
  if (count !== undefined) complainOfIdleKeys(tree, count, found);
  complainOfOwn(
    tree,
    count,
    tiers.flatMap(({ awards }) => awards),
    found,
  );
  if (id === undefined || count === undefined || per === undefined || window === undefined) return undefined;
  return { id: id.text, count, per, window, ...ladder, place: id.place };
}

const CALENDAR = 'Windows that end are month, quarter and year.';

function complaintOfOpenWindow(count: Count | undefined, apply: Ladder['apply']): string | undefined {
  if (count !== undefined && isMeasured(count)) return `${count.kind} is known when a window of the calendar has ended`;
  return apply === 'highest' ? 'the highest tier is that of a window of the calendar' : undefined;
}

function complainOfIdleKeys(tree: Tree, count: Count, found: Complaints): void {
  if (isMeasured(count)) complainOfIdle(tree, ['grace', 'reset', 'off_duty'], `where ${count.kind} is measured`, found);
  if (count.kind === 'consequences') {
    complainOfIdle(tree, ['off_duty'], 'where consequences are counted: spare in the ladder that brings them', found);
  }
}

function readGrace(tree: Tree, found: Complaints): number {
  const words = wordsOf(child(tree, 'grace'));
  return (words && readWhole(words, 0, found)) ?? 0;
}

function readReset(tree: Tree, found: Complaints): Ladder['reset'] {
  const reset = child(tree, 'reset');
  const clean = wordsOf(child(reset, 'clean'));
  const place = keyPlace(tree, 'reset');
  if (place !== undefined && reset?.kind === 'map' && reset.entries.size === 0) {
    found.add('missing-key', place, '"reset" says nothing', 'Give after: training, or clean: 6 months.');
  }
  return {
    after: readCountables(child(reset, 'after'), found),
    ...present('cleanMonths', clean && readMonths(clean, found)),
  };
}

/** What it counts it cannot bring itself: the count would feed on itself. */
function complainOfOwn(tree: Tree, count: Count | undefined, awards: readonly Award[], found: Complaints): void {
  if (count?.kind !== 'consequences' && count?.kind !== 'breaches') return;
  const counted = child(tree, 'count');
  const asked = [...allWords(child(counted, 'consequences')), ...allWords(child(child(counted, 'breaches'), 'after'))];
  const own: readonly string[] = awards.map(broughtBy);
  for (const { text, place } of asked) {
    if (!own.includes(text)) continue;
    const hint = 'Bring it in a ladder of its own, or count what this ladder does not bring.';
    found.add('circular-count', place, `this ladder counts "${text}", which it brings itself`, hint);
  }
}
