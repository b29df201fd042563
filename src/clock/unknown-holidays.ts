import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Span } from '../domain/time.ts';
import type { CompiledClock } from './compile.ts';

/** Years in which a calendar asks for holidays that have not been published: they count as ordinary weeks. */
export function unknownHolidays(clocks: readonly CompiledClock[], policyFile: string, span: Span): Diagnostic<Code>[] {
  const openTimes = new Set(
    clocks.flatMap(({ targets, openTime }) => [openTime, ...targets.map((each) => each.openTime)]),
  );
  return [...openTimes].flatMap((openTime) =>
    openTime.unknownHolidayYears(span.start, span.end + 1).map(({ country, year }) => ({
      code: 'unknown-holidays' as const,
      place: { file: policyFile },
      message: `calendar "${openTime.definition.id}": the holidays of ${country} in ${year} are not known to this version`,
      hint: `Every weekday of ${year} counts as a working day. Give its holidays and make-up days under dates, or update slaudit.`,
    })),
  );
}
