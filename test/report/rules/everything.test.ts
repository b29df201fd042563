import { describe, expect, test } from 'vitest';
import type { CalendarDefinition } from '../../../src/domain/calendar.ts';
import type {
  Cap,
  Compensation,
  ConsequenceRules,
  Ladder,
  Reward,
  Tier,
  Worth,
} from '../../../src/domain/consequence-rules.ts';
import type {
  Clock,
  DurationColumn,
  Exclusion,
  Objective,
  Policy,
  Records,
  Reopen,
  SeverityBand,
  StampMapping,
  Target,
} from '../../../src/domain/policy.ts';
import {
  BOUNDARIES,
  CHANGES,
  CREATED_BY_AGENT,
  KINDS,
  PARTS,
  REOPENINGS,
  UNANSWERED,
} from '../../../src/policy/words/clocks.ts';
import { AMBIGUITIES, ASSUMPTIONS, UNITS } from '../../../src/policy/words/records.ts';
import { renderRules } from '../../../src/report/rules/rules-page.ts';
import { chinese, english } from '../reader.ts';
import { policyOf, policyText, RECORDS } from './telling.ts';

// Whatever can change a verdict has to show: each property of parsed policies is changed in turn, and the page with it.

const calendars = `calendars:
  hotline: 24x7
  office:
    hours: {mon-fri: [08:30-12:00, 13:30-18:00], sat: "22:00-06:00"}
    holidays: [CN, US-CA, firm/days.ics, 2026-12-31]
    dates: {2026-10-10: "10:00-14:00", 2026-05-04: closed}
    breaks: {2026-03-05: "10:00-11:00"}
    make_up: fri
`;
const agent = '{event: responded, when: {channel: phone}, by: {role: agent, actor: zhang}}';
const answer = `  answer:
    title: {zh: 首次响应, en: First answer}
    kind: response
    start: [created, {first: true, when: {channel: phone}}]
    stop: [${agent}, {when: {urgency: urgent}}]
    pause: [{while: {status: 等待}, waiting_for: customer}, {from: [paused, {event: held, by: {actor: zhang}}], until: resumed}]
    cancel: {while: {status: [垃圾, 合并]}}
    reset: {event: escalated, when: {grade: "> 2"}}
    reopen: {on: [reopened, {while: {status: 重开}}], rule: reset, grace: 7d}
    when: {channel: [phone, wechat], amount: ">= 5"}
    calendar: office
    charge: [holder, stopper, department, {field: supplier, kind: supplier}]
    severity: {minor: "<= 30m", major: "> 2h"}
    targets:
      - {id: urgent, when: {urgency: urgent}, within: 10m, calendar: hotline}
      - {id: shift, when: {channel: phone}, within: 3h, calendar: {of: holder, else: office}}
      - {id: days, when: {grade: "= 3"}, within: 2wd same-time}
      - {within: 4h}
    attain: 90%
    boundary: exclusive
    change: at-start
    min_holding: 10m
    max_pause: 3d
    unanswered: none
    created_by_agent: met
    still_open: closed-only
    month: stopped
`;
const others = `  duty: {start: responded, stop: resolved, when: {urgency: urgent}, every: 30m, by: [update, ${agent}], charge: current}
  call: {kind: next_response, start: created, stop: responded, due: promised, within: 24h, charge: first}
  stay: {during: {department: [仓库, 门店]}, stop: [shipped], within: 1h}
  end: {kind: resolution, start: created, stop: resolved, within: 24h}
`;
const rest = `exclusions:
  - {from: 2026-09-05, until: 2026-09-07T12:00, reason: 台风, when: {channel: phone}, clocks: [answer, end]}
objectives:
  - {id: all, title: {zh: 全部, en: All}, clock: [answer, end], when: {channel: phone}, within: 24h, at_least: 90%, by: [employee, channel]}
`;
const rules = `rating: grade
figures:
  first_contact: {channel: phone}
  backlog: {bands: [1d, 3d]}
  satisfaction: {low: "< 3", dissatisfied: {status: 不满意}}
  late: {share: 5%, at_least: 20m, at_most: 40%}
customer: channel
rounding: {to: 1, rule: down}
ladders:
  - id: fines
    title: {zh: 罚款, en: Fines}
    count: {breaches: {clock: answer, severity: [minor, major], when: {channel: phone}, after: training, weights: {major: 3}}}
    per: employee
    window: 12 months
    tiers:
      - {at: 1, fine: 50, bonus: 5%, points: 2, action: exam, for: 6 months, repeat: true}
      - {at: 2, fine: 60, every: 3, needs: {exam: 2, notice: 1}, action: [suspension, notice]}
      - {at: 3, bonus: 300}
    cap: {fine: [800, 20%], bonus: 30%, points: 10}
    grace: 2
    reset: {after: [notice, exam], clean: 6 months}
    off_duty: spare
  - {id: highest, count: {breaches: {}}, per: team, window: month, apply: highest, tiers: [{at: 1, points: 1}, {at: 2, points: 2}]}
  - {id: time, count: {overtime: {clock: [answer, end], severity: minor, when: {channel: phone}}}, per: department, window: quarter, tiers: [{at: 2h, fine: 1, every: 1h}]}
  - {id: again, count: {consequences: [fine, oral_warning]}, per: employee, window: ever, tiers: [{at: 3, action: written_warning}]}
  - {id: rate, count: {attainment: {clock: answer, when: {channel: phone}, runs: 20}}, per: team, window: year, tiers: [{below: 90%, points: 1}]}
  - {id: liked, count: {rating: {when: {channel: phone}, ratings: 10}}, per: employee, window: month, tiers: [{below: 4.5, points: 1}]}
compensation:
  - {clock: answer, when: {channel: phone}, give: voucher, percent: 10%, of: amount, cap: 50, at_least: 5, despite_excuse: true, bands: [{over: "> 24h", amount: 9}, {over: "> 1h", quantity: 6 months}]}
  - {clock: end, give: cash, percent: 5%, bands: [{over: "> 2h", percent: 7%, }]}
liability:
  - {clock: answer, give: penalty, amount: 500}
  - {give: repair, quantity: 1 visit}
rewards:
  - {id: timely, title: {zh: 及时, en: Timely}, per: employee, window: month, clock: answer, runs_when: {channel: phone}, when: {attainment: ">= 98%", rating: ">= 4.5", runs: ">= 20", breaches: 0}, give: {bonus: 300, points: 5, action: commendation}}
  - {id: best, per: team, window: year, when: {ratings: 5}, give: {bonus: 2%}}
`;
const records = `${RECORDS.replace('supplier: 供应商', 'supplier: {column: 供应商, empty: clear}')}  sequence: 序号
  rows: data.rows
  missing: ["-"]
  include: {status: "!= 测试"}
  events: {created: {column: 创建, format: [yyyy/M/d H:mm, yyyy-M-d H:mm], assume: end, ambiguous: reject, zone: UTC}}
  file: {delimiter: ";"}
  verdict: [{column: 超时, clock: answer, breached: [是, ""], met: 否}, {column: 达标, clock: end, met: "1*"}]
`;
const head =
  'effective: 2026-02-01\nuntil: 2027-01-01\ncurrency: CNY\nlanguage: zh\npeople: roster.csv\n' +
  'excuses: {file: e.csv, within: 7d}\nappeal: {zh: 向人事部提出, en: To the personnel office}\n' +
  'privacy: {employees: supplier, customers: status, text: [grade, ticket], shown: channel}\n' +
  'titles: {urgent: {zh: 紧急, en: Urgent}, phone: 电话}\n';
