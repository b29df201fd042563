import { suggest } from '../diagnostics/suggest.ts';
import type { ChargeRule, Clock, ClockKind, Reopen, SeverityBand, Title } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { COMPARISON, readCondition } from './condition.ts';
import { readLength } from './duration.ts';
import { checkField, type Names } from './names.ts';
import { present } from './present.ts';
import { allowsDays, type Calendars, readServiceHours, readTargets } from './targets.ts';
import { child, choiceOf, type Entry, entriesOf, itemsOf, keyPlace, type Tree, textOf, wordsOf } from './tree.ts';
import { readPauseRules, readPauseTotals, readTotalsWaitingFor, readTriggers } from './triggers.ts';
import { ALWAYS } from './words/calendars.ts';
import {
  BOUNDARIES,
  CHANGES,
  CHARGED,
  CREATED_BY_AGENT,
  KINDS,
  MONTHS,
  PARTS,
  REOPENINGS,
  STILL_OPEN,
  UNANSWERED,
  UNITS,
} from './words/clocks.ts';

/** One clock, with every default in its place. */
export function readClock(entry: Entry, calendars: Calendars, names: Names, found: Complaints): Clock {
  const { key: id, keyPlace: place, value: tree } = entry;
  const at = (key: string): Tree | undefined => child(tree, key);
  const hours = readServiceHours(at('calendar'), calendars, names, found) ?? { calendar: ALWAYS, isOnShift: false };
  const kind = readKind(entry, found);
  complainOfBounds(entry, found);
  const targets = readTargets(entry, hours, calendars, names, found);
  const pauseTotals = readPauseTotals(entry, names, found);
  const days = [hours, ...targets].every((each) => allowsDays(each, calendars));
  return {
    id,
    title: readTitle(at('title')),
    kind,
    start: readTriggers(at('start'), names, found),
    during: readCondition(at('during'), names.fields, found),
    stop: readTriggers(at('stop'), names, found),
    pause: readPauseRules(at('pause'), names, found),
    ...(pauseTotals.length > 0 && { pauseTotals }),
    ...present('totalsWaitingFor', readTotalsWaitingFor(at('pause'))),
    cancel: readTriggers(at('cancel'), names, found),
    reset: readTriggers(at('reset'), names, found),
    ...present('reopen', readReopen(at('reopen'), names, found)),
    when: readCondition(at('when'), names.fields, found),
    change: choiceOf(at('change'), CHANGES) ?? 'at-instant',
    ...hours,
    charge: readCharge(at('charge'), names, found),
    severity: readSeverity(at('severity'), days, found),
    targets,
    ...present('attain', readPercent(at('attain'), found)),
    by: readTriggers(at('by'), names, found),
    boundary: choiceOf(at('boundary'), BOUNDARIES) ?? 'inclusive',
    minHolding: readServiceLength(at('min_holding'), days, found) ?? 0,
    ...present('maxPause', readWallLength(at('max_pause'), found)),
    unanswered: choiceOf(at('unanswered'), UNANSWERED) ?? 'resolution',
    createdByAgent: choiceOf(at('created_by_agent'), CREATED_BY_AGENT) ?? 'normal',
    stillOpen: choiceOf(at('still_open'), STILL_OPEN) ?? 'breached',
    month: choiceOf(at('month'), MONTHS) ?? 'decided',
    place,
  };
}

export function readTitle(tree: Tree | undefined): Title {
  const text = textOf(tree);
  if (text !== undefined) return { zh: text, en: text };
  return { ...present('zh', textOf(child(tree, 'zh'))), ...present('en', textOf(child(tree, 'en'))) };
}

function readKind({ key: id, keyPlace: place, value: tree }: Entry, found: Complaints): ClockKind {
  const kind = choiceOf(child(tree, 'kind'), KINDS);
  const every = keyPlace(tree, 'every');
  const by = keyPlace(tree, 'by');
  if (every && !by) {
    const hint = 'Name the event that fulfils the duty: by: customer_update.';
    found.add('missing-key', place, `the recurring duty "${id}" lacks the key "by"`, hint);
  }
  if (by && !every) {
    found.add(
      'missing-key',
      place,
      `the clock "${id}" has "by" and lacks the key "every"`,
      'Give the interval: every: 2h.',
    );
  }
  if (kind !== undefined && every) {
    const message = `a recurring duty cannot be of kind ${kind}`;
    found.add('bad-value', keyPlace(tree, 'kind') ?? place, message, 'Take "kind" or "every" out.');
  }
  for (const key of every ? ['boundary', 'change', 'reset', 'still_open'] : []) {
    const at = keyPlace(tree, key);
    const message = `"${key}" says nothing about a recurring duty`;
    if (at) found.add('unknown-key', at, message, 'Take it out: each interval is judged by itself, its end included.');
  }
  for (const key of kind === 'response' ? [] : ['unanswered', 'created_by_agent']) {
    const at = keyPlace(tree, key);
    const message = `"${key}" says nothing about a clock that is not of kind response`;
    if (at) found.add('unknown-key', at, message, 'Add kind: response, or take it out.');
  }
  return every ? 'duty' : (kind ?? (isCalledResolution(id, tree) ? 'resolution' : 'plain'));
}

