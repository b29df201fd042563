import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/calendar/dates.ts';
import { openTime } from '../../src/calendar/open-time.ts';
import {
  type BusinessTimeCase,
  businessTimeCases as cases,
  movesIntoHours,
  whetherThere,
  writtenCalendar,
} from '../setup/business-time.ts';
import { calendar, iso, utc, zoneNamed } from './calendar-definition.ts';

describe.skipIf(cases.length === 0)(`business time as other engines count it${whetherThere}`, () => {
  it('has its cases', () => expect(cases).toHaveLength(108));

  for (const item of cases.filter((each) => each.disputed === undefined)) {
    it(`${item.id}: ${item.where}`, () => {
      const open = openTime(definitionOf(item));
      const start = utc(item.inputs.start);
      if (item.operation === 'elapsed') {
        expect(open.between(start, utc(item.inputs.end ?? ''))).toBe((item.expected.seconds ?? NaN) * 1000);
        return;
      }
      const { duration_seconds: seconds, business_days: days } = item.inputs;
      const due =
        days === undefined
          ? open.after(start, (seconds ?? NaN) * 1000)
          : open.workingDayEnd(start, days, movesIntoHours(item) ? 'same-time' : 'same-time-exact');
      if (item.expected.due_date === undefined) expect(iso(due)).toBe(item.expected.due);
      else expect(formatDate(zoneNamed(item.calendar.timezone).local(due ?? NaN).date)).toBe(item.expected.due_date);
    });
  }
});

function definitionOf(item: BusinessTimeCase) {
  const { hours, dates, breaks, ...rest } = writtenCalendar(item);
  return calendar({ ...rest, hours: inOneText(hours), dates: inOneText(dates), breaks: inOneText(breaks) });
}

function inOneText(spans: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(spans).map(([day, list]) => [day, list.join(' ')]));
}
