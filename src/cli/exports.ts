import { basename, dirname, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import { isSystemError, type World } from './world.ts';

/** The exports named on the command line, not yet read. */
export interface Exports {
  readonly readable: readonly string[];
  /** Bytes of all of them; `undefined` when one is a stream, whose length nobody knows. */
  readonly bytes: number | undefined;
  readonly identities: ReadonlySet<string>;
  /** Paths that lead nowhere, each with the near miss in its folder. */
  readonly missing: readonly string[];
  readonly unreadable: readonly Diagnostic<Code>[];
  /** Paths of which an earlier one leads to the same file: its rows would count twice. */
  readonly repeated: readonly string[];
}

/** Looks at every path before anything is read, so that all faults are told at once. */
export async function findExports(world: World, paths: readonly string[]): Promise<Exports> {
  const readable: string[] = [];
  const identities = new Set<string>();
  const missing: string[] = [];
  const unreadable: Diagnostic<Code>[] = [];
  const repeated: string[] = [];
  let bytes: number | undefined = 0;
  for (const name of paths) {
    const found = await look(world, name);
    if (found === undefined) missing.push(await lost(world, name));
    else if ('code' in found) unreadable.push(found);
    else if (identities.has(found.identity)) repeated.push(name);
    else {
      identities.add(found.identity);
      bytes = found.bytes === undefined || bytes === undefined ? undefined : bytes + found.bytes;
      readable.push(name);
    }
  }
  return { readable, bytes, identities, missing, unreadable, repeated };
}

/** What is under a path; a fault when it is no file; `undefined` when there is nothing. */
export async function look(
  world: World,
  name: string,
): Promise<{ readonly identity: string; readonly bytes: number | undefined } | Diagnostic<Code> | undefined> {
  if (name === '-') return { identity: '-', bytes: undefined };
  try {
    const found = await world.files.look(name);
    if (found.kind === 'directory') return await directory(world, name);
    return { identity: found.identity, bytes: found.kind === 'file' ? found.bytes : undefined };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? undefined : unreadableFile(name, error);
  }
}

async function directory(world: World, name: string): Promise<Diagnostic<Code>> {
  const names = await world.files.list(name).catch(() => []);
  const example = names.toSorted().find((entry) => /\.(csv|tsv|json|jsonl|ndjson)(\.gz)?$/i.test(entry));
  return {
    code: 'unreadable-file',
    place: { file: name },
    message: `"${name}" is a directory`,
    hint: `Name the files in it, for example "${join(name, example ?? '*.csv')}".`,
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
  if (near !== undefined) return `${complaint}  Did you mean "${join(folder, near)}"?\n`;
  return /[*?[]/.test(path)
    ? `${complaint}  The shell puts names in the place of a pattern; none fitted.\n`
    : complaint;
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
