import { suggest } from '../../diagnostics/suggest.ts';
import type { Count, Countable, Ladder, Tier } from '../../domain/consequence-rules.ts';
import { readPercent } from '../clocks.ts';
import type { Complaints } from '../complaints.ts';
import { readLength } from '../duration.ts';
import { present } from '../present.ts';
import { child, entriesOf, keyPlace, type Tree, type Words, wordsOf } from '../tree.ts';
import { COUNTABLE } from '../words/consequences.ts';
import { readAwards } from './awards.ts';
import { complainOfIdle, type Ground, haveDays } from './ground.ts';
import { readWhole } from './numbers.ts';

/** The steps of a ladder, in the order of the file, which need not be a rising one. */
export function readTiers(
  ladder: Tree,
  count: Count | undefined,
  apply: Ladder['apply'],
  ground: Ground,
): readonly Tier[] {
  const { found } = ground;
  const list = child(ladder, 'tiers');
  if (list?.kind !== 'list') return [];
  if (list.items.length === 0) {
    found.add(
      'bad-value',
      keyPlace(ladder, 'tiers') ?? list.place,
      'a ladder without tiers brings nothing',
      'Give one: {at: 1, fine: 50}.',
    );
  }
  return list.items.flatMap((item, index): Tier[] => {
    const awards = readAwards(item, 'tier', ground);
    if (item.kind !== 'map' || count === undefined) return [];
    const at = isMeasured(count) ? readLine(item, count, found) : readStep(item, count, ground);
    const rhythm = readRhythm(item, count, apply, ground);
    if (isMeasured(count)) complainOfIdle(item, ['needs'], `where ${count.kind} is measured`, found);
    const needs = readNeeds(item, found);
    return at === undefined ? [] : [{ number: index + 1, at, ...rhythm, needs, awards, place: item.place }];
  });
}

/** Known when a calendar window has ended; all else grows step by step. */
export function isMeasured(count: Count): count is Count & { readonly kind: 'attainment' | 'rating' } {
  return count.kind === 'attainment' || count.kind === 'rating';
}

/** Below which figure it acts. */
function readLine(tier: Tree, { kind }: Count, found: Complaints): number | undefined {
  const words = wordsOf(child(tier, 'below'));
  const example = kind === 'rating' ? 'below: 4.0' : 'below: 90%';
  checkKey(tier, 'below', 'at', `Say below which figure it acts: ${example}.`, found);
  if (words === undefined) return undefined;
  if (kind === 'attainment') return readPercent(child(tier, 'below'), found);
  if (/^\d{1,9}(\.\d{1,3})?$/.test(words.text)) return Number(words.text);
  found.add('bad-value', words.place, `"${words.text}" is not a mean rating`, 'A number like 4 or 4.5.');
  return undefined;
}

/** At which count it acts; of overtime a length. */
function readStep(tier: Tree, count: Count, ground: Ground): number | undefined {
  const words = wordsOf(child(tier, 'at'));
  const hint = `Say at which count it acts: ${count.kind === 'overtime' ? 'at: 2h' : 'at: 1'}.`;
  checkKey(tier, 'at', 'below', hint, ground.found);
  return words && readQuantity(words, count, ground);
}

function readQuantity(words: Words, count: Count, ground: Ground): number | undefined {
  if (count.kind !== 'overtime') return readWhole(words, 1, ground.found);
  return readLength(words, { allowsDays: haveDays(count.filter.clocks, ground) }, ground.found);
}

/** A tier has the key that its ladder asks for, and not the other one. */
function checkKey(tier: Tree, right: string, wrong: string, hint: string, found: Complaints): void {
  const [place, wrongPlace] = [keyPlace(tier, right), keyPlace(tier, wrong)];
  if (place === undefined && wrongPlace === undefined) {
    found.add('missing-key', tier.place, `this tier lacks the key "${right}"`, hint);
  } else if (place === undefined && wrongPlace !== undefined) {
    found.add('unknown-key', wrongPlace, `"${wrong}" says nothing in this ladder`, hint);
  } else if (wrongPlace !== undefined) {
    found.add(
      'bad-value',
      wrongPlace,
      `"${wrong}" cannot stand beside "${right}"`,
      `This ladder asks for "${right}": take it out.`,
    );
  }
}

/** At which later counts it acts again. */
function readRhythm(tier: Tree, count: Count, apply: Ladder['apply'], ground: Ground): Pick<Tier, 'repeats' | 'every'> {
  const { found } = ground;
  const repeats = child(tier, 'repeat');
  const isRepeated = repeats?.kind === 'scalar' && repeats.value === true;
  const words = wordsOf(child(tier, 'every'));
  const place = keyPlace(tier, 'every');
  if (isMeasured(count)) complainOfIdle(tier, ['repeat', 'every'], `where ${count.kind} is measured`, found);
  else if (apply === 'highest') {
    complainOfIdle(tier, ['repeat', 'every'], 'where the highest tier of a window stands alone', found);
  } else if (isRepeated && place !== undefined) {
    const hint = '"repeat" acts at every later count, "every" at each so-manieth: keep one.';
    found.add('bad-value', place, '"every" cannot stand beside "repeat"', hint);
  }
  return { repeats: isRepeated, ...present('every', words && readQuantity(words, count, ground)) };
}

function readNeeds(tier: Tree, found: Complaints): Tier['needs'] {
  return entriesOf(child(tier, 'needs')).flatMap(({ key, keyPlace: place, value }) => {
    const of: Countable | undefined = COUNTABLE.find((each) => each === key);
    if (of === undefined) {
      const meant = suggest(key, COUNTABLE);
      const hint = meant === undefined ? `Known here: ${COUNTABLE.join(', ')}.` : `Did you mean "${meant}"?`;
      found.add('unknown-key', place, `"needs" has no key "${key}"`, hint);
    }
    const words = wordsOf(value);
    const times = words && readWhole(words, 1, found);
    return of === undefined || times === undefined ? [] : [{ of, times }];
  });
}
