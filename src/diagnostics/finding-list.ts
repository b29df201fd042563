import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { Code } from './codes.ts';
import { say } from './say.ts';

/** Findings as they are made, however many: a column in a wrong format makes one a row. */
export interface FindingList {
  add(finding: Diagnostic<Code>): void;
  /** Those that are kept, in the order in which they came, and for each kind that has more how many those are. */
  list(): readonly Diagnostic<Code>[];
}

/** Of each kind so many are kept with their places; of the others only the count: memory must not grow with what is wrong. */
export const KEPT = 10_000;

/** @param place where those that are only counted stand, such as the file */
export function findingList(place?: Place, kept = KEPT): FindingList {
  const findings: Diagnostic<Code>[] = [];
  const counts = new Map<Code, number>();
  return {
    add(finding) {
      const count = (counts.get(finding.code) ?? 0) + 1;
      counts.set(finding.code, count);
      if (count <= kept) findings.push(finding);
    },
    list() {
      const rest = [...counts].filter(([, count]) => count > kept);
      return [...findings, ...rest.map(([code, count]) => uncounted(code, count - kept, place))];
    },
  };
}

function uncounted(code: Code, count: number, place: Place | undefined): Diagnostic<Code> {
  return {
    code,
    count,
    ...(place !== undefined && { place }),
    message: say`${count} more of this kind, which are counted and not listed one by one`,
    hint: say`Mend what the first of them have in common, and run again.`,
  };
}
