import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node as YamlNode } from 'yaml';
import type { Code } from '../diagnostics/codes.ts';
import type { Place, Reading } from '../domain/diagnostic.ts';
import { type Complaints, complaints } from './complaints.ts';
import { describeFault } from './yaml-fault.ts';

/** A policy text as a tree in which everything knows its place, aliases are resolved and no key stands twice. */
export type Tree = Scalar | List | Mapping;

interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** A text's content; of anything else what the file says: `007`, `1.50`. */
  readonly text: string;
  readonly place: Place;
}

interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly place: Place;
}

export interface Mapping {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly place: Place;
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Tree;
}

/** Values that aliases may add to a file; more is a mistake or an attack ("billion laughs"). */
const MAX_ALIASED = 100_000;
const MAX_DEPTH = 100;
const TOO_DEEP = 'this is nested too deeply to be read';
const FLATTEN = 'No part of a policy needs so many levels. Is a bracket further up not closed?';

/** The one document of a YAML text; see `readTrees`. */
export function readTree(file: string, text: string): Reading<Tree | undefined, Code> {
  const { value, diagnostics } = readTrees(file, text);
  const found = complaints();
  for (const tree of value?.slice(1) ?? []) {
    if (tree.kind === 'scalar' && tree.value === null) continue;
    const { place } = tree;
    found.add('bad-value', place, 'another document begins here', 'Make one of them: take the line --- before it out.');
  }
  return { value: value?.[0], diagnostics: [...diagnostics, ...found.list] };
}

/**
 * Reads YAML 1.2 text, of one document or several. `undefined` when it is not YAML: then nothing else can be said about
 * the file. Lines and columns count from 1, columns in UTF-16 code units as editors do.
 */
export function readTrees(file: string, text: string): Reading<readonly Tree[] | undefined, Code> {
  const found = complaints();
  const lines = new LineCounter();
  const place = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf('\n', start);
    const last = Math.min(end, lineEnd < 0 ? text.length : lineEnd);
    return { file, line, column: col, length: Math.max(1, text.slice(start, last).trimEnd().length) };
  };
  const read = (): Tree[] | undefined => {
    // uniqueKeys: the parser's own check takes quadratic time and does not say where the first one stands.
    const stream = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const documents = 'empty' in stream ? [] : stream;
    complainOfControlCharacters(text, place, found);
    for (const { message, pos } of documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])) {
      const fault = describeFault(message);
      found.add('policy-syntax', place(pos[0], pos[1]), fault.message, fault.hint);
    }
    if (found.list.length > 0) return undefined;
    const roots = documents.length === 0 ? [null] : documents.map(({ contents }) => contents);
    const trees = roots.map((contents) => grow(contents, place, found));
    return trees.some((tree) => tree === undefined) ? undefined : trees.filter((tree) => tree !== undefined);
  };
  try {
    const trees = read();
    return { value: trees, diagnostics: found.list };
  } catch (error) {
    // The parser recurses: brackets nested a few thousand deep exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    found.add('policy-syntax', { file, line: 1, column: 1, length: 1 }, TOO_DEEP, FLATTEN);
    return { value: undefined, diagnostics: found.list };
  }
}

type PlaceOf = (start: number, end: number) => Place;

function complainOfControlCharacters(text: string, place: PlaceOf, found: Complaints): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  for (const match of text.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g)) {
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    found.add(
      'policy-syntax',
      place(match.index, match.index + match[0].length),
      `the control character U+${code} has no place in a policy`,
      'Delete it; a policy is plain UTF-8 text.',
    );
  }
}

