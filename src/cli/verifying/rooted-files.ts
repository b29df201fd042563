import { basename, isAbsolute, join, relative } from 'node:path';
import type { Files } from '../world.ts';

/**
 * Files that lie elsewhere than a report says: each name is looked for below `root`, first with all its folders and then by
 * itself. Nothing can be written here.
 */
export function readOnlyFiles(files: Files, root: string | undefined): Files {
  async function there(path: string): Promise<string> {
    if (root === undefined) return path;
    const whole = join(root, path);
    const isThere = await files.look(whole).then(
      () => true,
      () => false,
    );
    if (isThere) return whole;
    const sole = join(root, basename(path));
    return (await files.look(sole).catch(() => undefined)) === undefined ? whole : sole;
  }
  const refused = async (): Promise<never> => {
    throw Object.assign(new Error('nothing is written here'), { code: 'EROFS', syscall: 'open' });
  };
  return {
    look: async (path) => files.look(await there(path)),
    placeOf: async (path) => files.placeOf(await there(path)),
    list: async (folder) => files.list(await there(folder)),
    async match(pattern) {
      if (root === undefined) return files.match(pattern);
      const found = await files.match(join(root, pattern));
      return found.map((path) => (isAbsolute(pattern) ? `/${relative(root, path)}` : relative(root, path)));
    },
    read: async (path) => files.read(await there(path)),
    async *chunks(path) {
      yield* files.chunks(await there(path));
    },
    draft: refused,
    makeFolder: refused,
    append: refused,
  };
}
