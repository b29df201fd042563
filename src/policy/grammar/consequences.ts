import * as z from 'zod';
import { condition, duration, keys, oneOrMany, text, title } from './parts.ts';

const PER = ['employee', 'team', 'department', 'supplier'] as const;

const given = {
  fine: text.optional(),
  bonus: text.optional(),
  points: text.optional(),
  action: text.optional(),
};

export const objectives = z.array(
  keys({
    id: text.optional().describe('Absent: its number from 1.'),
    title: title.optional().describe('What reports call it. Absent: its id.'),
    clock: oneOrMany(text).optional().describe('The clocks whose runs count. Absent: all.'),
    when: condition.optional().describe('Only runs of tickets for which this holds.'),
    within: duration.optional().describe("Kept within this length, whatever the runs' own targets. Absent: met."),
    at_least: text.describe('The share that should be kept, `90%`.'),
    by: oneOrMany(text)
      .optional()
      .describe(
        'Told also for each value of these fields, or `employee`; with a roster also `department`, `team`, `manager`.',
      ),
  }),
);

export const ladders = z.array(
  keys({
    id: text,
    title: title.optional(),
    count: keys({
      breaches: keys({
        clock: oneOrMany(text).optional(),
        severity: oneOrMany(text).optional(),
        when: condition.optional(),
      }).optional(),
      consequences: oneOrMany(text).optional(),
    }),
    per: z.enum(PER),
    window: text,
    apply: z.enum(['each', 'highest']).optional(),
    tiers: z.array(keys({ at: z.number(), ...given, repeat: z.boolean().optional(), every: z.number().optional() })),
    cap: keys(given).optional(),
  }),
);

export const compensation = z.array(
  keys({
    id: text.optional(),
    when: condition.optional(),
    clock: oneOrMany(text).optional(),
    give: text,
    percent: text.optional(),
    amount: text.optional(),
    of: text.optional(),
    bands: z.array(keys({ over: text, percent: text.optional(), amount: text.optional() })).optional(),
    cap: text.optional(),
    at_least: text.optional(),
  }),
);

export const rewards = z.array(
  keys({
    id: text.optional(),
    title: title.optional(),
    per: z.enum(PER),
    window: text,
    when: condition.optional(),
    give: keys(given),
  }),
);
