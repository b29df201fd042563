import { expect, test } from 'vitest';
import { lintPolicy } from '../../src/policy/lint.ts';
import { policyText, readPolicy } from './marked.ts';

/** Codes of what the author of such a clock can hardly have meant. */
function lint(clock: string): string[] {
  const { value, diagnostics } = readPolicy('policy.yaml', policyText({ clock }));
  expect(diagnostics).toEqual([]);
  return value === undefined ? [] : lintPolicy(value).map(({ code }) => code);
}

const run = (parts: string) => lint(`    start: created\n    stop: ${parts}`);
const stay = (parts: string) => lint(`    during: ${parts}`);

test.each([
  ['its when is what the stop ends', '{when: {status: done}}\n    when: {status: [open, wip]}\n    within: 1h'],
  ['its when denies what the stop brings', '{when: {status: done}}\n    when: {status: "!= done"}\n    within: 1h'],
])('a clock is told of where %s', (_, parts) => {
  expect(run(parts)).toEqual(['stop-ends-when']);
});

test.each([
  ['the stop brings another field', '{when: {status: done}}\n    when: {channel: web}\n    within: 1h'],
  [
    'the stop brings one of the values asked for',
    '{when: {status: done}}\n    when: {status: [open, done]}\n    within: 1h',
  ],
  ['the stop denies another value', '{when: {status: "!= open"}}\n    when: {status: [open, done]}\n    within: 1h'],
])('a clock is not told of where %s', (_, parts) => {
  expect(run(parts)).toEqual([]);
});

test.each([
  [
    'a target asks for another value',
    '{status: open}\n    targets: [{when: {status: done}, within: 1h}, {within: 2h}]',
  ],
  ['a target denies the value', '{status: open}\n    targets: [{when: {status: "!= open"}, within: 1h}, {within: 2h}]'],
  [
    'a target asks for what the stay denies',
    '{status: "!="}\n    targets: [{when: {status: ""}, within: 1h}, {within: 2h}]',
  ],
  ['the clock asks for another value', '{status: open}\n    when: {status: done}\n    within: 1h'],
])('no stay can have a target where %s', (_, parts) => {
  expect(stay(parts)).toEqual(['dead-target']);
});

test.each([
  [
    'a target asks for another field',
    '{status: open}\n    targets: [{when: {channel: web}, within: 1h}, {within: 2h}]',
  ],
  [
    'a target asks for one of the values',
    '{status: [open, wip]}\n    targets: [{when: {status: wip}, within: 1h}, {within: 2h}]',
  ],
])('a stay can have its target where %s', (_, parts) => {
  expect(stay(parts)).toEqual([]);
});
