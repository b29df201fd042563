import * as z from 'zod';
import { LANGUAGES, VERSIONS } from '../words/policy.ts';
import { calendars, exclusions } from './calendars.ts';
import { clocks } from './clocks.ts';
import { compensation, ladders, objectives, rewards, rounding } from './consequences.ts';
import { figures } from './figures.ts';
import { duration, keys, text, title } from './parts.ts';
import { privacy } from './privacy.ts';
import { records } from './records.ts';

/** The shape of a policy file: what keys there are and what kind of value each has. What they mean is resolved after. */
export const grammar = keys({
  slaudit: z.literal(1).describe('Version of the grammar: 1.'),
  name: text.optional().describe('The name of the agreement. Absent: the path of the file.'),
  extends: z
    .literal('previous')
    .optional()
    .describe(
      'This version is as the one before it in the file or list, except for what it says itself: maps are merged key by key, anything else is replaced, a key without a value takes the earlier one out.',
    ),
  effective: text.optional().describe('In force from this date or instant on. Absent: always.'),
  until: text
    .optional()
    .describe('In force until this date or instant, which is out. Absent: until the next version is.'),
  version: z
    .enum(VERSIONS)
    .optional()
    .describe(
      'Of several versions, whose targets hold: those in force when a run started, or those in force at each instant, so that a run going on comes under the new ones (S32). The newest version says it for all. Absent: at-start.',
    ),
  timezone: text.describe('IANA zone of stamps without one, of calendars and of month ends (S31): `Asia/Shanghai`.'),
  currency: text.optional().describe('`CNY`.'),
  language: z.enum(LANGUAGES).optional().describe('Language of reports, unless `--lang` says otherwise.'),
  titles: z
    .record(z.string(), title)
    .optional()
    .describe(
      'What pages call the policy’s own words (its events, fields, values, severity bands), by the word: `minor: {zh: 轻微, en: Minor}`. Records for machines keep the words themselves. Of several versions the newest one’s hold.',
    ),
  records: records.describe('How an export becomes tickets.'),
  people: text
    .optional()
    .describe(
      'The roster, a CSV file named from the folder of the policy: name, and what there is of id, aliases (divided by `;`), department, team, manager, calendar, bonus_base, from, until (both days in), role; or 姓名, 工号, 别名, 部门, 班组, 主管, 日历, 绩效基数, 入职, 离职, 角色.',
    ),
  calendars: calendars.optional(),
  exclusions: exclusions.optional(),
  clocks,
  objectives: objectives.optional().describe('Objectives over many clocks or tickets.'),
  ladders: ladders
    .optional()
    .describe(
      'What is counted per whom, and what follows. Of several versions of a policy the newest one’s consequences hold for all breaches.',
    ),
  compensation: compensation
    .optional()
    .describe('What the customer gets for a breach: of these the first that matches.'),
  liability: compensation.optional().describe('What a supplier owes for a breach that is charged to it: likewise.'),
  rewards: rewards.optional().describe('What is given for good work.'),
  figures: figures
    .optional()
    .describe(
      'How figures are made where that is a matter of choice; they decide no verdict. Of several versions the newest one’s hold.',
    ),
  rounding: rounding.optional().describe('How a share of money becomes an amount, once, where it arises.'),
  rating: text.optional().describe('The field with the customer’s rating, a number.'),
  customer: text
    .optional()
    .describe('The field that names the customer who is compensated. Absent: `customer`, if there is such a field.'),
  excuses: z
    .union([
      text,
      keys({
        file: text.describe('Its path, from the folder of the policy.'),
        within: duration
          .optional()
          .describe(
            'How long after a breach was decided somebody may decide on it, wall time; a later decision has no effect. Absent: at any time.',
          ),
      }),
    ])
    .optional()
    .describe(
      'Decisions on breaches, a CSV or YAML file named from the folder of the policy: ticket, clock, cycle, decision (excused, upheld, rejected), by, at, reason, evidence; or 工单号, 时限, 轮次, 决定 (免责, 申诉成立, 申诉驳回), 决定人, 决定时间, 理由, 证据. An excused breach, or one whose appeal is upheld, counts for nothing and stays on record.',
    ),
  personnel: text
    .optional()
    .describe(
      'What is known of people beside the export, a CSV file: who, what (an action, fine, bonus or points), at, reason; or 姓名 or 工号, 事项, 时间, 事由. Ladders count it like consequences of their own.',
    ),
  leave: text
    .optional()
    .describe(
      'Who was away, a CSV file: who, from, until (both days in, or instants), reason; or 姓名 or 工号, 开始, 结束, 事由.',
    ),
  privacy: privacy
    .optional()
    .describe(
      'What the fields hold, for results that hide people (`--redact`, `--pseudonymise`): each field in one class; `ticket` stands for the ids of tickets, which are seen unless a class names them. Of several versions the newest one says it.',
    ),
  appeal: title.optional().describe('How somebody who is charged can appeal, as statements tell it.'),
}).describe('An agreement: at least slaudit, timezone, records and clocks.');
