import * as z from 'zod';
import type { Language, Policy } from '../../domain/policy.ts';
import { calendars, exclusions } from './calendars.ts';
import { clocks } from './clocks.ts';
import { compensation, ladders, objectives, rewards } from './consequences.ts';
import { keys, text } from './parts.ts';
import { records } from './records.ts';

export const VERSIONS = ['at-start', 'at-breach'] as const satisfies readonly Policy['version'][];
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** The shape of a policy file: what keys there are and what kind of value each has. What they mean is resolved after. */
export const grammar = keys({
  slaudit: z.literal(1).describe('Version of the grammar: 1.'),
  name: text.optional().describe('The name of the agreement. Absent: the path of the file.'),
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
  ladders: ladders.optional().describe('What is counted per whom, and what follows.'),
  compensation: compensation.optional().describe('What the customer gets for a breach.'),
  rewards: rewards.optional().describe('What is given for good work.'),
  excuses: text.optional().describe('Breaches set aside by somebody, a file.'),
}).describe('An agreement: at least slaudit, timezone, records and clocks.');
