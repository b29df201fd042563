import { isAbsolute, join } from 'node:path';
import { realWorld } from '../../src/cli/real-world.ts';
import type { Files, World } from '../../src/cli/world.ts';

/** The real files of a folder, as if the program had been started in it; nobody is watching. */
export function outputsIn(folder: string): World & { printed(): string } {
  const real = realWorld().files;
  let text = '';
  const output = {
    isTerminal: false,
    columns: undefined,
    write: async (more: string) => {
      text += more;
    },
  };
  const at = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  const files: Files = {
    look: (path) => real.look(at(path)),
    placeOf: (path) => real.placeOf(at(path)),
    list: (path) => real.list(at(path)),
    read: (path) => real.read(at(path)),
    chunks: (path, from, to) => real.chunks(at(path), from, to),
    match: (pattern) => real.match(at(pattern)),
    draft: (path) => real.draft(at(path)),
    makeFolder: (path) => real.makeFolder(at(path)),
    append: (path, text) => real.append(at(path), text),
  };
  return {
    stdout: output,
    stderr: output,
    async *stdin() {},
    files,
    env: {},
    now: () => 0,
    timeZoneData: '2026b',
    printed: () => text,
  };
}
