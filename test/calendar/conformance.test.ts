import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/calendar/dates.ts';
import { openTime } from '../../src/calendar/open-time.ts';
import { sharedPath } from '../setup/shared.ts';
import { calendar, iso, utc, zoneNamed } from './calendar-definition.ts';

// What the test suites of zendesk/biz, working_hours, business_time and business-hours expect.

type Spans = readonly (readonly [from: string, to: string])[];

interface Case {
  readonly id: string;
  readonly where: string;
  readonly operation: 'elapsed' | 'due';
  readonly calendar: {
    readonly timezone: string;
    readonly weekly: Readonly<Record<string, Spans>>;
    readonly holidays: readonly string[];
    readonly overrides?: Readonly<Record<string, Spans>>;
    readonly breaks?: Readonly<Record<string, Spans>>;
  };
  readonly inputs: {
    readonly start: string;
    readonly end?: string;
    readonly duration_seconds?: number;
    readonly business_days?: number;
  };
  readonly expected: { readonly seconds?: number; readonly due?: string; readonly due_date?: string };
  readonly disputed?: unknown;
}

const path = sharedPath('conformance/business-time.json');

describe.skipIf(path === undefined)(
  `business time as other engines count it${path ? '' : ' (not on this machine)'}`,
  () => {
    const cases: readonly Case[] = path ? JSON.parse(readFileSync(path, 'utf8')).cases : [];

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
            : open.workingDayEnd(start, days, item.id === 'wh-02' ? 'same-time-exact' : 'same-time');
        if (item.expected.due_date === undefined) expect(iso(due)).toBe(item.expected.due);
        else expect(formatDate(zoneNamed(item.calendar.timezone).local(due ?? NaN).date)).toBe(item.expected.due_date);
      });
    }
  },
);

// There a holiday stands above a date's own hours; here it is the other way round (S11).
function definitionOf({ calendar: { timezone, weekly, holidays, overrides, breaks } }: Case) {
  const open = Object.entries(overrides ?? {}).filter(([date]) => !holidays.includes(date));
  return calendar({
    timezone,
    hours: written(weekly),
    holidays,
    dates: written(Object.fromEntries(open)),
    breaks: written(breaks ?? {}),
  });
}

function written(spans: Readonly<Record<string, Spans>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spans).map(([day, list]) => [day, list.map(([from, to]) => `${from}-${to}`).join(' ')]),
  );
}
