import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/**
 * Where a file of the shared reference material lies: below `SLAUDIT_SHARED`, or in `../shared` beside the repository.
 * `undefined` when it is not there, as on most machines: the test that wanted it then skips with a visible title.
 * Throws when `SLAUDIT_SHARED` is set and the file is missing, so that a machine that means to check cannot pass by not checking.
 */
export function sharedPath(relative: string): string | undefined {
  const base = process.env['SLAUDIT_SHARED'] || undefined;
  const path = resolve(base ?? resolve(repository, '../shared'), relative);
  if (existsSync(path)) return path;
  if (base !== undefined) throw new Error(`SLAUDIT_SHARED is set, but there is no ${path}`);
  return undefined;
}
