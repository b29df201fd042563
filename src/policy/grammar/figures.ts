import { condition, duration, keys, text } from './parts.ts';

export const figures = keys({
  first_contact: condition
    .optional()
    .describe(
      'A resolved ticket was resolved on first contact where this holds at the date of the report: `{一次解决: 是}`. Absent: where one reply was enough, by the triggers that stop its clocks of kind response, and it was never reopened.',
    ),
  backlog: keys({
    bands: duration
      .array()
      .describe('Where one band of ages ends and the next begins, wall time, shortest first: `[1d, 3d, 7d]`.'),
  })
    .optional()
    .describe('How the ages of open tickets are divided. Absent: at 1, 3, 7, 14 and 30 days.'),
  satisfaction: keys({
    low: text
      .optional()
      .describe('Which scores are low: `"<= 2"`. Absent: up to 2, as long as no score of the period is above 5.'),
    dissatisfied: condition
      .optional()
      .describe(
        'Customers are dissatisfied after feedback where this holds at the date of the report, of the tickets resolved in the period: `{回访结果: 不满意}`. Absent: who gave a low score after the resolution, of all who gave one then.',
      ),
  })
    .optional()
    .describe('How ratings are counted; the policy’s key `rating` names their field.'),
  late: keys({
    share: text.optional().describe('This share of the target or less is little: `10%`. Absent: 10%.'),
    at_least: duration
      .optional()
      .describe('So much open time or less is little, however long the target: `15m`. Absent: 15m.'),
    at_most: text.optional().describe('But never more than this share of the target, for short ones. Absent: 50%.'),
  })
    .optional()
    .describe('When so little of a target is left that a pause or a hand-over then is told as late.'),
});