function grow(root: YamlNode | null, place: PlaceOf, found: Complaints): Tree | undefined {
  const anchors = new Map<string, { tree?: Tree; size: number }>();
  let aliased = 0;
  let failed = false;

  const empty = (at: Place): Scalar => ({ kind: 'scalar', value: null, text: '', place: at });

  /** @param above where the key or dash stands: the place of a value that is not there */
  const visit = (node: unknown, above: Place, depth: number): { tree: Tree; size: number } => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      const at = nodePlace(node, above);
      if (target?.tree === undefined || aliased + target.size > MAX_ALIASED) {
        failed = true;
        found.add('policy-syntax', at, `the alias *${node.source} ${aliasFault(target)}`, ALIASES);
        return { tree: empty(at), size: 1 };
      }
      aliased += target.size;
      return { tree: target.tree, size: target.size };
    }
    if (depth > MAX_DEPTH) {
      if (!failed) found.add('policy-syntax', nodePlace(node, above), TOO_DEEP, FLATTEN);
      failed = true;
      return { tree: empty(above), size: 1 };
    }
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, { size: 0 });
    const grown = visitPlain(node, above, depth);
    if (anchor !== undefined) anchors.set(anchor, grown);
    return grown;
  };

  const visitPlain = (node: unknown, above: Place, depth: number): { tree: Tree; size: number } => {
    const at = nodePlace(node, above);
    let size = 1;
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const pair of node.items) {
        const name = visit(pair.key, at, depth + 1).tree;
        const value = visit(pair.value, name.place, depth + 1);
        size += 1 + value.size;
        addEntry(entries, name, value.tree, found);
      }
      return { tree: { kind: 'map', entries, place: at }, size };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => {
        const grown = visit(item, at, depth + 1);
        size += grown.size;
        return grown.tree;
      });
      return { tree: { kind: 'list', items, place: at }, size };
    }
    if (!isScalar(node)) return { tree: empty(at), size };
    const { value, source } = node;
    if (typeof value === 'string') return { tree: { kind: 'scalar', value, text: value, place: at }, size };
    const known = typeof value === 'number' || typeof value === 'boolean' || value === null;
    const text = source ?? String(value);
    return { tree: { kind: 'scalar', value: known ? value : text, text, place: at }, size };
  };

  const nodePlace = (node: unknown, above: Place): Place => {
    const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
    return !range || (range[0] === range[1] && isScalar(node)) ? above : place(range[0], range[1]);
  };

  const tree = visit(root, place(0, 1), 0).tree;
  return failed ? undefined : tree;
}

const ALIASES = 'A text that begins with * needs quotes; an alias repeats what an anchor above, &name, was put at.';

function aliasFault(target: { tree?: Tree } | undefined): string {
  if (target === undefined) return 'names no anchor above it';
  return target.tree === undefined ? 'refers to what it stands in' : `adds more than ${MAX_ALIASED} values to the file`;
}

/** Keeps the first of two entries with one key. */
function addEntry(entries: Map<string, Entry>, name: Tree, value: Tree, found: Complaints): void {
  if (name.kind !== 'scalar') {
    found.add('bad-value', name.place, `a ${name.kind} cannot be a key`, 'A key is a plain text.');
    return;
  }
  const key = name.text;
  const first = entries.get(key);
  if (first === undefined) entries.set(key, { key, keyPlace: name.place, value });
  else
    found.add(
      'duplicate-id',
      name.place,
      `the key "${key}" stands here a second time`,
      `It is first given in line ${first.keyPlace.line}; keep one of them.`,
    );
}

// --- reading a tree whose shape has been checked elsewhere: what has the wrong shape is simply not there ---------

/** The value of a key, or `undefined`; a value left empty counts as absent. */
export function child(tree: Tree | undefined, key: string): Tree | undefined {
  const value = tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined;
  return value?.kind === 'scalar' && value.value === null ? undefined : value;
}

export function keyPlace(tree: Tree | undefined, key: string): Place | undefined {
  return tree?.kind === 'map' ? tree.entries.get(key)?.keyPlace : undefined;
}

export function entriesOf(tree: Tree | undefined): Entry[] {
  return tree?.kind === 'map' ? [...tree.entries.values()] : [];
}

/** A list's items; anything else stands for a list of one. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** Where a text stands, for those who must say so. */
export interface Words {
  readonly text: string;
  readonly place: Place;
}

export function wordsOf(tree: Tree | undefined): Words | undefined {
  return tree?.kind === 'scalar' && tree.value !== null ? tree : undefined;
}

export function textOf(tree: Tree | undefined): string | undefined {
  return wordsOf(tree)?.text;
}

export function choiceOf<Choice extends string>(
  tree: Tree | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(tree);
  return choices.find((choice) => choice === text);
}
