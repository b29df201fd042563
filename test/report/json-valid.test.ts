import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { catalogues } from '../../src/locale/catalogue.ts';
import type { Pieces, RenderOptions } from '../../src/report/formats/format.ts';
import { proofJson } from '../../src/report/proof-json.ts';
import { render, renderVerdicts, renderView } from '../../src/report/render.ts';
import type { SchemaName } from '../../src/report/schema/schemas.ts';
import { due } from '../../src/report/views/due.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import { readCases } from '../cases/case.ts';
import { outputsIn } from '../cli/in-folder.ts';
import { auditIn, fullReport } from '../privacy/told.ts';
import { faultsOf } from '../setup/validators.ts';

vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '../..');

// --- the cases ---------------------------------------------------------------------------------------------------

/** What `-f json` and `-f ndjson` of a command are valid against. */
function schemaFor(words: readonly string[]): SchemaName | undefined {
  const [command] = words;
  const after = (option: string) => words[words.indexOf(option) + 1];
  if (command === 'report') {
    const view = words.includes('--sensitivity')
      ? 'sensitivity'
      : words.includes('--view')
        ? after('--view')
        : 'summary';
    const isReport = view === 'summary' || (view === 'sensitivity' && formatOf(words) === 'json');
    return isReport ? 'report' : (view as SchemaName);
  }
  const others: Readonly<Record<string, SchemaName>> = {
    evaluate: 'verdicts',
    explain: 'proof',
    due: 'due',
    check: 'check',
    compare: 'compare',
    inspect: 'inspect',
    diff: 'diff',
    verify: 'verify',
  };
  return others[command ?? ''];
}

function formatOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '-f' || word === '--format');
  return at < 0 ? undefined : words[at + 1];
}

const cases = readCases(join(root, 'fixtures/cases')).filter(
  ({ words, stdout }) => ['json', 'ndjson'].includes(formatOf(words) ?? '') && stdout !== '',
);

test('there are cases that write JSON', () => {
  expect(cases.length).toBeGreaterThan(5);
});

test.each(cases.map((item) => [item.claim, item] as const))('what %s writes is valid', (_, { words, stdout }) => {
  const name = schemaFor(words);
  if (name === undefined) throw new Error(`no schema for ${words.join(' ')}`);
  expect(formatOf(words) === 'json' ? faultsOf(name, JSON.parse(stdout)) : lineFaults(name, stdout)).toEqual([]);
});

function lineFaults(name: SchemaName, text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => faultsOf(name, JSON.parse(line), 'record'));
}

// --- everything there is to say of the shipped exports -----------------------------------------------------------

const shipped: readonly (readonly [files: string, language: 'zh' | 'en', policy: string])[] = [
  ['after-sales', 'en', 'fixtures/policies/trading-company.yaml'],
  ['penalty-scheme', 'zh', 'fixtures/policies/penalty-scheme.yaml'],
  ['tiered-guarantee', 'en', 'fixtures/policies/tiered-guarantee.yaml'],
  ['channel-promises', 'zh', 'fixtures/policies/channel-promises.yaml'],
  ['emergency-plan', 'zh', 'fixtures/policies/emergency-plan.yaml'],
  ['freshdesk/tickets.csv', 'en', 'fixtures/exports/freshdesk/policy.yaml'],
  ['jira/changelog.json', 'zh', 'fixtures/exports/jira/changelog.policy.yaml'],
  ['servicenow/incidents.csv', 'en', 'fixtures/exports/servicenow/incidents.policy.yaml'],
];

describe.each(shipped)('%s in %s', (files, language, policy) => {
  const exports = `fixtures/exports/${files}`;
  const paths = /\.\w+$/.test(files)
    ? [exports]
    : readdirSync(join(root, exports))
        .filter((name) => /\.(csv|xlsx|json)$/.test(name))
        .map((name) => `${exports}/${name}`);

  test('all views, verdicts, proofs and what is due are valid', async () => {
    const audit = await auditIn(outputsIn(root), paths, { policy });
    const options: RenderOptions = { words: catalogues[language], local: String, width: 80, colour: false };
    const shown = { report: fullReport(audit, language), findings: audit.findings() };
    const faults: string[] = [];
    const note = (what: string, found: readonly string[]) =>
      faults.push(...found.slice(0, 3).map((fault) => `${what}: ${fault}`));
    for (const view of Object.keys(views) as ViewName[]) {
      const isReport = view === 'summary' || view === 'sensitivity';
      const whole = JSON.parse(await textOf(render(shown, view, 'json', options)));
      note(`${view} as JSON`, faultsOf(isReport ? 'report' : view, whole));
      const lines = await textOf(render(shown, view, 'ndjson', options));
      note(`${view} as NDJSON`, lineFaults(view === 'summary' ? 'report' : view, lines));
    }
    const verdicts = [...audit.verdicts()].flatMap((ticket) => ticket.verdicts);
    note('verdicts', lineFaults('verdicts', await textOf(renderVerdicts(audit.policy, verdicts, 'ndjson', options))));
    const list = audit.due({ by: 'owner' });
    note('due as JSON', faultsOf('due', JSON.parse(await textOf(renderView(due, list, 'json', options)))));
    note('due as NDJSON', lineFaults('due', await textOf(renderView(due, list, 'ndjson', options))));
    for (const { ticket } of [...audit.verdicts()].slice(0, 30)) {
      const proof = audit.prove(ticket);
      if (proof !== undefined) note(`proof of ${ticket}`, faultsOf('proof', JSON.parse(proofJson(proof))));
    }
    expect(faults).toEqual([]);
  });
});

async function textOf(pieces: Pieces): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += String(piece);
  return text;
}
