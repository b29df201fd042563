import { civil, formatDate } from '../calendar/dates.ts';
import { isAlwaysOpen } from '../calendar/day-hours.ts';
import { ownTables } from '../calendar/holidays/country-holidays.ts';
import { keyOf } from '../calendar/holidays/holidays.ts';
import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Diagnostic, Sentence } from '../domain/diagnostic.ts';
import type { Clock, Condition, PauseRule, Policy, Target, Test, Trigger } from '../domain/policy.ts';
import type { LocalDate, Millis } from '../domain/time.ts';
import { lintConsequences } from './consequences/lint.ts';
import { implies } from './implies.ts';

/** What a policy says that its author can hardly have meant. The policy works all the same: these are warnings. */
export function lintPolicy(agreement: Policy): Diagnostic<Code>[] {
  const versions = [...agreement.earlier, agreement];
  return [
    ...versions.flatMap(lintVersion),
    ...versions.flatMap((version, index) => joint(version, versions[index + 1])),
    ...lintConsequences(agreement),
    ...unnamedFields(agreement),
  ];
}

/** Where one version ends and the next begins: each is in force until the next is, whatever its `until` says. */
function joint({ until, file }: Policy, next: Policy | undefined): Diagnostic<Code>[] {
  const from = next?.effective;
  if (until === undefined || from === undefined || until === from) return [];
  const [end, start] = [{ at: until }, { at: from }];
  if (until > from) {
    const message = say`two versions of the policy are in force from ${start} to ${end}`;
    return [
      lint(
        'overlapping-versions',
        { file },
        message,
        say`The later one judges what starts then. Mend until or effective.`,
      ),
    ];
  }
  const message = say`no version of the policy is in force from ${end} to ${start}`;
  const hint = say`What starts then is judged by the earlier one, with a finding. Mend until or effective.`;
  return [lint('gap-between-versions', { file }, message, hint)];
}

function lintVersion(policy: Policy): Diagnostic<Code>[] {
  return [
    ...policy.clocks.flatMap((clock) => [
      ...deadTargets(clock),
      ...standInTargets(clock),
      ...longTargets(clock, policy),
      ...endlessPauses(clock),
      ...closingPromises(clock, policy),
      ...selfEndingCondition(clock),
      ...missingHolder(clock, policy),
      ...idleMinHolding(clock),
    ]),
    ...[...policy.calendars.values()].flatMap((calendar) => [
      ...yearsWithoutHolidays(calendar, policy),
      ...datesTwice(calendar, policy),
    ]),
  ];
}

function deadTargets(clock: Clock): Diagnostic<Code>[] {
  return clock.targets.flatMap((target, index): Diagnostic<Code>[] => {
    const earlier = clock.targets.slice(0, index).find((other) => implies(target.when, other.when));
    if (earlier !== undefined) {
      const message = say`target "${target.id}" of clock "${clock.id}" can never match: "${earlier.id}" above takes every ticket it is for`;
      return [lint('dead-target', target.place, message, say`The first match wins: put the narrower target first.`)];
    }
    if (contradicts(target.when, [...clock.when, ...clock.during]) || contradicts(clock.when, clock.during)) {
      const message = say`target "${target.id}" of clock "${clock.id}" can never match: the clock's own condition rules it out`;
      return [lint('dead-target', target.place, message, say`Mend one of the two conditions.`)];
    }
    return [];
  });
}

/** What `init` calls a target that nobody has promised. */
const STAND_IN = 'TODO';

function standInTargets({ id, targets }: Clock): Diagnostic<Code>[] {
  return targets
    .filter((target) => target.id === STAND_IN)
    .map(({ place }) => {
      const message = say`target "${STAND_IN}" of clock "${id}" is a stand-in: nobody has promised it`;
      return lint(
        'stand-in-target',
        place,
        message,
        say`Say what is promised, and take its id away; or take the clock away.`,
      );
    });
}

/** No value is allowed by both. */
function contradicts(one: Condition, other: Condition): boolean {
  return (
    one.some((test) =>
      other.some(
        (against) =>
          test.field === against.field &&
          test.kind === 'one-of' &&
          against.kind === 'one-of' &&
          !test.values.some((value) => against.values.includes(value)),
      ),
    ) || one.some((test) => other.some((against) => isDenied(test, against) || isDenied(against, test)))
  );
}

/** `department: "!= store"` against `department: store`. */
function isDenied(test: Test, against: Test): boolean {
  return (
    test.field === against.field &&
    test.kind === 'compare' &&
    test.operator === '!=' &&
    against.kind === 'one-of' &&
    against.values.every((value) => value === test.value)
  );
}

