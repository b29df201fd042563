import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/cli/command-line.ts';

const options = [
  { long: '--by', required: true },
  { long: '--strict', required: false },
  { long: '--policy', short: '-p', required: true },
  { long: '--period', required: true },
  { long: '--as-of', required: true },
  { long: '--output', short: '-o', required: true },
  { long: '--format', short: '-f', required: true },
  { long: '--view', required: true },
  { long: '--fail-on', required: true },
  { long: '--log', required: true },
  { long: '--status', required: false },
  { long: '--quiet', required: false },
  { long: '--manifest', required: false },
];

const command = (argv: string, result = {}) => commandOf(argv.split(' '), options, result).join(' ');

describe('the command of a result', () => {
  test.each([
    ['report -p a.yaml t.csv -o x.csv --quiet --status --log l --manifest', {}, 'slaudit report -p a.yaml t.csv'],
    ['report t.csv -pa.yaml -ox.csv --log=l', {}, 'slaudit report -pa.yaml t.csv'],
    ['report t.csv --by a --strict -p a.yaml u.csv', {}, 'slaudit report --by a --strict -p a.yaml t.csv u.csv'],
    [
      'report -p a t --view summary,breaches -f csv',
      { view: 'breaches', format: 'csv' },
      'slaudit report -p a --view breaches -f csv t',
    ],
    [
      'report -p a t --period last-month --as-of now',
      { period: '2026-10', asOf: '2026-11-01T00:00:00Z' },
      'slaudit report -p a --period 2026-10 --as-of 2026-11-01T00:00:00Z t',
    ],
    ['report -p a t --as-of 2026-10-01', { asOf: '2026-09-30T16:00:00Z' }, 'slaudit report -p a --as-of 2026-10-01 t'],
    // What a report is held against does not change it; of a check it does.
    ['report -p a t --fail-on x', {}, 'slaudit report -p a t'],
    ['check -p a t --fail-on x', {}, 'slaudit check -p a --fail-on x t'],
    // An option takes the next word whatever it is.
    ['report -p -o t', {}, 'slaudit report -p -o t'],
    ['report -p a - ', {}, 'slaudit report -p a - '],
    ['report -p a -- -odd.csv', {}, 'slaudit report -p a -- -odd.csv'],
  ])('%s %j: %s', (argv, result, expected) => expect(command(argv, result)).toBe(expected));
});
