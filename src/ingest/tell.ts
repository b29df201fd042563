import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';

/** Takes what is to be known of a file that is read all the same. */
export type Tell = (finding: Diagnostic<Code>) => void;
