import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/ingest/presets/presets.ts';
import { readExports } from '../../../src/ingest/read-exports.ts';
import { readPolicies } from '../../../src/policy/read-by-grammar.ts';
import { sharedPath } from '../../setup/shared.ts';
import { contentOf, source } from '../exports.ts';

const log = sharedPath('exports/bpic2013/incidents.csv.gz');

// How many there are of what is told beside the log (../shared/exports/README.md); its first row as it stands there.
describe.skipIf(log === undefined)(`the BPI Challenge 2013${log === undefined ? ' (not on this machine)' : ''}`, () => {
  test('is read by the preset xes as it stands', { timeout: 60_000 }, async () => {
    const texts = new Map(Object.entries(presets).map(([name, { records }]) => [name, records]));
    const text =
      'slaudit: 1\ntimezone: Europe/Stockholm\nrecords: xes\nclocks: {any: {start: {first: true}, stop: Completed, within: 5d}}\n';
    const { value: policy } = readPolicies([{ file: 'policy.yaml', text }], texts);
    if (policy === undefined || log === undefined) throw new Error('no policy');
    const { value, diagnostics } = await readExports([source('incidents.csv.gz', readFileSync(log))], policy);
    expect(diagnostics).toEqual([]);
    expect(value?.tallies).toMatchObject([{ rows: 65_533 }]);
    expect(value?.log.tickets.size).toBe(7_554);
    expect(value && contentOf(value.log, 0)).toBe(
      '1-364285768 2010-03-31T14:59:42.000Z Accepted Frederic A2_4 activity=Accepted transition=In Progress assignee=Frederic department=V30',
    );
  });
});