/** A clock that says no kind and is called `resolution`, or runs from `created` to `resolved`, resolves the ticket. */
function isCalledResolution(id: string, tree: Tree | undefined): boolean {
  const [start, stop] = [child(tree, 'start'), child(tree, 'stop')];
  return id === 'resolution' || (textOf(start) === 'created' && textOf(stop) === 'resolved');
}

/** A clock runs from a start to a stop, or while something holds. */
function complainOfBounds({ key: id, keyPlace: place, value: tree }: Entry, found: Complaints): void {
  const during = keyPlace(tree, 'during');
  const keys = entriesOf(tree).map(({ key }) => key);
  if (during === undefined) {
    for (const key of ['start', 'stop']) {
      // A slip of the pen has been told as one.
      const isThere = keys.some((each) => each === key || suggest(each, [key, 'during']) !== undefined);
      if (tree.kind === 'map' && !isThere)
        found.add('missing-key', place, `"clocks.${id}" lacks the key "${key}"`, BOUNDS);
    }
    return;
  }
  for (const key of ['start', 'reopen', 'reset', 'kind', 'every']) {
    const at = keyPlace(tree, key);
    const message = `"${key}" cannot stand beside "during" in the clock "${id}"`;
    if (at) found.add('bad-value', at, message, 'Each stay is a run of its own, from its beginning to its end.');
  }
  const condition = child(tree, 'during');
  if (condition?.kind === 'map' && entriesOf(condition).length === 0) {
    found.add('bad-condition', during, 'this holds always', 'Name a field and its value: {department: 备件仓库}.');
  }
}

const BOUNDS = 'A clock runs from "start" to "stop"; or, with "during", while something holds.';

function readReopen(tree: Tree | undefined, names: Names, found: Complaints): Reopen | undefined {
  if (tree?.kind !== 'map') return undefined;
  return {
    on: readTriggers(child(tree, 'on'), names, found),
    rule: choiceOf(child(tree, 'rule'), REOPENINGS) ?? 'continue',
    ...present('grace', readWallLength(child(tree, 'grace'), found)),
  };
}

/** Service time: a day only where the calendars never close (S9). */
function readServiceLength(tree: Tree | undefined, allowsDays: boolean, found: Complaints): number | undefined {
  const words = wordsOf(tree);
  return words && readLength(words, { allowsDays, allowsZero: true }, found);
}

/** Time on the wall: a day is 24 hours. */
function readWallLength(tree: Tree | undefined, found: Complaints): number | undefined {
  const words = wordsOf(tree);
  return words && readLength(words, { allowsDays: true, allowsZero: true }, found);
}

/** S24: the holder, where the policy says nothing. */
function readCharge(tree: Tree | undefined, names: Names, found: Complaints): ChargeRule[] {
  if (tree === undefined) return [{ kind: 'holder' }];
  return itemsOf(tree).flatMap((item): ChargeRule[] => {
    const part = choiceOf(item, PARTS);
    if (part === 'stopper' && !names.hasActor) {
      const hint = 'Say which column names who did it: records.actor.';
      found.add('bad-value', item.place, 'nobody is known to stop a clock: the records name no actor', hint);
    }
    if (part !== undefined) return [{ kind: part }];
    const words = wordsOf(item) ?? wordsOf(child(item, 'field'));
    if (words === undefined) return [];
    const unit = choiceOf(item, UNITS);
    if (unit !== undefined && names.hasRoster && names.fields?.includes(unit) !== true) return [{ kind: 'unit', unit }];
    const known = item.kind === 'map' ? names.fields : names.fields && [...PARTS, ...names.fields];
    checkField(words, known, found);
    return [{ kind: 'field', field: words.text, as: choiceOf(child(item, 'kind'), CHARGED) ?? chargedBy(words.text) }];
  });
}

/** What the values of a field name, told by the field's own name. */
function chargedBy(field: string): 'employee' | 'department' | 'supplier' {
  if (['department', 'team', 'group', '部门'].includes(field)) return 'department';
  return ['supplier', 'vendor', '供应商'].includes(field) ? 'supplier' : 'employee';
}

function readSeverity(tree: Tree | undefined, days: boolean, found: Complaints): SeverityBand[] {
  return entriesOf(tree).flatMap(({ key: name, value }): SeverityBand[] => {
    const words = wordsOf(value);
    if (words === undefined) return [];
    const comparison = COMPARISON.exec(words.text);
    if (comparison === null) {
      const message = `the band "${name}" is "${words.text}", which compares nothing`;
      found.add('bad-condition', words.place, message, 'Written like "<= 30m" or "> 2h": the time over the target.');
      return [];
    }
    const [operator, length = ''] = [comparison[1] as SeverityBand['operator'], comparison[2]];
    const over = readLength({ text: length, place: words.place }, { allowsDays: days, allowsZero: true }, found);
    return over === undefined ? [] : [{ name, operator, over }];
  });
}

/** `90%` or `99.5%`, in percent. */
/** A share like `90%`, as the number before the sign. */
export function readPercent(tree: Tree | undefined, found: Complaints): number | undefined {
  const words = wordsOf(tree);
  if (words === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(words.text);
  if (match !== null && Number(match[1]) <= 100) return Number(match[1]);
  found.add(
    'bad-value',
    words.place,
    `"${words.text}" is not a share of the runs`,
    'Written like 90%, from 0% to 100%.',
  );
  return undefined;
}
