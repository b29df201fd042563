import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogues } from '../../src/locale/catalogue.ts';
import { columnId, recordColumn, valueWord } from '../../src/report/columns/columns.ts';
import { meanings } from '../../src/report/columns/meanings.ts';
import { type ValueSet, valueSets } from '../../src/report/columns/value-sets.ts';
import { columnsPage } from '../setup/columns-page.ts';
import { recordViews } from '../setup/schema-roots.ts';

const PAGE = new URL('../../docs/columns.md', import.meta.url);

test('docs/columns.md is up to date (UPDATE=1 writes it)', () => {
  const { UPDATE } = process.env;
  if (UPDATE === '1') writeFileSync(PAGE, columnsPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(columnsPage());
});

const all = recordViews().flatMap(({ name, columns }) => columns.map((column) => ({ view: name, ...column })));

test('every column of every view has an entry', () => {
  const strange = all
    .filter(({ view, key }) => columnId(view, key) === undefined)
    .map(({ view, key }) => `${view}.${key}`);
  expect(strange).toEqual([]);
});

test('every entry is a column of some view, or of the sheet of runs', () => {
  const used = new Set(all.map(({ view, key }) => columnId(view, key)));
  const ofRuns = ['charged_name', 'is_counted', 'lines'];
  expect(Object.keys(meanings).filter((id) => !used.has(id as never) && !ofRuns.includes(id))).toEqual([]);
});

/** What a view may call what the registry tells more closely. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'word', 'id', 'place'],
  id: ['id', 'text'],
  count: ['count', 'number', 'money'],
  seconds: ['seconds', 'signed-seconds'],
  percent: ['percent', 'points'],
  utc: ['utc'],
  instant: ['utc'],
  flag: ['flag'],
  place: ['place', 'text'],
  money: ['money'],
};

test('a view writes what the registry says', () => {
  const wrong = all.filter(({ view, key, kind }) => !ALLOWED[kind]?.includes(recordColumn(view, key).kind));
  expect(wrong.map(({ view, key, kind }) => `${view}.${key}: ${kind}, not ${recordColumn(view, key).kind}`)).toEqual(
    [],
  );
});

test('no column of a view is there twice, and all are snake_case', () => {
  for (const { name, columns } of recordViews()) {
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size, name).toBe(keys.length);
    expect(
      keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key)),
      name,
    ).toEqual([]);
  }
});

test('units are in the names', () => {
  const unmarked = all.filter(({ view, key }) => {
    const { kind } = recordColumn(view, key);
    if (kind === 'seconds' || kind === 'signed-seconds') return !key.endsWith('_s');
    return kind === 'utc' && !/(^|_)(at|until|start|end)$/.test(key);
  });
  expect(unmarked.map(({ view, key }) => `${view}.${key}`)).toEqual([]);
});

test('every word of ours has one in every language', () => {
  for (const [tag, words] of Object.entries(catalogues)) {
    for (const [set, values] of Object.entries(valueSets)) {
      const same = values.filter((value) => tag === 'zh' && valueWord(set as ValueSet, value, words) === value);
      expect(same, `${tag} ${set}`).toEqual([]);
    }
  }
});
