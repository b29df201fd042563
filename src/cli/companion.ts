import { dirname, isAbsolute, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { look, lost } from './exports.ts';
import type { World } from './world.ts';

/** A file that the policy names, or why there is none. */
export type Companion =
  | { readonly kind: 'file'; readonly name: string; readonly identity: string }
  | { readonly kind: 'missing'; readonly complaint: string }
  | { readonly kind: 'unreadable'; readonly diagnostic: Diagnostic<Code> };

/** Looks for a file beside the policy: a relative path begins in the policy's folder, wherever the program was started. */
export async function findCompanion(
  world: World,
  { path, place }: { readonly path: string; readonly place: Place },
): Promise<Companion> {
  const name = isAbsolute(path) ? path : join(dirname(place.file), path);
  const found = await look(world, name);
  if (found === undefined) {
    const { file, line, column } = place;
    return { kind: 'missing', complaint: `${await lost(world, name)}  It is named in ${file}:${line}:${column}.\n` };
  }
  if ('code' in found) return { kind: 'unreadable', diagnostic: found };
  return { kind: 'file', name, identity: found.identity };
}
