import type { Place } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { child, keyPlace, type Tree } from './tree.ts';

/** One document of a policy's files, read. */
export interface Version {
  readonly tree: Tree;
  readonly policy: Policy;
}

/**
 * Makes one policy of its versions (S32): the newest, with the earlier ones under it, oldest first. Each must
 * say from when it is in force, but for the earliest, which may always have been; all must read the export alike.
 */
export function joinVersions(versions: readonly Version[], found: Complaints): Policy | undefined {
  const sorted = versions.toSorted((a, b) => (a.policy.effective ?? -Infinity) - (b.policy.effective ?? -Infinity));
  const newest = sorted.at(-1);
  for (const [index, version] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined) complainOfOverlap(version, before, found);
    if (newest === undefined || version === newest) continue;
    complainOfDifference(version, newest, found);
    complainOfBounds(version, newest, found);
  }
  return newest && { ...newest.policy, earlier: sorted.slice(0, -1).map(({ policy }) => policy) };
}

function complainOfOverlap({ tree, policy }: Version, before: Version, found: Complaints): void {
  if (policy.effective === undefined) {
    const hint = 'Only the earliest version may always have been in force; give the others effective: 2026-01-01.';
    found.add('missing-key', tree.place, 'two versions of the policy lack the key "effective"', hint);
  } else if (policy.effective === before.policy.effective) {
    const place = keyPlace(tree, 'effective') ?? tree.place;
    const first = keyPlace(before.tree, 'effective') ?? before.tree.place;
    found.add(
      'duplicate-id',
      place,
      'two versions of the policy are in force from the same instant',
      `The first stands in ${whereIs(first, place)}. A version is in force until the next one is.`,
    );
  }
}

function complainOfDifference(version: Version, newest: Version, found: Complaints): void {
  for (const key of ['timezone', 'records', 'people'] as const) {
    if (meaning(version.policy[key]) === meaning(newest.policy[key])) continue;
    const place = keyPlace(version.tree, key) ?? version.tree.place;
    const hint = `The export is read once, as the newest version says (${whereIs(newest.tree.place, place)} on). Make them alike.`;
    found.add('bad-value', place, `the versions of the policy differ in "${key}"`, hint);
  }
}

/** What a clock starts and stops on: were it another, a run could belong to two versions, or to none. */
const BOUNDS = ['kind', 'start', 'during', 'stop', 'reset', 'cancel', 'reopen'] as const;

function complainOfBounds({ tree, policy }: Version, newest: Version, found: Complaints): void {
  for (const clock of policy.clocks) {
    const other = newest.policy.clocks.find(({ id }) => id === clock.id);
    for (const key of other === undefined ? [] : BOUNDS) {
      if (meaning(clock[key]) === meaning(other?.[key])) continue;
      const place = keyPlace(child(child(tree, 'clocks'), clock.id), key) ?? clock.place;
      const hint = `In the newest version it is another (${whereIs(other?.place ?? place, place)}). Give the changed clock another name.`;
      found.add('bad-value', place, `the versions of clock "${clock.id}" differ in "${key}"`, hint);
    }
  }
}

/** A place as it is called from another one. */
function whereIs(place: Place, from: Place): string {
  return place.file === from.file ? `line ${place.line}` : `${place.file}:${place.line}`;
}

/** What it says, whatever line it stands on. */
function meaning(part: unknown): string {
  return JSON.stringify(part ?? null, (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
