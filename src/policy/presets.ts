import { suggest } from '../diagnostics/suggest.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Complaints } from './complaints.ts';
import { merge } from './extend.ts';
import { child, type Entry, keyPlace, type Mapping, readTree, type Tree, textOf, type Words, wordsOf } from './tree.ts';

/** Built-in mappings: name → the YAML of a policy's `records`. */
export type Presets = ReadonlyMap<string, string>;

const FILE = 'preset ';

/** Whether a part of a policy was written by a preset and not by its author. */
export function isOfPreset({ file }: Place): boolean {
  return file.startsWith(FILE);
}

interface WithPreset {
  readonly tree: Tree;
  /** Where complaints about the tree go: those about what the preset says are told at its name, which is all the author wrote. */
  readonly found: Complaints;
}

/**
 * A policy whose `records` name a preset, with that preset's records below its own: maps are merged key by key, anything
 * else is replaced, and a key without a value takes the preset's out. `records: jira` stands for `{preset: jira}`. Of a
 * preset that does not exist nothing is known, nor of the records then: that is the one complaint about them.
 */
export function withPreset(policy: Tree, presets: Presets, found: Complaints): WithPreset {
  const records = child(policy, 'records');
  if (policy.kind !== 'map' || records === undefined) return { tree: policy, found };
  const own: Mapping = records.kind === 'map' ? records : { kind: 'map', entries: new Map(), place: records.place };
  const name = wordsOf(records.kind === 'map' ? child(records, 'preset') : records);
  if (name === undefined) return { tree: policy, found };
  const text = presets.get(name.text);
  if (text === undefined) {
    const near = suggest(name.text, [...presets.keys()]);
    const hint = `Presets: ${[...presets.keys()].join(', ')}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
    found.add('unknown-preset', name.place, `there is no preset "${name.text}"`, hint);
    return { tree: withRecords(policy, { kind: 'scalar', value: name.text, ...name }), found };
  }
  const preset = readTree(`${FILE}${name.text}`, text).value;
  if (preset === undefined) throw new Error(`preset ${name.text} is not YAML`);
  const merged = merge(opened(preset, own), withName(own, name));
  return { tree: withRecords(policy, merged), found: atName(found, name) };
}

/** The name of the preset stands in the records, also where they are nothing else. */
function withName(own: Mapping, { text, place }: Words): Mapping {
  if (textOf(child(own, 'preset')) !== undefined) return own;
  const value: Tree = { kind: 'scalar', value: text, text, place };
  return { ...own, entries: new Map([...own.entries, ['preset', { key: 'preset', keyPlace: place, value }]]) };
}

function withRecords(policy: Mapping, value: Tree): Tree {
  const entry: Entry = { key: 'records', keyPlace: keyPlace(policy, 'records') ?? policy.place, value };
  return { ...policy, entries: new Map([...policy.entries, ['records', entry]]) };
}

/** A column that the preset names plainly and the policy says more about, `{values: …}`, is a map in both. */
function opened(preset: Tree, own: Tree): Tree {
  if (own.kind !== 'map') return preset;
  if (preset.kind !== 'map') {
    if (keyPlace(own, 'column') !== undefined) return preset;
    const column: Entry = { key: 'column', keyPlace: preset.place, value: preset };
    return { kind: 'map', entries: new Map([['column', column]]), place: preset.place };
  }
  const entries = [...preset.entries].map(([key, entry]): [string, Entry] => {
    const over = own.entries.get(key)?.value;
    return [key, over === undefined ? entry : { ...entry, value: opened(entry.value, over) }];
  });
  return { ...preset, entries: new Map(entries) };
}

function atName(found: Complaints, name: Words): Complaints {
  return {
    list: found.list,
    add(code, place, message, hint) {
      if (!isOfPreset(place)) return found.add(code, place, message, hint);
      const whose = `The preset "${name.text}" says so, and what stands beside it does not agree.`;
      found.add(code, name.place, message, hint === undefined ? whose : `${hint} ${whose}`);
    },
  };
}