const now = policyText({ head, records, calendars, clocks: `clocks:\n${answer}${others}`, rest });
const then = policyText({
  head: head.replace('2026-02-01', '2026-01-01').replace('2027-01-01', '2026-01-15'),
  records,
  calendars: calendars.replace('18:00', '17:00').replace('fri\n', 'thu\n'),
  clocks: `clocks:\n${answer.replace('within: 10m', 'within: 20m').replace('rule: reset', 'rule: reset')}${others}`,
  rest: rest.replace('台风', '地震'),
}).replace('name: 办法', 'name: 旧办法');

const policies: Readonly<Record<string, Policy>> = {
  'with everything': policyOf(now),
  'of two versions': policyOf(`${then}---\n${now}`),
  // What follows from breaches is told apart: a page of everything at once takes long to be changed in each thing.
  'of consequences': policyOf(
    policyText({
      records: RECORDS.replace(/ {4}promised: .*\n/, ''),
      head: 'currency: CNY\npeople: r.csv\nexcuses: e.csv\npersonnel: p.csv\nleave: l.csv\n',
      clocks: `clocks:
  answer: {start: created, stop: responded, within: 1h, severity: {minor: "<= 30m", major: "> 2h"}}
  end: {start: created, stop: resolved, within: 24h}
`,
      rest: rules,
    }),
  ),
  'of tickets': policyOf(
    policyText({
      records:
        'records:\n  ticket: id\n  repeats: error\n  events: {created: a, responded: b}\n  fields: {due: {column: c, time: true, assume: start}}\n',
      clock: 'due: due',
    }),
  ),
  'of lengths': policyOf(
    policyText({
      records:
        'records:\n  ticket: id\n  events: {created: {column: a, time_of_day: b}}\n' +
        '  durations: {responded: {column: c, unit: min, after: created}, paused: {column: d, unit: h, assume: end}, held: {column: [e, f], optional: true}}\n',
      clock: 'start: created\nstop: responded\npause: [{total: paused}, {total: held, waiting_for: 备件}]',
    }),
  ),
  'of a preset': policyOf(
    policyText({
      records:
        'records:\n  preset: desk\n  ticket: [id, number]\n  events: {created: a, responded: {column: [b, d], optional: true}}\n' +
        '  fields: {due: {column: [c, e, f], time: true, optional: true}, type: {column: g, optional: true}}\n',
      clock: 'due: due',
    }),
  ),
  'of changes': policyOf(
    policyText({
      records:
        'records:\n  ticket: id\n  at: when\n  field: {column: field, values: {stat: status}}\n  from: old\n  to: new\n  actor: {column: user}\n  fields: {status: stat}\n',
      clock: 'start: status\nstop: {when: {status: done}}',
    }),
  ),
};

