import { describe, expect, test } from 'vitest';
import { told } from './telling.ts';

type Row = readonly [lines: string, english: readonly string[], chinese: readonly string[]];

function saysOf(rows: readonly Row[]) {
  test.each(rows)('%s', (clock, english, chinese) => {
    const { en, zh } = told('clocks', { clock });
    for (const sentence of english) expect(en).toContain(sentence);
    for (const sentence of chinese) expect(zh).toContain(sentence);
  });
}

describe('how long it may take', () => {
  saysOf([
    [
      'within: 10m\ncalendar: hotline',
      ['Limit: within 10 minutes, "hotline" hours (round the clock); reaching it exactly is in time.'],
      ['时限：10 分钟以内，按「hotline」日历（全天候）计；恰在期满时完成，不算超时。'],
    ],
    [
      'within: 90m\ncalendar: office\nboundary: exclusive',
      ['Limit: within 1 hour 30 minutes, "office" hours; reaching it exactly is a breach.'],
      ['时限：1 小时 30 分钟以内，按「office」日历的工作时间计；恰在期满时完成，即为超时。'],
    ],
    [
      'within: 1s',
      ['Limit: within 1 second, round the clock; reaching it exactly is in time.'],
      ['时限：1 秒以内，按自然时间（全天候）计；恰在期满时完成，不算超时。'],
    ],
    // 1.5 s: never rounded (S7).
    ['within: 1500ms', ['Limit: within 1.5 seconds, round the clock; reaching it exactly is in time.'], []],
    ['within: 0s', ['Limit: within 0 seconds, round the clock; reaching it exactly is in time.'], []],
    // 14 · 24 = 336; days only where every day has 24 hours (S9).
    [
      'within: 14d',
      ['Limit: within 14 days (336 hours), round the clock; reaching it exactly is in time.'],
      ['时限：14 天（336 小时）以内，按自然时间（全天候）计；恰在期满时完成，不算超时。'],
    ],
    ['within: 24h', ['Limit: within 24 hours, round the clock; reaching it exactly is in time.'], []],
    ['within: 48h\ncalendar: office', ['Limit: within 48 hours, "office" hours; reaching it exactly is in time.'], []],
    [
      'within: 2wd\ncalendar: office',
      [
        'Limit: within 2 working days, "office" hours: until closing time of the 2nd working day after the day on which it began; reaching it exactly is in time.',
      ],
      [
        '时限：2 个工作日以内，按「office」日历的工作时间计，至开始当日之后第 2 个工作日下班时止；恰在期满时完成，不算超时。',
      ],
    ],
    [
      'within: 1wd same-time\ncalendar: office',
      [
        'Limit: within 1 working day, "office" hours: until the time of day at which it began, on the first working day after; if that is outside opening hours, until the next opening; reaching it exactly is in time.',
      ],
      [
        '时限：1 个工作日以内，按「office」日历的工作时间计，至开始当日之后第 1 个工作日的同一时刻止；该时刻不在工作时间内的，至下一次上班时止；恰在期满时完成，不算超时。',
      ],
    ],
    [
      'within: 11wd same-time exact\ncalendar: office',
      [
        'Limit: within 11 working days, "office" hours: until the very time of day at which it began, on the 11th working day after, also outside opening hours; reaching it exactly is in time.',
      ],
      [],
    ],
    [
      'within: 0wd\ncalendar: office',
      [],
      [
        '时限：当个工作日以内，按「office」日历的工作时间计，至开始当日下班时止；开始当日不是工作日的，至下一个工作日下班时止；恰在期满时完成，不算超时。',
      ],
    ],
    [
      'due: promised\nwithin: 24h',
      [
        'Limit: until the time agreed on in "约定时间", round the clock; reaching it exactly is in time.',
        'Where "约定时间" is blank nothing is promised. A time that lies before the start is a breach from the start. A time in "约定时间" that lies more than 24 hours of calendar time after the start is listed as doubtful.',
      ],
      [
        '时限：至「约定时间」所约定的时刻止，按自然时间（全天候）计；恰在期满时完成，不算超时。',
        '「约定时间」空白的，没有时限；约定时刻早于开始的，自开始即为超时。「约定时间」晚于开始超过自然时间 24 小时的，作为可疑数据列出。',
      ],
    ],
  ]);
});

