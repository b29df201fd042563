import type { Preset } from './preset.ts';

// Chinese help desks name the same few things in a few ways each: Sobot (智齿) 受理人 and 受理组, Kf5 (逸创云客服) and Udesk 受理客服 and
// 受理客服组, Huawei's cloud desk 工单编号, 关单时间, and whoever writes a desk of his own 处理人 and 负责人. Files are GBK where somebody opened
// them in Excel, UTF-8 with a mark where a program wrote them.
export const gongdan: Preset = {
  title: '中文客服系统：工单导出（Udesk、智齿、逸创云客服等）',
  sample: `工单编号,工单标题,工单分类,工单来源,工单优先级,工单状态,发起人,受理组,受理人,创建时间,受理时间,首次响应时间,解决时间,关闭时间,更新时间,满意度
1500877941,开机后无法联网,技术故障,电话,高,已解决,王女士,售后一组,张工,2026-03-02 09:00:00,2026-03-02 09:04:00,2026-03-02 09:12:00,2026-03-02 11:30:00,2026-03-03 11:30:00,2026-03-03 11:30:00,满意
`,
  export:
    '在工单列表（工单中心）中选定时间范围，导出为 Excel 或 CSV；导出字段中应勾选编号、创建时间、首次响应（回复）时间、解决时间、状态、优先级、受理人和受理组。',
  languages: ['zh'],
  traps: [
    '导出的栏目由导出人勾选，名称可由管理员修改：名称不同的，在制度中写明，如 `events: {responded: 首次联系时间}`。',
    '时间只到分钟的，凡取决于秒数的结果不作判定；`time: {assume: start}` 可以指定。',
    '`首次响应时间` 有的系统是时刻，有的系统是时长（分钟）：此处按时刻读取；是时长的，写 `events: {responded: }` 和 `durations: {responded: {column: 首次响应时间, unit: min, after: created}}`。',
    '智齿接口的时间为毫秒时间戳（`createTime`），优先级和状态为数字：0 低、1 中、2 高、3 紧急。',
    '`创建时间` 是登记的时间，不一定是客户来电的时间。',
    '受理人、优先级、状态均为导出当日的值；转派过程须另导出操作日志。',
  ],
  sources: [
    '智齿客服开放平台，工单接口字段（工单编号、工单标题、工单优先级、工单状态、受理人、受理组、创建时间、更新时间、工单分类、工单来源）',
    '华为云客服工单接口字段（工单编号、工单等级、工单来源、关单时间、累计暂停时长）',
    '逸创云客服（Kf5）、Udesk：公开代码库中使用其导出和接口的程序（受理客服、受理客服组、工单优先级、工单状态）',
  ],
  records: `
form: tickets
ticket: [工单编号, 工单号, 工单ID, 工单Id, 工单 ID, 编号, ticketCode]
events:
  created: {column: [创建时间, 工单创建时间, 提交时间, 建单时间, 发起时间, createTime], optional: false}
  accepted: [受理时间, 首次受理时间, 接单时间, 分配时间]
  responded: [首次响应时间, 首次回复时间, 响应时间, 首次联系时间]
  resolved: [解决时间, 问题解决时间, 处理完成时间, 完成时间, 办结时间]
  closed: [关闭时间, 工单关闭时间, 关单时间, 结单时间]
fields:
  status: {column: [工单状态, 状态, 处理状态, ticketStatus]}
  urgency: {column: [紧急程度, 优先级, 工单优先级, 工单等级, ticketLevel]}
  type: [工单类型, 工单分类, 问题类型, 类型, 分类, ticketTypeName]
  channel: [渠道, 来源, 工单来源, 来源渠道, 渠道来源]
  assignee: [受理人, 处理人, 负责人, 受理客服, 受理坐席, 当前处理人, 客服, dealUserName]
  department: [受理组, 受理客服组, 客服组, 技能组, 处理部门, 部门, 所属部门, dealGroupName]
  customer: [客户名称, 客户姓名, 客户, 发起人, 联系人, startName]
  rating: [满意度, 满意度评价, 评价, 评分]
`,
};
