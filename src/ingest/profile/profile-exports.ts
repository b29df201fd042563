import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../../domain/diagnostic.ts';
import type { FileOptions } from '../../domain/policy.ts';
import type { TableProfile } from '../../domain/profile.ts';
import type { Source } from '../../domain/source.ts';
import { readParts } from '../read-parts.ts';
import { tableProfiler } from './table-profiler.ts';

/**
 * Reads exports without a policy and says what each of their tables holds. Every cell is read once and nothing is kept
 * but counts and a bounded number of values.
 *
 * `file` says what is not to be detected. The diagnostics are what the readers remarked and, as errors, why a file could not
 * be read (to its end); its tables are then left out. Order and errors of the sources' own as in `readParts`.
 */
export async function profileExports(
  sources: readonly Source[],
  file: FileOptions = {},
): Promise<Reading<readonly TableProfile[], Code>> {
  const diagnostics: Diagnostic<Code>[] = [];
  const tables: TableProfile[] = [];
  await readParts(
    sources,
    { wanted: 'all', file, rows: [] },
    {
      open: tableProfiler,
      done(profilers) {
        for (const { remarks, finish } of profilers) {
          diagnostics.push(...remarks);
          tables.push(finish());
        }
      },
      reject: (fault) => diagnostics.push(...fault.diagnostics),
    },
    (finding) => diagnostics.push(finding),
  );
  return { value: tables.filter(({ columns }) => columns.length > 0), diagnostics };
}