/** Every other value of a word of the grammar, by its key. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  boundary: BOUNDARIES,
  change: CHANGES,
  createdByAgent: CREATED_BY_AGENT,
  unanswered: UNANSWERED,
  rule: REOPENINGS,
  assume: ASSUMPTIONS,
  ambiguous: AMBIGUITIES,
  unit: UNITS,
  repeats: ['last', 'first', 'error'],
  version: ['at-start', 'at-breach'],
  stillOpen: ['breached', 'closed-only'],
  month: ['decided', 'created', 'stopped'],
  operator: ['<', '<=', '>', '>=', '=', '!='],
  end: ['closing', 'same-time', 'same-time-exact'],
  as: ['employee', 'department', 'supplier'],
  per: ['employee', 'team', 'department', 'supplier'],
  apply: ['each', 'highest'],
  figure: ['attainment', 'rating', 'runs', 'ratings', 'breaches'],
  code: ['CN', 'US-CA', 'US-NY', 'FR'],
};

/** What may change without a word on the page, and why. */
const SILENT: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/(^|\.)place(\.|$)/, 'where it stands in the file'],
  [/^(currency|language)$/, 'no verdict hangs on it'],
  [/\.tiers\.\d+\.number$/, 'its place in the list'],
  [/^consequences\.(compensation|liability)\.\d+\.id$/, 'a name in reports'],
  [/^records\.file\./, 'with another delimiter the columns named are not there: the export is refused'],
  [/^records\.form$/, 'told by which keys there are'],
  [/^records\.fields\.\d+\.time\.isOptional$/, 'told of the field'],
  [/(^|\.)clocks\.\d+\.(calendar|isOnShift)$/, 'the targets say theirs, which they took from the clock'],
  [/^earlier\.\d+\.(records|people|timezone)/, 'all versions have the same'],
  [
    /^earlier\.\d+\.(objectives|version|language|currency|earlier|consequences|personnel|leave|excuses|appeal|privacy|titles|figures)/,
    'the newest says it for all',
  ],
  [/\.kind$/, 'another kind is another thing: it is dropped as a whole instead'],
  [/\.targets\.\d+\.id$/, 'a name in reports'],
  [/^objectives\.\d+\.id$/, 'a name in reports, where there is a title'],
  [/\.values$/, 'of a column of times: nothing is mapped there'],
];