describe('for whom', () => {
  saysOf([
    [
      'targets: [{when: {channel: phone}, within: 3m, calendar: hotline}, {within: 24h, calendar: office}]',
      [
        'Limits, of which the first that fits applies; reaching it exactly is in time:',
        '渠道 is 电话: within 3 minutes, "hotline" hours (round the clock).',
        'all others: within 24 hours, "office" hours.',
      ],
      [
        '时限：按下列次序，以第一条符合的为准；恰在期满时完成，不算超时。',
        '渠道为电话的：3 分钟以内，按「hotline」日历（全天候）计。',
        '其他：24 小时以内，按「office」日历的工作时间计。',
      ],
    ],
    [
      'targets: [{when: {channel: [phone, wechat]}, within: 5m}]',
      [
        '渠道 is 电话 or 微信: within 5 minutes, round the clock.',
        'where none of these fits: nothing is promised, and it is neither in time nor a breach.',
      ],
      [
        '渠道为电话或微信的：5 分钟以内，按自然时间（全天候）计。',
        '以上均不符合的：没有时限，既不算达标，也不算超时。',
      ],
    ],
  ]);

  test('shifts of the roster, and what counts where there is none', () => {
    const { en, zh } = told('clocks', {
      head: 'people: r.csv\n',
      clock: 'within: 1h\ncalendar: {of: holder, else: office}',
    });
    expect(en).toContain(
      'Limit: within 1 hour, hours of the shift of whoever holds the ticket at the time (by the roster; while nobody does, or somebody without a shift: "office" hours); reaching it exactly is in time.',
    );
    expect(zh).toContain(
      '时限：1 小时以内，按当时持有工单的人在名册中的班次计（无人持有或者持有人没有班次的，按「office」日历的工作时间计）；恰在期满时完成，不算超时。',
    );
  });
});

describe('what a change on the way does (S21)', () => {
  const two = 'targets: [{when: {urgency: urgent, channel: phone}, within: 1h}, {within: 4h}]\n';
  saysOf([
    [
      two,
      [
        'Changes: if 紧急程度 or 渠道 changes on the way, the limit that applies then decides from then on; the count goes on.',
      ],
      ['中途变更：紧急程度或渠道中途变更的，自变更之时起按新的时限判定，计时不中断。'],
    ],
    [
      `${two}change: at-start`,
      [
        'Changes: what 紧急程度 or 渠道 is at the start decides whether this applies and with which limit; a later change has no effect.',
      ],
      ['中途变更：是否适用、适用哪一条时限，均以开始时的紧急程度或渠道为准，其后变更的没有影响。'],
    ],
    [
      `${two}change: at-stop`,
      [
        'Changes: what 紧急程度 or 渠道 is at the stop (or, while there is none, at the date of the report) decides which limit applies, from the start on.',
      ],
      ['中途变更：适用哪一条时限，以结束时（尚未结束的，以报告时点）的紧急程度或渠道为准，自开始起适用。'],
    ],
    [
      `${two}change: restart`,
      [
        'Changes: if 紧急程度 or 渠道 changes on the way so that another limit applies, the count begins anew with the change.',
      ],
      ['中途变更：紧急程度或渠道中途变更以致适用另一条时限的，自变更之时起从零重新计时。'],
    ],
    [
      `${two}change: retroactive`,
      [
        'Changes: if 紧急程度 or 渠道 changes on the way, each moment is judged by the limit that applies then, as if it had applied from the start: the breach may lie before the change.',
      ],
      [
        '中途变更：紧急程度或渠道中途变更的，每一时刻按当时适用的时限判定，并视为自开始起即适用；超时的时刻可以早于变更。',
      ],
    ],
    // An agreed time that is moved is a change, too.
    ['due: promised', [], ['中途变更：约定时间中途变更的，自变更之时起按新的时限判定，计时不中断。']],
  ]);

  test('nothing is said where no change can make another limit apply', () => {
    const records =
      'records:\n  ticket: 工单号\n  events: {created: 创建, responded: 响应}\n  fields: {urgency: 紧急程度}\n';
    expect(told('clocks', { clock: 'within: 1h' }).zh.join('')).not.toContain('中途');
    expect(told('clocks', { records, clock: 'when: {urgency: 高}' }).zh.join('')).not.toContain('中途');
  });
});

test('a recurring duty', () => {
  const { en, zh } = told('clocks', {
    clock: 'every: 30m\nby: {event: customer_update, by: {role: agent}}\nwhen: {urgency: general}\ncalendar: office',
  });
  expect(en).toContain(
    'Duty: in every 30 minutes, "office" hours, it has to happen at least once that "customer_update" is recorded by 客服. At the very end of an interval is in time.',
  );
  expect(en).toContain(
    'Each interval that ends without it is a breach of its own. The next interval begins with what was done or, after a breach, where the last one ended. An interval cut off by the stop is not judged. Intervals are counted only while the ticket is one of those that this is for; the first begins when it becomes one.',
  );
  expect(zh).toContain(
    '要求：每 30 分钟之内至少一次，按「office」日历的工作时间计；由客服作出「customer_update」时，为完成一次。恰在到点时完成的，算及时。',
  );
  expect(zh).toContain(
    '每漏一次，计超时一次。完成一次的，下一次自完成时起计；漏掉一次的，下一次自上一次到点时起计。因结束而不满一个间隔的，不作判定。只在工单符合适用条件的期间作此要求；中途才符合的，自符合之时起计。',
  );
});
