import type { Action } from '../../domain/consequence-rules.ts';
import type { Operator } from '../../domain/policy.ts';
import { COUNT } from '../count.ts';
import { type consequencesInEnglish, inCurrency } from './en.ts';

const ACTIONS: Readonly<Record<Action, string>> = {
  oral_warning: '口头警告',
  written_warning: '书面警告',
  self_review: '书面检讨',
  training: '培训',
  exam: '考试',
  exam_failed: '考试不合格',
  promotion_bar: '暂停晋升',
  reassignment_review: '调岗评议',
  suspension: '停职',
  dismissal_review: '辞退评议',
  notice: '通报',
  commendation: '表彰',
};

/** 超时的后果（中文）。 */
export const consequencesInChinese: typeof consequencesInEnglish = {
  // 瑞士法郎等以字母表示的货币，其后是不换行空格。
  money: (amount, currency) => inCurrency('zh-CN', currency).format(amount).replaceAll('\u00a0', ' '),
  points: (points) => `${points}分`,
  and: (parts) => parts.join('，另'),
  times: (times) => `${times}次`,
  many: (what, times) => `${what} ${times}次`,

  brought: { fine: '罚款', bonus: '扣绩效', points: '扣分', ...ACTIONS },
  given: { fine: '罚款', bonus: '奖金', points: '加分', ...ACTIONS },
  gifts: {
    voucher: '代金券',
    coupon: '优惠券',
    cash: '现金',
    credit: '抵扣额',
    service_credit: '服务费抵扣',
    refund: '退款',
    discount: '折扣',
    waiver: '费用减免',
    service: '增值服务',
    free_service: '免费服务',
    warranty: '延长保修',
    gift: '礼品',
    points: '积分',
    apology: '致歉',
  },
  proposed: (what) => `建议：${what}`,
  mustDecide: '仅为建议，须由有权的人决定',
  shareOf: (amount) => `以${amount}为基数`,
  raised: (amount) => `不足最低额，补足${amount}`,
  onFile: (facts) => `人事记录：${facts}`,

  within: (label) => {
    const [, first, last] = /^(.+)\.\.(.+)$/.exec(label) ?? [];
    if (label === 'ever') return '有记录以来';
    return last === undefined ? label : `${first}至${last}`;
  },
  reached: (counts, count, countsOf, window) => {
    const number = COUNT.format(count);
    const bands = countsOf.length === 0 ? '' : `（${countsOf.join('、')}）`;
    switch (counts) {
      case 'breaches':
        return `${window}第${number}次超时${bands}`;
      case 'weighted':
        return `${window}超时${bands}加权计${number}次`;
      case 'consequences':
        return `${window}第${number}次${countsOf.join('或')}`;
      case 'overtime':
        return `${window}超时${bands}累计超出${number}分钟`;
      case 'attainment':
        return `${window}达标率${number}%`;
      case 'rating':
        return `${window}平均评分${number}`;
    }
  },
  families: { compensation: '客户补偿', liability: '供应商责任' },
  step: (ladder, tier) => `${ladder}第${tier}档`,
  breach: (ticket, clock, cycle) => `${ticket}，${clock}，第${cycle}轮`,
  alsoCounted: (tickets) => `一并计入：${tickets}`,
  andEarlier: (tickets, more) => `${tickets}，以及更早的${more}件`,
  above: '以上所列',
  andAbove: (tickets) => `${tickets}，其余见上`,
  capped: (amount) => `因封顶减去${amount}`,
  until: (at) => `至 ${at} 止`,

  kinds: { employee: '员工', team: '班组', department: '部门', supplier: '供应商' },
  noFile: { unassigned: '无人持有工单', unmatched: '姓名无法对应到名册中的一人', nobody: '制度规定不由任何人承担' },

  penalties: {
    title: '处罚',
    details: (kind) => `${kind}：逐项后果及其由来`,
    none: '本期没有。',
    noRules: '制度未规定超时的后果。',
    file: (name, department) => (department === '' ? name : `${name}，${department}`),
    breaches: (counted) => `超时${counted}次`,
    bands: (bands) => `其中${bands}`,
    band: (name, breaches) => `${name} ${breaches}次`,
    noBand: '未分级',
    excused: (breaches) => `另免责${breaches}次`,
    offDuty: (breaches) => `不当班${breaches}次`,
    sum: '合计',
    total: '总计',
    withoutFile: (breaches, why) => `未记入任何员工名下：超时${breaches}次，${why}。不因此处罚任何个人。`,
  },
  columns: {
    excused: '免责',
    offDuty: '不当班',
    fine: '罚款',
    bonus: '扣绩效',
    points: '扣分',
    owed: '应赔',
    consequence: '后果',
    amount: '数额',
    reached: '由来',
    at: '产生时间',
    who: '对象',
    customer: '客户',
    given: '补偿方式',
    reward: '奖励',
    breaches: '超时',
  },
  compensation: { title: '客户补偿', sums: '合计', number: '笔数' },
  rewards: {
    title: '奖励',
    figures: { attainment: '达标率', rating: '平均评分', runs: '判定次数', ratings: '评分次数', breaches: '超时次数' },
    line: (figure, operator, value) => `${figure}${SIGNS[operator]}${value}`,
    because: (lines) => `达到：${lines}`,
  },
  following: {
    title: '由此产生的后果',
    none: '没有：尚未计入制度中已达到的任何一档。',
    excused: '没有：已免责，不计入任何人。',
    countedAs: (reached) => `计为${reached}`,
    for: (who) => `对象为${who}`,
    countedIn: (ladder, who) => `其后又计入${ladder}，对象为${who}`,
    with: (what, ticket) => `${ticket} ${what}`,
    more: (steps) => `另有${steps}项`,
  },
  record: { title: '全部后果' },
};

const SIGNS: Readonly<Record<Operator, string>> = {
  '<': '低于',
  '<=': '不高于',
  '>': '高于',
  '>=': '不低于',
  '=': '为',
  '!=': '不为',
};
