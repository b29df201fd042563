import { suggest } from '../diagnostics/suggest.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Complaints } from './complaints.ts';
import type { Tree } from './tree.ts';

export type Path = readonly PropertyKey[];

/** What a path leads to; `missing` is its last key where the file does not have it. */
export interface Spot {
  readonly tree?: Tree;
  readonly keyPlace: Place;
  readonly missing?: string;
}

export function complainOfKey(key: string, known: readonly string[], path: Path, spot: Spot, found: Complaints): void {
  const entry = spot.tree?.kind === 'map' ? spot.tree.entries.get(key) : undefined;
  const meant = suggest(key, known);
  const hint = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  found.add('unknown-key', entry?.keyPlace ?? spot.keyPlace, `${subject(path)} has no key "${key}"`, hint);
}

export function subject(path: Path): string {
  if (path.length === 0) return 'the policy';
  const words = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('');
  return `"${words.slice(1)}"`;
}