function isSilent(path: string, policy: Policy): boolean {
  if (SILENT.some(([pattern]) => pattern.test(path))) return true;
  if (path === 'version') return policy.earlier.length === 0;
  if (path === 'records.repeats') return policy.records.form !== 'tickets';
  if (path.endsWith('.clearedByEmpty')) return policy.records.form !== 'events';
  if (/^consequences\.rounding\./.test(path)) return policy.consequences.ladders.length === 0;
  if (isOfOpenCalendar(path, policy) || isOfMeasure(path, policy)) return true;
  const [, version = '', at = '', key = ''] = /^(?:earlier\.(\d+)\.)?clocks\.(\d+)\.(\w+)/.exec(path) ?? [];
  const clock = (version === '' ? policy : policy.earlier[Number(version)])?.clocks[Number(at)];
  if (clock === undefined) return false;
  // What is meant for another kind of clock; a reading of the grammar refuses it.
  if (key === 'unanswered' || key === 'createdByAgent')
    return clock.kind !== 'response' || policy.records.form !== 'events';
  if (key === 'boundary') return clock.kind === 'duty';
  if (key === 'change') return clock.kind === 'duty' || policy.records.form === 'tickets' || !isConditional(clock);
  if (key === 'minHolding') return !clock.charge.some(({ kind }) => kind === 'holder' || kind === 'unit');
  if (key === 'by') return clock.kind !== 'duty';
  return false;
}

/** Round the clock is so in every zone and with hours that overlap; `24x7` nobody can define. */
function isOfOpenCalendar(path: string, policy: Policy): boolean {
  const [, version = '', at = '', key = ''] = /^(?:earlier\.(\d+)\.)?calendars\.(\d+)\.(.*)/.exec(path) ?? [];
  const calendars = [...((version === '' ? policy : policy.earlier[Number(version)])?.calendars.values() ?? [])];
  const calendar = calendars[Number(at)];
  return at !== '' && (calendar?.id === '24x7' || (calendar?.id === 'hotline' && /^timezone|\.to$/.test(key)));
}

/** A figure is measured once in a window: the reader refuses what would act again. */
function isOfMeasure(path: string, { consequences }: Policy): boolean {
  const [, at = ''] = /^consequences\.ladders\.(\d+)\.tiers\.\d+\.repeats$/.exec(path) ?? [];
  const kind = consequences.ladders[Number(at)]?.count.kind;
  return at !== '' && (kind === 'attainment' || kind === 'rating');
}

function isConditional({ targets, when }: Clock): boolean {
  return when.length > 0 || targets.some((target) => target.when.length > 0 || target.within.kind === 'promised');
}

interface Mutant {
  readonly path: string;
  readonly value: unknown;
}

/** The value with one thing in it changed, for each thing in it. */
function* mutants(value: unknown, path: string, key: string): Generator<Mutant> {
  const within = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (value instanceof Map) {
    const entries = [...value];
    for (const [index, [name, part]] of entries.entries()) {
      yield { path: within(index), value: new Map(entries.toSpliced(index, 1)) };
      for (const mutant of mutants(part, within(index), '')) {
        yield { ...mutant, value: new Map(entries.with(index, [name, mutant.value])) };
      }
      if (key === 'calendars') continue;
      const other = typeof name === 'number' ? name + 1 : `${name}~`;
      yield { path: within(index), value: new Map(entries.with(index, [other, part])) };
    }
  } else if (Array.isArray(value)) {
    const isWeek = key === 'hours' && Array.isArray(value[0]);
    for (const [index, part] of value.entries()) {
      // A day of the week is never missing, but closed.
      if (!isWeek) yield { path: within(index), value: value.toSpliced(index, 1) };
      else if (part.length > 0) yield { path: within(index), value: value.with(index, []) };
      for (const mutant of mutants(part, within(index), ''))
        yield { ...mutant, value: value.with(index, mutant.value) };
    }
    const isOrdered = ['targets', 'charge', 'severity'].includes(key) && value.length > 1;
    if (isOrdered) yield { path, value: value.toReversed() };
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      for (const mutant of mutants(part, within(name), name))
        yield { ...mutant, value: { ...value, [name]: mutant.value } };
    }
  } else {
    for (const other of otherThan(value, key)) yield { path, value: other };
  }
}

