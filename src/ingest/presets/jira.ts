import type { Preset } from './preset.ts';

// Jira writes one row an issue, in the language and in the date format of the site (Look and feel); the default of every
// language is d/MMM/yy h:mm a, to the minute. A column for each value of a field with several values: Comment, Comment, …
// The SLA columns of Jira Service Management hold what was left of the time, not what was used of it, and no sign of when.
// "[CHART] Date of First Response" is the charting gadget's own field and is written in a format of its own.
export const jira: Preset = {
  title: 'Jira and Jira Service Management: issues as CSV',
  sample: `Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Creator,Created,Updated,Last Viewed,Resolved,Due date,Votes,Watchers,Watchers,Custom field (Request Type),Satisfaction rating,Custom field (Time to first response),Custom field (Time to resolution),Custom field ([CHART] Date of First Response),Comment,Comment,Status Category,Status Category Changed
Printer on 3rd floor is jammed,SUP-1042,46025,[System] Incident,Resolved,SUP,Support,High,Done,Nora Lind,712020:11f06c30,Piet Maas,Piet Maas,18/Jul/26 3:05 PM,18/Jul/26 5:40 PM,,18/Jul/26 5:40 PM,,0,Nora Lind,Piet Maas,Report a problem,5,1:12,-0:20,2026-07-18 15:21:07.679,18/Jul/26 3:21 PM;712020:11f06c30;On my way.,,Done,18/Jul/26 5:40 PM
`,
  export:
    'In the list of issues (*Filters → All issues*, or a queue): *Export → Export CSV (all fields)*. The fields of the filter ' +
    'alone (*current fields*) will do if *Key*, *Created*, *Resolved* and *Status* are among them.',
  languages: ['en', 'zh'],
  traps: [
    'Stamps are to the minute, in the time zone of the account that exports: set `timezone` or `time.zone` accordingly. What hangs on the seconds is undecided; `time: {assume: start}` decides it.',
    'Another date format of the site (*Look and feel*) needs `time: {format: …}`; `time: {format: }`, without a value, has formats detected.',
    '`Custom field (Time to first response)` and `(Time to resolution)` are what was left, `h:mm`, negative after a breach. They are read as the fields `first_response_left` and `resolution_left`, to be held against our verdicts; no clock is made of them.',
    '`responded` is `[CHART] Date of First Response`, which only exists where its charting app does, and is the first comment by anybody but the reporter.',
    'Status, priority and assignee are those of the day of the export. What they were before says only the changelog: preset `jira-changelog`.',
    'A reopened issue whose resolution was cleared has no `Resolved`, and its earlier one is gone.',
  ],
  sources: [
    'Jira Cloud, "Export issues": support.atlassian.com/jira-software-cloud/docs/export-issues',
    'Headers and stamps: exports in public repositories, BuilderIO demos (all fields, 2026), rows as in the sample; SLA columns: Custom field (Time to first response), as read by others’ dashboards',
    'Chinese headers and stamps (15/三月/24 10:30 上午): an importer in a public repository, after a real export of Jira Cloud (事务密钥, 事务类型, 已创建, 已解决, 经办人, 项目键, 自定义字段 (…)); reports on exports of Jira Server (关键字, 概要, 问题类型, 状态, 解决结果, 经办人, 创建日期, 已解决; 问题关键字, 报告人, 创建时间)',
  ],
  records: `
form: tickets
ticket: [Issue key, Key, 事务密钥, 问题关键字, 关键字]
time: {format: [d/MMM/yy h:mm a, d/MMM/yy H:mm, 'yyyy-MM-dd HH:mm:ss.SSS', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss.S', 'yyyy-MM-dd HH:mm:ss.SS']}
events:
  created: {column: [Created, 已创建, 创建日期, 创建时间, 创建], optional: false}
  responded: ['Custom field ([CHART] Date of First Response)', '自定义字段 ([CHART] Date of First Response)']
  resolved: [Resolved, 已解决, 解决日期]
fields:
  status: [Status, 状态]
  status_category: [Status Category, 状态类别]
  urgency: [Priority, 优先级]
  type: [Issue Type, 事务类型, 问题类型]
  request_type: ['Custom field (Request Type)', '自定义字段 (Request Type)']
  assignee: [Assignee, 经办人]
  customer: [Reporter, 报告人]
  project: [Project key, 项目键]
  resolution: [Resolution, 解决结果]
  rating: Satisfaction rating
  first_response_left: ['Custom field (Time to first response)', '自定义字段 (Time to first response)']
  resolution_left: ['Custom field (Time to resolution)', '自定义字段 (Time to resolution)']
`,
};
