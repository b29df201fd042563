import { COUNT } from '../count.ts';
import type { timeInEnglish } from './en.ts';

const count = (n: number): string => COUNT.format(n);

/** 时间去向、工作量、转交与临期暂停的用语。 */
export const timeInChinese: typeof timeInEnglish = {
  waitingFor: {
    customer: '客户',
    supplier: '供应商',
    third_party: '第三方',
    department: '其他部门',
    approval: '审批',
    parts: '配件',
  },
  uses: {
    ours: '我方处理',
    nobody: '无人负责',
    waiting: '暂停',
    closed: '非工作时间',
    excluded: '剔除时间',
    'between-rounds': '结束至重新打开',
  },
  waiting: (whom) => `等待${whom}`,
  paused: (rule) => `暂停（${rule}）`,
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  weekdaysShort: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
  nobody: '（无人）',
  moreLines: (lines) => `另有 ${count(lines)} 条，完整清单：-f csv`,

  columns: {
    step: '环节',
    ofBreaches: '占全部超时',
    overTotal: '超时合计',
    overMean: '平均超时',
    rank: '薄弱排序',
    use: '时间去向',
    time: '时长',
    ofTime: '占比',
    wall: '自然时间',
    lines: '导出文件中的行',
    outcome: '结果',
    weekday: '星期',
    hour: '起始时间',
    date: '日期',
    dayName: '说明',
    days: '天数',
    workingDays: '工作日',
    openDays: '服务天数',
    perWorkingDay: '工作日日均',
    breachShare: '超时率',
    ranOut: '时限到期数',
    employee: '员工',
    received: '接手工单',
    heldAtOnce: '最多同时负责',
    heldAtOnceAt: '首次出现于',
    handedOn: '转出',
    takenOver: '接手',
    handedOnLate: '临期转出',
    takenOverLate: '临期接手',
    handOvers: '转交次数',
    handOversPerTicket: '单张工单的转交次数',
    ofTickets: '占全部工单',
    used: '已用时限',
    left: '剩余时间',
    at: '时间',
    heldMost: '负责时间最长者',
    held: '占计时',
    pauses: '暂停次数',
    latePauses: '临期暂停',
    lateShare: '临期占比',
    saved: '因此达标',
    savedSoFar: '因此暂未超时',
    lasted: '持续时间',
    until: '结束于',
    effect: '若无此次暂停',
  },

  steps: {
    title: '最薄弱的环节',
    none: '各环节均无超时。',
    weakest: (step, share, percent, breaches) =>
      `最薄弱的环节是${step}：达标 ${share}（${percent}），占全部超时的 ${breaches}。`,
    few: (runs) => `该环节已判定的计时不足 ${count(runs)} 次，结论仅供参考。`,
    rule: (runs) =>
      `排序方法：有超时的环节按达标率由低到高排列，已判定计时不少于 ${count(runs)} 次的在前，不足的在后。达标率相同的，依次按超时次数多、超时合计长、制度中的先后排列。`,
    table: '各环节情况',
    timeTitle: (clock) => `时间去向：${clock}`,
    runs: (runs, open, wall) =>
      `共 ${count(runs)} 次计时，其中 ${count(open)} 次尚未结束，计算至报告时点；自然时间合计 ${wall}。`,
    leftOut: (runs) => `未计入（已取消或时间不明）：${count(runs)} 次。`,
    about:
      '每一时刻只计一次：首先是结束至重新打开之间的时间；其次是非工作时间，无论是否暂停；在工作时间内，剔除时间先于暂停。我方处理与无人负责两项之和即为计时时间。',
    holderUnknown: '导出数据未记载工单由谁负责，计时时间全部列为我方处理。',
    by: (clock, dimension) => `时间去向：${clock}，按${dimension}`,
    chart: (clock) => `${clock}的时间去向`,
    chartBy: (clock, dimension) => `${clock}的时间去向，按${dimension}`,
    summary: (parts) => `占比：${parts}。`,
    most: (group, part, percent) => `合计时间最长的是${group}，其中最多的是${part}，占 ${percent}。`,
    longest: (clock, runs) => `耗时最长的计时：${clock}，前 ${count(runs)} 次`,
    all: '合计',
  },

  load: {
    title: '工单何时到来',
    noDays: '此期间没有新建工单。',
    days: (first, last, days, workingDays) =>
      `${first} 至 ${last}，共 ${count(days)} 天，其中工作日 ${count(workingDays)} 天。`,
    created: (tickets, perDay) =>
      perDay === null ? `新建工单 ${count(tickets)} 张。` : `新建工单 ${count(tickets)} 张，工作日日均 ${perDay} 张。`,
    about:
      '时间以制度所定时区为准。工作日指有工作时间的日期，含调休上班日，不含节假日；工作日日均为工作日新建的工单数除以工作日天数，按星期统计的，除以该星期中工作日的天数。达标与超时按计时开始的小时统计，不含周期性汇报义务的各次间隔。',
    grid: '新建工单数，括号内为该时段开始的计时中超时的次数；- 表示非工作时间',
    chartCreated: '按星期和小时统计的新建工单',
    chartBreached: '按星期和开始小时统计的超时',
    busiest: (weekday, hour, tickets) => `最多的时段：${weekday} ${hour} 起，共 ${count(tickets)} 张工单。`,
    mostBreached: (weekday, hour, breaches) => `最多的时段：${weekday} ${hour} 起，共 ${count(breaches)} 次超时。`,
    nothing: '没有。',
    byHour: '按小时',
    byWeekday: '按星期',
    special: '节假日、调休及其他特殊日期',
    is: { closed: '不服务', open: '照常服务' },
    standOut: '超时集中的时段',
    standsOut: (when, share, percent, whole) =>
      `${when}：该时段开始的计时超时 ${share}（${percent}），总体为 ${whole}。`,
    standOutRule: '列出标准：已判定的计时不少于 10 次，超时不少于 3 次，且超时率不低于总体的 1.5 倍。',
    noneStandsOut: '没有超时明显集中的小时或星期。',
    from: (hour) => `${hour} 起`,
    people: '人员负荷',
    peopleAbout:
      '计时按应负责任的人统计，未超时的同样归属。接手工单：此期间转到其名下的在办工单。最多同时负责：同一时刻名下在办工单的最大数量。',
  },

  handOvers: {
    title: '转交',
    unknown: '导出数据未记载工单何时由谁负责，转交情况不明。',
    count: (handOvers, tickets, percent) => `共转交 ${count(handOvers)} 次；转交过的工单 ${tickets}（${percent}）。`,
    about:
      '负责人变更为一次转交；首次分派不算，退回至无人负责算一次。统计此期间内的转交；工单范围为期末之前已创建、且期初之后仍有记录的工单。',
    perTicket: '工单的转交次数',
    pairs: '转交方向',
    people: '转出与接手',
    used: '转交时已用去多少时限',
    usedAbout: '按正在计时的承诺逐项统计：一次转交可能涉及多项承诺。',
    band: (from, to) => (to === null ? `${from} 及以上` : `${from} 至不足 ${to}`),
    late: '临期转交',
    breaches: '转交之后的超时',
    breachCount: (share, percent, others) =>
      `全部超时中，${share}（${percent}）发生在转交之后；其中 ${count(others)} 次的责任人并非计时期间负责时间最长的人。`,
    none: '没有。',
    morePairs: (pairs, handOvers) => `另有 ${count(pairs)} 组，共转交 ${count(handOvers)} 次，完整清单：-f csv`,
    morePeople: (people, handOvers) => `另有 ${count(people)} 人，共 ${count(handOvers)} 次，完整清单：-f csv`,
  },

  pauses: {
    title: '临近到期时设置的暂停',
    count: (share, percent) => `计时中设置的暂停，有 ${share}（${percent}）设置时剩余时间已经很少。`,
    none: '没有在计时中设置的暂停。',
    saved: (saved, soFar) =>
      `其中 ${count(saved)} 次计时若无此暂停即为超时；另有 ${count(soFar)} 次尚在进行，目前仅因此未超时。`,
    about:
      '本表只提示应当核实之处，不构成对任何人的认定：临近到期时向客户询问，可以有充分的理由。暂停归于该行的操作人；导出数据未记载操作人的，归于当时的负责人。',
    rule: (share, length, most) =>
      `剩余时间很少，指不超过时限的 ${share}；或不超过 ${length}（工作时间），但此时不超过时限的 ${most}。`,
    people: '按人员',
    late: '逐项清单',
    effects: { saved: '即为超时', savedSoFar: '目前已超时', none: '结果相同' },
    byHolder: (name) => `${name}（负责人）`,
    going: '尚未结束',
    morePeople: (people, pauses) => `另有 ${count(people)} 人，共 ${count(pauses)} 次，完整清单：-f csv`,
  },
};
