import type { Preset } from './preset.ts';

// A ledger that people keep in Excel: a title over the header, the date and the time of day in two columns, times to the minute,
// a total at the end, cells merged over rows of one customer. Nobody's ledger is like another's; these are the words that recur.
export const taizhang: Preset = {
  title: '售后服务台账（Excel 登记表）',
  sample: `售后服务台账（2026年3月）
序号,日期,时间,渠道,客户名称,联系电话,服务类别,紧急程度,问题描述,部门,受理人,接单时间,响应时间,派单时间,到场时间,完成时间,处理结果,回访时间,是否满意
1,2026/3/2,9:05,电话,华强电器,0755-00000000,维修,紧急,控制器不启动,售后部,李敏,2026/3/2 9:07,2026/3/2 9:20,2026/3/2 9:30,2026/3/2 11:00,2026/3/2 13:40,已解决,2026/3/4 10:00,满意
`,
  export:
    '直接读取台账文件（.xlsx、.xls），或另存为 CSV。表头不在第一行的，会自动找到；写明 `file: {sheet: …, header: …}` 更稳妥。',
  languages: ['zh'],
  traps: [
    '报修时间分两栏的（日期、时间）合并读取。只有一栏的，写 `events: {created: 报修时间}`。',
    '时间只到分钟：凡取决于秒数的结果不作判定；`time: {assume: start}` 可以指定。只写时分的单元格（`9:20`）没有日期，不能作为时刻读取：须补日期，或另写 `time_of_day`。',
    '每月从 1 重新编号的序号不能区分工单：跨月时用工单号、报修单号等栏，或每月单独评定。',
    '合计行、小计行没有序号或日期，不作为工单，列入数据问题。',
    '合并单元格只有第一行有内容：请先取消合并并填充。',
    '`处理结果` 写“已解决”而没有完成时间的，视为未完成。',
  ],
  sources: [
    '公开代码库中的物业报修台账（序号、部门、地址、报修人、联系电话、服务类别、紧急程度、报修说明、报修时间、发单人、接单人、派工时间、到场时间、完成时间、状态、完成情况、回访人、回访意见、回访时间、是否满意）',
    '公开代码库中的维修登记（报修时间、接单时间、维修方式、维修结果、结单时间、结单人；报修单号、报修人、故障描述、维修人员、完工时间）',
  ],
  records: `
form: tickets
ticket: [工单号, 工单编号, 报修单号, 单号, 编号, 序号]
events:
  created: {column: [日期, 登记日期, 受理日期, 报修日期], time_of_day: 时间, optional: false}
  dispatched: [派单时间, 派工时间]
  accepted: 接单时间
  responded: [响应时间, 首次响应时间, 联系时间, 回复时间]
  arrived: [到场时间, 到达时间, 上门时间]
  resolved: [解决时间, 完成时间, 完工时间, 修复时间, 结单时间, 处理完成时间]
  followed_up: [回访时间, 回访日期]
fields:
  status: [状态, 处理状态, 处理结果, 完成情况, 维修结果]
  urgency: [紧急程度, 紧急, 级别]
  type: [服务类别, 问题类型, 故障类型, 服务类型, 报修类型, 类别, 类型]
  channel: [渠道, 来源, 报修方式]
  assignee: [受理人, 处理人, 负责人, 接单人, 维修人员, 维修人, 工程师, 经办人]
  department: [部门, 责任部门, 处理部门]
  customer: [客户, 客户名称, 客户单位, 单位名称, 报修人]
  rating: [满意度, 是否满意]
`,
};