/** Lengths and instants by an hour, which is a minute and more. */
function otherThan(value: unknown, key: string): unknown[] {
  const words = WORDS[key];
  if (words !== undefined && typeof value === 'string') return words.filter((word) => word !== value);
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') {
    const isSmall = ['makeUp', 'attain', 'atLeast', 'days', 'date'].includes(key);
    return [isSmall ? (key === 'makeUp' ? (value + 6) % 7 : value + 1) : value + 3_600_000];
  }
  return [`${String(value)}~`];
}

const wide = 10_000;
const pageOf = (policy: Policy) =>
  renderRules(policy, { ...english, width: wide }) + renderRules(policy, { ...chinese, width: wide });

describe.each(Object.entries(policies))('a policy %s', (_, policy) => {
  test('shows each of its properties', () => {
    const page = pageOf(policy);
    const unseen: string[] = [];
    let count = 0;
    for (const { path, value } of mutants(policy, '', '')) {
      if (isSilent(path, policy)) continue;
      count += 1;
      if (pageOf(value as Policy) === page) unseen.push(`${path}: ${JSON.stringify(at(value, path))}`);
    }
    expect(unseen).toEqual([]);
    expect(count).toBeGreaterThan(15);
  });
});

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    const parts = part instanceof Map ? [...part.values()] : part;
    return typeof parts === 'object' && parts !== null ? (parts as Record<string, unknown>)[name] : undefined;
  }, value);
}

test('another kind of clock is another page', () => {
  const [policy] = Object.values(policies);
  if (policy === undefined) throw new Error('no policy');
  const pages = KINDS.map((kind) => {
    const clocks = policy.clocks.map((clock) => (clock.id === 'answer' ? { ...clock, kind } : clock));
    return pageOf({ ...policy, clocks });
  });
  expect(new Set(pages).size).toBe(KINDS.length);
});

test.each(PARTS.map((kind) => [kind]))('a charge to the %s is told as such', (kind) => {
  const policy = policyOf(policyText({ clock: `charge: ${kind}` }));
  const other = policyOf(policyText({ clock: 'charge: department' }));
  expect(pageOf(policy)).not.toBe(pageOf(other));
});

// Typed by the domain: a key that is added there does not compile until it is here, and then has to be in the policies above.
/** But for what no policy says: `fits` is a habit of help desks. */
const clockKeys: Readonly<Record<Exclude<keyof Clock, 'fits'>, true>> = {
  ...{
    id: true,
    title: true,
    kind: true,
    start: true,
    during: true,
    stop: true,
    pause: true,
    cancel: true,
    reset: true,
    reopen: true,
  },
  ...{
    when: true,
    change: true,
    calendar: true,
    isOnShift: true,
    charge: true,
    severity: true,
    targets: true,
    attain: true,
  },
  ...{ by: true, boundary: true, minHolding: true, maxPause: true, unanswered: true, createdByAgent: true },
  ...{ stillOpen: true, month: true, place: true, pauseTotals: true, totalsWaitingFor: true },
};
const policyKeys: Readonly<Record<keyof Policy, true>> = {
  ...{
    file: true,
    name: true,
    effective: true,
    until: true,
    version: true,
    timezone: true,
    currency: true,
    language: true,
    titles: true,
  },
  ...{
    records: true,
    people: true,
    calendars: true,
    exclusions: true,
    clocks: true,
    objectives: true,
    earlier: true,
    consequences: true,
    excuses: true,
    personnel: true,
    leave: true,
    appeal: true,
    figures: true,
    privacy: true,
  },
};
const recordKeys: Readonly<Record<keyof Records, true>> = {
  ...{
    form: true,
    file: true,
    rows: true,
    repeats: true,
    ticket: true,
    events: true,
    at: true,
    event: true,
    actor: true,
  },
  ...{ sequence: true, change: true, fields: true, missing: true, include: true, durations: true, preset: true },
  ...{ verdicts: true },
};
const calendarKeys: Readonly<Record<keyof CalendarDefinition, true>> = {
  ...{ id: true, timezone: true, hours: true, holidays: true, dates: true, breaks: true, makeUp: true },
};
const stampKeys: Readonly<Record<keyof StampMapping, true>> = {
  ...{ column: true, values: true, place: true, formats: true, zone: true, assume: true, ambiguous: true },
  ...{ alternatives: true, isOptional: true, timeOfDay: true },
};
const durationKeys: Readonly<Record<keyof DurationColumn, true>> = {
  ...{ name: true, unit: true, after: true, assume: true, column: true, values: true, place: true },
  ...{ alternatives: true, isOptional: true },
};
const targetKeys: Readonly<Record<keyof Target, true>> = {
  ...{ id: true, when: true, within: true, calendar: true, isOnShift: true, place: true },
};
const exclusionKeys: Readonly<Record<keyof Exclusion, true>> = {
  ...{ start: true, end: true, reason: true, when: true, clocks: true, place: true },
};
const objectiveKeys: Readonly<Record<keyof Objective, true>> = {
  ...{ id: true, title: true, clocks: true, when: true, within: true, atLeast: true, by: true },
};
const reopenKeys: Readonly<Record<keyof Reopen, true>> = { on: true, rule: true, grace: true };
const rulesKeys: Readonly<Record<keyof ConsequenceRules, true>> = {
  ...{
    ladders: true,
    compensation: true,
    liability: true,
    rewards: true,
    rounding: true,
    rating: true,
    customer: true,
  },
};
const ladderKeys: Readonly<Record<keyof Ladder, true>> = {
  ...{ id: true, title: true, count: true, per: true, window: true, apply: true, tiers: true, cap: true, grace: true },
  ...{ reset: true, sparesOffDuty: true, place: true },
};
const tierKeys: Readonly<Record<keyof Tier, true>> = {
  ...{ number: true, at: true, repeats: true, every: true, needs: true, awards: true, place: true },
};
const capKeys: Readonly<Record<keyof Cap, true>> = { fine: true, fineShare: true, bonusShare: true, points: true };
const compensationKeys: Readonly<Record<keyof Compensation, true>> = {
  ...{ id: true, when: true, clocks: true, give: true, worth: true, bands: true, cap: true, atLeast: true },
  ...{ despiteExcuse: true, place: true },
};
const worthKeys: Readonly<Record<keyof Worth, true>> = { amount: true, share: true, of: true, quantity: true };
const rewardKeys: Readonly<Record<keyof Reward, true>> = {
  ...{ id: true, title: true, per: true, window: true, filter: true, lines: true, awards: true, place: true },
};
const bandKeys: Readonly<Record<keyof SeverityBand, true>> = { name: true, operator: true, over: true };