function longTargets(clock: Clock, policy: Policy): Diagnostic<Code>[] {
  return clock.targets.flatMap((target: Target): Diagnostic<Code>[] => {
    const calendar = policy.calendars.get(target.calendar);
    if (calendar === undefined || target.isOnShift || isAlwaysOpen(calendar) || target.within.kind !== 'duration')
      return [];
    const week = openInAWeek(calendar);
    if (target.within.length <= week) return [];
    const message = say`target "${target.id}" of clock "${clock.id}" allows ${hours(target.within.length)} h, more than the ${hours(week)} h that calendar "${calendar.id}" is open in a week`;
    return [
      lint('long-target', target.place, message, say`Opening hours count, not hours of the day. For days write 3wd.`),
    ];
  });
}

/** A promised instant counted in a calendar that closes is kept until the next opening (S5): hardly what was agreed. */
function closingPromises(clock: Clock, policy: Policy): Diagnostic<Code>[] {
  return clock.targets.flatMap(({ within, calendar: id, isOnShift, place }): Diagnostic<Code>[] => {
    const calendar = policy.calendars.get(id);
    if (within.kind !== 'promised' || isOnShift || calendar === undefined || isAlwaysOpen(calendar)) return [];
    const message = say`clock "${clock.id}" keeps promised instants in the hours of calendar "${id}", which closes`;
    const hint = say`One for Saturday would be kept until Monday’s opening. Leave the calendar out: an instant is an instant.`;
    return [lint('closing-promise', place, message, hint)];
  });
}

/** What is no longer so at the stop has no verdict (contract): a stop that ends the clock's own condition ends every run unseen. */
function selfEndingCondition(clock: Clock): Diagnostic<Code>[] {
  const ending = clock.stop.find((trigger) => trigger.kind === 'condition' && contradicts(trigger.when, clock.when));
  if (ending === undefined) return [];
  const message = say`a stop of clock "${clock.id}" ends what its "when" asks for: runs that were kept would have no record`;
  return [lint('stop-ends-when', ending.place, message, say`Write during: {…} in place of start, stop and when.`)];
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
  const message = say`breaches of clock "${clock.id}" are charged to the holder, and the records have no field "assignee"`;
  const hint = say`Nobody would answer: every breach is unassigned. Name the column: fields: {assignee: 负责人}.`;
  return [lint('no-holder', clock.place, message, hint)];
}

/** Only the holder can have held a ticket too short (S25). */
function idleMinHolding(clock: Clock): Diagnostic<Code>[] {
  if (clock.minHolding === 0 || clock.charge.some(({ kind }) => kind === 'holder' || kind === 'unit')) return [];
  const message = say`min_holding of clock "${clock.id}" changes nothing: no breach of it is charged to the holder`;
  const hint = say`Add the holder to its list, charge: [holder, department], or take min_holding out.`;
  return [lint('idle-min-holding', clock.place, message, hint)];
}

function endlessPauses(clock: Clock): Diagnostic<Code>[] {
  return clock.pause.flatMap((rule: PauseRule): Diagnostic<Code>[] => {
    if (rule.kind === 'while' && rule.when.length > 0) return [];
    if (rule.kind === 'between' && rule.until.some((trigger) => !rule.from.some((other) => isSame(trigger, other)))) {
      return [];
    }
    const message = say`a pause of clock "${clock.id}" can never end`;
    return [lint('endless-pause', rule.place, message, say`Name what ends it: {from: paused, until: resumed}.`)];
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
  const message = say`calendar "${calendar.id}" knows no holiday of ${year}, the year from which the policy is in force`;
  return [
    lint('unknown-holidays', { file: policy.file }, message, say`List them under holidays, with the year: 2027-01-01.`),
  ];
}

/** S11: a date listed among the holidays that has hours of its own, or is listed twice. */
function datesTwice({ id, holidays, dates }: CalendarDefinition, { file }: Policy): Diagnostic<Code>[] {
  const listed = new Set<LocalDate>();
  return holidays.flatMap((source): Diagnostic<Code>[] => {
    if (source.kind !== 'date') return [];
    const { date, place = { file } } = source;
    const isTwice = listed.has(date);
    listed.add(date);
    if (!isTwice && !dates.has(date)) return [];
    const message = say`calendar "${id}" has two entries for ${formatDate(date)}`;
    const hint = isTwice
      ? say`It stands twice among the holidays. Take one out.`
      : say`It is a holiday here and has hours of its own under dates: those count. Take one out.`;
    return [lint('two-entries', place, message, hint)];
  });
}

/** Who says what some fields hold has likely meant to say it of all. An instant is nobody's. */
function unnamedFields({ privacy, records }: Policy): Diagnostic<Code>[] {
  if (privacy === undefined) return [];
  const unnamed = records.fields.filter(({ field, time }) => time === undefined && !privacy.fields.has(field));
  if (unnamed.length === 0) return [];
  const message = say`no class of privacy names ${unnamed.map(({ field }) => `"${field}"`)}`;
  const hint = say`Reports that hide people take it for what it most likely holds. Say it: shown, text, customers or employees.`;
  return [lint('privacy-unnamed', privacy.place, message, hint)];
}

function lint(code: Code, place: Target['place'], message: Sentence, hint: Sentence): Diagnostic<Code> {
  return { code, place, message, hint };
}
