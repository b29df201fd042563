import { COUNT } from '../count.ts';
import type { highlightsInEnglish } from './en.ts';

/** 报告开头的要点。 */
export const highlightsInChinese: typeof highlightsInEnglish = {
  title: '要点',
  whole: ({ created, kept, judged, percent, breached, open, excused }) => {
    const came = `新建工单${number(created)}个`;
    const pardoned = excused === 0 ? '' : `；另有免责超时${number(excused)}次`;
    if (judged === 0) return `${came}，尚无时限可作判定${pardoned}。`;
    const share = percent === null ? '' : `（${percent}）`;
    const stillOpen = open === 0 ? '' : `，其中${number(open)}次尚未结束`;
    return `${came}；时限判定${number(judged)}次，达标${number(kept)}次${share}，超时${number(breached)}次${stillOpen}${pardoned}。`;
  },
  missed: ({ title, percent, share, aim, margin }) =>
    `${title}：达标率${percent}（${share}），低于目标${aim}，还差${number(margin)}次。`,
  reached: ({ title, percent, share, aim, margin }) =>
    `${title}：达标率${percent}（${share}），达到目标${aim}，${margin === 0 ? '没有余量' : `尚有余量${number(margin)}次`}。`,
  otherObjectives: (reached, missed) => {
    const kept = reached === 0 ? [] : [`${number(reached)}项达成`];
    const failed = missed.length === 0 ? [] : [`${number(missed.length)}项未达成（${missed.join('、')}）`];
    return `其余目标：${[...kept, ...failed].join('，')}。`;
  },
  change: ({ title, month, percent, share, before, points, isBetter }) =>
    `${title}：${monthName(month)}达标率${percent}（${share}），上月（${monthName(before.month)}）为${before.percent}（${before.share}），${isBetter ? '提高' : '下降'}${points}个百分点。`,
  weakest: ({ dimension, name, percent, share, others, breached, inAll }) =>
    `按${dimension}看，「${name}」最为薄弱：达标率${percent}（${share}），其余合计${others}；全部${number(inAll)}次超时中占${number(breached)}次。`,
  person: (name, breached, judged) => `${name} ${number(breached)}次（判定${number(judged)}次）`,
  people: (people, breached, inAll) =>
    `超时较为集中的员工：${people.join('、')}；合计${number(breached)}次，占全部${number(inAll)}次中的${share(breached, inAll)}。`,
  bearers: { employee: '员工', team: '团队', department: '部门', supplier: '供应商', customer: '客户' },
  borne: (bearer, sums) => `${bearer}${sums.join('、')}`,
  consequences: (money, others, proposals) => {
    const more = [
      ...(others === 0 ? [] : [`${money.length === 0 ? '' : '其他'}处理${number(others)}项`]),
      ...(proposals === 0 ? [] : [`须由人决定的建议${number(proposals)}项`]),
    ];
    return `处理结果：${[...money, ...more].join('；')}。`;
  },
  undecided: (undecided, of, reasons, remedy) =>
    `共${number(of)}次计时中有${number(undecided)}次无法判定：${reasons.join('、')}。${remedy ?? ''}`,
  reason: (reason, runs) => `${reason}（${number(runs)}次）`,
  reasons: {
    'incomplete-rows': '工单有无法读取的行',
    'stop-before-start': '结束早于开始',
    'no-start': '有结束而无开始',
    'pause-too-long': '暂停超过可计时间',
    imprecise: '时间不够精确',
    'ambiguous-time': '当地时间出现两次或不存在',
  },
  remedies: {
    imprecise: '如需判定，请在制度中写明这类时间的取法：records.time.assume。',
    'ambiguous-time': '如需判定，请写明取哪一次：records.time.ambiguous，或导出带时差的时间。',
    'incomplete-rows': '如需判定，请修正这些行，位置见数据质量。',
    'stop-before-start': '如需判定，请在来源系统中修正时间，位置见数据质量。',
    'no-start': '如需判定，请一并导出使其开始的事件。',
    'pause-too-long': '如需判定，请核对暂停时长所用的时间。',
  },
  setAside: (rows, of, reasons) => `共${number(of)}行数据中有${number(rows)}行无法采用：${reasons.join('、')}。`,
  dataEnds: (at, asOf) => `导出数据止于${at}，而报告截至${asOf}：其间按未发生任何变化判定。`,
};

/** `2026-10` 读作 2026年10月。 */
function monthName(month: string): string {
  const [year, own] = month.split('-');
  return `${year}年${Number(own)}月`;
}

function number(n: number): string {
  return COUNT.format(n);
}

function share(part: number, whole: number): string {
  return `${Math.round((part * 1000) / whole) / 10}%`;
}
