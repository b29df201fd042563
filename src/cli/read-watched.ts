import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { bytesOf, type ExportFile, exportSource } from './exports.ts';
import { tellDiagnostics } from './findings.ts';
import { watchReading } from './progress.ts';
import type { World } from './world.ts';

/** Hears of a file that breaks off while it is read, before its source rejects. */
export type OnFailure = (failure: Diagnostic<Code>) => void;

/**
 * Reads exports while somebody may be watching: the progress is gone again before this returns. A file that breaks off is
 * told, and gives the exit code.
 */
export async function readWatched<Result>(
  world: World,
  files: readonly ExportFile[],
  quiet: boolean,
  read: (
    sources: readonly Source[],
    onFailure: OnFailure,
    /** To be told of bytes that are read, but not from the sources. */
    onBytes: (count: number) => void,
  ) => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly exit: ExitCode }> {
  const broken: Diagnostic<Code>[] = [];
  const onFailure: OnFailure = (failure) => broken.push(failure);
  const progress = watchReading(world, bytesOf(files), quiet);
  const sources = files.map(({ name }) => exportSource(world, name, progress.add, onFailure));
  try {
    return { result: await read(sources, onFailure, progress.add) };
  } catch (error) {
    if (broken.length === 0) throw error;
    progress.stop();
    await tellDiagnostics(world, broken, { quiet });
    return { exit: EXIT.unusableExport };
  } finally {
    progress.stop();
  }
}
