/**
 * A desk whose people and customers bear names that are words of ours or of the policy, that lie within each other, or that
 * a format would have to escape.
 */
export const files: Readonly<Record<string, string>> = {
  'policy.yaml': `slaudit: 1
name: 办法
timezone: Asia/Shanghai
currency: CNY
people: roster.csv
excuses: excuses.csv
personnel: personnel.csv
rating: rating
records:
  form: events
  ticket: 工单号
  at: 时间
  event: {column: 动作, values: {来单: created, 回复: responded, 解决: resolved, 等待: waiting, 继续: back, 重开: reopened}}
  actor: {column: 操作人, role: 角色}
  fields:
    channel: 渠道
    customer: 客户
    phone: 电话
    title: 标题
    comment: 备注
    assignee: 负责人
    status: 状态
    rating: 评分
    loss: 损失
calendars:
  always: 24x7
clocks:
  first_response:
    title: {zh: 首次响应, en: First response}
    kind: response
    start: created
    stop: responded
    charge: holder
    severity: {minor: "<= 1h", severe: "> 1h"}
    targets: [{id: vip, when: {customer: [met, 王芳芳]}, within: 10m}, {within: 30m}]
    attain: 90%
  resolution:
    title: {zh: 解决, en: Resolution}
    kind: resolution
    start: created
    stop: {event: resolved, by: {actor: [met, 王芳, 电话]}}
    pause: [{while: {customer: "王芳芳"}}, {from: waiting, until: back}]
    reopen: {on: reopened, rule: continue}
    charge: [holder]
    targets: [{within: 2h}]
objectives:
  - {id: all, clock: first_response, within: 1h, at_least: 90%, by: [employee, customer, channel]}
ladders:
  - {id: fines, count: {breaches: {}}, per: employee, window: month, apply: each, tiers: [{at: 1, fine: 50, repeat: true}]}
  - {id: warned, count: {consequences: oral_warning}, per: employee, window: 12 months, apply: each, tiers: [{at: 1, action: written_warning, repeat: true}]}
  - {id: oral, count: {breaches: {}}, per: employee, window: month, apply: each, tiers: [{at: 1, action: oral_warning}]}
compensation:
  - {clock: first_response, give: cash, percent: 10%, of: loss}
rewards:
  - {id: good, per: employee, window: month, when: {runs: ">= 1", breaches: 0}, give: {bonus: 100}}
appeal: {zh: 向人事部提出, en: To the personnel office}
privacy: {employees: [assignee], customers: [customer, phone], text: [title, comment], shown: [channel, status, rating, loss]}
`,
  'roster.csv': `id,name,aliases,department,team,manager
W901,王芳,小王;breached,一部,甲,赵总
W902,王芳芳,,一部,乙,赵总
W903,电话,,二部,甲,W901
W904,employee,</script><b>李</b>,二部,乙,W901
W905,only on the roster,,二部,乙,W901
`,
  'excuses.csv': `ticket,clock,decision,by,at,reason,evidence
T-3,first_response,excused,赵总,2026-10-07T09:00,王芳 was ill; customer met called,letter of =cmd|' /C calc'!A0
`,
  'personnel.csv': `who,what,at,reason
W903,oral_warning,2026-09-10,was rude to met
`,
  'tickets.csv': `工单号,时间,动作,操作人,角色,渠道,客户,电话,标题,备注,负责人,状态,评分,损失
T-1,2026-10-05 09:00:00,来单,met,客户,电话,met,13800000001,王芳 did not call met back,,小王,open,,100
T-1,2026-10-05 11:00:00,回复,王芳,坐席,,,,,I told met about 王芳芳,,,,
T-1,2026-10-05 12:30:00,解决,王芳,坐席,,,,,,,closed,2,
T-2,2026-10-05 10:00:00,来单,王芳芳公司,客户,微信,王芳芳公司,13800000002,<script>alert(1)</script>,=HYPERLINK("http://x"),W902,open,,50
T-2,2026-10-05 10:50:00,等待,W902,坐席,,,,,,,,,
T-2,2026-10-05 11:40:00,继续,W902,坐席,,,,,,,,,
T-2,2026-10-05 11:50:00,回复,stranger,坐席,,,,,,,,,
T-2,2026-10-05 13:00:00,解决,stranger,坐席,,,,,,,closed,5,
T-3,2026-10-06 09:00:00,来单,</script><i>&amp;</i>,客户,电话,</script><i>&amp;</i>,+86 (138) 0000-0003,电话 again,employee said no,电话,open,,10
T-3,2026-10-06 10:30:00,回复,电话,坐席,,,,,,,,,
T-3,2026-10-06 10:40:00,解决,电话,坐席,,,,,,,closed,,
T-4,2026-10-06 09:00:00,来单,=SUM(A1),客户,微信,=SUM(A1),13800000004,title,text,employee,open,,70
T-4,2026-10-06 09:05:00,回复,employee,坐席,,,,,,,,,
T-4,2026-10-06 09:30:00,重开,=SUM(A1),客户,,,,,,breached,,,
T-5,2026-10-07 09:00:00,来单,employee,客户,微信,employee,13800000005,short,,王芳芳,open,,5
T-6,2026-10-07 09:00:00,来单,Ann,客户,微信,Ann,13800000006,note,,ghost,open,,5
T-6,2026-10-07 09:20:00,回复,ghost,坐席,,,,,,,,,
T-7,2026-10-07 10:00:00,来单,Ann,客户,微信,Ann,13800000006,late one,31/02,,open,,5
T-8,2026-10-32 10:00:00,来单,Ann Hidden,客户,微信,Ann Hidden,1,x,x,x,open,,5
`,
};
