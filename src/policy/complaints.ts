import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';

/** Where a reading stage puts down what is wrong, and goes on. */
export interface Complaints {
  readonly list: readonly Diagnostic<Code>[];
  /** One complaint is kept once, however often an alias leads to its place. */
  add(code: Code, place: Place, message: string, hint?: string): void;
}

export function complaints(): Complaints {
  const list: Diagnostic<Code>[] = [];
  const seen = new Set<string>();
  return {
    list,
    add(code, place, message, hint) {
      const sameAgain = `${code} ${place.file}:${place.line}:${place.column} ${message}`;
      if (seen.has(sameAgain)) return;
      seen.add(sameAgain);
      list.push(hint === undefined ? { code, place, message } : { code, place, message, hint });
    },
  };
}
