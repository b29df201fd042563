import * as z from 'zod';
import { ACTIONS, PROPOSALS } from '../../domain/consequence-rules.ts';
import {
  APPLICATIONS,
  CALENDAR_WINDOWS,
  COUNTABLE,
  OFF_DUTY,
  PER,
  REWARDED,
  ROUNDING_RULES,
} from '../words/consequences.ts';
import { condition, duration, keys, oneOrMany, text, title } from './parts.ts';

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

const money = text.meta({
  id: 'money',
  description: 'An amount in the policy’s `currency`, which must be there: `50`, `50.5`, `1,000.00`.',
});
const share = text.meta({ id: 'share', description: 'A share to at most two decimals: `5%`, `12.5%`.' });
const moneyOrShare = z.union([money, share]);
const action = z.enum(ACTIONS).meta({
  id: 'action',
  description: `What can follow beside money and points: ${listed(ACTIONS)}. Proposals, on which people decide: ${listed(PROPOSALS)}.`,
});
const countable = z.enum(COUNTABLE).meta({
  id: 'countable',
  description: `What can be counted of earlier consequences: an action (${listed(ACTIONS)}), or \`fine\`, \`bonus\`, \`points\`.`,
});
const clock = oneOrMany(text).optional();
const span = text.meta({ id: 'months', description: 'A number of months: `12 months`.' });

const filter = {
  clock: clock.describe('The clocks whose runs count, one or a list. Absent: all.'),
  when: condition.optional().describe('Only runs of tickets for which this holds.'),
};

const breachFilter = {
  clock: clock.describe('The clocks whose breaches count, one or a list. Absent: all.'),
  severity: oneOrMany(text)
    .optional()
    .describe(
      'The severity bands that count, one or a list. A breach counts in the band it had come into by the end of its month, and once more where it later grows into a band asked for here and had not counted. Absent: all.',
    ),
  when: condition.optional().describe('Only breaches of tickets for which this holds when they are decided.'),
};

const count = keys({
  breaches: keys({
    ...breachFilter,
    after: countable
      .optional()
      .describe('Only breaches after the latest of these in the window: a training that changed nothing.'),
    weights: z
      .record(z.string(), z.number())
      .optional()
      .describe('Severity band → how much a breach of it counts, a whole number. A band that is not listed: 1.'),
  })
    .optional()
    .describe('Breaches, missed intervals of a duty among them; `{}` counts all. Excused ones never count.'),
  overtime: keys(breachFilter)
    .optional()
    .describe('Time over the targets, summed, each breach at its stop. A tier’s `at` is a length: `at: 2h`.'),
  consequences: oneOrMany(countable)
    .optional()
    .describe('Earlier consequences, one kind or a list, those of the personnel file among them.'),
  attainment: keys({
    ...filter,
    runs: text.optional().describe('At least so many runs, or nobody is measured: `20` or `">= 20"`. Absent: 1.'),
  })
    .optional()
    .describe('The share of runs that were met, known when a calendar window has ended. Tiers have `below: 90%`.'),
  rating: keys({
    when: condition.optional().describe('Only ratings of tickets for which this holds.'),
    ratings: text.optional().describe('At least so many ratings, or nobody is measured: `20` or `">= 20"`. Absent: 1.'),
  })
    .optional()
    .describe('The mean rating, likewise; the policy’s key `rating` names the field. Tiers have `below: 4.0`.'),
}).describe('What is counted: exactly one of these.');

const tier = keys({
  at: text.optional().describe('It acts when the count reaches this: a number from 1, of `overtime` a length.'),
  below: text
    .optional()
    .describe('Of `attainment` and `rating`: it acts when the figure is below this, `90%` or `4.0`.'),
  fine: money.optional().describe('So much is to be paid.'),
  bonus: moneyOrShare
    .optional()
    .describe(
      'So much of the bonus is withheld, an amount or a share; of a share the amount is told too where the roster has the base.',
    ),
  points: z.number().optional().describe('So many points off, to at most two decimals.'),
  action: oneOrMany(action).optional().describe('What else follows, one or a list.'),
  for: span.optional().describe('How long the action lasts, from when it falls due.'),
  repeat: z.boolean().optional().describe('It acts at every later count too.'),
  every: text
    .optional()
    .describe('It acts at `at` + this, at `at` + twice this, …, too; once for each that the count goes past.'),
  needs: z
    .record(z.string(), z.number())
    .optional()
    .describe(
      'A kind of consequence → how many of them somebody must have had in the window: `{written_warning: 2, training: 1}`. For others the tier waits: it acts at the first that counts once they have had them.',
    ),
}).meta({ id: 'tier', description: 'One step: from what count on, and what it brings, one thing or several.' });

