import { describe, expect, test } from 'vitest';
import { faultsOf, policyText, readPolicy, unmark } from './marked.ts';

const DAY = 86_400_000;
const figuresOf = (rest: string) => readPolicy('policy.yaml', policyText({ rest })).value?.figures;

describe('how figures are made', () => {
  test('nothing is said: all as usual', () => {
    expect(figuresOf('')).toBeUndefined();
  });

  test('everything', () => {
    const text = `rating: channel
figures:
  first_contact: {channel: phone}
  backlog: {bands: [12h, 1d, 30d]}
  satisfaction: {low: "< 2.5", dissatisfied: {channel: [bad, worse]}}
`;
    expect(figuresOf(text)).toEqual({
      firstContact: [{ field: 'channel', kind: 'one-of', values: ['phone'] }],
      backlogBands: [DAY / 2, DAY, 30 * DAY],
      lowScore: { operator: '<', value: 2.5 },
      dissatisfied: [{ field: 'channel', kind: 'one-of', values: ['bad', 'worse'] }],
    });
  });
});

describe('faults, each with its place', () => {
  const rows: readonly (readonly [name: string, rest: string, ...codes: string[]])[] = [
    ['a band that is no longer than the one before', 'figures: {backlog: {bands: [1d, ▲24h]}}\n', 'bad-value'],
    ['a band that is no length', 'figures: {backlog: {bands: [▲soon]}}\n', 'bad-duration'],
    ['no bands', 'figures: {backlog: {bands: ▲[]}}\n', 'bad-value'],
    ['a score that compares nothing', 'rating: channel\nfigures: {satisfaction: {low: ▲2}}\n', 'bad-condition'],
    ['a score that is no number', 'rating: channel\nfigures: {satisfaction: {low: ▲"<= bad"}}\n', 'bad-condition'],
    ['low scores without a rating', 'figures: {▲satisfaction: {low: "<= 2"}}\n', 'missing-key'],
    ['a field that the records lack', 'figures: {first_contact: {▲once: yes}}\n', 'unknown-field'],
    ['a key that there is not', 'figures: {▲satisfied: {}}\n', 'unknown-key'],
  ];
  test.each(rows.map(([name, rest, ...codes]) => ({ name, rest, codes })))('$name', ({ rest, codes }) => {
    const { text, places } = unmark(policyText({ rest }));
    expect(faultsOf(text)).toEqual(codes.map((code, index) => [code, ...(places[index] ?? [])]));
  });
});
