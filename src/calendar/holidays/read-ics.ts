import type { Diagnostic, Reading, Words } from '../../domain/diagnostic.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { HolidayEntry } from './holiday-table.ts';
import { byYear, type Holidays } from './holidays.ts';
import { datesIn, type IcsEvent, icsEvent } from './ics-event.ts';
import { type IcsLine, icsLines } from './ics-lines.ts';

export type IcsCode = 'bad-ics' | 'timed-event';

/**
 * Reads the holidays of an iCalendar file (RFC 5545): every VEVENT of whole days, once or every year. DTEND is out.
 * A year is known when there is an event in it. Of two events on a date the first gives the name.
 *
 * An event with a time of day is told and closes nothing; whatever else cannot be read is an error, told by its line.
 *
 * @param file the path as the user gave it; it is not opened
 */
export function readIcs(file: string, text: string): Reading<Holidays, IcsCode> {
  const diagnostics: Diagnostic<IcsCode>[] = [];
  const events: IcsEvent[] = [];
  const tell = (code: IcsCode, at: Pick<IcsLine, 'line' | 'length'>, message: Words, hint: Words) =>
    diagnostics.push({ code, place: { file, line: at.line, column: 1, length: at.length }, message, hint });

  const lines = icsLines(text);
  const first = lines[0];
  if (first?.name !== 'BEGIN' || first.value.trim().toUpperCase() !== 'VCALENDAR') {
    tell(
      'bad-ics',
      first ?? { line: 1, length: 1 },
      'this is not an iCalendar file',
      'One begins with BEGIN:VCALENDAR.',
    );
    return { value: { covers: () => false, entry: () => undefined }, diagnostics };
  }

  const open: IcsLine[] = [];
  let own: IcsLine[] = [];
  for (const line of lines) {
    const part = line.value.trim().toUpperCase();
    const begun = open.at(-1);
    if (line.name === '') tell('bad-ics', line, 'this is not a line of an iCalendar file', 'Written like NAME:value.');
    else if (line.name === 'BEGIN') {
      open.push(line);
      if (part === 'VEVENT') own = [];
    } else if (line.name === 'END') {
      open.pop();
      if (begun === undefined || begun.value.trim().toUpperCase() !== part) {
        tell('bad-ics', line, `END:${part} ends nothing that has begun`, 'Is a part of the file missing?');
      } else if (part === 'VEVENT') add(icsEvent(begun, own));
    } else if (begun?.value.trim().toUpperCase() === 'VEVENT') own.push(line);
  }
  const unended = open.at(-1);
  if (unended) tell('bad-ics', unended, `${unended.value} does not end`, 'Is the end of the file missing?');

  function add(event: ReturnType<typeof icsEvent>): void {
    if (event === undefined) return;
    if (!('kind' in event)) events.push(event);
    else tell(event.kind === 'timed' ? 'timed-event' : 'bad-ics', event.line, event.message, event.hint);
  }

  return { value: holidaysOf(events), diagnostics };
}

function holidaysOf(events: readonly IcsEvent[]): Holidays {
  const covers = (year: number) => events.some((event) => datesIn(event, year).next().done === false);
  return byYear(covers, (year) => {
    const entries = new Map<LocalDate, HolidayEntry>();
    for (const event of events) {
      for (const date of datesIn(event, year)) {
        if (!entries.has(date)) entries.set(date, { kind: 'holiday', name: event.name });
      }
    }
    return entries;
  });
}
