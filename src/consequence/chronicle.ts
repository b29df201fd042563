import type { BreachRef } from '../domain/consequence.ts';
import type { Countable, Per } from '../domain/consequence-rules.ts';
import type { PersonnelFact } from '../domain/personnel.ts';
import type { Instant } from '../domain/time.ts';
import { hasBegun, type WindowAt } from './windows.ts';

/** A consequence, or a fact of the personnel file, that has come over somebody and can be counted. */
export interface Happening {
  readonly who: string;
  readonly kind: Per;
  readonly what: Countable;
  /** From then on it counts. */
  readonly at: Instant;
  readonly settledAt: Instant;
  /** The instant it is dated to: that of the breach behind it. */
  readonly decidedAt: Instant;
  readonly breach: BreachRef | undefined;
  /** The line of the personnel file that says so. */
  readonly fact?: PersonnelFact;
}

/** What has happened to everybody so far. */
export interface Chronicle {
  add(happenings: readonly Happening[]): void;
  /** Of one subject, in time order; of one instant in the order in which they were added. */
  of(kind: Per, who: string): readonly Happening[];
  /** Everybody of a kind to whom anything has happened. */
  subjects(kind: Per): Iterable<string>;
}

export function chronicle(): Chronicle {
  const files = new Map<Per, Map<string, Happening[]>>();
  return {
    add(happenings) {
      const touched = new Set<Happening[]>();
      for (const happening of happenings) touched.add(addTo(files, happening));
      for (const file of touched) file.sort((a, b) => a.at - b.at);
    },
    of: (kind, who) => files.get(kind)?.get(who) ?? [],
    subjects: (kind) => files.get(kind)?.keys() ?? [],
  };
}

function addTo(files: Map<Per, Map<string, Happening[]>>, happening: Happening): Happening[] {
  const { kind, who } = happening;
  let subjects = files.get(kind);
  if (subjects === undefined) {
    subjects = new Map();
    files.set(kind, subjects);
  }
  let file = subjects.get(who);
  if (file === undefined) {
    file = [];
    subjects.set(who, file);
  }
  file.push(happening);
  return file;
}

/** How many of these instants, in order, lie in a window that is looked at from an instant: that instant is in. */
export function countWithin(instants: readonly Instant[], window: WindowAt, at: Instant): number {
  const begun = firstIndex(instants, (each) => hasBegun(window, each));
  const later = firstIndex(instants, (each) => each > at);
  return Math.max(0, later - begun);
}

/** The first index from which on `holds`; the length where it never does. */
function firstIndex(instants: readonly Instant[], holds: (at: Instant) => boolean): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(instants[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
