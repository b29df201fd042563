/** A desk small enough to judge by eye: office hours in Shanghai, an answer promised within an hour. */
export const policy = `slaudit: 1
name: 小柜台
timezone: Asia/Shanghai
records:
  form: tickets
  ticket: 工单号
  events: {created: 创建时间, responded: 首次响应时间}
  fields: {assignee: 负责人}
calendars:
  office: {hours: {mon-fri: [09:00-18:00]}}
clocks:
  first_response:
    title: {zh: 首次响应, en: First response}
    kind: response
    start: created
    stop: responded
    calendar: office
    targets: [{within: 1h}]
`;

/**
 * Monday 9:00 → 9:30, 30 min of 60: met.
 * Monday 17:30 → Tuesday 9:45, 30 + 45 = 75 min: breached at 9:30, by 15 min; 王芳 had it.
 * Tuesday 10:00, unanswered at the latest stamp (Tuesday 10:00): running.
 */
export const tickets = `工单号,创建时间,首次响应时间,负责人
A-1,2026-10-19 09:00:00,2026-10-19 09:30:00,李雷
A-2,2026-10-19 17:30:00,2026-10-20 09:45:00,王芳
A-3,2026-10-20 10:00:00,,李雷
`;

/** `evaluate` of the two, in the words of the contract. The instants are UTC: eight hours behind Shanghai. */
export const verdicts = `ticket,clock,target,cycle,outcome,started_at,due_at,stopped_at,decided_at,elapsed_s,within_s,over_s,paused_s,excluded_s,wall_s,severity,charged_to,charged_kind,assignee,reason
A-1,first_response,1,1,met,2026-10-19T01:00:00Z,2026-10-19T02:00:00Z,2026-10-19T01:30:00Z,2026-10-19T01:30:00Z,1800,3600,,0,0,1800,,,,李雷,
A-2,first_response,1,1,breached,2026-10-19T09:30:00Z,2026-10-20T01:30:00Z,2026-10-20T01:45:00Z,2026-10-20T01:30:00Z,4500,3600,900,0,0,58500,,王芳,employee,王芳,
A-3,first_response,1,1,running,2026-10-20T02:00:00Z,2026-10-20T03:00:00Z,,,0,3600,,0,0,0,,,,李雷,
`;

/** As many rows again whose time cannot be read. */
export function unreadableRows(count: number): string {
  return Array.from({ length: count }, (_, index) => `B-${index + 1},2026-10-19 25:00:00,,李雷\n`).join('');
}
