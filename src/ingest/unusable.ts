import type { Code } from '../diagnostics/codes.ts';
import { english } from '../diagnostics/say.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';

/**
 * Thrown and caught inside this room only: a fault after which nothing more of one file can be read. It crosses
 * streams and iterators, through which a returned value would have to be threaded by hand.
 */
export class Unusable extends Error {
  readonly diagnostics: readonly Diagnostic<Code>[];

  constructor(...diagnostics: readonly Diagnostic<Code>[]) {
    super(english(diagnostics[0]?.message ?? ''));
    this.diagnostics = diagnostics;
  }
}
