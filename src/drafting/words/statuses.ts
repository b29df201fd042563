/** Of a status: what stands for work that is done, that waits for the customer, and that is void. */
export const STATUS_WORDS = {
  done: [
    ...[
      '已解决',
      '已关闭',
      '已完成',
      '已完工',
      '完成',
      '关闭',
      '解决',
      '已办结',
      '已结案',
      '已归档',
      '办结',
      '结案',
      '已完结',
      '完结',
    ],
    ...['resolved', 'closed', 'solved', 'done', 'completed', 'complete', 'fixed', 'finished'],
  ],
  waiting: [
    ...['等待客户', '待客户确认', '待客户', '挂起', '暂停', '等待用户', '待用户反馈', '客户确认中', '待客户反馈'],
    ...[
      'waiting for customer',
      'pending',
      'on hold',
      'awaiting customer',
      'waiting on customer',
      'wait - user',
      'wait - customer',
      'pending reply',
    ],
  ],
  void: [
    ...['已取消', '取消', '作废', '已作废', '重复', '已撤销', '垃圾', '已合并', '无效'],
    ...['cancelled', 'canceled', 'spam', 'duplicate', 'merged', 'deleted', 'void', 'invalid', 'rejected'],
  ],
} as const;
