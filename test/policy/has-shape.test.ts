import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complaints } from '../../src/policy/complaints.ts';
import { hasShape } from '../../src/policy/has-shape.ts';
import { complainOfShape } from '../../src/policy/shape.ts';
import { readTrees, type Tree } from '../../src/policy/tree.ts';
import { shapePage } from './shape-page.ts';

const root = join(import.meta.dirname, '../..');

test('src/policy/grammar/shape.json is the grammar, without its words', () => {
  const path = join(root, 'src/policy/grammar/shape.json');
  if (process.env['UPDATE'] === '1') writeFileSync(path, shapePage());
  expect(readFileSync(path, 'utf8'), 'UPDATE=1 prints it').toBe(shapePage());
});

const policies = globSync('fixtures/**/*.yaml', { cwd: root })
  .sort()
  .flatMap((file) => readTrees(file, readFileSync(join(root, file), 'utf8')).value ?? [])
  .filter((tree) => tree.kind === 'map' && tree.entries.has('clocks'));

function isTaken(tree: Tree): boolean {
  const found = complaints();
  complainOfShape(tree, found);
  return found.list.length === 0;
}

test('every policy of the fixtures has a shape where the grammar says so', () => {
  expect(policies.length).toBeGreaterThan(300);
  const differing = policies.filter((tree) => hasShape(tree) !== isTaken(tree));
  expect(differing.map(({ place }) => place.file)).toEqual([]);
});

const place = { file: 'p', line: 1, column: 1, length: 1 };
const scalar = (value: string | number | boolean | null): Tree => ({
  kind: 'scalar',
  value,
  text: String(value),
  place,
});
const map = (...entries: [string, Tree][]): Tree => ({
  kind: 'map',
  entries: new Map(entries.map(([key, value]) => [key, { key, keyPlace: place, value }])),
  place,
});
const strange = fc.constantFrom<Tree | undefined>(
  undefined,
  ...['created', '', 'all', 1, 0.5, Number.POSITIVE_INFINITY, Number.NaN, true, false, null].map(scalar),
  { kind: 'list', items: [], place },
  { kind: 'list', items: [scalar('a'), scalar(null)], place },
  { kind: 'list', items: [map(['event', scalar('a')])], place },
  map(),
  map(['event', scalar('created')]),
  map(['__proto__', scalar('created')]),
  map(['column', scalar('created')], ['strange', scalar(1)]),
);

/** The tree with one of its parts, found by taking turns, exchanged or taken out. */
function changed(tree: Tree, turns: readonly number[], part: Tree | undefined): Tree | undefined {
  const [turn, ...rest] = turns;
  if (turn === undefined || tree.kind === 'scalar') return part;
  if (tree.kind === 'list') {
    const at = turn % Math.max(1, tree.items.length);
    return {
      ...tree,
      items: tree.items.flatMap((item, index) => (index === at ? (changed(item, rest, part) ?? []) : item)),
    };
  }
  const at = turn % Math.max(1, tree.entries.size);
  const entries = [...tree.entries.values()].flatMap((entry, index) => {
    const value = index === at ? changed(entry.value, rest, part) : entry.value;
    return value === undefined ? [] : [{ ...entry, value }];
  });
  return { ...tree, entries: new Map(entries.map((entry) => [entry.key, entry])) };
}

test('what the grammar refuses has no shape, whatever is changed in a policy', () => {
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...policies),
      fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }),
      strange,
      (policy, turns, part) => {
        const tree = changed(policy, turns, part);
        if (tree === undefined) return;
        const taken = isTaken(tree);
        seen[taken ? 'taken' : 'refused'] += 1;
        if (!taken) expect(hasShape(tree)).toBe(false);
      },
    ),
    { seed: 7, numRuns: 1500 },
  );
  expect(seen.taken).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(100);
});
