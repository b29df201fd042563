import { describe, expect, test } from 'vitest';
import { type Parts, told } from './telling.ts';

/** Each row: lines of a clock, and the sentences that must stand there, word for word. */
type Row = readonly [lines: string, english: string, chinese: string];

function saysOf(rows: readonly Row[], parts: Parts = {}) {
  test.each(rows)('%s', (clock, english, chinese) => {
    const { en, zh } = told('clocks', { ...parts, clock });
    expect(en).toContain(english);
    expect(zh).toContain(chinese);
  });
}

test('its title with its id, in the reader’s language', () => {
  const { en, zh } = told('clocks', { clock: 'title: {zh: 首次响应, en: First answer}' });
  expect([en[0], zh[0]]).toEqual(['First answer [answer]', '首次响应 [answer]']);
  expect(told('clocks', {}).zh[0]).toBe('answer');
  expect(told('clocks', { clock: 'title: 响应（紧急）' }).zh[0]).toBe('响应（紧急）[answer]');
});

describe('whom it is for, in the words of the export', () => {
  saysOf([
    ['', 'For: every ticket.', '适用：全部工单。'],
    ['when: {channel: phone}', 'For: tickets where 渠道 is 电话.', '适用：渠道为电话的工单。'],
    // Two words of the export are one value of ours: both are told.
    [
      'when: {urgency: urgent, channel: [phone, wechat]}',
      'For: tickets where 紧急程度 is 紧急 or 特急, and 渠道 is 电话 or 微信.',
      '适用：紧急程度为紧急或特急，且渠道为电话或微信的工单。',
    ],
    [
      'when: {channel: [phone, wechat, null]}',
      'For: tickets where 渠道 is 电话, 微信 or blank.',
      '适用：渠道为电话、微信或空白的工单。',
    ],
    ['when: {channel: "!= email"}', 'For: tickets where 渠道 is not 邮件.', '适用：渠道不是邮件的工单。'],
    ['when: {channel: "= 传真"}', 'For: tickets where 渠道 is 传真.', '适用：渠道为传真的工单。'],
    ['when: {amount: ">= 5000"}', 'For: tickets where 金额 is at least 5000.', '适用：金额不低于 5000 的工单。'],
    ['when: {amount: "< 5000"}', 'For: tickets where 金额 is less than 5000.', '适用：金额低于 5000 的工单。'],
    ['when: {amount: "> 5000"}', 'For: tickets where 金额 is more than 5000.', '适用：金额超过 5000 的工单。'],
    ['when: {amount: "<= 5000"}', 'For: tickets where 金额 is at most 5000.', '适用：金额不超过 5000 的工单。'],
    [
      'when: {grade: ">= 2"}',
      'For: tickets where 等级 is at least 2 (金 counts as 3, 银 counts as 2).',
      '适用：等级不低于 2（金按 3 计、银按 2 计）的工单。',
    ],
    // The three spellings of a truth value are one word to a reader.
    ['when: {amount: true}', 'For: tickets where 金额 is true.', '适用：金额为 true 的工单。'],
  ]);
});

