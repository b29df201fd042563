import type * as z from 'zod';
import { suggest } from '../diagnostics/suggest.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Complaints } from './complaints.ts';
import { grammar } from './grammar/policy.ts';
import { meaningOf } from './meaning.ts';
import type { Tree } from './tree.ts';
import { complainOfKey, type Path, type Spot, subject } from './unknown-key.ts';

type Issue = z.core.$ZodIssue;

/** Holds the tree against the grammar: unknown keys, missing keys, values of the wrong kind, all at once. */
export function complainOfShape(root: Tree, found: Complaints): void {
  const checked = grammar.safeParse(plain(root));
  complainOfAll(checked.error?.issues ?? [], [], root, found);
}

/** The tree as the schema library wants it. Shared parts stay shared. */
function plain(root: Tree): unknown {
  const known = new Map<Tree, unknown>();
  const visit = (tree: Tree): unknown => {
    if (tree.kind === 'scalar') return tree.value;
    if (!known.has(tree)) known.set(tree, tree.kind === 'list' ? tree.items.map(visit) : object(tree));
    return known.get(tree);
  };
  const object = (tree: Tree & { kind: 'map' }): object => {
    const made = {};
    for (const { key, value } of tree.entries.values()) {
      // An assignment to `__proto__` would change the object instead of giving it a key.
      Object.defineProperty(made, key, { value: visit(value), enumerable: true, configurable: true, writable: true });
    }
    return made;
  };
  return visit(root);
}

function complainOfAll(issues: readonly Issue[], above: Path, root: Tree, found: Complaints): void {
  // A misspelt key is one fault: the right one beside it is not missing too.
  const misspelt = new Set(issues.flatMap(meantKeys));
  for (const issue of issues) {
    const isMisspelt =
      misspelt.has(issue.path.join('\n')) && find(root, [...above, ...issue.path]).missing !== undefined;
    if (!isMisspelt) complain(issue, above, root, found);
  }
}

/** Paths of the keys that unknown ones were probably meant to be. */
function meantKeys(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = issue.message.split(' ');
  return issue.keys.flatMap((key) => [...issue.path, suggest(key, known) ?? key].join('\n'));
}

function complain(issue: Issue, above: Path, root: Tree, found: Complaints): void {
  const path = [...above, ...issue.path];
  const spot = find(root, path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    for (const key of issue.keys) complainOfKey(key, known, path, spot, found);
  } else if (spot.missing !== undefined) {
    found.add(
      'missing-key',
      spot.keyPlace,
      `${subject(path.slice(0, -1))} lacks the key "${spot.missing}"`,
      joined(meaningOf(path), expectation(issue)),
    );
  } else {
    const inner = issue.code === 'invalid_union' ? fittingBranch(issue) : undefined;
    if (inner === undefined) complainOfValue(issue, path, spot, found);
    else complainOfAll(inner, path, root, found);
  }
}

function complainOfValue(issue: Issue, path: Path, spot: Spot, found: Complaints): void {
  const { tree } = spot;
  const value = tree?.kind === 'scalar' ? tree : undefined;
  const empty = value !== undefined && value.value === null;
  const shown = value === undefined ? `a ${tree?.kind ?? 'value'}` : `"${value.text}"`;
  const choices = choicesOf(issue);
  const meant = value && suggest(value.text, choices);
  found.add(
    'bad-value',
    tree?.place ?? spot.keyPlace,
    empty ? `${subject(path)} has no value` : `${subject(path)} cannot be ${shown}`,
    meant === undefined
      ? joined(expectation(issue), meaningOf(path))
      : `${expectation(issue)} Did you mean "${meant}"?`,
  );
}

function find(root: Tree, path: Path): Spot {
  let tree = root;
  let keyPlace: Place = { ...root.place, length: 1 };
  for (const [index, step] of path.entries()) {
    const next = tree.kind === 'map' ? tree.entries.get(String(step)) : undefined;
    const item = tree.kind === 'list' ? tree.items[Number(step)] : undefined;
    if (next === undefined && item === undefined) {
      return index === path.length - 1 ? { keyPlace, missing: String(step) } : { keyPlace };
    }
    tree = next?.value ?? item ?? tree;
    // A map in a list has no key of its own: its first line is what a reader looks for.
    keyPlace = next?.keyPlace ?? tree.place;
  }
  return { tree, keyPlace };
}

/**
 * Of a union's branches the one whose kind of value is there: its faults are what the author needs to hear.
 * `undefined`: no branch takes this kind of value.
 */
function fittingBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const fitting = issue.errors.filter((branch) => !branch.some(refusesKind));
  return fitting.sort((a, b) => a.length - b.length)[0];
}

function refusesKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return fittingBranch(issue) === undefined;
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  null: 'nothing',
};

function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function expectation(issue: Issue): string {
  const kinds = new Set(kindsOf(issue));
  // A text may be written without quotes, as a number or as true and false: a reader need not be told.
  if (kinds.has('string')) for (const kind of ['number', 'boolean']) kinds.delete(kind);
  const words = [...new Set([...kinds].map((kind) => KINDS[kind] ?? kind)), ...choicesOf(issue)];
  const last = words.pop() ?? 'another value';
  return `Expected ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`;
}

function kindsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().filter(isOnTheSpot).flatMap(kindsOf);
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}

function choicesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().filter(isOnTheSpot).flatMap(choicesOf);
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function isOnTheSpot(issue: Issue): boolean {
  return issue.path.length === 0;
}
