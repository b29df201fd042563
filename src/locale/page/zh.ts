import { COUNT } from '../count.ts';
import type { pageInEnglish } from './en.ts';

const n = (count: number) => COUNT.format(count);

function day({ year, month, day: own }: { year: number; month: number; day: number }): string {
  return `${year}年${month}月${own}日`;
}

/** 网页自身的用语（中文）。 */
export const pageInChinese: typeof pageInEnglish = {
  language: 'zh-Hans',
  skip: '跳到正文',
  contents: '目录',
  policy: '制度',
  period: '期间',
  span: (from, until) => `${from} 起，至 ${until} 前`,
  everything: '导出中的全部数据',
  asOf: '截至',
  zone: '时区',
  madeBy: (tool) => `由 ${tool} 生成。全部数字均可追溯至导出文件的具体行。`,
  head: (title, policy) => `${title}　${policy}`,
  title: (period) => `${period}服务时限报告`,
  titleAsOf: (date) => `服务时限报告（截至${date}）`,
  periods: {
    month: (year, month) => `${year}年${month}月`,
    quarter: (year, quarter) => `${year}年第${'一二三四'.charAt(quarter - 1)}季度`,
    year: (year) => `${year}年`,
    day,
    range: (first, last) => `${day(first)}至${first.year === last.year ? day(last).replace(/^.*年/, '') : day(last)}`,
  },
  table: '表格',
  records: '判定记录',
  proofOf: (ticket) => `工单 ${ticket} 的判定依据`,

  folding: {
    more: '更多内容',
    longTable: (rows) => `展开全部${n(rows)}行`,
    longTableOnPaper: (rows) => `共${n(rows)}行，在网页中展开后方可打印`,
    unprinted: '仅打印网页中已展开的内容。未打印的有：',
    empty: (titles) => `以下各章无内容：${titles}。`,
  },

  glance: {
    title: '概况',
    kept: '达标率',
    keptOf: (kept, decided) => `已判定${n(decided)}次，达标${n(kept)}次`,
    objectives: (reached, all) => `目标${n(all)}项，达成${n(reached)}项`,
    noObjectives: '制度未设目标',
    tickets: '工单',
    resolved: (resolved, all, percent) => `应解决${n(all)}件，已解决${n(resolved)}件（${percent}）`,
    cancelled: (tickets) => `取消${n(tickets)}件`,
    breaches: '超时次数',
    stillOpen: (breaches) => `其中${n(breaches)}次尚未结束`,
    excused: (breaches) => `另有免责${n(breaches)}次`,
    party: (name, breaches) => `${name}：${n(breaches)}次`,
    others: (parties, breaches) => `其余${n(parties)}方：${n(breaches)}次`,
    follows: '处理结果',
    nothing: '无',
    noRules: '制度未规定处理办法',
    quality: '数据采用率',
    rows: (used, rows) => `共${n(rows)}行，采用${n(used)}行`,
    undecided: (runs) => `无法判定${n(runs)}次`,
    findings: (findings) => `数据问题${n(findings)}条`,
    noFindings: '未发现数据问题',
    dataEnds: (at) => `导出数据止于 ${at}`,
  },
  charts: {
    attainment: '各时限达标率',
    attained: (clock, percent, objective) =>
      objective === null ? `${clock} ${percent}` : `${clock} ${percent}（目标 ${objective}）`,
    objective: '目标',
    breaches: '各责任方超时次数',
    breachesOf: (name, breaches) => `${name} ${n(breaches)}次`,
  },
  runs: {
    title: '数字背后的逐次计时',
    about: '每件工单在每项时限下的每次计时。点击带链接的数字，即在此列出该数字所含的各次。',
    aboutLeftOut: (listed, all) =>
      `共${n(all)}次，此处列出${n(listed)}次：次数过多时，只列超时、免责和无法判定的，且以篇幅为限。查看全部：`,
    none: (all) => `共${n(all)}次，超出网页所能容纳。查看全部：`,
    clock: '时限',
    outcome: '结果',
    severity: '等级',
    elapsed: '用时',
    started: '开始时间',
    lines: '导出文件行号',
    round: (clock, cycle) => `${clock}，第${n(cycle)}轮`,
    notCounted: '在其他期间判定',
    without: '无',
    show: '逐次查看',
  },
  proofs: {
    title: '判定依据',
    about: '逐件列明：每个事件及其所在文件和行、每段时间是否计入及原因、合计、由谁负责。',
    leftOut: (tickets) => `为控制篇幅，另有${n(tickets)}件工单未附判定依据。查看任一工单：`,
    ticket: '工单号',
    files: '导出文件',
  },
  script: {
    openAll: '全部展开',
    closeAll: '全部收起',
    filter: '筛选',
    filterTable: '筛选表格：{table}',
    shown: '显示 {shown} / {all} 行',
    sort: '按「{column}」排序',
    more: '显示更多',
    moreLeft: '还有 {left} 行',
    showing: '筛选条件：',
    chip: '{dimension}：{names}',
    remove: '取消筛选：{filter}',
    clear: '显示全部',
    nothing: '没有符合条件的计时。',
  },
};
