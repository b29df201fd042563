import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyText, readPolicy } from './marked.ts';

/** Whatever the text: no exception, and either a policy or faults of which each has its place in the text. */
function read(text: string) {
  const { value, diagnostics } = readPolicy('p', text);
  expect(value === undefined).toBe(diagnostics.length > 0);
  const lines = text.split('\n').length;
  for (const { place, message } of diagnostics) {
    expect(message).not.toBe('');
    expect(place?.line).toBeGreaterThanOrEqual(1);
    expect(place?.line).toBeLessThanOrEqual(lines + 1);
    expect(place?.column).toBeGreaterThanOrEqual(1);
    expect(place?.length).toBeGreaterThanOrEqual(1);
  }
  return diagnostics.map((each) => each.code);
}

const BASE = policyText({
  rest:
    'calendars: {office: {hours: {mon-fri: ["09:00-17:00"]}, dates: {2026-01-01: closed}}}\nexclusions: [{from: 2026-01-01, until: 2026-01-02, reason: a}]\n' +
    `currency: CNY
rating: amount
excuses: {file: e.csv, within: 30d}
ladders:
  - id: fines
    count: {breaches: {severity: minor, weights: {minor: 2}, after: training}}
    per: employee
    window: 12 months
    tiers: [{at: 1, fine: 50, needs: {exam: 1}, every: 2}, {at: 2, bonus: 5%, action: exam, for: 6 months}]
    cap: {fine: 800, bonus: 20%}
    reset: {after: [notice], clean: 6 months}
  - {id: rate, count: {rating: {ratings: 3}}, per: team, window: month, tiers: [{below: 4.0, points: 1}]}
compensation: [{give: a, percent: 5%, of: amount, bands: [{over: "> 1h", amount: 5}]}]
rewards: [{per: team, window: month, when: {attainment: ">= 98%"}, give: {points: 1}}]`,
  clock: `    start: [created, {first: true}]
    stop: {event: responded, by: {role: a}}
    pause: {while: {status: "> 5"}}
    severity: {minor: "<= 1h"}
    calendar: office
    targets: [{within: 1h}, {within: 2wd}]`,
});

test('mutated policies', () => {
  expect(read(BASE)).toEqual([]);
  const odd = fc.constantFrom(
    '',
    ' ',
    '\n',
    ':',
    '{',
    '}',
    '[',
    ']',
    '&a',
    '*a',
    '<<',
    '!!set',
    '"',
    '|',
    '- ',
    '? ',
    '%YAML 1.1\n---\n',
    '\0',
    '\uD800',
    '__proto__',
    'null',
    '0',
    '-1',
    '.inf',
    '.nan',
    '1e999',
  );
  const cut = fc.record({ at: fc.nat(BASE.length), drop: fc.nat(12), put: odd });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      read(cuts.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), BASE));
    }),
    { seed: 20_261_122, numRuns: 400 },
  );
});

test('values of any kind in the place of any other', () => {
  const lines = BASE.split('\n');
  const value = fc.constantFrom(
    '[]',
    '{}',
    '[[a]]',
    '{a: b}',
    '1',
    '-',
    'true',
    '~',
    '"x"',
    '{__proto__: 1}',
    '[null]',
    '{constructor: {a: 1}}',
  );
  fc.assert(
    fc.property(fc.nat(lines.length - 1), value, (index, put) => {
      read(lines.map((line, at) => (at === index ? line.replace(/: .*/, `: ${put}`) : line)).join('\n'));
    }),
    { seed: 20_261_122, numRuns: 200 },
  );
});

test('aliases that would fill the memory', () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner =
      level === 0
        ? 'lol'
        : Array(10)
            .fill(`*a${level - 1}`)
            .join(', ');
    return `a${level}: &a${level} [${inner}]`;
  });
  expect(read(levels.join('\n'))).toContain('policy-syntax');
});

test('brackets nested deep', () => {
  expect(read(`name: ${'['.repeat(200)}${']'.repeat(200)}`)).toContain('policy-syntax');
  expect(read(`name: ${'['.repeat(20_000)}`)).toContain('policy-syntax');
});

test('ten thousand keys', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `key${index}: 1`).join('\n');
  expect(read(`${many}\n${BASE}`).filter((code) => code === 'unknown-key')).toHaveLength(10_000);
  const fields = Array.from({ length: 10_000 }, (_, index) => `    f${index}: c`).join('\n');
  const records = `  ticket: a\n  events: {created: b, responded: c}\n  fields:\n${fields}`;
  expect(read(policyText({ records }))).toEqual([]);
});

test('keys that objects have of their own', () => {
  expect(read(`__proto__: 1\nconstructor: 2\ntoString: 3\n${BASE}`)).toEqual(Array(3).fill('unknown-key'));
  const text = BASE.replace('fields: {', 'fields: {__proto__: a, constructor: b, ');
  expect(read(text)).toEqual([]);
  expect(
    readPolicy('p', text)
      .value?.records.fields.map((each) => each.field)
      .slice(0, 2),
  ).toEqual(['__proto__', 'constructor']);
});
