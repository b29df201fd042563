import * as z from 'zod';
import { WEEKDAYS } from '../words/calendars.ts';
import { condition, keys, oneOrMany, text } from './parts.ts';

const spans = oneOrMany(text).meta({
  id: 'hours',
  description:
    'Open spans `08:30-12:00`, one or a list; the end is not in (S1). `00:00-24:00` is the whole day; a span that ends ' +
    'before it begins, `22:00-06:00`, runs over midnight and belongs to the day it begins on. `closed`, or an empty list.',
});

const calendar = z
  .union([
    text,
    keys({
      timezone: text.optional().describe("IANA zone. Absent: the policy's."),
      hours: z
        .record(z.string(), spans)
        .describe('Weekdays → hours: `mon`, `mon-fri`, `sat-mon`, `mon,wed`. Days that are not named are closed.'),
      holidays: oneOrMany(text)
        .optional()
        .describe(
          'Closed dates, one or a list, mixed: a date; the public holidays of a country, `CN`, or region, `US-CA` (ISO ' +
            '3166); a calendar file, `company.ics`, from the folder of the policy. China has its make-up days, as ' +
            'announced for the years up to 2026. Others are as the package date-holidays computes them for 1970 to ' +
            '2076: days proclaimed from year to year, elections, and make-up days are not among them; give those ' +
            'under `dates`. Of a calendar file every event of whole days counts, once or every year.',
        ),
      dates: z
        .record(z.string(), spans)
        .optional()
        .describe(
          "A date's own hours, above holidays and weekly hours (S11): spans, `closed`, or a weekday whose hours it has.",
        ),
      breaks: z.record(z.string(), spans).optional().describe('Date → spans taken out of its hours (S11).'),
      make_up: z
        .enum(WEEKDAYS)
        .optional()
        .describe('The weekday whose hours a make-up working day has. Absent: the first open one.'),
    }),
  ])
  .meta({ id: 'calendar', description: '`24x7`, or hours in a zone.' });

export const calendars = z
  .record(z.string(), calendar)
  .describe('Opening hours by name. `24x7` never closes; a clock that names no calendar has that.');

export const exclusions = z
  .array(
    keys({
      from: text.describe('Date or instant; in.'),
      until: text.describe('Date or instant; out.'),
      reason: text.describe('Shown wherever the time is left out.'),
      when: condition.optional().describe('Tickets it concerns. Absent: all.'),
      clocks: oneOrMany(text).optional().describe('Absent: all clocks.'),
    }),
  )
  .describe('Time that counts for nobody, with its reason.');
