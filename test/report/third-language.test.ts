import { createReadStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/calendar/periods.ts';
import { zone } from '../../src/calendar/zone.ts';
import { english } from '../../src/diagnostics/say.ts';
import type { Language } from '../../src/domain/policy.ts';
import { inWords } from '../../src/locale/sentence.ts';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { renderPage } from '../../src/report/formats/terminal.ts';
import type { Page } from '../../src/report/page.ts';
import { proofPage } from '../../src/report/proof-page.ts';
import { due } from '../../src/report/views/due.ts';
import type { Shown, View } from '../../src/report/views/view.ts';
import { type ViewName, views } from '../../src/report/views/views.ts';
import { type Audit, audit, COMPANIONS } from '../../src/run.ts';
import { templatesIn } from '../locale/templates.ts';
import { escaped, pseudo } from './pseudo.ts';

/**
 * A third language is one catalogue. Here it is the pseudo-language, under a tag that no policy has a title for: every page of a
 * real month must be made of its words, and of those of the policy and the exports. Nothing else may stand there.
 */
const third = { ...pseudo, tag: 'xx' as Language };
const reader = { words: third, local: () => '', width: 2000, colour: false };

const months = [
  ['penalty-scheme', ['2026-09.csv', '2026-10.csv']],
  ['channel-promises', ['2026-10.csv']],
  ['tiered-guarantee', ['2026-10.csv']],
] as const;

describe.each(months)('%s', (name, files) => {
  let found: Audit;
  let shown: Shown;
  /** Whatever the policy, its companions and the exports say themselves. */
  let own: string;

  beforeAll(async () => {
    const path = `fixtures/policies/${name}.yaml`;
    const { value: policy } = readPolicies([{ file: path, text: readFileSync(path, 'utf8') }]);
    if (policy === undefined) throw new Error('the policy has faults');
    const beside = COMPANIONS.flatMap((kind) => {
      const companion = policy[kind];
      return companion === undefined ? [] : [[kind, join(dirname(path), companion.path)] as const];
    });
    const exports = files.map((file) => `fixtures/exports/${name}/${file}`);
    const there = zone(policy.timezone);
    const period = there && parsePeriod('2026-10', there);
    const { value } = await audit(policy, exports.map(source), {
      ...Object.fromEntries(beside.map(([kind, file]) => [kind, source(file)])),
      ...(period !== undefined && { period }),
    });
    if (value === undefined) throw new Error('the exports have faults');
    found = value;
    const everything = { sensitivity: true, source: true, details: true };
    const time = { timeUse: true, load: true, handOvers: true, latePauses: true };
    const report = found.report({ ...everything, ...time });
    shown = { report, findings: found.findings(), proofOf: found.prove };
    own = [path, ...beside.map(([, file]) => file), ...exports]
      .map((file) => `${file}\n${readFileSync(file, 'utf8')}`)
      .join('\n')
      .toLowerCase();
  }, 60_000);

  /** Words in a page that are neither the language's nor the data's; readings are named as the policy would write them. */
  function strangers(page: Page): string[] {
    const options = /\b(?:boundary|reopen|created_by_agent|unanswered|change): [a-z-]+/g;
    const rest = escaped(renderPage(page, reader))
      .replaceAll(options, '')
      .replaceAll(/\d[\d-]*T[\d:.]+Z/g, '');
    const words = new Set(rest.match(/\p{Letter}[\p{Letter}\p{Mark}]+/gu) ?? []);
    // The bars of a stacked chart are made of letters.
    const isBar = (word: string) => /^[ox]+$/.test(word);
    return [...words].filter((word) => !isBar(word) && !own.includes(word.toLowerCase()) && !READINGS.includes(word));
  }

  test.each(Object.keys(views) as ViewName[])('view %s', (view) => {
    expect(strangers((views[view] as View).page(shown, reader))).toEqual([]);
  });

  test('what is due', () => expect(strangers(due.page(found.due({}), reader))).toEqual([]));

  test('proofs', () => {
    const tickets = [...new Set(shown.report.breaches.map(({ ticket }) => ticket))].slice(0, 6);
    expect(tickets).toHaveLength(6);
    const proofs = tickets.flatMap((ticket) => found.prove(ticket) ?? []);
    expect(proofs.flatMap((proof) => strangers(proofPage(proof, reader)))).toEqual([]);
  });

  test('findings and how to mend them', () => {
    const told = found.findings().flatMap(({ message, hint = '' }) => [message, hint]);
    expect(told.length).toBeGreaterThan(3);
    const left = told.map((words) => escaped(inWords(words, third)).trim()).filter((words) => words !== '');
    expect(left).toEqual([]);
    // And not for want of a sentence: in English they say something.
    expect(told.every((words) => words === '' || english(words).length > 10)).toBe(true);
  });
});

/** How the policy could be written otherwise: its own words, of which it has one each. */
const READINGS = [
  'inclusive',
  'exclusive',
  'continue',
  'first',
  'cycle',
  'reset',
  'normal',
  'met',
  'resolution',
  'none',
  'restart',
];

test('every sentence of a finding can be said in it', () => {
  const values = Array.from({ length: 10 }, (_, index) => String(index));
  const left = templatesIn('src').map(({ template }) => escaped(inWords({ template, values }, third)));
  expect(left.filter((words) => words !== '')).toEqual([]);
});

function source(name: string) {
  return { name, chunks: () => createReadStream(name) as AsyncIterable<Uint8Array> };
}
