import { describe, expect, test } from 'vitest';
import { faultsOf, policyText, readPolicy, unmark } from './marked.ts';

/** Name, marked text, the code at each mark. */
type Row = readonly [name: string, marked: string, ...codes: string[]];

function check(rows: readonly Row[]): void {
  test.each(rows.map(([name, marked, ...codes]) => ({ name, marked, codes })))('$name', ({ marked, codes }) => {
    const { text, places } = unmark(marked);
    expect(faultsOf(text)).toEqual(codes.map((code, index) => [code, ...(places[index] ?? [])]));
    expect(readPolicy('policy.yaml', text).value === undefined).toBe(codes.length > 0);
  });
}

const clock = (text: string): string => policyText({ clock: text });
const rest = (text: string): string => policyText({ rest: text });
const records = (text: string): string => policyText({ records: text });
/** Records without roles, and a clock that an actor stops. */
const roleless = (actor: string, by: string, people = ''): string =>
  policyText({
    records: `  ticket: a\n  at: b\n  event: c\n${actor}`,
    rest: people,
    clock: `    start: created\n    stop: {event: responded, by: {${by}}}\n    within: 1h`,
  });
const STARTED = '    start: created\n    stop: responded\n';

describe('the base of these tests', () => check([['has no fault', policyText()]]));

describe('YAML', () =>
  check([
    ['a flow map never closed', 'slaudit: 1\nrecords: {ticket: a\n▲', 'policy-syntax'],
    ['a tab as indentation', 'records:\n▲\tticket: a\n', 'policy-syntax'],
    ['a key twice: the second is marked', `${policyText()}▲timezone: UTC\n`, 'duplicate-id'],
    ['an alias without an anchor', 'slaudit: ▲*nowhere\n', 'policy-syntax'],
    ['an alias inside what it names', 'name: &a [▲*a]\n', 'policy-syntax'],
    ['a NUL byte', 'slaudit: 1\nname: a▲\0b\n', 'policy-syntax'],
    ['a list as a key', `${policyText()}? ▲[a]\n: 1\n`, 'bad-value'],
    ['an empty file', '▲', 'bad-value'],
    ['a list', '▲- slaudit: 1\n', 'bad-value'],
  ]));

describe('how files are written', () =>
  check([
    [
      'a header of two rows has no fault',
      records('  file: {header: [2, 3]}\n  ticket: a\n  events: {created: b, responded: c}\n'),
    ],
    [
      'a header of three rows',
      records('  file: {header: [2, 3, ▲4]}\n  ticket: a\n  events: {created: b, responded: c}\n'),
      'bad-value',
    ],
  ]));

describe('stays and shifts', () =>
  check([
    ['a stay has no fault', clock('    during: {channel: a}\n    within: 1h')],
    ['a start beside during', clock('    ▲start: created\n    during: {channel: a}\n    within: 1h'), 'bad-value'],
    ['during that names no field', clock('    ▲during: {}\n    within: 1h'), 'bad-condition'],
    ['during that is a text is one fault', clock('    during: ▲channel\n    within: 1h'), 'bad-value'],
    ['during without a value is one fault', clock('    ▲during:\n    within: 1h'), 'bad-value'],
    ['during misspelt is one fault', clock('    ▲durring: {channel: a}\n    within: 1h'), 'unknown-key'],
    [
      'shifts without a roster',
      clock(`${STARTED}    calendar: ▲{of: holder, else: 24x7}\n    within: 1h`),
      'bad-value',
    ],
    [
      'working days in shifts',
      policyText({
        rest: 'people: roster.csv',
        clock: `${STARTED}    calendar: {of: holder, else: 24x7}\n    within: ▲2wd`,
      }),
      'bad-value',
    ],
  ]));

