// node stages.ts POLICY FILE: how long reading takes, and how long verdicts and figures, as for a report by employee in CSV, by one thread;
// seconds as JSON.
import { createReadStream, readFileSync } from 'node:fs';
import { audit, readPolicies } from '../../../src/run.ts';

const [policyFile = '', file = ''] = process.argv.slice(2);
const { value: policy } = await readPolicies([{ file: policyFile, text: readFileSync(policyFile, 'utf8') }]);
if (policy === undefined) throw new Error(`${policyFile} is no policy`);
const source = { name: file, chunks: () => createReadStream(file, { highWaterMark: 1 << 20 }) };
const started = performance.now();
const { value } = await audit(policy, [source], { asOf: Date.parse('2026-01-15T00:00+08:00') });
const read = performance.now();
const others = { breachLines: false, breachParties: false, trend: false, backlog: false };
const report = value?.report({ by: [{ by: 'employee' }], ...others });
if (report === undefined) throw new Error(`${file} cannot be read`);
const done = performance.now();
process.stdout.write(JSON.stringify({ reading_s: (read - started) / 1000, judging_s: (done - read) / 1000 }));