const ladder = keys({
  id: text.describe('Its name in records and reports.'),
  title: title.optional().describe('What reports call it. Absent: its id.'),
  count,
  per: z
    .enum(PER)
    .describe(
      'Whose count it is. A team or department is the roster’s of the one charged at that instant, else the field of that name.',
    ),
  window: text.describe(
    '`month`, `quarter` or `year` of the policy’s zone; rolling, `12 months`: back to the same date and hour, that instant out; or `ever`.',
  ),
  apply: z
    .enum(APPLICATIONS)
    .optional()
    .describe(
      'Every count that reaches a tier acts; or the highest tier reached in a calendar window stands alone: that of a quarter or a year is reported with its last month. Absent: each.',
    ),
  tiers: z.array(tier).describe('The steps; each acts by itself.'),
  cap: keys({
    fine: oneOrMany(moneyOrShare)
      .optional()
      .describe('An amount, a share of the roster’s bonus base, or both, of which the lesser counts.'),
    bonus: share.optional().describe('The shares withheld together.'),
    points: z.number().optional().describe('The points off together.'),
  })
    .optional()
    .describe('At most so much in a window: what crosses it is trimmed, what follows is 0.'),
  grace: z.number().optional().describe('The first so many in a window count for nothing.'),
  reset: keys({
    after: oneOrMany(countable).optional().describe('After one of these the count begins at nought.'),
    clean: span
      .optional()
      .describe('After so long without one that counts, to the same date and hour, it begins at nought.'),
  })
    .optional()
    .describe('When the count begins anew before the window ends.'),
  off_duty: z
    .enum(OFF_DUTY)
    .optional()
    .describe(
      'Whether a breach counts of somebody who was on leave or off shift when the time ran out. Absent: count.',
    ),
}).meta({ id: 'ladder', description: 'What is counted per whom in which window, and what follows at which count.' });

export const ladders = z.array(ladder);

const worth = {
  percent: share.optional().describe('A share of the field `of`; without one, of what `give` says.'),
  amount: money.optional().describe('A sum.'),
  quantity: text.optional().describe('Something else in words: `6 months`, `1 visit`.'),
};

/** What a breach costs: to customers, or to the supplier it is charged to. */
const entry = keys({
  id: text.optional().describe('Absent: its number from 1.'),
  when: condition.optional().describe('Only breaches of tickets for which this holds. Absent: all.'),
  clock: clock.describe('Only breaches of these clocks, one or a list. Absent: all.'),
  give: text.describe('What is given, in the policy’s own words: voucher, cash, 延长保修.'),
  ...worth,
  of: text.optional().describe('The field with the price or the loss of which `percent` is a share.'),
  bands: z
    .array(keys({ over: text.describe('A comparison with the time over: `"> 24h"`.'), ...worth }))
    .optional()
    .describe(
      'By how late: the first that holds stands instead, once the run has stopped. Where none holds and the entry itself says no percent, amount or quantity, nothing is given.',
    ),
  cap: money.optional().describe('At most this.'),
  at_least: money.optional().describe('At least this.'),
  despite_excuse: z
    .boolean()
    .optional()
    .describe('Also for a breach that is excused: the customer waited all the same.'),
}).meta({ id: 'compensation', description: 'What a breach costs: of several the first that matches.' });

export const compensation = z.array(entry);

const line = text.optional();

const reward = keys({
  id: text.optional().describe('Absent: its number from 1.'),
  title: title.optional().describe('What reports call it. Absent: its id.'),
  per: z.enum(REWARDED).describe('Who is rewarded.'),
  window: z.enum(CALENDAR_WINDOWS).describe('Of which the figures are, once it has ended.'),
  clock: clock.describe('The clocks whose runs count, one or a list. Absent: all.'),
  runs_when: condition.optional().describe('Only runs of tickets for which this holds.'),
  when: keys({
    attainment: line.describe('The share of runs met: `">= 98%"`.'),
    rating: line.describe('The mean of the ratings: `">= 4.5"`; the policy’s key `rating` names the field.'),
    runs: line.describe('How many runs were decided: `">= 20"`.'),
    ratings: line.describe('How many ratings there are: `">= 10"`.'),
    breaches: line.describe('How many breaches there are, excused ones not among them: `0`, `"<= 2"`.'),
  }).describe('The lines to meet, all of them; at least one.'),
  give: keys({
    bonus: moneyOrShare.optional().describe('An amount, or a share of the bonus.'),
    points: z.number().optional().describe('So many points.'),
    action: oneOrMany(action).optional().describe('What else, `commendation`.'),
  }).describe('What is given, one thing or several.'),
}).meta({ id: 'reward', description: 'For those who meet or beat every line in a window.' });

export const rewards = z.array(reward);

export const rounding = keys({
  to: text
    .optional()
    .describe('The step to which an amount is rounded: `0.01`, `1`. Absent: the currency’s minor unit.'),
  rule: z
    .enum(ROUNDING_RULES)
    .optional()
    .describe('To the nearest step, a half up or to the even one; or down, or up. Absent: half-up.'),
});

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
