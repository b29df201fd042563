import * as z from 'zod';

/**
 * A map with these keys and no others. An unknown key's issue carries the known ones, joined by spaces, as its
 * message: `shape.ts` makes a sentence of it.
 */
export function keys<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

export function oneOrMany<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item)]);
}

/** Any scalar: the file's own words count, so `007` and `true` are texts too. */
export const text = z.union([z.string(), z.number(), z.boolean()]).meta({ id: 'text' });

export const duration = text.meta({
  id: 'duration',
  description:
    'A length of time: `250ms`, `30s`, `5m`, `4h`, `1h30m`, `1.5h`. `within` also takes working days: `2wd` ends at ' +
    'closing time of the second working day after the start day, `2wd same-time` at the hour of the start (moved to ' +
    'the next opening when closed then), `2wd same-time exact` at that very hour. `1d` is 24 hours and allowed only ' +
    'where the calendar never closes (S9).',
});

export const condition = z.record(z.string(), z.union([text, z.null(), z.array(z.union([text, z.null()]))])).meta({
  id: 'condition',
  description:
    'A map of field to a value, a list of values, or a comparison (`"> 5"`, `">= 50000"`, `"!= spam"`, `"= x"`). All ' +
    'entries must hold. Nothing, or an empty text, means blank.',
});

const actorTest = keys({
  role: oneOrMany(text).optional().describe('What `records.actor.role` says of the actor.'),
  actor: oneOrMany(text).optional().describe('The actor, as `records.actor` names it.'),
}).meta({ id: 'actor-test', description: 'Who did it: one or several roles or names.' });

const trigger = z
  .union([
    text,
    keys({
      event: oneOrMany(text).optional().describe('The event, or several of which each will do.'),
      when: condition.optional().describe('Only while this holds. Without an event: when it begins to hold.'),
      while: condition.optional().describe('When this begins to hold; the same as `when` without an event.'),
      by: actorTest.optional().describe('Only when done by one of these.'),
      first: z.literal(true).optional().describe("The ticket's first row, whatever it says."),
    }),
  ])
  .meta({
    id: 'trigger',
    description: 'What makes a clock start, stop, …: the name of an event, or a map that says more.',
  });

export const triggers = oneOrMany(trigger);

export const calendarName = z
  .union([
    text,
    keys({
      of: z.literal('holder').describe('The shift of whoever holds the ticket: the column `calendar` of the roster.'),
      else: text.describe('A name of `calendars`: while nobody holds it, or somebody without a shift.'),
    }),
  ])
  .meta({ id: 'calendar-name', description: 'A name of `calendars`, or the shifts of the roster.' });

export const title = z
  .union([text, keys({ zh: text.optional().describe('In Chinese.'), en: text.optional().describe('In English.') })])
  .meta({ id: 'title', description: 'A text for all languages, or one for each.' });