describe('keys', () =>
  check([
    ['unknown', `▲timezon: UTC\n${policyText()}`, 'unknown-key'],
    ['unknown, in a target', clock(`${STARTED}    targets: [{within: 1h, ▲wen: {status: a}}]`), 'unknown-key'],
    [
      'unknown, in a trigger',
      clock('    start: {event: created, ▲bye: {role: a}}\n    stop: responded\n    within: 1h'),
      'unknown-key',
    ],
    [
      'missing at the top: the first line',
      '▲slaudit: 1\nrecords: {ticket: a}\nclocks: {c: {start: [], stop: [], within: 1h}}',
      'missing-key',
    ],
    [
      'missing in a clock',
      policyText().replace('  answer:', '  ▲answer:').replace('    stop: responded\n', ''),
      'missing-key',
    ],
    ['missing in a list item', clock(`${STARTED}    targets: [▲{id: a}]`), 'missing-key'],
    [
      'of another form',
      records('  form: tickets\n  ticket: a\n  events: {created: b, responded: c}\n  ▲to: d'),
      'unknown-key',
    ],
    [
      'needed by the form',
      policyText({ records: '  form: events\n  ticket: a\n  event: b' }).replace('records:', '▲records:'),
      'missing-key',
    ],
    ['no clock', 'slaudit: 1\ntimezone: UTC\nrecords: {ticket: a}\n▲clocks: {}', 'bad-value'],
    ['a clock that promises nothing', clock(STARTED).replace('answer:', '▲answer:'), 'missing-key'],
    ['two kinds of promise', clock(`${STARTED}    within: 1h\n    ▲targets: [{within: 2h}]`), 'bad-value'],
    ['a duty without what fulfils it', clock(`${STARTED}    every: 1h`).replace('answer:', '▲answer:'), 'missing-key'],
    [
      'what fulfils a duty without an interval',
      clock(`${STARTED}    within: 1h\n    by: resolved`).replace('answer:', '▲answer:'),
      'missing-key',
    ],
    ['an option of another kind', clock(`${STARTED}    within: 1h\n    ▲unanswered: none`), 'unknown-key'],
    [
      'time options of a field that is no time',
      records('  ticket: a\n  events: {created: b, responded: c}\n  fields: {x: {column: x, ▲zone: UTC}}'),
      'unknown-key',
    ],
  ]));

describe('values', () =>
  check([
    ['another grammar', policyText().replace('slaudit: 1', 'slaudit: ▲2'), 'bad-value'],
    ['none', policyText({ top: 'timezone: UTC\n▲name:' }), 'bad-value'],
    ['not one of a few', clock(`${STARTED}    within: 1h\n    change: ▲at-instnat`), 'bad-value'],
    ['a list where a map belongs', rest('calendars: ▲[24x7]'), 'bad-value'],
    ['a map where a text belongs', clock('    start: created\n    stop: responded\n    within: ▲{h: 4}'), 'bad-value'],
    ['a share without its sign', clock(`${STARTED}    within: 1h\n    attain: ▲90`), 'bad-value'],
    ['a share over the whole', clock(`${STARTED}    within: 1h\n    attain: ▲101%`), 'bad-value'],
    ['a currency in words', policyText({ top: 'timezone: UTC\ncurrency: ▲元' }), 'bad-value'],
    [
      'two characters between cells',
      records('  ticket: a\n  events: {created: b, responded: c}\n  file: {delimiter: ▲"||"}'),
      'bad-value',
    ],
    [
      'two targets of one id',
      clock(`${STARTED}    targets: [{id: a, within: 1h}, {id: ▲a, within: 2h}]`),
      'duplicate-id',
    ],
    [
      'an id that is the number of another',
      clock(`${STARTED}    targets: [{id: "2", within: 1h}, ▲{within: 2h}]`),
      'duplicate-id',
    ],
    ['no targets', clock(`${STARTED}    ▲targets: []`), 'bad-value'],
    [
      'a field named like a column of the record',
      records('  ticket: a\n  events: {created: b, responded: c}\n  fields: {▲severity: d}'),
      'reserved-name',
    ],
    [
      'a calendar named like the built-in one',
      rest('calendars: {▲24x7: {hours: {mon: ["09:00-10:00"]}}}'),
      'reserved-name',
    ],
    ['a kind of calendar that is none', rest('calendars: {a: ▲24/7}'), 'bad-value'],
    [
      'moment.js letters in a time format',
      records('  ticket: a\n  events: {created: b, responded: c}\n  time: {format: ▲YYYY-MM-DD}'),
      'bad-value',
    ],
    [
      'a time format without a day',
      records('  ticket: a\n  events: {created: b, responded: c}\n  time: {format: ▲"HH:mm"}'),
      'bad-value',
    ],
  ]));

