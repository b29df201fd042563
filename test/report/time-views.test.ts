import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { renderPage } from '../../src/report/formats/terminal.ts';
import type { Page } from '../../src/report/page.ts';
import { isCaption } from '../../src/report/table.ts';
import { views } from '../../src/report/views/views.ts';
import { runIn } from '../cli/made-world.ts';
import { escaped, pseudo } from './pseudo.ts';
import { chinese } from './reader.ts';

// Rendered from saved reports: of the cases whose figures were worked out by hand.

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'cases', 'time-use');

async function reportOf(claim: string, ...more: string[]): Promise<Report> {
  const names = readdirSync(join(cases, claim)).filter((name) => /\.(csv|yaml)$/.test(name));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(cases, claim, name), 'utf8')]));
  const words = ['report', '-p', 'policy.yaml', '-f', 'json', '--quiet', ...more, 'tickets.csv'];
  const { code, stdout, stderr } = await runIn({ files }, ...words);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Report;
}

const SHOWN = [
  ['steps', 'each-moment-of-a-run-is-told-once', ['--as-of', '2026-03-31T00:00Z']],
  ['steps', 'the-weakest-step-is-the-one-with-the-lowest-share-met', []],
  ['load', 'hours-and-weekdays-know-holidays-and-make-up-days', ['--period', '2026-10-05..2026-10-11']],
  ['hand-overs', 'a-breach-after-a-hand-over-names-who-held-it-longest', []],
  ['pauses', 'a-pause-at-the-last-minute-is-told-with-who-set-it', ['--as-of', '2026-03-05T13:00Z']],
] as const;

/** What the policies and exports of the cases say themselves, and holidays have the name that their country gives them. */
const OWN =
  'First answer|First response|Repair|Resolution|Visit|resolution|status|parts|phone|Li|Wang|Zhao|Bo|李|王|国庆节|UTC|值班安排|tickets|csv|policy|yaml|T|A|Asia|Shanghai';

describe.each(SHOWN)('the view %s of "%s"', (name, claim, words) => {
  const view = views[name];

  test('has every word from the catalogue', async () => {
    const report = await reportOf(claim, ...words);
    const options = { words: pseudo, local: () => '', width: 1000, colour: false };
    const page = escaped(renderPage(view.page({ report, findings: [] }, options), options));
    const rest = page.match(/\p{Letter}+/gu)?.filter((word) => !OWN.split(/[| ]/).includes(word)) ?? [];
    expect(rest).toEqual([]);
  });

  test('says the same in Chinese, to a screen of forty columns too', async () => {
    const report = await reportOf(claim, ...words);
    const narrow = { ...chinese, width: 40 };
    expect(renderPage(view.page({ report, findings: [] }, narrow), narrow)).not.toMatch(/undefined|NaN|\[object/);
    const columns = (page: Page) =>
      page.flatMap((block) => (block.kind === 'table' ? [block.table.columns.length] : []));
    for (const block of view.page({ report, findings: [] }, chinese)) {
      if (block.kind !== 'table') continue;
      for (const row of block.table.rows) if (!isCaption(row)) expect(row.length).toBe(block.table.columns.length);
    }
    expect(columns(view.page({ report, findings: [] }, chinese)).length).toBeGreaterThan(1);
  });

  test('has a value in every column of every record', async () => {
    const report = await reportOf(claim, ...words);
    const { columns, rows } = view.records({ report, findings: [] });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.length).toBe(columns.length);
    expect(JSON.stringify(rows)).not.toMatch(/undefined|NaN/);
  });
});

describe('a report that was not asked for them', () => {
  test('has nothing to say, and no chapter', async () => {
    const report = await reportOf('the-weakest-step-is-the-one-with-the-lowest-share-met');
    const { timeUse: _1, load: _2, handOvers: _3, latePauses: _4, ...bare } = report;
    for (const name of ['steps', 'load', 'hand-overs', 'pauses'] as const) {
      expect(views[name].hasSubject?.({ report: bare, findings: [] })).toBe(false);
      expect(views[name].records({ report: bare, findings: [] }).rows).toEqual([]);
    }
  });

  test('in form tickets nobody knows of hand-overs, and that is said', async () => {
    const report = await reportOf('hours-and-weekdays-know-holidays-and-make-up-days');
    expect(report.handOvers?.isKnown).toBe(false);
    const page = renderPage(views['hand-overs'].page({ report, findings: [] }, chinese), chinese);
    expect(page).toContain('转交情况不明');
  });
});
