import { describe, expect, test } from 'vitest';
import { codes } from '../../src/diagnostics/codes.ts';
import type { Title } from '../../src/domain/policy.ts';
import { catalogues, titleOf } from '../../src/locale/catalogue.ts';
import { en } from '../../src/locale/en.ts';
import { zh } from '../../src/locale/zh.ts';

describe('a duration says all it knows (S7)', () => {
  test.each([
    [0, '0s', '0秒'],
    [59, '59s', '59秒'],
    [60, '1m 0s', '1分0秒'],
    [14_400, '4h 0m 0s', '4小时0分0秒'],
    [14_420, '4h 0m 20s', '4小时0分20秒'],
    [14_400.001, '4h 0m 0.001s', '4小时0分0.001秒'],
    // A day of a service desk has no fixed length, so hours go on (S9): 82 · 3600 + 42 · 60 + 12.
    [297_732, '82h 42m 12s', '82小时42分12秒'],
    // 59.9996 s is nearest to 60.000.
    [59.9996, '1m 0s', '1分0秒'],
  ])('%d s: %s, %s', (seconds, english, chinese) => {
    expect(en.duration(seconds)).toBe(english);
    expect(zh.duration(seconds)).toBe(chinese);
  });
});

describe('a duration as clocks show it, in either language', () => {
  test.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    // 10 · 60 + 13.
    [613, '0:10:13'],
    // 8 · 3600 + 43 · 60 + 7.
    [31_387, '8:43:07'],
    // 132 · 3600 + 24 · 60: never days (S9).
    [476_640, '132:24:00'],
    [14_420.25, '4:00:20.250'],
    [7.001, '0:00:07.001'],
    // 59.9996 s is nearest to 60.000.
    [59.9996, '0:01:00'],
  ])('%d s: %s', (seconds, shown) => {
    expect(en.clockDuration(seconds)).toBe(shown);
    expect(zh.clockDuration(seconds)).toBe(shown);
  });
});

test('a promise says which kind of day it means', () => {
  expect(en.promise({ kind: 'working-days', days: 1, end: 'closing' })).toBe('1 working day, to closing time');
  expect(en.promise({ kind: 'working-days', days: 3, end: 'same-time' })).toBe('3 working days, to the same time');
  expect(zh.promise({ kind: 'working-days', days: 3, end: 'closing' })).toBe('3个工作日（至下班）');
  expect(zh.promise({ kind: 'duration', length: 1_800_000 })).toBe('30分0秒');
});

test.each<[Title, string, string]>([
  [{ en: 'Resolution', zh: '解决' }, 'Resolution', '解决'],
  [{ zh: '解决' }, '解决', '解决'],
  [{}, 'resolution', 'resolution'],
])('a title falls back to the other language, then to the id: %o', (title, english, chinese) => {
  expect(titleOf(title, 'resolution', en)).toBe(english);
  expect(titleOf(title, 'resolution', zh)).toBe(chinese);
});

test('every finding that a report can tell of has a Chinese title', () => {
  const told = Object.entries(codes).filter(([, { severity }]) => severity !== 'error');
  expect(told.map(([code]) => code).filter((code) => !Object.hasOwn(zh.findings, code))).toEqual([]);
});

test('every reason for which a row is set aside is told in words', () => {
  const judging = ['repeated-row', 'after-as-of', 'without-event', 'not-included'];
  const repeats = ['superseded', 'duplicate-ticket'];
  const unusable = ['wrong-cell-count', 'missing-ticket', 'missing-time', 'bad-timestamp', 'bad-length', 'bad-number'];
  const noRows = ['total-row', 'footer-row', 'repeated-header'];
  const reasons = [...judging, ...repeats, ...unusable, ...noRows].toSorted();
  for (const words of Object.values(catalogues)) expect(Object.keys(words.setAside).toSorted()).toEqual(reasons);
});

/** All fixed texts of a catalogue, by their path. */
function texts(part: object, path = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]];
    return typeof value === 'object' && value !== null ? texts(value, `${path}${key}.`) : [];
  });
}

test('no text uses signs that are one column wide in some terminals and two in others', () => {
  const ambiguous = /[\u00a7\u00b0\u00b1\u00b7\u00d7\u2010-\u2027\u2030-\u203b\u2190-\u21ff\u2460-\u24ff\u2500-\u25ff]/;
  const faulty = Object.values(catalogues).flatMap((words) => texts(words).filter(([, text]) => ambiguous.test(text)));
  expect(faulty).toEqual([]);
});

test('nothing was left in English', () => {
  const english = new Map(texts(en));
  const same = texts(zh).filter(([path, text]) => english.get(path) === text && /\p{Letter}/u.test(text));
  // Names that are the same in every language.
  expect(new Set(same.map(([, text]) => text))).toEqual(new Set(['UTC', 'SHA-256', 'slaudit']));
});