describe('names', () =>
  check([
    ['zone', policyText({ top: 'timezone: ▲Asia/Peking' }), 'unknown-timezone'],
    ['zone: an offset is not one', policyText({ top: 'timezone: ▲"+08:00"' }), 'unknown-timezone'],
    ['calendar of a clock', clock(`${STARTED}    within: 1h\n    calendar: ▲office-hour`), 'unknown-calendar'],
    ['calendar of a target', clock(`${STARTED}    targets: [{within: 1h, calendar: ▲nowhere}]`), 'unknown-calendar'],
    [
      'clock of an exclusion',
      rest('exclusions: [{from: 2026-01-01, until: 2026-01-02, reason: a, clocks: [answer, ▲answr]}]'),
      'unknown-clock',
    ],
    ['field of a condition', clock(`${STARTED}    within: 1h\n    when: {▲chanel: phone}`), 'unknown-field'],
    ['field that is charged', clock(`${STARTED}    within: 1h\n    charge: [holder, ▲department]`), 'unknown-field'],
    ['event, near a listed one', clock('    start: created\n    stop: ▲respondd\n    within: 1h'), 'unknown-event'],
    [
      'event, unlike the listed ones: the export may have it',
      clock('    start: created\n    stop: closed\n    within: 1h'),
    ],
    [
      'event, two letters from a listed one: the export may have it',
      clock('    start: created\n    stop: unresolved\n    within: 1h'),
    ],
    [
      'event in form tickets',
      policyText({
        records: '  ticket: a\n  events: {created: b}',
        clock: '    start: created\n    stop: ▲closed\n    within: 1h',
      }),
      'unknown-event',
    ],
    [
      'event in form changes: any field',
      policyText({
        records: '  ticket: a\n  at: b\n  field: c\n  to: d',
        clock: '    start: x\n    stop: y\n    within: 1h',
      }),
    ],
    [
      'role, without a column for it',
      policyText({
        records: '  ticket: a\n  at: b\n  event: c\n  actor: d',
        clock: '    start: x\n    stop: {event: y, by: {▲role: z}}\n    within: 1h',
      }),
      'bad-value',
    ],
    ['fields in Chinese', clock(`${STARTED}    within: 1h\n    when: {部门: 维修, ▲部们: 维修}`), 'unknown-field'],
  ]));

describe('triggers and pauses', () => {
  const start = (text: string): string => clock(`    start: ${text}\n    stop: responded\n    within: 1h`);
  check([
    ['nothing said', start('▲{}'), 'bad-value'],
    ['nothing in it', start('{▲when: }'), 'bad-value'],
    ['an event and a state', start('▲{event: created, while: {status: a}}'), 'bad-value'],
    ['first and an event', start('▲{event: created, first: true}'), 'bad-value'],
    ['an actor of no event', start('▲{when: {status: a}, by: {role: b}}'), 'bad-value'],
    ['a role that nothing in the records names', roleless('  actor: 操作人', '▲role: agent'), 'bad-value'],
    ['a role on the roster', roleless('  actor: 操作人', 'role: agent', 'people: roster.csv')],
    ['a role on the roster of nobody knows whom', roleless('', '▲role: agent', 'people: roster.csv'), 'bad-value'],
    ['a pause with one end', clock(`${STARTED}    within: 1h\n    pause: ▲{from: created}`), 'bad-value'],
    [
      'a pause of two kinds',
      clock(`${STARTED}    within: 1h\n    pause: [▲{while: {status: a}, until: created}]`),
      'bad-value',
    ],
  ]);
});

describe('pauses by a total', () => {
  const total = (lines: string, durations = 'durations: {paused: {column: c, unit: min}}'): string =>
    policyText({
      records: `  ticket: a\n  events: {created: b, responded: d}\n  ${durations}\n  fields: {status: e}`,
      clock: `${STARTED}${lines}`,
    });
  const within = '    within: 1h\n';
  check([
    ['of the records', total(`${within}    pause: {total: paused}`)],
    ['beside a state', total(`${within}    pause: [{while: {status: a}}, {total: [paused]}]`)],
    ['that the records do not have', total(`${within}    pause: {total: ▲pausd}`), 'bad-value'],
    [
      'that is an event',
      total(`${within}    pause: {total: ▲x}`, 'durations: {x: {column: c, after: created}}'),
      'bad-value',
    ],
    ['of two kinds', total(`${within}    pause: [▲{while: {status: a}, total: paused}]`), 'bad-value'],
    ['of a duty', total('    every: 1h\n    by: created\n    pause: {total: ▲paused}'), 'bad-value'],
    [
      'of each round',
      total(`${within}    reopen: {on: created, rule: cycle}\n    pause: {total: ▲paused}`),
      'bad-value',
    ],
    [
      'of each stay',
      total(`${within}    pause: {total: ▲paused}`).replace('start: created', 'during: {status: a}'),
      'bad-value',
    ],
  ]);
});

