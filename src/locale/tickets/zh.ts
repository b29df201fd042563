import { COUNT } from '../count.ts';
import type { ticketsInEnglish } from './en.ts';

const count = (n: number) => COUNT.format(n);

export const ticketsInChinese: typeof ticketsInEnglish = {
  weekdays: { mon: '星期一', tue: '星期二', wed: '星期三', thu: '星期四', fri: '星期五', sat: '星期六', sun: '星期日' },
  hour: (hour) => `${hour}时`,
  weekday: '星期',
  of: (what, by) => `${what}（按${by}）`,
  all: '全部',

  more: (rest) => `另有${count(rest)}组，全部内容请用 -f csv 查看`,
  listed: (shown, all) => `共${count(all)}条，列出${count(shown)}条；全部内容请用 -f csv 查看。`,

  clocks: {
    about:
      '统计已结束的计时：工作时间已扣除暂停和除外时间，自然时间为日历时间。P90 指九成不超过该时长。分组表中，各项时限首行为工作时间，下一行为自然时间。',
    leftOut: '未计入平均的计时及原因',
    why: { undecided: '无法判定', 'not-stopped': '未结束', cancelled: '已取消', excused: '已免责' },
    none: '没有已结束的计时，也没有未计入的计时。',
    chart: '平均用时（工作时间）',
    chartSays: (clock, mean) => `平均用时最长的是${clock}：${mean}。`,
  },

  objectives: {
    about: '已有结论的计时中达标的比例，与目标比例对照。',
    gap: '差距',
    missing: (n) => `还差${count(n)}次达标`,
    spare: (n) => (n === 0 ? '已达到，没有余量' : `已达到，尚有${count(n)}次余量`),
    nothing: '无可衡量的计时',
    own: '各项时限的目标',
    across: '跨时限目标',
    none: '制度未设定目标。',
    chart: '达成率与目标',
    attained: '达成率',
    aim: '目标',
    chartSays: (missed, all) =>
      missed === 0 ? `${count(all)}项目标全部达到。` : `${count(all)}项目标中有${count(missed)}项未达到。`,
  },

  severity: {
    about: '每次超时超出时限的时长，截至结束时或报告时点，按工作时间计算。',
    band: '程度',
    ofAll: '占比',
    meanOver: '平均超出',
    medianOver: '超出中位数',
    longestOver: '最长超出',
    noBand: '未分级',
    all: '全部超时',
    unknown: (n) => `其中${count(n)}次的超出时长不详，未计入平均。`,
    none: '没有超时。',
    chart: '按程度统计的超时次数',
    chartSays: (band, n, all) => `以${band}最多：${count(all)}次中有${count(n)}次。`,
  },

  tickets: {
    came: '本期创建的工单',
    firstContact: '首次联系即解决',
    reopened: '曾解决的工单中重新打开的',
    figure: '指标',
    rate: '比例',
    definitions: {
      byReplies:
        '首次联系即解决：回复不超过一次即解决且从未重新打开的工单，占已解决且回复次数可知的工单的比例。使响应类时限停止计时的即为回复。',
      byCondition: '首次联系即解决：已解决，且符合制度 figures.first_contact 所列条件。',
      reopened: '重新打开：解决后至少重新打开过一次的工单，占至少解决过一次的工单的比例；已取消的工单不计。',
    },
    backlog: (at) => `截至${at}未结工单（不限创建月份）`,
    open: '未结',
    openTickets: (n) => `未结工单：${count(n)}张。`,
    unknown: (n) => `另有${count(n)}张工单不适用任何解决时限，无法判断是否已结。`,
    age: '已历时长（自然时间）',
    oldest: '最久',
    medianAge: '时长中位数',
    byAge: '未结工单的时长分布',
    days: (from, until) => `${from}-${until}`,
    over: (from) => `${from}以上`,
    under: (until) => `不足${until}`,
    oldestTickets: '最久未结的工单',
    heldBy: '负责人',
    createdAt: '创建时间',
    none: '没有未结工单。',
    chartSays: (open, oldest) => `共${count(open)}张工单未结，最久的已有${oldest}。`,
    length: {
      day: (n) => `${count(n)}天`,
      hour: (n) => `${count(n)}小时`,
      age: (days, hours, minutes) => (days > 0 ? `${count(days)}天${hours}小时` : `${hours}小时${minutes}分`),
    },
  },

  satisfaction: {
    about: (field) => `统计本期给出的评分（字段：${field}），同一工单以最后一次为准；评分计入给出的当月。`,
    ratings: '评分数',
    mean: '平均分',
    low: '低分',
    lowOf: '低分占比',
    dissatisfied: '反馈后不满意',
    lowWhen: (test) => `评分${test}为低分。`,
    byScores: '反馈后不满意：工单解决后给出低分的，占工单解决后给出的全部评分的比例。',
    byCondition: '反馈后不满意：符合制度 figures.satisfaction 所列条件的，占本期解决的工单的比例。',
    unreadable: (n) => `不是数字、未计入统计的评分：${count(n)}个。`,
    score: '评分',
    scores: '各评分的次数',
    ofAll: '占比',
    lowest: '低分及其工单',
    givenAt: '评分时间',
    afterResolution: '解决后给出',
    none: '本期没有评分。',
    chartSays: (mean, n) => `${count(n)}个评分，平均${mean}分。`,
  },

  trend: {
    about: (at) => `各月均以${at}为准：后来重新打开的计时计入最后一次结束的月份，仍在进行的计入最后一个月。`,
    leftOut: (months) => `更早的${count(months)}个月未列出。`,
    month: '月份',
    partial: (month) => `${month}（未满月）`,
    created: '创建',
    resolved: '解决',
    backlog: '月末未结',
    volume: '各月工单量',
    promises: (clock) => `${clock}：各月情况`,
    change: '环比',
    points: (points) => `${points}个百分点`,
    none: '数据中没有可统计的月份。',
    attainment: '各月达成率',
    volumeSays: (month, created, backlog) =>
      `${month}创建${count(created)}张工单${backlog === null ? '' : `，月末未结${count(backlog)}张`}。`,
    attainmentSays: (clock, first, last) => `${clock}：从${first}到${last}。`,
  },

  untold: {
    title: '无法得出的指标及原因',
    figures: {
      'first-contact': '首次联系即解决',
      reopened: '重新打开',
      backlog: '未结工单',
      satisfaction: '满意度',
      low: '低分',
      dissatisfied: '反馈后不满意',
    },
    why: {
      'no-resolution-clock': '制度没有解决类时限',
      'no-response-clock': '制度没有响应类时限，无从得知回复次数',
      'no-reopening': '解决类时限没有写明何为重新打开',
      'one-row-a-ticket': '导出数据每张工单只有一行，无从得知',
      'first-replies-only':
        '没有一张工单有第二次回复，导出数据可能只含首次回复；可在制度 figures.first_contact 中指明字段',
      'no-rating': '制度没有指明客户评分的字段',
      'unknown-scale': '评分超过5分，而制度没有写明多少分为低分；请在 figures.satisfaction.low 中写明',
    },
  },

  chart: {
    most: (most) => `最高${most}`,
    none: '无数据',
  },

  rules: {
    title: '指标口径',
    firstContact: (condition) => `已解决的工单，${condition}的，为首次联系即解决。`,
    bands: (lengths) => `未结工单按时长在${lengths}处分档。`,
    low: (test) => `评分${test}为低分。`,
    late: (share, length, most) => `时限剩余不超过${share}即为临期；剩余不超过${length}、且不超过时限${most}的也是。`,
    dissatisfied: (condition) => `已解决的工单，${condition}的，为反馈后不满意。`,
  },
};
