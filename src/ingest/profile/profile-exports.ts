import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../../domain/diagnostic.ts';
import type { FileOptions } from '../../domain/policy.ts';
import type { TableProfile } from '../../domain/profile.ts';
import type { Source } from '../../domain/source.ts';
import { unpack } from '../bytes/unpack.ts';
import { readPart } from '../read-part.ts';
import type { Tell } from '../tell.ts';
import { Unusable } from '../unusable.ts';
import { type TableProfiler, tableProfiler } from './table-profiler.ts';

/**
 * Reads exports without a policy and says what each of their tables holds. Every cell is read once and nothing is kept
 * but counts and a bounded number of values.
 *
 * Sources are read in the order of their names; `file` says what is not to be detected. The diagnostics are what the readers remarked and, as errors, why a
 * file could not be read (to its end); its tables are then left out. An error of a source's own rejects the promise.
 */
export async function profileExports(
  sources: readonly Source[],
  file: FileOptions = {},
  progress?: (bytes: number) => void,
): Promise<Reading<readonly TableProfile[], Code>> {
  const diagnostics: Diagnostic<Code>[] = [];
  const tables: TableProfile[] = [];
  const tell: Tell = (finding) => diagnostics.push(finding);
  let done = 0;
  let current = 0;
  for (const source of sources.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    done += current;
    current = 0;
    const opened: TableProfiler[] = [];
    const open = (name: string) => {
      const profiler = tableProfiler(name);
      opened.push(profiler);
      return profiler.sink;
    };
    const count = (bytes: number) => {
      current = bytes;
      progress?.(done + bytes);
    };
    let whole = 0;
    try {
      for await (const part of unpack(source, tell, count)) {
        whole = opened.length;
        await readPart(part, { wanted: 'all', file, rows: [] }, open);
        whole = opened.length;
      }
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      opened.splice(whole);
      diagnostics.push(...error.diagnostics);
    }
    for (const profiler of opened) {
      diagnostics.push(...profiler.remarks);
      if (!profiler.isRejected) tables.push(profiler.finish());
    }
  }
  return { value: tables.filter(({ columns }) => columns.length > 0), diagnostics };
}
