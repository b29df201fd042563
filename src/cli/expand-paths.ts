import { basename, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { english, say, someOf } from '../diagnostics/say.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { isSystemError, type World } from './world.ts';

/** Endings by which a folder's exports are told; `.gz` may follow. */
const EXPORTS = /\.(?:csv|tsv|json|jsonl|ndjson|xlsx|xlsb|xls|ods|xes|zip)(?:\.gz)?$/i;

/** A path as it was named, or one that was found in a folder or by a pattern. */
export interface PathGiven {
  readonly name: string;
  readonly isNamed: boolean;
}

/** What stands behind the arguments FILES. */
export interface Expansion {
  readonly paths: readonly PathGiven[];
  /** Files of the folders that are no exports by their endings. */
  readonly notes: readonly Diagnostic<Code>[];
  /** Folders without an export, and patterns that nothing fits, as a complaint each. */
  readonly empty: readonly string[];
}

/**
 * Puts files in the place of folders (with the folders in them, hidden ones left out) and of patterns that the shell has
 * left as they are (`*`, `**`, `?`, `[…]`, `{…}`). What is there under its very name is no pattern.
 */
export async function expandPaths(world: World, given: readonly string[]): Promise<Expansion> {
  const paths: PathGiven[] = [];
  const notes: Diagnostic<Code>[] = [];
  const empty: string[] = [];
  for (const name of given) {
    const kind = name === '-' ? 'stream' : await kindOf(world, name);
    if (kind === 'directory') {
      const { exports, others } = await search(world, name);
      if (others.length > 0) notes.push(passedOver(name, others));
      if (exports.length === 0)
        empty.push(`slaudit: there is no export in the folder "${name}"\n  ${english(ENDINGS)}\n`);
      paths.push(...exports.map((path) => ({ name: path, isNamed: false })));
    } else if (kind === undefined && /[*?[{]/.test(name)) {
      const fitting: string[] = [];
      for (const path of await world.files.match(name)) {
        if ((await kindOf(world, path)) !== 'directory') fitting.push(path);
      }
      if (fitting.length === 0) empty.push(`slaudit: there is no file that fits "${name}"\n`);
      paths.push(...fitting.toSorted().map((path) => ({ name: path, isNamed: false })));
    } else {
      paths.push({ name, isNamed: true });
    }
  }
  return { paths, notes, empty };
}

const ENDINGS = say`Exports end in .csv, .tsv, .json, .jsonl, .ndjson, .xlsx, .xlsb, .xls, .ods, .xes or .zip, packed as .gz or not.`;

/** `undefined` where nothing is, or nothing can be said about it: whoever reads it will be told why. */
async function kindOf(world: World, path: string): Promise<'file' | 'directory' | 'stream' | undefined> {
  try {
    return (await world.files.look(path)).kind;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? undefined : 'file';
  }
}

async function search(
  world: World,
  folder: string,
): Promise<{ exports: readonly string[]; others: readonly string[] }> {
  const exports: string[] = [];
  const others: string[] = [];
  // A link may lead back up.
  const visited = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { identity } = await world.files.look(next);
    if (visited.has(identity)) continue;
    visited.add(identity);
    const names = (await world.files.list(next)).filter((name) => !name.startsWith('.'));
    for (const path of names.toSorted().map((name) => join(next, name))) {
      const kind = await kindOf(world, path);
      if (kind === 'directory') open.push(path);
      else if (EXPORTS.test(path)) exports.push(path);
      else if (kind !== undefined) others.push(path);
    }
  }
  return { exports: exports.toSorted(), others: others.toSorted() };
}

/** Names that are told; a folder may hold thousands. */
const TOLD = 5;

function passedOver(folder: string, others: readonly string[]): Diagnostic<Code> {
  const names = someOf(
    others.map((path) => basename(path)),
    TOLD,
  );
  return {
    code: 'passed-over',
    place: { file: folder },
    message:
      others.length === 1
        ? say`a file of this folder is not read: ${names}`
        : say`${others.length} files of this folder are not read: ${names}`,
    hint: say`${ENDINGS} A file that is named is read whatever its ending.`,
  };
}
