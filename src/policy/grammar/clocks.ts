import * as z from 'zod';
import {
  BOUNDARIES,
  CHANGES,
  CHARGED,
  CREATED_BY_AGENT,
  KINDS,
  MONTHS,
  REOPENINGS,
  STILL_OPEN,
  UNANSWERED,
} from '../words/clocks.ts';
import { calendarName, condition, duration, keys, oneOrMany, text, title, triggers } from './parts.ts';

const pauseRule = keys({
  while: condition.optional().describe('Paused while this holds.'),
  from: triggers.optional().describe('Paused from here …'),
  until: triggers.optional().describe('… until here.'),
  total: oneOrMany(text)
    .optional()
    .describe(
      'A total of `records.durations`: so long it was paused, nobody knows when. It is counted as if it had come first.',
    ),
  waiting_for: text
    .optional()
    .describe(
      'Whom or what that is time of waiting for: `customer`, `supplier`, `third_party`, `department`, `approval`, `parts`, or any other word. It decides no verdict; reports add up where the time goes by it. Absent: the rule’s own words.',
    ),
}).meta({ id: 'pause-rule', description: '`{while}`, `{from, until}`, or `{total}`; each may say `waiting_for`.' });

const chargeRule = z
  .union([
    text,
    keys({
      field: text.describe('A field of the records.'),
      kind: z
        .enum(CHARGED)
        .optional()
        .describe(
          'Absent: told by the name of the field; `department` and `team` are departments, `supplier` a supplier.',
        ),
    }),
  ])
  .meta({
    id: 'charge-rule',
    description:
      'holder (the field `assignee` at that instant), current, first, stopper, the name of a field, or `{field, kind}`; with a roster also department and team, ' +
      'the holder’s at that instant where the records have no such field; nobody: of a clock that is kept for its figures only.',
  });

const target = keys({
  id: text.optional().describe('Absent: its number from 1.'),
  when: condition.optional().describe('Tickets it is for. Absent: all that no target above is for.'),
  within: duration.describe('How long it may take: `2h`, `2wd`.'),
  calendar: calendarName.optional().describe("Absent: the clock's."),
}).meta({ id: 'target', description: 'Who is promised what: the first target whose condition holds counts (S23).' });

const clock = keys({
  title: title.optional().describe('What reports call it. Absent: its name.'),
  kind: z
    .enum(KINDS)
    .optional()
    .describe(
      'S17–S19 apply to a response; figures count resolutions; a next_response runs from the oldest unanswered start, each exchange a cycle (S20). Absent: resolution for a clock called so or from created to resolved, else plain.',
    ),
  start: triggers.optional().describe('What starts it. Required, but for a clock that has `during`.'),
  stop: triggers.optional().describe('What stops it. Required, but for a clock that has `during`.'),
  during: condition
    .optional()
    .describe(
      'Instead of a start: a run for each stay, a stretch in which this holds with the same values of its fields, such as `{department: 备件仓库}` or `{supplier: "!="}` (not blank). It ends with the stay, or before that with a stop; another supplier is another stay.',
    ),
  pause: oneOrMany(pauseRule).optional().describe('When time does not count (S12–S14).'),
  cancel: triggers.optional().describe('What makes the run void.'),
  reset: triggers
    .optional()
    .describe('What makes the count begin anew; a breach by then stays, as a cycle of its own.'),
  reopen: keys({
    on: triggers.describe('What reopens a stopped clock.'),
    rule: z
      .enum(REOPENINGS)
      .optional()
      .describe(
        'One run with the closed time left out, the first close final, a run for each round, or a fresh start. Absent: continue.',
      ),
    grace: duration.optional().describe('Beyond this wall time after a stop, a reopening is a new promise.'),
  })
    .optional()
    .describe('What follows when the work is reopened (S15).'),
  when: condition.optional().describe('Tickets it applies to. Absent: all.'),
  change: z
    .enum(CHANGES)
    .optional()
    .describe('What a change of the matching target midway does (S21). Absent: at-instant.'),
  calendar: calendarName.optional().describe('When time counts. Absent: 24x7.'),
  charge: oneOrMany(chargeRule)
    .optional()
    .describe('Who answers for a breach, first that is known (S24). Absent: holder.'),
  severity: z
    .record(z.string(), text)
    .optional()
    .describe('Band → comparison with the time over, `"<= 30m"`; the first that holds.'),
  targets: z.array(target).optional().describe('What is promised; or `within` alone.'),
  within: duration
    .optional()
    .describe('The one target of a clock without `targets`; beside `due`: how far away such a promise may lie.'),
  due: text.optional().describe('A field with the instant promised for each ticket, `time: true`. Empty: no target.'),
  attain: text.optional().describe('Objective: the share of runs that must be met, `90%`.'),
  every: duration.optional().describe('A recurring duty: the interval in which `by` must happen.'),
  by: triggers.optional().describe('What fulfils a recurring duty.'),
  boundary: z.enum(BOUNDARIES).optional().describe('Whether exactly on target is met (S6). Absent: inclusive.'),
  min_holding: duration
    .optional()
    .describe(
      'Who had held the ticket for less service time than this when the time ran out does not answer: who held it before does; where nobody did, the queue used up the time, and the next of `charge` is asked (S25).',
    ),
  max_pause: duration.optional().describe('A pause counts at most this long.'),
  unanswered: z
    .enum(UNANSWERED)
    .optional()
    .describe('Kind response: resolved without any reply (S19). Absent: resolution.'),
  created_by_agent: z
    .enum(CREATED_BY_AGENT)
    .optional()
    .describe('Kind response: a ticket that the agent created (S18). Absent: normal.'),
  still_open: z
    .enum(STILL_OPEN)
    .optional()
    .describe(
      'What a run beyond its target is that has not stopped: breached as of the report, or going on (S26). Absent: breached.',
    ),
  month: z
    .enum(MONTHS)
    .optional()
    .describe(
      'The month in which a run is counted: that of its decision, its start or its stop (S27). Absent: decided.',
    ),
}).meta({ id: 'clock', description: 'What is timed: from a start to a stop, against the first target that matches.' });

export const clocks = z.record(z.string(), clock).describe('What is timed, by name.');
