import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Audit } from '../../src/run.ts';
import { outputsIn } from '../cli/in-folder.ts';
import { auditIn, everything, finder, fullReport, wordIn } from './told.ts';

vi.setConfig({ testTimeout: 300_000 });

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'slaudit-privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = join(folder, 'key.txt');
writeFileSync(key, 'a key of more than sixteen bytes');

/** Every shipped export of which people are told, its policy, and the fields that nobody is to see. */
const shipped: readonly (readonly [files: string, policy: string, hidden: readonly string[]])[] = [
  ['after-sales', 'fixtures/policies/trading-company.yaml', ['assignee', 'customer']],
  ['penalty-scheme', 'fixtures/policies/penalty-scheme.yaml', ['assignee']],
  ['tiered-guarantee', 'fixtures/policies/tiered-guarantee.yaml', ['assignee', '客户']],
  ['channel-promises', 'fixtures/policies/channel-promises.yaml', ['assignee', '客户', '当班班长']],
  [
    'emergency-plan',
    'fixtures/policies/emergency-plan.yaml',
    ['assignee', 'customer', 'operator', 'dispatcher', 'caller'],
  ],
  ['freshdesk/tickets.csv', 'fixtures/exports/freshdesk/policy.yaml', ['assignee', 'customer', 'company']],
  ['gongdan/tickets.csv', 'fixtures/exports/gongdan/policy.yaml', ['assignee', 'customer']],
  ['jira/issues.csv', 'fixtures/exports/jira/issues.policy.yaml', ['assignee', 'customer']],
  ['jira/changelog.json', 'fixtures/exports/jira/changelog.policy.yaml', ['assignee', 'customer']],
  ['servicenow/incidents.csv', 'fixtures/exports/servicenow/incidents.policy.yaml', ['assignee', 'customer']],
  ['otrs/statistic.csv', 'fixtures/exports/otrs/statistic.policy.yaml', ['assignee', 'customer']],
  ['zendesk/audits.json', 'fixtures/exports/zendesk/audits.policy.yaml', ['assignee', 'customer']],
];

// In the hostile desk each way is told in each language and format; here each export in one and in few, for some are large.
const ways = [
  { redact: true, lang: 'zh' },
  { pseudonymise: key, lang: 'en' },
] as const;

describe.each(shipped.map((each, index) => [...each, ways[index % 2] ?? ways[0]] as const))(
  '%s',
  (files, policy, hidden, way) => {
    const exports = `fixtures/exports/${files}`;
    const paths = /\.\w+$/.test(files) ? [exports] : filesIn(exports);
    const opened = (asked: object) => auditIn(outputsIn(root), paths, { policy, ...asked });

    test('no name is told that is no word of the policy', async () => {
      const audit = await opened(way);
      const named = audit.hidden?.open ?? audit;
      const { names, tickets } = namesIn(named, hidden);
      const words = `${wordsBeside(named, hidden)}\n${OURS}`;
      const telltale = [...names].filter((name) => !wordIn(words, name));
      expect(telltale.length).toBeGreaterThan(names.size / 2);
      const find = finder(telltale);
      for await (const { what, text } of everything(audit, way.lang, tickets, ['markdown', 'csv'])) {
        expect(find(text), what).toEqual([]);
      }
      expect(numbersIn(fullReport(audit))).toEqual(numbersIn(fullReport(named)));
    });
  },
);

/** Words of reports: 系统 is the actor of a row, and 张工 stands in 每张工单. */
const OURS = readdirSync(join(root, 'src/locale'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src/locale', name), 'utf8'))
  .join('\n');

function filesIn(path: string): string[] {
  return readdirSync(join(root, path))
    .filter((name) => /\.(csv|xlsx|json)$/.test(name))
    .map((name) => `${path}/${name}`);
}

/** From the proofs and the roster, which say everything: who did what, and what each hidden field came to hold. */
function namesIn(audit: Audit, hidden: readonly string[]): { names: ReadonlySet<string>; tickets: string[] } {
  const names = new Set(audit.people.flatMap(({ id, name, aliases, manager }) => [id, name, ...aliases, manager]));
  const tickets = [...audit.verdicts()].map(({ ticket }) => ticket);
  // Those of a part are enough: a name that leaks leaks with others.
  for (const ticket of tickets.slice(0, 60)) {
    for (const { actor, changes } of audit.prove(ticket)?.events ?? []) {
      if (actor !== undefined) names.add(actor);
      for (const { field, value } of changes) if (hidden.includes(field)) names.add(value);
    }
  }
  for (const { excuse } of audit.report({}).breaches) {
    for (const text of [excuse?.by, excuse?.reason, excuse?.evidence]) if (text !== undefined) names.add(text);
  }
  // A short number may be any figure of the report.
  const told = [...names].filter((name) => name !== '' && !/^\d{1,6}$/.test(name));
  return { names: new Set(told), tickets: tickets.slice(0, 8) };
}

/** All that may be seen: the policy's words, ids, files, and what stands in the other fields. */
function wordsBeside(audit: Audit, hidden: readonly string[]): string {
  const { policy } = audit;
  const fields = policy.records.fields.map(({ field }) => field);
  const seen = new Set(
    [...audit.verdicts()].flatMap(({ ticket, verdicts }) => [
      ticket,
      ...verdicts.flatMap((verdict) => verdict.fields.filter((_, index) => !hidden.includes(fields[index] ?? ''))),
    ]),
  );
  const roster = audit.people.flatMap(({ department, team }) => [department, team]);
  const rules = JSON.stringify({ ...policy, records: undefined }, (_, part: unknown) =>
    part instanceof Map ? [...part] : part,
  );
  return [...seen, ...roster, rules].join('\n');
}

function numbersIn(value: unknown): number[] {
  const found: number[] = [];
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number') found.push(part);
    return part;
  });
  return found.sort((a, b) => a - b);
}