describe('what starts and stops it, and by whom', () => {
  saysOf([
    [
      'start: created',
      'Start: as soon as "客户提交" or "网页提交" is recorded.',
      '开始：出现「客户提交」或「网页提交」时。',
    ],
    ['start: {first: true}', 'Start: as soon as the ticket first appears.', '开始：工单首次出现时。'],
    [
      'start: {when: {urgency: general}}',
      'Start: as soon as 紧急程度 is 一般. If that is so from the outset, it starts when the ticket first appears.',
      '开始：紧急程度为一般之时。一开始即符合的，自工单首次出现时起计。',
    ],
    [
      'start: [resolved, {event: reopened, when: {channel: phone}}]',
      'Start: as soon as "解决" is recorded, or "重开" is recorded while 渠道 is 电话.',
      '开始：出现「解决」时，或者出现「重开」时（须当时渠道为电话）。',
    ],
    // An event that no word is listed for has its own name.
    [
      'stop: [resolved, closed]',
      'Stop: as soon as "解决" or "closed" is recorded.',
      '结束：出现「解决」或「closed」时。',
    ],
    [
      'stop: {event: responded, by: {role: agent}}',
      'Stop: as soon as "客服回复" is recorded by 客服. The same done by anybody else does not count.',
      '结束：由客服作出「客服回复」时。其他人作出的同一操作不算。',
    ],
    [
      'stop: {event: responded, by: {role: [agent, lead], actor: zhang}}',
      'Stop: as soon as "客服回复" is recorded by 张工 as 客服 or lead. The same done by anybody else does not count.',
      '结束：由身份为客服或 lead 的张工作出「客服回复」时。其他人作出的同一操作不算。',
    ],
  ]);

  saysOf([
    [
      'during: {department: 仓库, supplier: "!="}',
      'Start and stop: by stretches in which 部门 is 仓库, and 供应商 is not blank, each timed by itself from its beginning to its end; another 部门 or 供应商 begins another.',
      '起止：部门为仓库，且供应商不是空白的每一段期间单独计时，自该段期间开始时起，至该段期间结束时止；部门或供应商改变的，另为一段。',
    ],
    [
      'during: {department: 仓库}\nstop: {event: shipped, by: {role: agent}}',
      'Start and stop: by stretches in which 部门 is 仓库, each timed by itself from its beginning to its end; another 部门 begins another. It stops before its end as soon as "shipped" is recorded by 客服. The same done by anybody else does not count.',
      '起止：部门为仓库的每一段期间单独计时，自该段期间开始时起，至该段期间结束时止；部门改变的，另为一段。其间，由客服作出「shipped」时，提前结束。其他人作出的同一操作不算。',
    ],
  ]);

  test('by whom does not matter where the policy does not say so: S17 is told, not assumed', () => {
    const { en, zh } = told('clocks', { clock: 'kind: response' });
    expect(en).toContain('Stop: as soon as "客服回复" is recorded. It does not matter who does it.');
    expect(zh).toContain('结束：出现「客服回复」时。由谁作出，不作区分。');
  });

  test('a column of times is told as one, and nobody is asked for there', () => {
    const records = 'records:\n  ticket: 工单号\n  events: {created: 创建时间, responded: 首次响应时间}\n';
    const { en, zh } = told('clocks', { records, clock: 'kind: response' });
    expect(en).toContain('Start: as soon as the time in "创建时间" is reached.');
    expect(zh).toContain('结束：「首次响应时间」所记的时刻到来时。');
    expect(zh.join('')).not.toContain('由谁作出');
  });

  test('in a history of changes an event is the change of a field', () => {
    const records =
      'records:\n  ticket: id\n  at: when\n  field: field\n  to: value\n  actor: user\n  fields: {status: 状态}\n';
    const { en, zh } = told('clocks', { records, clock: 'start: status\nstop: {event: reply, by: {actor: 张工}}' });
    expect(en).toContain('Start: as soon as "状态" changes.');
    expect(en).toContain('Stop: as soon as "reply" is changed by 张工. The same done by anybody else does not count.');
    expect(zh).toContain('开始：「状态」变更时。');
    expect(zh).toContain('结束：由张工变更「reply」时。其他人作出的同一操作不算。');
  });
});

describe('a first response (S17 to S19)', () => {
  saysOf([
    [
      'kind: response',
      'If nobody has answered by the time the ticket is resolved ("解决" is recorded), the resolution counts as the answer.',
      '工单解决（出现「解决」时）之前无人答复的，以解决作为答复。',
    ],
    [
      'kind: response\nunanswered: none',
      'A resolution is no answer: without one the clock goes on.',
      '解决不作为答复；没有答复的，继续计时。',
    ],
    [
      'kind: response',
      'A ticket that 客服 opened is timed like any other.',
      '由客服自行创建的工单，与其他工单同样计时。',
    ],
    [
      'kind: response\ncreated_by_agent: met',
      'A ticket that 客服 opened counts as answered at once.',
      '由客服自行创建的工单，创建即视为已经答复。',
    ],
    [
      'kind: response\ncreated_by_agent: not-applicable',
      'A ticket that 客服 opened is not timed.',
      '由客服自行创建的工单，不计时。',
    ],
    [
      'kind: next_response',
      'Only what is still unanswered is timed: of several starts before an answer the first counts, and an answer to nothing is no record. After an answer, the next start begins a count of its own.',
      '只对尚未答复的计时：答复前多次出现开始动作的，从第一次起计；没有开始而出现的答复，不作记录。答复以后再次出现开始动作的，另行计时。',
    ],
  ]);

  test('what resolves a ticket is the stop of the clock of that kind', () => {
    const clocks =
      'clocks:\n  answer: {kind: response, start: created, stop: responded, within: 1h}\n  end: {kind: resolution, start: created, stop: {when: {status: 完成}}, within: 1h}\n';
    expect(told('clocks', { clocks }).zh).toContain('工单解决（状态为完成之时）之前无人答复的，以解决作为答复。');
  });
});