function worthsOf({ worth, bands }: Compensation): Worth[] {
  return [worth, ...bands.map((band) => band.worth)];
}

test.each<[string, object, (policy: Policy) => readonly (object | undefined)[]]>([
  ['the policy', policyKeys, (policy) => [policy]],
  ['clocks', clockKeys, ({ clocks }) => clocks],
  ['records', recordKeys, (policy) => [policy.records]],
  ['calendars', calendarKeys, (policy) => [...policy.calendars.values()]],
  ['columns of times', stampKeys, (policy) => policy.records.events],
  ['lengths', durationKeys, (policy) => policy.records.durations],
  ['targets', targetKeys, ({ clocks }) => clocks.flatMap(({ targets }) => targets)],
  ['exclusions', exclusionKeys, ({ exclusions }) => exclusions],
  ['objectives', objectiveKeys, ({ objectives }) => objectives],
  ['reopenings', reopenKeys, ({ clocks }) => clocks.map(({ reopen }) => reopen)],
  ['consequences', rulesKeys, ({ consequences }) => [consequences]],
  ['ladders', ladderKeys, ({ consequences }) => consequences.ladders],
  ['tiers', tierKeys, ({ consequences }) => consequences.ladders.flatMap(({ tiers }) => tiers)],
  ['caps', capKeys, ({ consequences }) => consequences.ladders.map(({ cap }) => cap)],
  ['compensation', compensationKeys, ({ consequences }) => consequences.compensation],
  ['worths', worthKeys, ({ consequences: { compensation } }) => compensation.flatMap(worthsOf)],
  ['rewards', rewardKeys, ({ consequences }) => consequences.rewards],
  ['bands', bandKeys, ({ clocks }) => clocks.flatMap(({ severity }) => severity)],
])('no key of %s is missing among the policies above', (_, keys, partsOf) => {
  const seen = Object.values(policies).flatMap((policy) => partsOf(policy).flatMap((part) => Object.keys(part ?? {})));
  expect(Object.keys(keys).filter((key) => !seen.includes(key))).toEqual([]);
});
