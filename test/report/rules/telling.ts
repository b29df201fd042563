import { formatLocal } from '../../../src/calendar/stamps.ts';
import { zone } from '../../../src/calendar/zone.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import { catalogues } from '../../../src/locale/catalogue.ts';
import { readPolicies } from '../../../src/policy/read-by-grammar.ts';
import type { Chapter, Item } from '../../../src/report/rules/chapter.ts';
import { rulesOf } from '../../../src/report/rules/rules.ts';

/** An export of a Chinese desk: the words that a reader of the rules knows. */
export const RECORDS = `records:
  form: events
  ticket: 工单号
  at: 时间
  event: {column: 动作, values: {客户提交: created, 网页提交: created, 客服回复: responded, 解决: resolved, 重开: reopened}}
  actor: {column: 操作人, values: {张工: zhang}, role: {column: 角色, values: {客服: agent, 机器人: bot}}}
  fields:
    urgency: {column: 紧急程度, values: {紧急: urgent, 特急: urgent, 一般: general}}
    channel: {column: 渠道, values: {电话: phone, 微信: wechat, 邮件: email}}
    grade: {column: 等级, values: {金: 3, 银: 2}}
    amount: 金额
    status: 状态
    department: 部门
    assignee: 负责人
    supplier: 供应商
    promised: {column: 约定时间, time: true}
`;

export const CALENDARS = `calendars:
  hotline: 24x7
  office: {hours: {mon-fri: [08:30-12:00, 13:30-18:00]}}
`;

export interface Parts {
  readonly head?: string;
  readonly records?: string;
  readonly calendars?: string;
  /** The lines of a clock called `answer`, beside what it must have. */
  readonly clock?: string;
  readonly clocks?: string;
  readonly rest?: string;
}

/** A clock of the least that it needs and the lines given, which stand above it. */
function clockText(lines: string): string {
  const has = (key: string) => new RegExp(`^${key}:`, 'm').test(lines);
  const usual = [
    ...(has('start') || has('during') ? [] : ['start: created']),
    ...(has('stop') || has('during') ? [] : ['stop: responded']),
    ...(['targets', 'within', 'due', 'every'].some(has) ? [] : ['within: 1h']),
  ];
  const all = [...lines.split('\n').filter((line) => line !== ''), ...usual];
  return `clocks:\n  answer:\n${all.map((line) => `    ${line}\n`).join('')}`;
}

export function policyText({
  head = '',
  records = RECORDS,
  calendars = CALENDARS,
  clock = '',
  clocks,
  rest = '',
}: Parts) {
  const top = `slaudit: 1\nname: 办法\ntimezone: Asia/Shanghai\n${head}`;
  return `${top}${records}${calendars}${clocks ?? clockText(clock)}${rest}`;
}

/** Throws where the policy has a fault: a test would compare nothing with nothing. */
export function policyOf(text: string): Policy {
  const { value, diagnostics } = readPolicies([{ file: 'p.yaml', text }], new Map([['desk', '{}']]));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export type Told = Readonly<Record<'en' | 'zh', readonly Chapter[]>>;

export function rulesToldBy(policy: Policy): Told {
  const there = zone(policy.timezone);
  if (there === undefined) throw new Error(policy.timezone);
  const local = (at: number) => formatLocal(at, there).replace(/:00$/, '');
  const tell = (language: 'en' | 'zh') => rulesOf(policy, { words: catalogues[language], local });
  return { en: tell('en'), zh: tell('zh') };
}

export type Lines = Readonly<Record<'en' | 'zh', readonly string[]>>;

/** Every item of a chapter in both languages, those under others after them; sections begin with their title. */
export function chapterOf(told: Told, title: { readonly en: string; readonly zh: string }): Lines {
  const linesOf = (language: 'en' | 'zh') => {
    const chapter = told[language].find((each) => each.title === title[language]);
    if (chapter === undefined) return [];
    return [...flat(chapter.items), ...chapter.sections.flatMap((section) => [section.title, ...flat(section.items)])];
  };
  return { en: linesOf('en'), zh: linesOf('zh') };
}

function flat(items: readonly Item[]): string[] {
  return items.flatMap((item) => [item.text, ...flat(item.items ?? [])]);
}

export const CHAPTERS = {
  scope: { en: 'Scope', zh: '适用范围' },
  calendars: { en: 'Calendars', zh: '工作日历' },
  exclusions: { en: 'Time that counts for nobody', zh: '除外时间' },
  clocks: { en: 'What is timed', zh: '各项时限' },
  objectives: { en: 'Objectives', zh: '总体目标' },
  consequences: { en: 'What follows from breaches, and rewards', zh: '超时的后果和奖励' },
  records: { en: 'How the export is read', zh: '导出数据的读法' },
} as const;

/** What a chapter says under a policy of these parts. */
export function told(chapter: keyof typeof CHAPTERS, parts: Parts): Lines {
  return chapterOf(rulesToldBy(policyOf(policyText(parts))), CHAPTERS[chapter]);
}