describe('lengths, hours, dates, conditions', () => {
  const within = (text: string): string => clock(`${STARTED}    within: ${text}`);
  const hours = (text: string): string => rest(`calendars: {a: {hours: {${text}}}}`);
  const when = (text: string): string => clock(`${STARTED}    within: 1h\n    when: {status: ${text}}`);
  check([
    ['no unit', within('▲30'), 'bad-duration'],
    ['below zero', within('▲-5m'), 'bad-duration'],
    ['words', within('▲half an hour'), 'bad-duration'],
    ['less than a millisecond', within('▲0.5ms'), 'bad-duration'],
    ['zero is a promise', within('0s')],
    ['zero is no interval', clock(`${STARTED}    every: ▲0s\n    by: resolved`), 'bad-duration'],
    ['working days as an interval', clock(`${STARTED}    every: ▲1wd\n    by: resolved`), 'bad-duration'],
    ['a day where the calendar never closes', within('2d')],
    [
      'a day where it closes (S9)',
      policyText({
        rest: 'calendars: {a: {hours: {mon: ["09:00-17:00"]}}}',
        clock: `${STARTED}    calendar: a\n    within: ▲1d`,
      }),
      'day-without-kind',
    ],
    ['hours without minutes', hours('mon: [▲9-17]'), 'bad-hours'],
    ['hour 25', hours('mon: [▲"09:00-25:00"]'), 'bad-hours'],
    ['a span of no length', hours('mon: [▲"09:00-09:00"]'), 'bad-hours'],
    ['a day that is none', hours('▲monday: ["09:00-17:00"]'), 'bad-hours'],
    ['a day twice', hours('mon-fri: ["09:00-17:00"], ▲fri: ["09:00-12:00"]'), 'bad-hours'],
    ['30 February', rest('calendars: {a: {hours: {}, dates: {▲2026-02-30: closed}}}'), 'bad-date'],
    ...['china', 'UK', 'de', 'US-CAL', 'CN-31', 'XX', 'company.ical'].map(
      (source): Row => [
        `a holiday that is ${source}`,
        rest(`calendars: {a: {hours: {}, holidays: [CN, DE-BY, company.ics, ▲${source}]}}`),
        'bad-value',
      ],
    ),
    ['an effective date', policyText({ top: 'timezone: UTC\neffective: ▲2026-13-01' }), 'bad-date'],
    [
      'an exclusion that ends before it begins',
      rest('exclusions: [{from: 2026-01-02, until: ▲2026-01-02, reason: a}]'),
      'bad-date',
    ],
    ['two versions that do not say from when', `${policyText()}---\n▲${policyText()}`, 'missing-key'],
    [
      'two versions from one instant',
      `${policyText({ top: 'timezone: UTC\neffective: 2026-01-01' })}---\n${policyText({ top: 'timezone: UTC\n▲effective: 2026-01-01' })}`,
      'duplicate-id',
    ],
    ['less than a word', when('▲"< urgent"'), 'bad-condition'],
    ['an empty list', when('▲[]'), 'bad-condition'],
    ['a comparison in a list', when('[a, ▲"> 5"]'), 'bad-condition'],
    ['a band without a comparison', clock(`${STARTED}    within: 1h\n    severity: {minor: ▲30m}`), 'bad-condition'],
    ['a promise in no field', clock(`${STARTED}    due: ▲promised`), 'unknown-field'],
    ['a promise in a field that is no time', clock(`${STARTED}    due: ▲status`), 'bad-value'],
    ['a promise beside targets', clock(`${STARTED}    targets: [{within: 1h}]\n    ▲due: status`), 'bad-value'],
    ['a band without a length', clock(`${STARTED}    within: 1h\n    severity: {minor: ▲"> 30"}`), 'bad-duration'],
  ]);
});

