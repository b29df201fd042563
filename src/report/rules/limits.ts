import type { Clock, Policy, Target } from '../../domain/policy.ts';
import { hasDays, hoursText } from './calendars.ts';
import { type Item, item } from './chapter.ts';
import { columnsOf, conditionText } from './conditions.ts';
import { triggersText } from './triggers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is promised: how long it may take, for whom, and what a change on the way does (S21, S23). */
export function limitItems(clock: Clock, policy: Policy, vocabulary: Vocabulary): Item[] {
  if (clock.kind === 'duty') return dutyItems(clock, policy, vocabulary);
  return [
    ...targetItems(clock, policy, vocabulary),
    ...explanations(clock, vocabulary),
    ...changeItems(clock, policy, vocabulary),
  ];
}

function targetItems(clock: Clock, policy: Policy, vocabulary: Vocabulary): Item[] {
  const { limits } = vocabulary.words.rules;
  const exactly = limits[clock.boundary];
  const [only, ...others] = clock.targets;
  if (only === undefined) return [];
  if (others.length === 0 && only.when.length === 0) {
    return [item(limits.one(withinText(only, policy, vocabulary), exactly))];
  }
  const lines = clock.targets.map((target, index) => lineOf(target, index, policy, vocabulary));
  const isComplete = clock.targets.some(({ when }) => when.length === 0);
  return [item(limits.list(exactly), isComplete ? lines : [...lines, item(limits.none)])];
}

function lineOf(target: Target, index: number, policy: Policy, vocabulary: Vocabulary): Item {
  const { limits } = vocabulary.words.rules;
  const within = withinText(target, policy, vocabulary);
  if (target.when.length > 0) return item(limits.line(conditionText(target.when, vocabulary), within));
  return item(index === 0 ? limits.all(within) : limits.others(within));
}

function withinText(target: Target, policy: Policy, vocabulary: Vocabulary): string {
  const { limits, length } = vocabulary.words.rules;
  const { within } = target;
  const hours = hoursText(target, policy, vocabulary.words);
  switch (within.kind) {
    case 'duration':
      return limits.within(length(within.length, hasDays(target, policy)), hours);
    case 'working-days':
      return limits.workingDays[within.end](within.days, hours);
    case 'promised':
      return limits.promised(vocabulary.field(within.field), hours);
  }
}

/** What a layman would ask of the limits just told. */
function explanations({ targets }: Clock, vocabulary: Vocabulary): Item[] {
  const { limits, length, sentences } = vocabulary.words.rules;
  return targets.flatMap(({ within }) => {
    if (within.kind !== 'promised') return [];
    const column = vocabulary.field(within.field);
    const far = within.furthest === undefined ? [] : [limits.furthest(column, length(within.furthest, true))];
    return [item(sentences([limits.promisedNothing(column), ...far]))];
  });
}

/** S21; only where a change can make another limit apply: a ticket that is one row never changes. */
function changeItems({ targets, when, change }: Clock, { records }: Policy, vocabulary: Vocabulary): Item[] {
  if (records.form === 'tickets') return [];
  const { rules } = vocabulary.words;
  const promises = targets.flatMap(({ within }) => (within.kind === 'promised' ? [within.field] : []));
  const columns = [
    ...columnsOf([when, ...targets.map((target) => target.when)], vocabulary),
    ...promises.map(vocabulary.field),
  ];
  if (columns.length === 0) return [];
  return [item(rules.change[change](rules.or([...new Set(columns)])))];
}

function dutyItems(clock: Clock, policy: Policy, vocabulary: Vocabulary): Item[] {
  const { limits, length, sentences } = vocabulary.words.rules;
  return clock.targets.flatMap((target) => {
    if (target.within.kind !== 'duration') return [];
    const interval = length(target.within.length, hasDays(target, policy));
    const hours = hoursText(target, policy, vocabulary.words);
    const applies = clock.when.length > 0 ? [limits.intervalsApply] : [];
    return [
      item(limits.interval(interval, hours, triggersText(clock.by, vocabulary))),
      item(sentences([limits.intervals, ...applies])),
    ];
  });
}
