import { readFileSync } from 'node:fs';
import { sharedPath } from './shared.ts';

/** What the test suites of zendesk/biz, working_hours, business_time and business-hours expect. */
export interface BusinessTimeCase {
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
  /** Faithfully transcribed, and not to be met: docs/decisions.md says why. */
  readonly disputed?: string;
}

type Spans = readonly (readonly [from: string, to: string])[];

const path = sharedPath('conformance/business-time.json');

/** Empty where the reference material is not on this machine. */
export const businessTimeCases: readonly BusinessTimeCase[] =
  path === undefined ? [] : JSON.parse(readFileSync(path, 'utf8')).cases;

/** Stands at the end of a suite's title. */
export const whetherThere = path === undefined ? ' (not on this machine)' : '';

/** Working days as the case counts them: wh-02 does not move into opening hours. */
export function movesIntoHours({ id }: BusinessTimeCase): boolean {
  return id !== 'wh-02';
}

/** The calendar with spans as `09:00-17:00`. There a holiday stands above a date's own hours; here it is the other way round (S11). */
export function writtenCalendar({
  calendar: { timezone, weekly, holidays, overrides = {}, breaks = {} },
}: BusinessTimeCase) {
  const open = Object.entries(overrides).filter(([date]) => !holidays.includes(date));
  return {
    timezone,
    hours: written(weekly),
    holidays,
    dates: written(Object.fromEntries(open)),
    breaks: written(breaks),
  };
}

function written(spans: Readonly<Record<string, Spans>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(spans).map(([day, list]) => [day, list.map(([from, to]) => `${from}-${to}`)]),
  );
}
