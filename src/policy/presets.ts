import { suggest } from '../diagnostics/suggest.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Complaints } from './complaints.ts';
import { merge } from './extend.ts';
import { child, type Entry, keyPlace, type Mapping, readTree, type Tree, textOf, wordsOf } from './tree.ts';

/** Built-in mappings: name → the YAML of a policy's `records`. */
export type Presets = ReadonlyMap<string, string>;

const FILE = 'preset ';

/** Whether a part of a policy was written by a preset and not by its author. */
export function isOfPreset({ file }: Place): boolean {
  return file.startsWith(FILE);
}

/**
 * A policy whose `records` name a preset, with that preset's records below its own: maps are merged key by key, anything
 * else is replaced, and a key without a value takes the preset's out. `records: jira` stands for `{preset: jira}`.
 */
export function withPreset(policy: Tree, presets: Presets, found: Complaints): Tree {
  const records = child(policy, 'records');
  if (policy.kind !== 'map' || records === undefined) return policy;
  const own: Mapping = records.kind === 'map' ? records : { kind: 'map', entries: new Map(), place: records.place };
  const words = wordsOf(records.kind === 'map' ? child(records, 'preset') : records);
  if (words === undefined) return policy;
  const text = presets.get(words.text);
  if (text === undefined) {
    const near = suggest(words.text, [...presets.keys()]);
    const hint = `Presets: ${[...presets.keys()].join(', ')}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
    found.add('unknown-preset', words.place, `there is no preset "${words.text}"`, hint);
    return policy;
  }
  const preset = readTree(`${FILE}${words.text}`, text).value;
  if (preset === undefined) throw new Error(`preset ${words.text} is not YAML`);
  const merged = merge(preset, withName(own, words.text, words.place));
  return { ...policy, entries: new Map([...policy.entries, ['records', entry(policy, merged)]]) };
}

/** The name of the preset stands in the records, also where they are nothing else. */
function withName(own: Mapping, name: string, place: Place): Mapping {
  if (textOf(child(own, 'preset')) !== undefined) return own;
  const value: Tree = { kind: 'scalar', value: name, text: name, place };
  return { ...own, entries: new Map([...own.entries, ['preset', { key: 'preset', keyPlace: place, value }]]) };
}

function entry(policy: Mapping, value: Tree): Entry {
  return { key: 'records', keyPlace: keyPlace(policy, 'records') ?? policy.place, value };
}
