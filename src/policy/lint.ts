import { civil } from '../calendar/dates.ts';
import { isAlwaysOpen } from '../calendar/day-hours.ts';
import { ownTables } from '../calendar/holidays/country-holidays.ts';
import { keyOf } from '../calendar/holidays/holidays.ts';
import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Clock, Condition, PauseRule, Policy, Target, Test, Trigger } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';

/** What a policy says that its author can hardly have meant. The policy works all the same: these are warnings. */
export function lintPolicy(agreement: Policy): Diagnostic<Code>[] {
  return [...agreement.earlier, agreement].flatMap(lintVersion);
}

function lintVersion(policy: Policy): Diagnostic<Code>[] {
  return [
    ...policy.clocks.flatMap((clock) => [
      ...deadTargets(clock),
      ...longTargets(clock, policy),
      ...endlessPauses(clock),
      ...missingHolder(clock, policy),
    ]),
    ...[...policy.calendars.values()].flatMap((calendar) => yearsWithoutHolidays(calendar, policy)),
  ];
}

function deadTargets(clock: Clock): Diagnostic<Code>[] {
  return clock.targets.flatMap((target, index): Diagnostic<Code>[] => {
    const earlier = clock.targets.slice(0, index).find((other) => implies(target.when, other.when));
    if (earlier !== undefined) {
      const message = `target "${target.id}" of clock "${clock.id}" can never match: "${earlier.id}" above takes every ticket it is for`;
      return [lint('dead-target', target.place, message, 'The first match wins: put the narrower target first.')];
    }
    if (contradicts(target.when, clock.when)) {
      const message = `target "${target.id}" of clock "${clock.id}" can never match: the clock's own condition rules it out`;
      return [lint('dead-target', target.place, message, 'Mend one of the two conditions.')];
    }
    return [];
  });
}

/** Whatever fulfils the narrow condition fulfils the wide one, as far as lists of values can tell. */
function implies(narrow: Condition, wide: Condition): boolean {
  return wide.every((test) => narrow.some((other) => isWithin(other, test)));
}

function isWithin(narrow: Test, wide: Test): boolean {
  if (narrow.field !== wide.field) return false;
  if (narrow.kind === 'compare' || wide.kind === 'compare') {
    return narrow.kind === wide.kind && JSON.stringify(narrow) === JSON.stringify(wide);
  }
  return narrow.values.every((value) => wide.values.includes(value));
}

/** No value is allowed by both. */
function contradicts(one: Condition, other: Condition): boolean {
  return one.some((test) =>
    other.some(
      (against) =>
        test.field === against.field &&
        test.kind === 'one-of' &&
        against.kind === 'one-of' &&
        !test.values.some((value) => against.values.includes(value)),
    ),
  );
}

function longTargets(clock: Clock, policy: Policy): Diagnostic<Code>[] {
  return clock.targets.flatMap((target: Target): Diagnostic<Code>[] => {
    const calendar = policy.calendars.get(target.calendar);
    if (calendar === undefined || isAlwaysOpen(calendar) || target.within.kind !== 'duration') return [];
    const week = openInAWeek(calendar);
    if (target.within.length <= week) return [];
    const message = `target "${target.id}" of clock "${clock.id}" allows ${hours(target.within.length)} h, more than the ${hours(week)} h that calendar "${calendar.id}" is open in a week`;
    return [
      lint('long-target', target.place, message, 'Opening hours count, not hours of the day. For days write 3wd.'),
    ];
  });
}

function openInAWeek({ hours: week }: CalendarDefinition): Millis {
  return week.flat().reduce((sum, { from, to }) => sum + to - from, 0);
}

function hours(length: Millis): number {
  return Math.round(length / 36_000) / 100;
}

/** The field `assignee` says who holds a ticket; a field of another name charges nobody as its holder. */
function missingHolder(clock: Clock, { records }: Policy): Diagnostic<Code>[] {
  const asks = clock.charge.some(({ kind }) => kind === 'holder' || kind === 'current' || kind === 'first');
  if (!asks || records.fields.some(({ field }) => field === 'assignee')) return [];
  const message = `breaches of clock "${clock.id}" are charged to the holder, and the records have no field "assignee"`;
  const hint = 'Nobody would answer: every breach is unassigned. Name the column: fields: {assignee: 负责人}.';
  return [lint('no-holder', clock.place, message, hint)];
}

function endlessPauses(clock: Clock): Diagnostic<Code>[] {
  return clock.pause.flatMap((rule: PauseRule): Diagnostic<Code>[] => {
    if (rule.kind === 'while' && rule.when.length > 0) return [];
    if (rule.kind === 'between' && rule.until.some((trigger) => !rule.from.some((other) => isSame(trigger, other)))) {
      return [];
    }
    const message = `a pause of clock "${clock.id}" can never end`;
    return [lint('endless-pause', rule.place, message, 'Name what ends it: {from: paused, until: resumed}.')];
  });
}

function isSame(one: Trigger, other: Trigger): boolean {
  return JSON.stringify({ ...one, place: undefined }) === JSON.stringify({ ...other, place: undefined });
}

/** A calendar that knows holidays, but none of the year from which the policy is in force. */
function yearsWithoutHolidays(calendar: CalendarDefinition, policy: Policy): Diagnostic<Code>[] {
  const place = zone(policy.timezone);
  if (policy.effective === undefined || place === undefined || calendar.holidays.length === 0) return [];
  const { year } = civil(place.local(policy.effective).date);
  const isKnown = calendar.holidays.some((source) =>
    source.kind === 'date' ? civil(source.date).year === year : (ownTables.get(keyOf(source))?.covers(year) ?? true),
  );
  if (isKnown) return [];
  const message = `calendar "${calendar.id}" knows no holiday of ${year}, the year from which the policy is in force`;
  return [
    lint('unknown-holidays', { file: policy.file }, message, 'List them under holidays, with the year: 2027-01-01.'),
  ];
}

function lint(code: Code, place: Target['place'], message: string, hint: string): Diagnostic<Code> {
  return { code, place, message, hint };
}