describe('verdicts of the source', () =>
  check([
    [
      'of no clock',
      records('  ticket: a\n  events: {created: b, responded: c}\n  verdict: {column: d, clock: ▲ansver, met: y}'),
      'unknown-clock',
    ],
    [
      'of nobody knows which clock',
      records('  ticket: a\n  events: {created: b, responded: c}\n  ▲verdict: {column: d, met: y}'),
      'missing-key',
    ],
    [
      'that never say anything',
      records('  ticket: a\n  events: {created: b, responded: c}\n  verdict: ▲{column: d, clock: answer}'),
      'missing-key',
    ],
    [
      'that say both',
      records(
        '  ticket: a\n  events: {created: b, responded: c}\n  verdict: {column: d, clock: answer, met: y, breached: [n, ▲y]}',
      ),
      'bad-value',
    ],
    [
      'of a clock twice',
      records(
        '  ticket: a\n  events: {created: b, responded: c}\n  verdict: [{column: d, clock: answer, met: y}, ▲{column: e, clock: answer, met: y}]',
      ),
      'duplicate-id',
    ],
  ]));

test('all faults of a file are told at once, by place', () => {
  const { text, places } = unmark(`slaudit: 1
name: 售后
timezone: ▲Asia/Peking
records:
  form: tickets
  ticket: 工单号
  events: {created: 创建, responded: 回复}
  fields: {渠道: 渠道, ▲clock: 时钟}
calendars:
  office:
    hours: {mon-fri: [▲"9-17", "09:00-17:00"]}
    ▲holidys: [CN]
clocks:
  ▲answer:
    start: ▲creatd
    within: ▲1d
    calendar: office
  ▲repair:
    start: [created]
    stop: responded
    when: {渠道: 电话, ▲类型: 投诉}
    calendar: ▲ofice
excuses: {file: excuses.csv, within: ▲30 dais}
`);
  expect(faultsOf(text)).toEqual(
    [
      'unknown-timezone',
      'reserved-name',
      'bad-hours',
      'unknown-key',
      'missing-key',
      'unknown-event',
      'day-without-kind',
      'missing-key',
      'unknown-field',
      'unknown-calendar',
      'bad-duration',
    ].map((code, index) => [code, ...(places[index] ?? [])]),
  );
});

test.each([
  ['    calendar: ofice', 'office'],
  ['    change: at-intant', 'at-instant'],
  ['    withinn: 1h', 'within'],
  ['    when: {chanel: x}', 'channel'],
  ['    cancel: creatd', 'created'],
  ['    charge: holdr', 'holder'],
])('%s: did you mean "%s"?', (line, meant) => {
  const text = policyText({
    rest: 'calendars: {office: {hours: {mon: ["09:00-10:00"]}}}',
    clock: `${STARTED}    within: 1h\n${line}`,
  });
  const [first, ...more] = readPolicy('p', text).diagnostics;
  expect(first?.hint).toContain(`Did you mean "${meant}"?`);
  expect(more).toEqual([]);
});

test('nothing of the schema library is heard', () => {
  const text = policyText({
    rest: 'calendars: []\nexclusions: {}\nlanguage: fr',
    clock: '    start: {first: false}\n    targets: 4h',
  });
  for (const { message, hint = '' } of readPolicy('p', text).diagnostics) {
    expect(`${message} ${hint}`).not.toMatch(
      /invalid|received|expected (string|array|object|record)|undefined|\bzod\b/i,
    );
  }
});

test('a missing key and a wrong value are told with what the grammar says of the key', () => {
  const text = policyText({ top: 'name: a' }).replace('within: 4h', 'within: {h: 4}');
  const hints = readPolicy('p', text).diagnostics.map((each) => each.hint ?? '');
  expect(hints[0]).toContain('IANA zone');
  expect(hints[1]).toContain('target of a clock');
});

test.each([
  ['UK', 'Did you mean "GB"?'],
  ['uk-sct', 'Did you mean "GB-SCT"?'],
  ['de-by', 'Did you mean "DE-BY"?'],
  ['Germany', 'Did you mean "DE"?'],
  ['Germny', 'Did you mean "DE"?'],
  ['NZ-CANT', 'Did you mean "NZ-CAN"?'],
  ['CN-31', 'the country is CN.'],
])('the country that was meant by %s', (source, hint) => {
  const text = rest(`calendars: {a: {hours: {}, holidays: ${source}}}`);
  const { diagnostics } = readPolicy('policy.yaml', text);
  expect(diagnostics.map((each) => each.hint)).toEqual([expect.stringContaining(hint)]);
});