describe('when it rests, what voids it and what begins it anew', () => {
  saysOf([
    ['', 'Rests: never.', '暂停：无。'],
    ['pause: {while: {status: 等待客户}}', 'Rests: while 状态 is 等待客户.', '暂停：状态为等待客户期间，不计时。'],
    [
      'pause: {from: paused, until: [resumed, resolved]}',
      'Rests: from the moment that "paused" is recorded until "resumed" or "解决" is recorded.',
      '暂停：自出现「paused」时起，至出现「resumed」或「解决」时止，不计时。',
    ],
    [
      'pause: {while: {status: x}}\nmax_pause: 5d',
      'A rest ends after 5 days (120 hours) of calendar time at the latest.',
      '每次暂停最长为自然时间 5 天（120 小时），逾期恢复计时。',
    ],
    [
      'cancel: {while: {status: 垃圾}}',
      'Void: as soon as 状态 is 垃圾. That holds also where it was so before the start. What was a breach by then stays a breach.',
      '作废：状态为垃圾之时，计时作废。开始之前即已如此的，同样作废。此前已经发生的超时仍然有效。',
    ],
    [
      'cancel: withdrawn',
      'Void: as soon as "withdrawn" is recorded. What was a breach by then stays a breach.',
      '作废：出现「withdrawn」时，计时作废。此前已经发生的超时仍然有效。',
    ],
    [
      'reset: escalated',
      'New count: as soon as "escalated" is recorded, from zero. What was a breach by then stays, as a result of its own.',
      '重新起算：出现「escalated」时，从零重新计时；此前已经发生的超时单独保留。',
    ],
  ]);
});

describe('reopening (S15)', () => {
  saysOf([
    [
      '',
      'Reopening: the stop is final, and what happens afterwards changes nothing.',
      '重新打开：结束即为最终结果，其后的变化没有影响。',
    ],
    [
      'reopen: {on: reopened}',
      'Reopening: if, after a stop, "重开" is recorded, the count goes on. The time in between does not count, and the last stop decides.',
      '重新打开：结束以后，出现「重开」时，继续累计计时；结束至重新打开之间的时间不计，以最后一次结束为准。',
    ],
    [
      'reopen: {on: reopened, rule: first}',
      'Reopening: the first stop is final. If, after it, "重开" is recorded, that changes nothing.',
      '重新打开：以第一次结束为准；其后，出现「重开」时，没有影响。',
    ],
    [
      'reopen: {on: reopened, rule: cycle}',
      'Reopening: if, after a stop, "重开" is recorded, a new round begins at zero. Each round is judged by itself.',
      '重新打开：结束以后，出现「重开」时，从零开始新的一轮，每一轮单独判定。',
    ],
    [
      'reopen: {on: reopened, rule: reset, grace: 36h}',
      'Reopening: if, after a stop, "重开" is recorded, the count begins anew at zero. The round before is dropped if it was in time, and stays as a result of its own if it was a breach. If that happens more than 36 hours of calendar time after the stop, it is in any case a new promise, counted from zero and judged by itself.',
      '重新打开：结束以后，出现「重开」时，从零重新计时；前一轮达标的不再记录，超时的单独保留。结束后超过自然时间 36 小时才发生上述情形的，一律作为新的一次，从零计时，单独判定。',
    ],
  ]);
});

describe('what is still open, its month, its grade and its objective', () => {
  saysOf([
    [
      'still_open: closed-only',
      'Still open: no breach, even beyond the limit; that is decided at the stop.',
      '尚未结束：未结束之前，即使用时已经超出时限，也不算超时，待结束时判定。',
    ],
    [
      'month: created',
      'Month: a result belongs to the month in which it began, whenever it was decided.',
      '归入月份：不论何时确定，结果归入开始的月份。',
    ],
    [
      'month: stopped',
      'Month: a result belongs to the month in which it stopped, whenever it was decided.',
      '归入月份：不论何时确定，结果归入结束的月份。',
    ],
    [
      'severity: {轻微: "<= 30m", 一般: "< 2h", 严重: ">= 2h"}',
      'Grades: by how far the time used is over the limit, the first that fits: 轻微 if at most 30 minutes, 一般 if less than 2 hours, 严重 if 2 hours or more.',
      '超时等级：按用时超出时限的多少，以第一个符合的为准：不超过 30 分钟的为「轻微」，不足 2 小时的为「一般」，达到或超过 2 小时的为「严重」。',
    ],
    [
      'every: 30m\nby: customer_update\nseverity: {minor: "<= 30m"}',
      'Grades: by how far the time used is over the limit, the first that fits: minor if at most 30 minutes. An interval missed counts as over by nothing.',
      '超时等级：按用时超出时限的多少，以第一个符合的为准：不超过 30 分钟的为「minor」。漏掉一次的，按超出为零计。',
    ],
    [
      'attain: 99.5%',
      'Objective: at least 99.5% of what has been decided is to be in time.',
      '目标：已经判定的，达标的不低于 99.5%。',
    ],
  ]);
});
