import { DAY } from '../calendar/dates.ts';
import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { HolidayList, OpenTime } from '../domain/calendar.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { CompiledClock } from './compile.ts';

/** So far beyond the as-of instant holidays should be known in any case: open promises soon reach there. */
const AHEAD: Millis = 60 * DAY;

/** Finds the years in which a calendar asks for holidays that are not known: they count as ordinary weeks. */
export interface HolidayWatch {
  /** Holidays must be known as far as something falls due. */
  note(verdicts: readonly Verdict[]): void;
  /** The same of one that falls due by this calendar; `NaN`: never. */
  noteDue(calendar: string, at: Instant): void;
  findings(): Diagnostic<Code>[];
  /** The latest instant at which something falls due, by calendar. */
  readonly totals: Map<string, Instant>;
  merge(other: ReadonlyMap<string, Instant>): void;
}

/** @param span from the first stamp to the as-of instant */
export function watchHolidays(clocks: readonly CompiledClock[], policyFile: string, span: Span): HolidayWatch {
  const openTimes = new Set(
    clocks.flatMap(({ targets, openTime, shifts }) => [
      openTime,
      ...targets.map((each) => each.openTime),
      ...(shifts === undefined ? [] : shifts.openTimes.values()),
    ]),
  );
  const due = new Map<string, Instant>();
  /** One of them asks a list of holidays; otherwise there is nothing to find. */
  const isAsked = [...openTimes].some(({ definition }) => definition.holidays.some(({ kind }) => kind !== 'date'));

  function noteDue(calendar: string, at: Instant): void {
    const known = due.get(calendar);
    if (!Number.isNaN(at) && (known === undefined || at > known)) due.set(calendar, at);
  }

  return {
    totals: due,
    merge(other) {
      for (const [calendar, at] of other) due.set(calendar, Math.max(at, due.get(calendar) ?? at));
    },
    note(verdicts) {
      if (!isAsked) return;
      for (const { target, dueAt } of verdicts) {
        // What a ticket promises is no calendar's work, and may lie in the year 9999.
        if (target === undefined || dueAt === undefined || target.within.kind === 'promised') continue;
        noteDue(target.calendar, dueAt);
      }
    },
    noteDue,
    findings: () =>
      [...openTimes].flatMap((openTime) => {
        const end = Math.max(span.end + AHEAD, due.get(openTime.definition.id) ?? 0);
        return unknownStretches(openTime, { start: span.start, end: end + 1 }).map((stretch) =>
          finding(openTime.definition.id, stretch, policyFile),
        );
      }),
  };
}

interface Stretch {
  readonly list: HolidayList;
  readonly first: number;
  readonly last: number;
}

/** Years that follow each other are told as one: a stamp of 1900 is no reason for a hundred findings. */
function unknownStretches(openTime: OpenTime, { start, end }: Span): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { list, year } of openTime.unknownHolidayYears(start, end)) {
    const before = stretches.at(-1);
    if (before?.list === list && before.last === year - 1) stretches[stretches.length - 1] = { ...before, last: year };
    else stretches.push({ list, first: year, last: year });
  }
  return stretches;
}

function finding(calendar: string, { list, first, last }: Stretch, policyFile: string): Diagnostic<Code> {
  const years = first === last ? String(first) : say`${first} to ${last}`;
  if (list.kind === 'ics') {
    return {
      code: 'unknown-holidays',
      place: list.place,
      message: say`calendar "${calendar}": "${list.path}" has no event in ${years}`,
      hint: say`Every weekday of ${years} counts as a working day. Add its holidays to the file, or list them beside it.`,
    };
  }
  return {
    code: 'unknown-holidays',
    place: { file: policyFile },
    message: say`calendar "${calendar}": the holidays of ${list.code} in ${years} are not known to this version`,
    hint: say`Every weekday of ${years} counts as a working day. Give its holidays and make-up days under dates, or update slaudit.`,
  };
}
