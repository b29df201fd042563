import { basename, dirname, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import { expandPaths } from './expand-paths.ts';
import { isSystemError, type World } from './world.ts';

/** The exports behind the command line's FILES, not yet read. */
export interface Exports {
  readonly readable: readonly ExportFile[];
  /** Paths that lead nowhere, each with the near miss in its folder; folders and patterns that hold nothing. */
  readonly missing: readonly string[];
  readonly unreadable: readonly Diagnostic<Code>[];
  /** Paths of which an earlier one leads to the same file: its rows would count twice. */
  readonly repeated: readonly string[];
  /** What is to be known of the folders. */
  readonly notes: readonly Diagnostic<Code>[];
}

export interface ExportFile {
  readonly name: string;
  readonly identity: string;
  /** `undefined` of a stream, whose length nobody knows. */
  readonly bytes: number | undefined;
  /** By its own name, and not found in a folder. */
  readonly isNamed: boolean;
}

/** Looks at every path before anything is read, so that all faults are told at once. */
export async function findExports(world: World, given: readonly string[]): Promise<Exports> {
  const { paths, notes, empty } = await expandPaths(world, given);
  const readable = new Map<string, ExportFile>();
  const missing: string[] = [...empty];
  const unreadable: Diagnostic<Code>[] = [];
  const repeated: string[] = [];
  for (const { name, isNamed } of paths) {
    const found = await look(world, name);
    if (found === undefined) missing.push(await lost(world, name));
    else if ('code' in found) unreadable.push(found);
    else if (!readable.has(found.identity)) readable.set(found.identity, { name, isNamed, ...found });
    // What a folder and a pattern have in common is not named twice.
    else if (isNamed && readable.get(found.identity)?.isNamed === true) repeated.push(name);
  }
  return { readable: [...readable.values()], missing, unreadable, repeated, notes };
}

/** The exports without those files of a folder that are read as something else: a roster beside the exports, the policy. */
export function without(files: readonly ExportFile[], others: ReadonlySet<string>): readonly ExportFile[] {
  return files.filter(({ identity, isNamed }) => isNamed || !others.has(identity));
}

/** Bytes of all of them; `undefined` where one is a stream. */
export function bytesOf(files: readonly ExportFile[]): number | undefined {
  return files.some(({ bytes }) => bytes === undefined)
    ? undefined
    : files.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}

/** What is under a path; a fault when it is no file; `undefined` when there is nothing. */
export async function look(
  world: World,
  name: string,
): Promise<{ readonly identity: string; readonly bytes: number | undefined } | Diagnostic<Code> | undefined> {
  if (name === '-') return { identity: '-', bytes: undefined };
  try {
    const found = await world.files.look(name);
    if (found.kind === 'directory') return directory(name);
    return { identity: found.identity, bytes: found.kind === 'file' ? found.bytes : undefined };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? undefined : unreadableFile(name, error);
  }
}

function directory(name: string): Diagnostic<Code> {
  return {
    code: 'unreadable-file',
    place: { file: name },
    message: `"${name}" is a directory`,
    hint: 'A file is expected here. Name the one that is meant.',
  };
}

export function unreadableFile(
  name: string,
  error: { readonly code: string; readonly message: string },
): Diagnostic<Code> {
  return { code: 'unreadable-file', place: { file: name }, message: `"${name}" cannot be read: ${error.message}` };
}

/** The complaint about a file that is not there, with the name in its folder that was probably meant. */
export async function lost(world: World, path: string): Promise<string> {
  const folder = dirname(path);
  const names = await world.files.list(folder).catch(() => undefined);
  const complaint = `slaudit: there is no file "${path}"\n`;
  if (names === undefined) return `${complaint}  There is no folder "${folder}" either.\n`;
  const near = suggest(basename(path), names.toSorted());
  return near === undefined ? complaint : `${complaint}  Did you mean "${join(folder, near)}"?\n`;
}

/**
 * The bytes under a path. `onBytes` hears of each piece, as stored; `onFailure` of a file that breaks off, before the
 * source rejects.
 */
export function exportSource(
  world: World,
  name: string,
  onBytes: (bytes: number) => void,
  onFailure: (failure: Diagnostic<Code>) => void,
): Source {
  return {
    name,
    async *chunks() {
      try {
        for await (const chunk of name === '-' ? world.stdin() : world.files.chunks(name)) {
          onBytes(chunk.length);
          yield chunk;
        }
      } catch (error) {
        if (isSystemError(error)) onFailure(unreadableFile(name, error));
        throw error;
      }
    },
  };
}
